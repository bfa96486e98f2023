"""What is written on the way to a report is its reader's alone, and goes away."""

import os
import stat
import tempfile
from pathlib import Path

import pytest
from command_line import MEMO, run
from parsers.telegram_exports import export, message

from chataudit.reporters.base import BEGUN, open_output

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")

CANARY = "Секретарёв"


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_file_being_written_is_private_and_the_whole_one_as_the_user_has_it(tmp_path: Path):
    before = os.umask(0o022)
    try:
        with open_output(tmp_path / "report.json") as out:
            out.write(b"x")
            (part,) = tmp_path.glob(BEGUN)
            assert mode_of(part) == 0o600
    finally:
        os.umask(before)

    assert mode_of(tmp_path / "report.json") == 0o644


def test_report_that_replaces_another_has_its_rights(tmp_path: Path):
    (tmp_path / "report.json").write_bytes(b"old")
    (tmp_path / "report.json").chmod(0o640)
    with open_output(tmp_path / "report.json") as out:
        out.write(b"x")

    assert mode_of(tmp_path / "report.json") == 0o640


def test_baseline_and_what_a_gate_prints_hold_no_word_of_the_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    chat = tmp_path / "result.json"
    chat.write_bytes(export(*(message(at, f"{CANARY} опять спс {at}", **{"from": f"Иван {CANARY}"}) for at in range(1, 30))))
    monkeypatch.chdir(tmp_path)

    accepted = run("baseline", chat, "--rules", MEMO, "--output", tmp_path / "baseline.yaml")
    checked = run("check", chat, "--rules", MEMO, "--baseline", tmp_path / "baseline.yaml", "--fail-on", "minor")

    left = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != chat]
    assert left
    assert not [content for content in left if CANARY.encode() in content]
    assert CANARY not in accepted.out + accepted.err + checked.out + checked.err
    assert list(temporary.iterdir()) == []
