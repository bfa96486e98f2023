"""The words that typer puts around our help («Usage», «Options», «Show this message and exit.») → the same in the user's language."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import typer
import typer.completion

from chataudit.wording import Language, wording

_Formatter: Final[Any] = typer.Context.formatter_class  # typer does not export it under a name of its own

# What typer says in English, some of it without asking gettext, and the key of our text for it.
_KEYS: Final = {
    "Arguments": "help.arguments",
    "Options": "help.options",
    "Commands": "help.commands",
    "Show this message and exit.": "help.help",
    "Install completion for the current shell.": "help.install_completion",
    "Show completion for the current shell, to copy it or customize the installation.": "help.show_completion",
}
_PIECES: Final = {"[OPTIONS]": "help.usage.options", "COMMAND [ARGS]...": "help.usage.command"}
_TYPE: Final = re.compile(r" <\w+>$")  # what an argument is in Python
_NOTES: Final = re.compile(r"\[(?:default: .*|required)\]$", re.DOTALL)
_NOTE: Final = re.compile(r"\b(default|required)(?=: |; |\]$)")


def translate_help(command: Any, language: Language) -> None:
    """Let the help of a command, and of those under it, be framed in a language."""
    formatter = _formatter_in(language)
    for each in _all_under(command):
        each.context_class = type("HelpContext", (each.context_class,), {"formatter_class": formatter})
    for parameter in command.params:
        if parameter.name == "install_completion":
            parameter.callback = _installer_in(language)


def _all_under(command: Any) -> Iterator[Any]:
    yield command
    for each in getattr(command, "commands", {}).values():
        yield from _all_under(each)


def _installer_in(language: Language) -> Callable[[typer.Context, Any, Any], None]:
    """Return what `--install-completion` does: typer's own work, told in a language."""

    def install(context: typer.Context, parameter: Any, shell: Any) -> None:  # noqa: ARG001  - typer calls it so
        if shell and not context.resilient_parsing:
            name, path = typer.completion.install(shell=shell if isinstance(shell, str) else None)  # type: ignore[attr-defined]
            typer.echo(wording(language, "help.completion_installed", shell=name, path=path))
            raise typer.Exit

    return install


def _formatter_in(language: Language) -> type:
    def say(key: str) -> str:
        return wording(language, key)

    def translate(text: str) -> str:
        if text in _KEYS:
            return say(_KEYS[text])
        return _NOTES.sub(lambda notes: _NOTE.sub(lambda note: say(f"help.{note[1]}"), notes[0]), text)

    class Formatter(_Formatter):  # type: ignore[misc]  # a class of typer's, whichever it is
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            for piece, key in _PIECES.items():
                args = args.replace(piece, say(key))
            super().write_usage(prog, args, prefix or say("help.usage"))

        def write_heading(self, heading: str) -> None:
            super().write_heading(translate(heading))

        def write_dl(self, rows: Sequence[tuple[str, str]], *args: Any, **options: Any) -> None:
            super().write_dl([(_TYPE.sub("", name), translate(text)) for name, text in rows], *args, **options)

    return Formatter
