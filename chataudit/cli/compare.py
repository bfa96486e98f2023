"""The command that compares two reports, two exports or two batches."""

from pathlib import Path
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_compare_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit compare` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"compare.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("command"))
    def compare(
        *,
        old: Annotated[Path, typer.Argument(help=help_of("old"), metavar="OLD", show_default=False)],
        new: Annotated[Path, typer.Argument(help=help_of("new"), metavar="NEW", show_default=False)],
        format_: Annotated[str, typer.Option("--format", "-f", help=help_of("format"), metavar="FORMAT")] = "terminal",
        output: Annotated[Path | None, typer.Option("--output", "-o", help=help_of("output"), metavar="FILE")] = None,
        show_all: Annotated[bool, typer.Option("--all", help=help_of("all"))] = False,
        teacher: Annotated[list[str] | None, typer.Option("--teacher", help=common("teacher"), metavar="NAME")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        config: Annotated[Path | None, typer.Option("--config", help=common("config"), metavar="FILE.yaml")] = None,
        rules: Annotated[Path | None, typer.Option("--rules", help=common("rules_folder"), metavar="DIR")] = None,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.comparing.run import CompareOptions, run_compare
        from chataudit.gate.look import LookOptions

        check_language(lang)
        look = LookOptions((old, new), language, tuple(teacher or ()), timezone, config, rules)
        raise typer.Exit(run_compare(CompareOptions(look, format_, output, show_all)))
