"""Texts of strangers in a terminal: it shows them, and nothing but our own colours changes its state."""

import io
import json
import re
from collections.abc import Callable

import pyte
import pytest
from hostile_texts import PAYLOADS

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.console import ConsoleReporter

SHORT = [name for name in PAYLOADS if not name.startswith("very long")]

pytestmark = pytest.mark.medium("terminal")


WRITING = {"draw", "linefeed"}
COLOURING = {"select_graphic_rendition"}


def write(report: Report, *, colour: bool) -> bytes:
    out = io.BytesIO()
    ConsoleReporter().write(report, out, ReportOptions(show_all=True, width=80, colour=colour))
    return out.getvalue()


def obeyed(content: bytes) -> set[str]:
    """What a terminal is told to do."""
    told = io.StringIO()
    pyte.ByteStream(pyte.DebugScreen(to=told)).feed(content)
    return {json.loads(line)[0] for line in told.getvalue().splitlines()}


@pytest.mark.parametrize("name", ["escape", "overwriting", "device control"])
def test_terminal_would_obey(name: str) -> None:
    assert obeyed(PAYLOADS[name].encode()) - WRITING - COLOURING


@pytest.mark.parametrize("payload", SHORT)
def test_terminal_obeys_nobody_but_our_colours(poisoned: Callable[[str], Report], payload: str) -> None:
    report = poisoned(PAYLOADS[payload] + " ")

    assert obeyed(write(report, colour=True)) <= WRITING | COLOURING
    assert obeyed(write(report, colour=False)) <= WRITING


@pytest.mark.parametrize("payload", SHORT)
def test_colours_change_no_word(poisoned: Callable[[str], Report], payload: str) -> None:
    report = poisoned(PAYLOADS[payload] + " ")

    assert re.sub(rb"\x1b\[[0-9;]*m", b"", write(report, colour=True)) == write(report, colour=False)
