"""Where the labelled chats are, and a line under the tests' result where they are not: nobody takes skipped tests for passed ones."""

import os
from pathlib import Path

import pytest

VARIABLE = "CHATAUDIT_SHARED"
_TESTS = "test_corpus.py"


def find_shared() -> Path | None:
    """Return the shared folder: the one that the variable names, else the one beside the checkout; None where neither has the chats."""
    named = os.environ.get(VARIABLE)
    folder = Path(named) if named else Path(__file__).parents[2] / "shared"
    return folder if (folder / "tools" / "score.py").is_file() else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say that the rules were not measured on the labelled chats."""
    if any(_TESTS in report.nodeid for report in terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(f"labelled chats: not found, {_TESTS} skipped; put them into ../shared or name their folder by {VARIABLE}")
