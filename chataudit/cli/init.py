"""The command that writes `chataudit.yaml`: asks on a terminal, takes its options elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_init_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit init` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"init.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command("init", help=help_of("command"))
    def init(
        *,
        folder: Annotated[Path, typer.Argument(help=help_of("folder"), metavar="FOLDER", show_default=False)],
        teacher: Annotated[list[str] | None, typer.Option("--teacher", help=common("teacher"), metavar="NAME")] = None,
        teacher_absent: Annotated[bool, typer.Option("--teacher-absent", help=common("teacher_absent"))] = False,
        hours: Annotated[str | None, typer.Option("--hours", help=help_of("hours"), metavar="08:00-20:00")] = None,
        roster: Annotated[str | None, typer.Option("--roster", help=common("roster"), metavar="FILE.csv")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        me: Annotated[str | None, typer.Option("--me", help=common("me"), metavar="NAME")] = None,
        chat: Annotated[str | None, typer.Option("--chat", help=common("chat"), metavar="ID")] = None,
        force: Annotated[bool, typer.Option("--force", help=help_of("force"))] = False,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.cli.init_questions import Given, initialise

        check_language(lang)
        given = Given(folder, tuple(teacher or ()), teacher_absent, hours, roster, timezone, me, chat, force=force)
        typer.echo(initialise(given, language))
