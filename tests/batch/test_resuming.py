"""A batch that is run again does only what has changed; one that was killed goes on where it stopped."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batch_folders import batch, files_of, summary_of, write_chat
from command_line import MEMO, ROOT

from chataudit.errors import ExitCode

EXPORTS = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "школы"
    for number in range(3):
        write_chat(made / f"{number}А", f"{number}А родители")
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def written(output: Path) -> dict[str, tuple[int, int]]:
    """Tell each chat's files apart from those that another run would write in their place."""
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for part in (".state", "chats") for path in (output / part).iterdir()}


def changed(before: dict[str, tuple[int, int]], after: dict[str, tuple[int, int]]) -> set[str]:
    return {name.rsplit("-", 1)[0] for name, identity in after.items() if before.get(name) != identity}


def test_second_run_does_nothing_again_and_says_the_same(folder: Path, output: Path):
    batch(folder, output)
    before, bytes_before = written(output), files_of(output)

    batch(folder, output)

    assert written(output) == before
    assert files_of(output) == bytes_before


def test_only_a_changed_export_is_audited_again(folder: Path, output: Path):
    batch(folder, output)
    before = written(output)
    path = folder / "1А" / "result.json"
    path.write_bytes(path.read_bytes().replace("Собрание".encode(), "Субботник".encode()))

    batch(folder, output)

    assert changed(before, written(output)) == {"1А-result-json"}


def test_changed_settings_are_noticed(folder: Path, output: Path):
    batch(folder, output)
    before = written(output)
    (folder / "2А" / "chataudit.yaml").write_text("teacher: [Ольга]\n", encoding="utf-8")

    batch(folder, output)

    assert changed(before, written(output)) == {"2А-result-json"}


@pytest.mark.parametrize("arguments", [("--lang", "en"), ("--format", "html,markdown"), ("--timezone", "+05:00")])
def test_other_options_audit_all_again(folder: Path, output: Path, arguments: tuple[str, str]):
    batch(folder, output)
    before = written(output)

    batch(folder, output, *arguments)

    assert len(changed(before, written(output))) == 3


def test_changed_rules_audit_all_again(folder: Path, output: Path, tmp_path: Path):
    rules = tmp_path / "правила"
    rules.mkdir()
    for path in MEMO.iterdir():
        (rules / path.name).write_bytes(path.read_bytes())
    batch(folder, output, "--rules", rules)
    before = written(output)
    with (rules / "memo.yaml").open("a", encoding="utf-8") as file:
        file.write("# a note\n")

    batch(folder, output, "--rules", rules)

    assert len(changed(before, written(output))) == 3


def test_export_that_can_be_read_no_longer_leaves_no_old_report(folder: Path, output: Path):
    batch(folder, output)
    (folder / "1А" / "result.json").write_bytes(b"{")

    assert batch(folder, output).code == ExitCode.SOME_UNREAD
    assert not list((output / "chats").glob("1А-*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_run_goes_on_where_it_stopped_and_ends_with_the_same_bytes(tmp_path: Path):
    folder, output, whole = (tmp_path / name for name in ("школы", "прервано", "целиком"))
    for number in range(EXPORTS):
        write_chat(folder / f"{number:02}", f"{number} класс")
    command = [sys.executable, "-m", "chataudit", "batch", folder, "--output", output, "--rules", MEMO, "--jobs", "2"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0"}

    running = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    state = output / ".state"
    while running.poll() is None and (not state.is_dir() or len(list(state.glob("*.json"))) < 4):
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()
    time.sleep(1)  # what its processes had in hand ends with them
    finished = {path.stem for path in state.glob("*.json")}
    before = {name: identity for name, identity in written(output).items() if name.rsplit(".", 1)[0] in finished}
    assert 4 <= len(finished) < EXPORTS
    assert not (output / "summary.json").exists()

    assert batch(folder, output).code == ExitCode.AUDITED
    batch(folder, whole)

    assert {name: identity for name, identity in written(output).items() if name in before} == before
    assert files_of(output) == files_of(whole)
    assert summary_of(output)["audited"] == EXPORTS
