"""A whole batch as a district would run it, killed half-way and run again.

Of thirty exports by the small rulebook; CHATAUDIT_BATCH_SIZE=300 makes it three hundred by the shipped rules.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from batch_folders import files_of, summary_of
from batch_many import BROKEN, write_many
from command_line import MEMO, ROOT

from chataudit.errors import ExitCode

SMALL = 30
SIZE = int(os.environ.get("CHATAUDIT_BATCH_SIZE", SMALL))
RULES: Sequence[object] = ["--rules", MEMO] if SIZE == SMALL else []


def start(folder: Path, output: Path, out: int = subprocess.DEVNULL) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "chataudit", "batch", folder, "--output", output, "--jobs", "2", *RULES]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0", "PYTHONUTF8": "1"}
    return subprocess.Popen([str(each) for each in command], env=environment, stdout=out, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def finish(folder: Path, output: Path) -> tuple[int, str]:
    running = start(folder, output, subprocess.PIPE)
    out, err = running.communicate()
    assert err == ""
    return running.returncode, out


def kill_half_way(folder: Path, output: Path) -> None:
    running = start(folder, output)
    while running.poll() is None and len(list((output / ".state").glob("*.json"))) < SIZE // 2:
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    time.sleep(1)  # what its processes had in hand ends with them


def identities(output: Path) -> dict[str, tuple[int, int]]:
    """Tell the reports and the results of each chat apart from others of the same bytes."""
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for part in (".state", "chats") for path in (output / part).iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_batch_names_what_it_could_not_read_and_goes_on_after_a_kill_without_doing_anything_twice(tmp_path: Path):
    folder, killed, whole = (tmp_path / name for name in ("выгрузки", "прервано", "целиком"))
    write_many(folder, SIZE)

    code, out = finish(folder, whole)
    assert code == ExitCode.SOME_UNREAD
    summary = summary_of(whole)
    assert (summary["audited"], summary["unread"]) == (SIZE - BROKEN, BROKEN)
    unread = [row for row in summary["rows"] if row["result"]["status"] == "unread"]
    assert len({row["result"]["reason"] for row in unread}) == BROKEN
    assert all(row["place"] in out for row in unread)

    kill_half_way(folder, killed)
    finished = {path.stem for path in (killed / ".state").glob("*.json")}
    before = {path: each for path, each in identities(killed).items() if Path(path).stem in finished}
    assert SIZE // 2 <= len(finished) < SIZE
    assert not (killed / "index.html").exists()

    assert finish(folder, killed)[0] == ExitCode.SOME_UNREAD
    after = identities(killed)
    assert {path: after[path] for path in before} == before
    assert files_of(killed) == files_of(whole)
