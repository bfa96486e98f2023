"""The command line: options in, an audit, a reporter, an exit code. Everything heavy is imported when it is used."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from chataudit import __version__
from chataudit.cli.advise import add_advise_command
from chataudit.cli.batch import add_batch_command
from chataudit.cli.check import add_baseline_command, add_check_command
from chataudit.cli.compare import add_compare_command
from chataudit.cli.export import add_export_command
from chataudit.cli.guide import add_guide_command
from chataudit.cli.help import translate_help
from chataudit.cli.init import add_init_command
from chataudit.cli.plugins import add_plugins_command, telling_of_plugins
from chataudit.cli.rules import build_rules_app, check_language, load_rules, rules_folder
from chataudit.crashes import tell_crash
from chataudit.error_sentences import tell_error
from chataudit.errors import ChatAuditError, ConfigError, ExitCode
from chataudit.standard_output import StreamError, flush_streams, guard_streams
from chataudit.streams import prepare_streams
from chataudit.wording import LANGUAGES, Language, wording

LANGUAGE_VARIABLE: Final = "CHATAUDIT_LANG"

_UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]  # typer exports no other of its errors


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line in the language that the arguments, the environment or the default (Russian) name."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.disable()  # one short run: looking for cycles among a million strings costs a fifth of it and finds next to nothing
    language = _choose_language(given)
    guard_streams()
    prepare_streams((sys.stdout, sys.stderr))
    code = _run(given, language)
    gc.freeze()  # or the interpreter would, on leaving, look through all of it for cycles: a third of a second
    sys.exit(code)


def _run(arguments: list[str], language: Language) -> int:
    """Run a command and return its exit code; whatever goes wrong is told without a word of a chat."""
    try:
        command = typer.main.get_command(build_app(language))
        translate_help(command, language)
        with telling_of_plugins(_say, language):
            code = command(arguments, prog_name="chataudit", standalone_mode=False)
        flush_streams()
    except ChatAuditError as error:
        _say(tell_error(error, language))
        return error.exit_code
    except _UsageError as error:
        from chataudit.usage_errors import tell_usage_error

        _say(tell_usage_error(error, language))
        return ExitCode.USAGE
    except (typer.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except StreamError as error:
        from chataudit.reporters.base import output_error

        _say(tell_error(output_error(error, "stdout"), language))
        return ExitCode.USAGE
    except Exception as error:  # a bug of ours: Python's own traceback would quote what the error quotes
        if sys.flags.dev_mode:
            raise
        _say(tell_crash(error, language))
        return ExitCode.CRASHED
    return code or ExitCode.AUDITED


def _choose_language(arguments: list[str]) -> Language:
    """Find `--lang` before the options are read: it decides in which language their help is."""
    named = os.environ.get(LANGUAGE_VARIABLE, "")
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            named = arguments[at + 1]
        elif argument.startswith("--lang="):
            named = argument.removeprefix("--lang=")
    return next((each for each in LANGUAGES if each == named), "ru")


def _say(text: str) -> None:
    """Print to standard error what may quote names and words of strangers."""
    from chataudit.reporters.terminal_text import disarm, visible

    typer.echo(disarm(visible(text)), err=True)


def _choose_export(named: Path | None, language: Language, *, latest: bool) -> tuple[Path, Path | None]:
    """Return the export named, or the newest one of the folder named, else of the download folders, and its settings file.

    The newest is told of; the settings of an export that was named are left to the scan to find.

    Raises:
        ChatAuditError: nothing was named, or there is no export.
    """
    if not latest:
        if named is None:
            raise ConfigError("latest.no_export")
        return named, None
    from chataudit.scan import report_time
    from chataudit.starting.latest import download_folders, find_config_beside, find_latest, tell_latest

    newest = find_latest([named] if named else download_folders())
    _say(tell_latest(newest, report_time(), language))
    return newest.path, find_config_beside(newest.path, named)


def build_app(language: Language) -> typer.Typer:
    """Build the commands with their help in a language."""

    def help_of(key: str) -> str:
        return wording(language, f"cli.{key}")

    app = typer.Typer(
        name="chataudit", help=help_of("app"), invoke_without_command=True, rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.add_typer(build_rules_app(language), name="rules")
    lang_option = Annotated[str, typer.Option("--lang", help=help_of("lang"), metavar="ru|en")]
    rules_option = Annotated[Path | None, typer.Option("--rules", help=help_of("rules_folder"), metavar="DIR")]

    def show_version(*, asked: bool) -> None:
        if asked:
            typer.echo(f"chataudit {__version__}")
            raise typer.Exit

    @app.callback()
    def root(
        context: typer.Context,
        *,
        version: Annotated[
            bool, typer.Option("--version", callback=lambda value: show_version(asked=value), is_eager=True, help=help_of("version"))
        ] = False,
        lang: lang_option = language,
    ) -> None:
        check_language(lang)
        if context.invoked_subcommand is None:
            typer.echo(wording(language, "start.text"))

    @app.command(help=help_of("scan"))
    def scan(
        *,
        export: Annotated[Path | None, typer.Argument(help=help_of("export"), metavar="EXPORT", show_default=False)] = None,
        latest: Annotated[bool, typer.Option("--latest", help=wording(language, "latest.help"))] = False,
        teacher: Annotated[list[str] | None, typer.Option("--teacher", help=help_of("teacher"), metavar="NAME")] = None,
        teacher_absent: Annotated[bool, typer.Option("--teacher-absent", help=help_of("teacher_absent"))] = False,
        me: Annotated[str | None, typer.Option("--me", help=help_of("me"), metavar="NAME")] = None,
        chat: Annotated[str | None, typer.Option("--chat", help=help_of("chat"), metavar="ID")] = None,
        roster: Annotated[Path | None, typer.Option("--roster", help=help_of("roster"), metavar="FILE.csv")] = None,
        timezone: Annotated[str | None, typer.Option("--timezone", help=help_of("timezone"), metavar="ZONE")] = None,
        date_order: Annotated[str | None, typer.Option("--date-order", help=help_of("date_order"), metavar="dmy|mdy|ymd")] = None,
        config: Annotated[Path | None, typer.Option("--config", help=help_of("config"), metavar="FILE.yaml")] = None,
        rules: rules_option = None,
        format_: Annotated[str | None, typer.Option("--format", "-f", help=help_of("format"), metavar="FORMAT[,FORMAT]", show_default=False)] = None,
        output: Annotated[Path | None, typer.Option("--output", "-o", help=help_of("output"), metavar="FILE|DIR")] = None,
        open_: Annotated[bool, typer.Option("--open", help=help_of("open"))] = False,
        fail_on: Annotated[str | None, typer.Option("--fail-on", help=help_of("fail_on"), metavar="LEVEL")] = None,
        show_all: Annotated[bool, typer.Option("--all", help=help_of("all"))] = False,
        strict: Annotated[bool, typer.Option("--strict", help=help_of("strict"))] = False,
        redact: Annotated[str | None, typer.Option("--redact", help=wording(language, "redaction.help"), metavar="names|all")] = None,
        why: Annotated[str | None, typer.Option("--why", help=help_of("why"), metavar="ID")] = None,
        lang: lang_option = language,
    ) -> None:
        from chataudit.scan import ScanOptions, run_scan
        from chataudit.starting.opening import open_in_browser, place_to_open

        check_language(lang)
        form = format_ or ("html" if open_ else "terminal")
        place = place_to_open(output, form=form, why=why) if open_ else output
        chosen, settings = _choose_export(export, language, latest=latest)
        options = ScanOptions(
            export=chosen,
            language=language,
            teachers=tuple(teacher or ()),
            teacher_absent=teacher_absent,
            me=me,
            chat=chat,
            roster=roster,
            timezone=timezone,
            date_order=date_order,
            config=config or settings,
            rules=rules,
            format=form,
            output=place,
            fail_on=fail_on,
            show_all=show_all,
            strict=strict,
            why=why,
            redact=redact,
        )
        code = run_scan(options)
        if open_ and place is not None:
            _say(wording(language, "cli.opened" if open_in_browser(place) else "cli.no_browser", path=place))
        raise typer.Exit(code)

    add_advise_command(app, language, scan)
    add_batch_command(app, language)
    add_check_command(app, language)
    add_baseline_command(app, language)
    add_compare_command(app, language)
    add_export_command(app, language)

    @app.command(help=help_of("explain"))
    def explain(
        *, code: Annotated[str, typer.Argument(help=help_of("code"), metavar="CODE")], rules: rules_option = None, lang: lang_option = language
    ) -> None:
        from chataudit.explaining import explain as tell

        check_language(lang)
        typer.echo(tell(load_rules(rules), rules_folder(rules), code, language))

    add_guide_command(app, language)
    add_init_command(app, language)
    add_plugins_command(app, language)
    return app
