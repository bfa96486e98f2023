"""What a command says when nobody reads it to the end, when there is no room, when it is interrupted, and when it breaks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import MEMO, ROOT, run
from parsers.telegram_exports import export, message

from chataudit.errors import ExitCode

BAD_CLASS = ROOT / "samples" / "bad-class"
GOOD_CLASS = ROOT / "samples" / "good-class"
CANARY = "Секретарёв"


def start(*arguments: object, out: int = subprocess.PIPE, unbuffered: bool = False) -> subprocess.Popen[bytes]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CHATAUDIT"))}
    environment = {**known, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0"} | ({"PYTHONUNBUFFERED": "1"} if unbuffered else {})
    command = [sys.executable, "-m", "chataudit", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.PIPE, cwd=ROOT, start_new_session=os.name != "nt")


COMMANDS = {
    "rules list": (["rules", "list"], 0),
    "rules schema": (["rules", "schema"], 0),
    "guide": (["guide", "report"], 0),
    "help": (["--help"], 0),
    "version": (["--version"], 0),
    "start": ([], 0),
    "explain": (["explain", "R07.acknowledgement"], 0),
    "scan": (["scan", BAD_CLASS, "--rules", MEMO], 0),
    "scan as JSON": (["scan", BAD_CLASS, "--rules", MEMO, "--format", "json"], 0),
    "scan with a threshold": (["scan", BAD_CLASS, "--rules", MEMO, "--fail-on", "minor"], 1),
    "one message": (["scan", BAD_CLASS, "--rules", MEMO, "--why", "28"], 0),
    "check": (["check", BAD_CLASS, "--rules", MEMO, "--exit-zero"], 0),
}


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX closes the streams")
@pytest.mark.parametrize(("closed", "code"), {"stdout": (">&-", 2), "stderr": ("2>&-", 0), "stdin": ("<&-", 0), "all": ("<&- >&- 2>&-", 2)}.values())
def test_stream_that_was_closed_before_is_no_bug(tmp_path: Path, closed: str, code: int):
    command = f'"{sys.executable}" -m chataudit scan "{BAD_CLASS}" --rules "{MEMO}" {closed}'
    ran = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)

    assert ran.returncode == code
    assert "Traceback" not in ran.stderr
    assert (ran.stderr.count("\n") == 1) == (closed == ">&-")


@pytest.mark.parametrize("unbuffered", [False, True], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(("arguments", "code"), COMMANDS.values(), ids=COMMANDS)
def test_reader_who_leaves_early_is_no_error_and_changes_no_exit_code(arguments: list[object], code: int, *, unbuffered: bool):
    reading, writing = os.pipe()
    os.close(reading)
    with start(*arguments, out=writing, unbuffered=unbuffered) as child:
        os.close(writing)
        assert child.stderr is not None
        told = child.stderr.read()

    assert (child.returncode, told) == (code, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("unbuffered", [False, True], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(("arguments", "_code"), COMMANDS.values(), ids=COMMANDS)
def test_full_disk_is_told_in_a_sentence(arguments: list[object], _code: int, *, unbuffered: bool):
    with Path("/dev/full").open("wb") as full, start(*arguments, out=full.fileno(), unbuffered=unbuffered) as child:
        assert child.stderr is not None
        told = child.stderr.read().decode()

    assert child.returncode == ExitCode.USAGE
    assert "нет места" in told
    assert len(told.splitlines()) == 1


def is_at_work(pid: int, command: str) -> bool:
    """Say whether a scan has opened its export, or a batch has begun its processes."""
    if command == "scan":
        return "result.json" in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8") != ""


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.005)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="no /proc to see what the program is doing")
@pytest.mark.parametrize("command", ["scan", "batch"])
def test_ctrl_c_ends_quietly_with_130_and_leaves_nothing_half_written(tmp_path: Path, command: str):
    messages = [message(number, f"Собрание в среду, приходите {number}") for number in range(1, 20_000)]
    folder = tmp_path / "чат"
    folder.mkdir()
    (folder / "result.json").write_bytes(export(*messages))
    outputs = tmp_path / "отчёты"
    outputs.mkdir()
    place = {"scan": outputs / "report.json", "batch": outputs}[command]
    options = ["--format", "json"] if command == "scan" else ["--jobs", "2"]
    with start(command, folder, *options, "--output", place) as child:
        wait_until(lambda: is_at_work(child.pid, command))
        os.killpg(child.pid, signal.SIGINT)  # as a terminal does: the whole group
        assert child.stderr is not None
        told = child.stderr.read().decode()

    assert child.returncode == 130
    assert "Traceback" not in told
    assert [path for path in outputs.rglob("*") if path.is_file()] == []


class TestBug:
    @pytest.fixture
    def broken(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """An export whose audit breaks with an error that quotes it."""

        def break_down(*_: object, **__: object) -> None:
            raise KeyError(f"{CANARY} звонит с номера +79161234567")

        monkeypatch.setattr("chataudit.scan.audit", break_down)
        path = tmp_path / "result.json"
        path.write_bytes(export(message(1, "Добрый день", **{"from": CANARY})))
        return path

    def test_it_is_told_with_its_place_and_without_a_word_of_the_chat(self, broken: Path):
        outcome = run("scan", broken, "--rules", MEMO)

        assert CANARY not in outcome.err + outcome.out
        assert "7916" not in outcome.err + outcome.out
        assert "KeyError < test_standard_output.py" in outcome.err

    def test_its_exit_code_is_none_that_an_audit_has(self, broken: Path):
        assert run("scan", broken, "--rules", MEMO).code == ExitCode.CRASHED
        assert ExitCode.CRASHED > ExitCode.SOME_UNREAD

    def test_it_is_told_in_english_with_lang_en(self, broken: Path):
        assert "nothing of your chat stands here" in run("scan", broken, "--rules", MEMO, "--lang", "en").err
