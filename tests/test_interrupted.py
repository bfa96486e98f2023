"""Ctrl-C where no command is at work that would take it: while the program begins, and while it asks."""

import pytest
import typer
from command_line import MEMO, ROOT, run

from chataudit.errors import ExitCode


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, typer.Abort])
def test_it_ends_the_program_quietly(monkeypatch: pytest.MonkeyPatch, interruption: type[BaseException]):
    def interrupt(_: object) -> None:
        raise interruption

    monkeypatch.setattr("chataudit.cli.app.build_app", interrupt)

    outcome = run("scan", ROOT / "samples" / "bad-class", "--rules", MEMO)

    assert (outcome.code, outcome.out, outcome.err) == (ExitCode.INTERRUPTED, "", "")
