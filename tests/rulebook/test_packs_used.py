"""The built-in folders that a pack names: plain names of folders that are there, and nothing that leads elsewhere."""

from pathlib import Path

import pytest
from command_line import MEMO

from chataudit.errors import RulebookError
from chataudit.rulebook.loader import load_rulebook


def write_memo(folder: Path, used: str) -> Path:
    for path in MEMO.glob("*.yaml"):
        (folder / path.name).write_text(path.read_text(encoding="utf-8").replace("uses: [russian]", f"uses: ['{used}']"), encoding="utf-8")
    return folder


def test_folder_that_ships_is_used(tmp_path: Path):
    assert load_rulebook(write_memo(tmp_path, "russian")).rules


@pytest.mark.parametrize(
    "used", ["../rules/russian", ".", "", "нет такого", "/etc", "russian" + "true" * 200], ids=lambda used: used[:20] or "nothing"
)
def test_any_other_is_told(tmp_path: Path, used: str):
    with pytest.raises(RulebookError) as refused:
        load_rulebook(write_memo(tmp_path, used))

    assert "rules.unknown_pack" in [each.key for each in refused.value.complaints]
