"""A batch that is killed at any moment, or whose disk is full for a while, ends with the very bytes of one that was left in peace.

The suite kills at a few moments; CHATAUDIT_KILLS=20 asks for as many.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from batch_folders import files_of
from batch_many import write_many
from command_line import MEMO, ROOT

from chataudit.errors import ExitCode

KILLS = int(os.environ.get("CHATAUDIT_KILLS", "2"))
EXPORTS = 24
SEED = 6
FULL_DISK = """
import errno, os
real, calls = os.fsync, iter(range(10**9))
def fsync(descriptor):
    if next(calls) % 3 == 1:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    real(descriptor)
os.fsync = fsync
"""
KILLED_WITHIN_A_FILE = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("survival") / "школы"
    write_many(made, EXPORTS)
    return made


def start(folder: Path, output: Path, *, site: Path | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "chataudit", "batch", folder, "--output", output, "--rules", MEMO, "--jobs", "2", "--format", "html"]
    paths = [str(each) for each in (site, ROOT) if each]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths), "SOURCE_DATE_EPOCH": "0"}
    return subprocess.Popen(
        [str(each) for each in command], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def finish(folder: Path, output: Path, *, site: Path | None = None) -> tuple[int, str]:
    with start(folder, output, site=site) as running:
        assert running.stderr is not None
        told = running.stderr.read()
    return running.returncode, told


@pytest.fixture(scope="module")
def peaceful(folder: Path) -> tuple[dict[str, bytes], float]:
    """What a batch that nothing disturbs writes, and how long it takes."""
    output = folder.parent / "целиком"
    began = time.monotonic()
    assert finish(folder, output)[0] == ExitCode.SOME_UNREAD
    return files_of(output), time.monotonic() - began


def unfinished(output: Path) -> list[Path]:
    """Reports that end in their middle."""
    return [path for path in output.rglob("*") if path.suffix in {".html", ".json"} and not is_whole(path)]


def is_whole(path: Path) -> bool:
    content = path.read_bytes()
    if path.suffix == ".html":
        return content.endswith(b"</html>")
    with suppress(ValueError):
        json.loads(content)
        return True
    return False


def test_killed_while_it_writes_a_report_it_leaves_no_half_of_it(folder: Path, peaceful: tuple[dict[str, bytes], float], tmp_path: Path):
    (tmp_path / "sitecustomize.py").write_text(KILLED_WITHIN_A_FILE, encoding="utf-8")
    output = tmp_path / "отчёты"

    assert finish(folder, output, site=tmp_path)[0] == -signal.SIGXFSZ

    assert unfinished(output) == []
    assert finish(folder, output)[0] == ExitCode.SOME_UNREAD
    assert files_of(output) == peaceful[0]


def test_killed_at_random_moments_it_ends_with_the_same_bytes(folder: Path, peaceful: tuple[dict[str, bytes], float], tmp_path: Path):
    whole, seconds = peaceful
    chance = random.Random(SEED)
    for moment in range(KILLS):
        output = tmp_path / str(moment)
        for _ in range(2):  # killed, then killed again where it goes on
            with start(folder, output) as running:
                time.sleep(chance.uniform(0.1, 0.9) * seconds)
                running.send_signal(signal.SIGKILL)
                running.wait()
            assert unfinished(output) == []
        time.sleep(1)  # what its processes had in hand ends with them
        assert finish(folder, output)[0] == ExitCode.SOME_UNREAD
        assert files_of(output) == whole
        shutil.rmtree(output)


def test_disk_that_is_full_now_and_then_costs_no_byte(folder: Path, peaceful: tuple[dict[str, bytes], float], tmp_path: Path):
    (tmp_path / "sitecustomize.py").write_text(FULL_DISK, encoding="utf-8")
    output = tmp_path / "отчёты"

    code, told = finish(folder, output, site=tmp_path)
    assert code == ExitCode.USAGE
    assert "нет места" in told
    assert "Traceback" not in told

    assert finish(folder, output)[0] == ExitCode.SOME_UNREAD
    assert files_of(output) == peaceful[0]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB."""
    place = tmp_path / "диск"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", place], check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a disk")
    yield place
    subprocess.run(["umount", place], check=True)


def test_full_disk_is_told_and_a_larger_one_lets_the_batch_end(folder: Path, peaceful: tuple[dict[str, bytes], float], tiny_disk: Path):
    code, told = finish(folder, tiny_disk / "отчёты")
    assert (code, "Traceback" in told) == (ExitCode.USAGE, False)
    assert "нет места" in told

    subprocess.run(["mount", "-o", "remount,size=64m", tiny_disk], check=True)

    assert finish(folder, tiny_disk / "отчёты")[0] == ExitCode.SOME_UNREAD
    assert files_of(tiny_disk / "отчёты") == peaceful[0]
