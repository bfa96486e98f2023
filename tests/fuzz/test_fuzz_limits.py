"""The walls around an input hold: what hangs, takes too much or dies is a crash that is told, and the rest is read all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz import limits
from fuzz.judging import Outcome, judge
from fuzz.targets import Target

from chataudit.errors import ExportError


def reading(read: Callable[[bytes, Path], object]) -> Target:
    return Target("invented", lambda: [b""], read, ())


def crashes_of(read: Callable[[bytes, Path], object], folder: Path) -> list[str]:
    found = Outcome()
    judge(reading(read), b"input", found, folder)
    return list(found.crashes)


def loop(*_: object) -> None:
    while True:
        pass


def test_input_that_hangs_is_a_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "SECONDS_A_MB", 0.05)

    (place,) = crashes_of(loop, tmp_path)

    assert place.startswith("Hang")


def test_crash_is_told_once_with_its_place_and_its_input_kept(tmp_path: Path):
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    found = Outcome()
    for content in (b"one", b"other"):
        judge(reading(fail), content, found, tmp_path)

    ((place, name),) = found.crashes.items()
    assert place.startswith("ZeroDivisionError test_fuzz_limits.py")
    assert (tmp_path / "invented" / name).read_bytes() == b"one"


def test_refusal_is_no_crash_and_is_not_taken(tmp_path: Path):
    def refuse(*_: object) -> None:
        raise ExportError("parsers.no_messages")

    found = Outcome()
    judge(reading(refuse), b"", found, tmp_path)

    assert (found.inputs, found.taken, found.crashes) == (1, 0, {})
