"""The command that writes an export's messages and participants as a table that anybody can read, and this program reads back."""

from pathlib import Path
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_export_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit export` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"table.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("command"))
    def export(
        *,
        source: Annotated[Path | None, typer.Argument(help=common("export"), metavar="EXPORT", show_default=False)] = None,
        form: Annotated[str, typer.Option("--to", help=help_of("form"), metavar="csv|jsonl|parquet")] = "csv",
        output: Annotated[Path | None, typer.Option("--output", "-o", help=help_of("output"), metavar="DIR|FILE.zip", show_default=False)] = None,
        schema: Annotated[bool, typer.Option("--schema", help=help_of("schema"))] = False,
        chat: Annotated[str | None, typer.Option("--chat", help=common("chat"), metavar="ID")] = None,
        me: Annotated[str | None, typer.Option("--me", help=common("me"), metavar="NAME")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        date_order: Annotated[str | None, typer.Option("--date-order", help=common("date_order"), metavar="dmy|mdy|ymd")] = None,
        config: Annotated[Path | None, typer.Option("--config", help=common("config"), metavar="FILE.yaml")] = None,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        check_language(lang)
        if schema:
            import json

            from chataudit.table_schema import describe

            typer.echo(json.dumps(describe(), ensure_ascii=False, indent=2))
            return
        from chataudit.exporting.run import ExportOptions, run_export

        options = ExportOptions(source, form, output, language, chat=chat, me=me, timezone=timezone, date_order=date_order, config=config)
        typer.echo(run_export(options), err=True)
