"""Other packages' plug-ins in a batch, in one process and in several: they work, what breaks is told once and tried again the next time."""

import re
from pathlib import Path

import pytest
from batch_folders import batch, summary_of, write_chat
from command_line import Outcome, run
from plugged import CHAT, Site, site

from chataudit.errors import ExitCode

__all__ = ["site"]  # a fixture

JOBS = pytest.mark.parametrize("jobs", [1, 2])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three chats of ours, and a text that none of our parsers knows."""
    made = tmp_path / "школы"
    for number in range(3):
        write_chat(made / f"{number}А", f"{number}А родители")
    (made / "3А").mkdir()
    (made / "3А" / "воробей.txt").write_text(CHAT, encoding="utf-8")
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def reports(output: Path) -> dict[str, bytes]:
    """What is written of each chat."""
    return {path.name: path.read_bytes() for path in (output / "chats").iterdir()}


def lines(told: Outcome) -> list[str]:
    """What is told beside the progress."""
    return [line for line in re.split(r"[\r\n]+", told.err) if "асширени" in line or "Traceback" in line or "Warning" in line]


@JOBS
def test_chats_are_read_and_reports_written_by_them(site: Site, folder: Path, output: Path, jobs: int):
    told = batch(folder, output, "--format", "one-line", jobs=jobs)

    assert (told.code, lines(told)) == (ExitCode.AUDITED, [])
    assert "2 «Б»: 100 (-)\n".encode() in [text for name, text in reports(output).items() if name.endswith(".line.txt")]
    assert summary_of(output)["audited"] == 4


@JOBS
def test_rulebook_of_a_package_is_chosen_by_its_name(site: Site, folder: Path, output: Path, jobs: int):
    told = run("batch", folder, "--output", output, "--rules", "sparrow-school", "--jobs", jobs)

    assert told.code == ExitCode.AUDITED, told.err
    assert summary_of(output)["rulebook"]["name"] == "sparrow-school"


@JOBS
@pytest.mark.parametrize(
    ("module", "old", "new", "lost"),
    [
        ("reporter.py", "class OneLineReporter", "import nothing_such\nclass OneLineReporter", ".line.txt"),
        ("reporter.py", "    API = 1", "    def __init__(self): 1 / 0\n    API = 1", ".line.txt"),
        ("reporter.py", "title = ", "1 / 0\n        title = ", ".line.txt"),
        ("parser.py", "class SparrowParser", "raise SystemExit\nclass SparrowParser", "3А"),
        ("parser.py", "    API = 1", "    def __init__(self): 1 / 0\n    API = 1", "3А"),
        ("parser.py", "return entry.head", "return 1 / 0 and entry.head", "3А"),
    ],
)
def test_what_breaks_is_told_in_one_line_and_all_else_is_as_it_was(
    site: Site, folder: Path, output: Path, tmp_path: Path, jobs: int, module: str, old: str, new: str, lost: str
):
    batch(folder, tmp_path / "целые", "--format", "one-line")
    site.change(module, old, new)

    told = batch(folder, output, "--format", "one-line", jobs=jobs)

    (line,) = lines(told)
    assert (told.code, "пакет chataudit-sparrow 0.2.0" in line) == (ExitCode.AUDITED, True)
    assert reports(output) == {name: content for name, content in reports(tmp_path / "целые").items() if lost not in name}


@JOBS
def test_parser_that_breaks_in_reading_costs_its_own_chat_only(site: Site, folder: Path, output: Path, jobs: int):
    site.change("parser.py", "at, author, text = ", "raise RuntimeError(line)\n                at, author, text = ")

    told = batch(folder, output, jobs=jobs)

    (unread,) = [row["result"]["reason"] for row in summary_of(output)["rows"] if row["result"]["status"] == "unread"]
    assert (told.code, summary_of(output)["audited"]) == (ExitCode.SOME_UNREAD, 3)
    assert "sparrow (chataudit.parsers, пакет chataudit-sparrow 0.2.0) сломалось: RuntimeError" in unread
    assert "Ольга" not in told.out + told.err + unread


@JOBS
def test_what_a_broken_one_left_out_is_tried_again(site: Site, folder: Path, output: Path, tmp_path: Path, jobs: int):
    batch(folder, tmp_path / "целые", "--format", "one-line")
    broken = tmp_path / "сломано"
    broken.touch()
    site.change("reporter.py", "title = ", f"if __import__('os').path.exists({str(broken)!r}): 1 / 0\n        title = ")
    batch(folder, output, "--format", "one-line", jobs=jobs)
    broken.unlink()

    batch(folder, output, "--format", "one-line", jobs=jobs)

    assert reports(output) == reports(tmp_path / "целые")


def test_changed_code_of_the_same_version_is_asked_again(site: Site, folder: Path, output: Path):
    batch(folder, output, "--format", "one-line")
    site.change("reporter.py", "{title}: ", "Чат {title}: ")

    batch(folder, output, "--format", "one-line")

    assert "Чат 2 «Б»: 100 (-)\n".encode() in reports(output).values()
