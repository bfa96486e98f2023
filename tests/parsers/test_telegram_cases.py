"""Every folder of tests/parsers/cases: an export and the chat that it gives."""

import json
from pathlib import Path

import pandas as pd
import pytest

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("telegram_*/*/expected.json"))


def describe(chat: Chat) -> dict[str, object]:
    """Return what a case states: the chat's own values and, of each message, the columns that are not missing."""
    messages = chat.messages.assign(sent_at=chat.messages["sent_at"].dt.strftime("%Y-%m-%dT%H:%M:%S"))
    rows = [{name: value for name, value in row.items() if not pd.isna(value)} for row in messages.astype(object).to_dict("records")]
    for row in rows:
        for plain in ("text", "edited"):
            if not row[plain]:
                del row[plain]
    people = chat.participants[["name", "kind", "n_messages"]].to_dict("records")
    return {
        "title": chat.title,
        "timezone": chat.timezone,
        "truncated": chat.truncated,
        "hides": sorted(chat.hides),
        "warnings": sorted(f"{each.key} {each.details.get('name', '')} {each.details.get('count', '')}".strip() for each in chat.warnings),
        "participants": [f"{each['name']} · {each['kind']} · {each['n_messages']}" for each in people],
        "messages": rows,
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_export_gives_the_expected_chat(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    options = ReadOptions(**expected.pop("options", {}))

    assert describe(read_chat(folder, options)) == expected
