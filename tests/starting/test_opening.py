"""`scan --open`: the page is written to a file and the browser is asked to show it."""

import stat
import sys
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from command_line import ROOT, scan

from chataudit.errors import ExitCode

SAMPLE = ROOT / "samples" / "bad-class"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What the browser was asked to open."""
    addresses: list[str] = []

    def open_address(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", open_address)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return addresses


def test_page_asked_for_is_opened_where_it_was_written(opened: list[str], tmp_path: Path) -> None:
    page = tmp_path / "мой отчёт.html"
    outcome = scan(SAMPLE, "--format", "html", "--open", "--output", page)

    assert (outcome.code, outcome.out) == (ExitCode.AUDITED, "")
    assert opened == [page.as_uri()]
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(page) in outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="a folder of one's own has other rights there")
def test_without_a_name_it_is_written_where_nobody_else_may_read(opened: list[str]) -> None:
    assert scan(SAMPLE, "--format", "html", "--open").code == ExitCode.AUDITED
    (address,) = opened
    page = Path(unquote(urlparse(address).path))

    assert page.is_file()
    assert stat.S_IMODE(page.parent.stat().st_mode) == 0o700


def test_findings_still_make_the_exit_code(opened: list[str]) -> None:
    assert scan(SAMPLE, "--format", "html", "--open", "--fail-on", "minor", rules=None).code == ExitCode.FINDINGS
    assert len(opened) == 1


def test_missing_browser_is_told_with_the_place_of_the_report(opened: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    outcome = scan(SAMPLE, "--format", "html", "--open", "--output", tmp_path / "report.html")

    assert outcome.code == ExitCode.AUDITED
    assert "report.html" in outcome.err


@pytest.mark.parametrize(
    "arguments", [["--format", "json"], ["--format", "terminal"], ["--format", "html", "-o", "-"], ["--format", "html", "--why", "1"]]
)
def test_what_is_no_page_in_a_file_cannot_be_opened(opened: list[str], arguments: list[str]) -> None:
    outcome = scan(SAMPLE, "--open", *arguments)

    assert outcome.code == ExitCode.USAGE
    assert "--open" in outcome.sentence()
    assert opened == []
