"""A defence of the program in, whether its test notices that it is gone out: tried in a copy of the project."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent.parent
_COPIED: Final = ("chataudit", "rules", "samples", "tests", "pyproject.toml", "README.md")
_LIST: Final = Path(__file__).parent / "defences.toml"
_SECONDS: Final = 300  # a test that hangs without its defence has noticed
_FAILED: Final = 1  # pytest's exit code; the others say that no test was run


@dataclass(frozen=True)
class Defence:
    """One place of the program that guards it.

    Attributes:
        name: what it guards against; a row of formats.md, D, begins with its number.
        file: where it stands; old: its text, which stands there once; new: what is left without it.
        test: arguments of pytest that choose its test.
    """

    name: str
    file: str
    old: str
    new: str
    test: str


def read_defences() -> list[Defence]:
    """Return all defences that are listed."""
    listed = tomllib.loads(_LIST.read_text(encoding="utf-8"))["defence"]
    return [Defence(**each) for each in listed]


def copy_project(place: Path) -> None:
    """Copy what the tests need into a folder."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=ignored)
        else:
            shutil.copy(source, place / name)


def try_without(defence: Defence, copy: Path) -> str | None:
    """Take a defence away for as long as its test runs; return what the test said, or None where it passed.

    Raises:
        LookupError: no test was run.
    """
    with taken_away(defence.file, defence.old, defence.new, copy):
        return run_test(defence.test, copy)


@contextmanager
def taken_away(file: str, old: str, new: str, copy: Path) -> Iterator[None]:
    """Have a file of the copy hold another text for a while."""
    path = copy / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(old, new), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(whole, encoding="utf-8")


def run_test(test: str, copy: Path) -> str | None:
    """Run a test in a copy of the project; return the first line of what it complains of, or None where it passes.

    Raises:
        LookupError: no test was run.
    """
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "--tb=short", "-p", "no:cacheprovider", *shlex.split(test)]
    try:
        code, printed = run_in_group(command, copy, _SECONDS)
    except subprocess.TimeoutExpired:
        return "hangs"
    if code not in (0, _FAILED):
        raise LookupError(printed[-300:])
    return _first_complaint(printed) if code else None


def run_in_group(command: Sequence[str], copy: Path, seconds: float) -> tuple[int, str]:
    """Run a command of a copy of the project; return its exit code and what it printed. None of its processes outlives a hang or a Ctrl-C.

    Raises:
        subprocess.TimeoutExpired: it took longer.
    """
    environment = os.environ | {"PYTHONPATH": str(copy)}
    streams: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    process = subprocess.Popen(command, cwd=copy, env=environment, start_new_session=True, **streams)
    try:
        printed, _ = process.communicate(timeout=seconds)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    return process.returncode, printed


def _first_complaint(printed: str) -> str:
    return next((line[1:].strip() for line in printed.splitlines() if line.startswith("E ")), printed[-200:])
