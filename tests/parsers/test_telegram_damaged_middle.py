"""A `result.json` that is damaged in its middle: what stands before is read, what stands behind is counted and told of."""

import json
from pathlib import Path

import pytest
from parsers.telegram_exports import export, keys_of, message, read, service

from chataudit.wording import LANGUAGES, wording

DAMAGES = {"zeros": b"\x00" * 200, "a bracket too many": b"}]}", "a bare quotation mark": b'"', "a piece of another file": b"PK\x03\x04]{"}


def damage(whole: bytes, at: str, damaged: bytes) -> bytes:
    """Put bytes that are no JSON over the beginning of the message with this text."""
    start = whole.rindex(b"{", 0, whole.index(f'"{at}"'.encode()))
    return whole[:start] + damaged.ljust(12, b"#") + whole[start + 12 :]


@pytest.mark.parametrize("damaged", DAMAGES.values(), ids=DAMAGES)
def test_messages_behind_the_damage_are_counted(tmp_path: Path, damaged: bytes):
    whole = export(*(message(number, f"№{number}", link='"type": "message"') for number in range(1, 50)), service(50, "pin_message"))

    chat = read(tmp_path, damage(whole, "№20", damaged))

    assert chat.truncated
    assert chat.messages["text"].tolist() == [f"№{number}" for number in range(1, 20)]
    assert [(warning.key, warning.details) for warning in chat.warnings if warning.line] == [("parsers.damaged", {"count": 19, "behind": 30})]


@pytest.mark.parametrize("at", ["№49", "№50"])
def test_damage_with_nothing_behind_it_is_an_end(tmp_path: Path, at: str):
    whole = export(*(message(number, f"№{number}") for number in range(1, 51)))

    chat = read(tmp_path, damage(whole, at, DAMAGES["a bare quotation mark"]))

    assert keys_of(chat) == (["parsers.truncated"] if at == "№50" else ["parsers.damaged"])


def test_of_an_account_nobody_knows_whose_the_messages_behind_are(tmp_path: Path):
    chats = [
        {"name": name, "type": "private_group", "id": at, "messages": [message(n, f"{name}{n}") for n in range(9)]}
        for at, name in enumerate(("1А", "2Б"))
    ]
    whole = json.dumps({"about": "…", "chats": {"list": chats}}, ensure_ascii=False, indent=1).encode()

    chat = read(tmp_path, damage(whole, "1А5", DAMAGES["a bare quotation mark"]), chat="1А")

    assert chat.truncated
    assert keys_of(chat)[0] == "parsers.truncated"


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_counts_are_told(language: str):
    told = wording(language, "parsers.damaged", count=19, behind=30)  # type: ignore[arg-type]

    assert "19" in told
    assert "30" in told
