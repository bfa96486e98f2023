"""The command that audits every export under a folder."""

from pathlib import Path
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_batch_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit batch` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"batch.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("command"))
    def batch(
        *,
        folder: Annotated[str, typer.Argument(help=wording(language, "remote.help.folder"), metavar="FOLDER", show_default=False)],
        output: Annotated[Path, typer.Option("--output", "-o", help=help_of("output"), metavar="DIR")] = Path("chataudit-reports"),
        format_: Annotated[str, typer.Option("--format", "-f", help=help_of("format"), metavar="html,…")] = "html",
        manifest: Annotated[Path | None, typer.Option("--manifest", help=help_of("manifest"), metavar="FILE")] = None,
        jobs: Annotated[int | None, typer.Option("--jobs", "-j", help=help_of("jobs"), metavar="N", show_default=False)] = None,
        engine: Annotated[str, typer.Option("--engine", help=wording(language, "cluster.help.engine"), metavar="processes|dask")] = "processes",
        scheduler: Annotated[str | None, typer.Option("--scheduler", help=wording(language, "cluster.help.scheduler"), metavar="ADDRESS")] = None,
        timeout: Annotated[int, typer.Option("--timeout", help=help_of("timeout"), metavar="SECONDS")] = 600,
        memory: Annotated[int, typer.Option("--memory", help=help_of("memory"), metavar="MB")] = 4096,
        chat: Annotated[list[str] | None, typer.Option("--chat", help=help_of("chat"), metavar="ID")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        date_order: Annotated[str | None, typer.Option("--date-order", help=common("date_order"), metavar="dmy|mdy|ymd")] = None,
        rules: Annotated[Path | None, typer.Option("--rules", help=common("rules_folder"), metavar="DIR")] = None,
        fail_on: Annotated[str | None, typer.Option("--fail-on", help=common("fail_on"), metavar="LEVEL")] = None,
        redact: Annotated[str | None, typer.Option("--redact", help=wording(language, "redaction.help"), metavar="names|all")] = None,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.batch.run import BatchOptions, run_batch
        from chataudit.reporters.batch_text import tell_batch

        check_language(lang)
        options = BatchOptions(
            folder=folder,
            output=output,
            language=language,
            manifest=manifest,
            formats=tuple(each.strip() for each in format_.split(",") if each.strip()),
            chats=tuple(chat or ()),
            timezone=timezone,
            date_order=date_order,
            rules=rules,
            jobs=jobs,
            engine=engine,
            scheduler=scheduler,
            timeout=timeout,
            memory=memory,
            fail_on=fail_on,
            redact=redact,
        )
        summary, code = run_batch(options)
        typer.echo(tell_batch(summary, output))
        raise typer.Exit(code)
