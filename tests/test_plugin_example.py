"""The example package, built and installed as its users would: it works in a clean environment, and without it all is as before."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from plugged import CHAT, EXAMPLE
from test_wheel import SAMPLE, call, installed, pytestmark, wheel

__all__ = ["installed", "pytestmark", "wheel"]  # fixtures, and the mark that skips where no wheel can be built


@pytest.fixture(scope="module")
def programs(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with chataudit and the example package."""
    folder = tmp_path_factory.mktemp("example")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, EXAMPLE, folder=folder)
    (built,) = folder.glob("*.whl")
    python = installed / "python"
    call(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", built, folder=folder)
    return installed


@pytest.fixture
def entry_points(programs: Path) -> Iterator[Path]:
    """The file of the example's entry points, put back afterwards."""
    (path,) = programs.parent.rglob("chataudit_sparrow-*.dist-info/entry_points.txt")
    before = path.read_bytes()
    yield path
    path.write_bytes(before)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "sparrow.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path


def say(programs: Path, *arguments: object, folder: Path) -> str:
    environment = {"SOURCE_DATE_EPOCH": "0", "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    return call(programs / f"chataudit{'.exe' if os.name == 'nt' else ''}", *arguments, folder=folder, **environment).decode()


def test_its_parser_reporter_detector_and_rulebook_work(programs: Path, export: Path, tmp_path: Path):
    assert "sparrow-school" in say(programs, "plugins", folder=tmp_path)
    assert say(programs, "scan", export, "--format", "one-line", "--rules", "sparrow-school", folder=tmp_path) == "2 «Б»: 50 (-)\n"


def test_without_its_entry_points_ours_work_as_before(programs: Path, entry_points: Path, tmp_path: Path):
    before = say(programs, "scan", SAMPLE, "--format", "json", folder=tmp_path)
    entry_points.write_text("", encoding="utf-8")

    assert say(programs, "scan", SAMPLE, "--format", "json", folder=tmp_path) == before
    assert "Расширений нет" in say(programs, "plugins", folder=tmp_path)


def test_when_it_raises_ours_work_as_before(programs: Path, entry_points: Path, tmp_path: Path):
    before = say(programs, "scan", SAMPLE, "--format", "json", folder=tmp_path)
    entry_points.write_text("[chataudit.parsers]\nsparrow = chataudit_sparrow.absent:Nothing\n", encoding="utf-8")

    assert say(programs, "scan", SAMPLE, "--format", "json", folder=tmp_path) == before
    assert "сломано" in say(programs, "plugins", folder=tmp_path)
