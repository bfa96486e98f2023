"""The commands for automatic runs: whether exports pass a threshold, and what of them was accepted."""

from pathlib import Path
from typing import Annotated

import typer

from chataudit.cli.rules import check_language
from chataudit.wording import Language, wording


def add_check_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit check` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"gate.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("check"))
    def check(
        *,
        paths: Annotated[list[Path], typer.Argument(help=help_of("paths"), metavar="PATH", show_default=False)],
        fail_on: Annotated[str, typer.Option("--fail-on", help=help_of("fail_on"), metavar="LEVEL")] = "violated",
        since: Annotated[str | None, typer.Option("--since", help=help_of("since"), metavar="DATE")] = None,
        baseline: Annotated[Path | None, typer.Option("--baseline", help=help_of("baseline"), metavar="FILE")] = None,
        baseline_key: Annotated[Path | None, typer.Option("--baseline-key", help=help_of("key"), metavar="FILE")] = None,
        format_: Annotated[str, typer.Option("--format", "-f", help=help_of("format"), metavar="FORMAT")] = "terminal",
        output: Annotated[Path | None, typer.Option("--output", "-o", help=help_of("output"), metavar="FILE")] = None,
        quotes: Annotated[bool, typer.Option("--quotes", help=help_of("quotes"))] = False,
        exit_zero: Annotated[bool, typer.Option("--exit-zero", help=help_of("exit_zero"))] = False,
        teacher: Annotated[list[str] | None, typer.Option("--teacher", help=common("teacher"), metavar="NAME")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        config: Annotated[Path | None, typer.Option("--config", help=common("config"), metavar="FILE.yaml")] = None,
        rules: Annotated[Path | None, typer.Option("--rules", help=common("rules_folder"), metavar="DIR")] = None,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.gate.look import LookOptions
        from chataudit.gate.run import CheckOptions, run_check

        check_language(lang)
        options = CheckOptions(
            look=LookOptions(tuple(paths), language, tuple(teacher or ()), timezone, config, rules),
            fail_on=fail_on,
            since=since,
            baseline=baseline,
            baseline_key=baseline_key,
            format=format_,
            output=output,
            quotes=quotes,
            exit_zero=exit_zero,
        )
        raise typer.Exit(run_check(options))


def add_baseline_command(app: typer.Typer, language: Language) -> None:
    """Add `chataudit baseline` with its help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"gate.help.{key}")

    def common(key: str) -> str:
        return wording(language, f"cli.{key}")

    @app.command(help=help_of("write"))
    def baseline(
        *,
        paths: Annotated[list[Path], typer.Argument(help=help_of("paths"), metavar="PATH", show_default=False)],
        output: Annotated[Path, typer.Option("--output", "-o", help=help_of("baseline_output"), metavar="FILE")] = Path("chataudit-baseline.yaml"),
        reason: Annotated[str | None, typer.Option("--reason", help=help_of("reason"), metavar="TEXT")] = None,
        expires: Annotated[str | None, typer.Option("--expires", help=help_of("expires"), metavar="DATE")] = None,
        update: Annotated[bool, typer.Option("--update", help=help_of("update"))] = False,
        prune: Annotated[bool, typer.Option("--prune", help=help_of("prune"))] = False,
        baseline_key: Annotated[Path | None, typer.Option("--baseline-key", help=help_of("key"), metavar="FILE")] = None,
        teacher: Annotated[list[str] | None, typer.Option("--teacher", help=common("teacher"), metavar="NAME")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=common("timezone"), metavar="ZONE")] = None,
        config: Annotated[Path | None, typer.Option("--config", help=common("config"), metavar="FILE.yaml")] = None,
        rules: Annotated[Path | None, typer.Option("--rules", help=common("rules_folder"), metavar="DIR")] = None,
        lang: Annotated[str, typer.Option("--lang", help=common("lang"), metavar="ru|en")] = language,
    ) -> None:
        from chataudit.gate.accepting import BaselineOptions, run_baseline
        from chataudit.gate.look import LookOptions
        from chataudit.reporters.terminal_text import one_line

        check_language(lang)
        look = LookOptions(tuple(paths), language, tuple(teacher or ()), timezone, config, rules)
        written = run_baseline(BaselineOptions(look, output, baseline_key, reason, expires, update, prune))
        if written.key is not None:
            typer.echo(one_line(wording(language, "gate.key_made", path=written.key)), err=True)
        if written.unread:
            for sentence in (*written.unread, wording(language, "gate.nothing_written")):
                typer.echo(one_line(sentence), err=True)
        else:
            counts = {"count": written.entries, "new": written.new, "dropped": written.dropped}
            typer.echo(one_line(wording(language, "gate.written", path=output, **counts)))
        raise typer.Exit(written.code)
