"""The command that prints texts ready to be sent; what it is told of the export it is told by the options of `scan`."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Final

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording

# Options of `scan` that say what the export is and how to read it, by the names of its parameters.
_SHARED: Final = (
    *("export", "teacher", "teacher_absent", "me", "chat", "roster", "timezone", "date_order", "config", "rules"),
    *("output", "strict", "lang"),
)


def add_advise_command(app: typer.Typer, language: Language, scan: Callable[..., None]) -> None:
    """Add `chataudit advise` with its help in a language; `scan` is the command whose options it shares."""

    def help_of(key: str) -> str:
        return wording(language, f"ready.help.{key}")

    def advise(
        *,
        only: Annotated[int | None, typer.Option("--only", help=help_of("only"), metavar="N")] = None,
        format_: Annotated[str, typer.Option("--format", "-f", help=help_of("format"), metavar="FORMAT")] = "terminal",
        **shared: Any,
    ) -> None:
        from chataudit.advising.run import run_advise
        from chataudit.scan import ScanOptions

        check_language(shared.pop("lang"))
        teachers = tuple(shared.pop("teacher") or ())
        run_advise(ScanOptions(language=language, teachers=teachers, format=format_, **shared), only=only)

    _take_options(advise, scan)
    app.command("advise", help=help_of("command"))(advise)


def _take_options(command: Callable[..., None], scan: Callable[..., None]) -> None:
    """Give a command the shared options of `scan` in place of its `**shared`: typer reads a command by its signature."""
    theirs = inspect.signature(scan).parameters
    own = [each for each in inspect.signature(command).parameters.values() if each.kind is not inspect.Parameter.VAR_KEYWORD]
    taken = [theirs[name] for name in _SHARED]
    command.__signature__ = inspect.Signature([*taken, *own])  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in (*taken, *own)}
