"""One scan: settings gathered, the export read, the chat judged, the report written, the exit code told."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast, get_args

from chataudit.auditing import audit
from chataudit.chat import Chat
from chataudit.config import Settings, files_named_in, find_config, parse_redaction, parse_timezone, read_config, read_roster
from chataudit.error_sentences import hide_names
from chataudit.errors import ChatAuditError, ConfigError, ExitCode, ExportError
from chataudit.findings import SEVERITIES, Report
from chataudit.parsers import read_chat
from chataudit.parsers.base import DateOrder, ReadOptions
from chataudit.parsers.entries import pages_beside
from chataudit.redaction.report import redact_report
from chataudit.reporters.base import encoding_of, open_output
from chataudit.reporters.places import parse_formats, place_reports, write_reports
from chataudit.reporters.terminal_text import disarm, visible
from chataudit.rulebook.choosing import choose_rules
from chataudit.rulebook.compiled import load_compiled
from chataudit.rulebook.rulebook import Rulebook
from chataudit.streams import ERRORS
from chataudit.why import tell_why
from chataudit.wording import Language, wording

_SCORE_PREFIX: Final = "score:"
_SCORE: Final = re.compile(r"[0-9]{1,3}")
_VERDICT_LEVELS: Final = ("violated", "partly")
_SEVERITY_LEVELS: Final = ("major", "minor")


@dataclass(frozen=True)
class ScanOptions:
    """What the command line was asked for; names as its options."""

    export: Path
    language: Language = "ru"
    teachers: tuple[str, ...] = ()
    teacher_absent: bool = False
    me: str | None = None
    chat: str | None = None
    roster: Path | None = None
    timezone: str | None = None
    date_order: str | None = None
    config: Path | None = None
    rules: Path | None = None
    format: str = "terminal"
    output: Path | None = None
    fail_on: str | None = None
    show_all: bool = False
    strict: bool = False
    why: str | None = None
    redact: str | None = None


def run_scan(options: ScanOptions) -> ExitCode:
    """Audit one export and write its report, or several forms of it.

    Raises:
        ChatAuditError: wrong options, settings or rules; an export that cannot be read.
    """
    formats = parse_formats(options.format)
    settings = gather_settings(options)
    if options.why is not None and settings.redact:
        raise ConfigError("redaction.why")
    named_like = Path(wording(options.language, "redaction.source")) if settings.redact else options.export
    places = place_reports(formats, options.output, named_like)
    if options.why is not None:
        told = disarm(visible(tell_why(*_read(options, settings), settings, options.why, options.language))) + "\n"
        with open_output(options.output, protected=input_files(options)) as out:
            out.write(told.encode(encoding_of(options.output), ERRORS))
        return ExitCode.AUDITED
    report = audit_export(options, settings)
    write_reports(report, places, show_all=options.show_all, protected=input_files(options))
    return ExitCode.FINDINGS if options.fail_on and fails(report, options.fail_on) else ExitCode.AUDITED


def audit_export(options: ScanOptions, settings: Settings) -> Report:
    """Return the report of an export, without its people where the settings ask for that.

    Raises:
        ChatAuditError: wrong rules; an export that cannot be read.
    """
    try:
        chat, rulebook = _read(options, settings)
        report = audit(chat, rulebook, settings, language=options.language, generated_at=report_time())
    except ChatAuditError as error:
        if settings.redact:
            hide_names(error)
        raise
    return redact_report(report, chat, settings.roster or (), rulebook, settings.redact) if settings.redact else report


def _read(options: ScanOptions, settings: Settings) -> tuple[Chat, Rulebook]:
    rulebook = load_compiled(choose_rules(options.rules))
    chat = read_chat(options.export, ReadOptions(settings.chat, settings.date_order, settings.timezone, settings.me))
    if options.strict and chat.truncated:
        raise ExportError("cli.truncated", path=options.export.name)
    return chat, rulebook


def input_files(options: ScanOptions) -> list[Path]:
    """Return the files that a report may not be written over."""
    config = options.config or find_config(options.export)
    beside = [*([options.roster] if options.roster else []), *(files_named_in(config) if config else [])]
    return [options.export, *beside, *pages_beside(options.export)]


def gather_settings(options: ScanOptions) -> Settings:
    """Return the options of the command line over those of the settings file.

    Raises:
        ConfigError: the file or an option is wrong.
    """
    _check_options(options)
    path = options.config or find_config(options.export)
    if options.config is not None and not options.config.is_file():
        raise ConfigError("config.unreadable", path=str(options.config))
    given = Settings(
        teachers=options.teachers,
        teacher_absent=options.teacher_absent,
        me=options.me,
        chat=options.chat,
        timezone=parse_timezone(options.timezone) if options.timezone else None,
        date_order=cast("DateOrder | None", options.date_order),
        roster=read_roster(options.roster) if options.roster else None,
        redact=parse_redaction(options.redact) if options.redact else None,
    )
    return given.over(read_config(path)) if path else given


def report_time() -> datetime:
    """Return the time that a report bears: SOURCE_DATE_EPOCH where it is set, so that reports can be compared byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(tz=UTC).astimezone()
    try:
        return datetime.fromtimestamp(int(epoch[:20]), tz=UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError("cli.bad_epoch", value=epoch[:40]) from error


def fails(report: Report, level: str) -> bool:
    """Say whether a report reaches a level of `--fail-on`: a verdict, a severity, or a score below a bound."""
    if level.startswith(_SCORE_PREFIX):
        return report.score is None or report.score < int(level.removeprefix(_SCORE_PREFIX))
    if level in _VERDICT_LEVELS:
        grave = _VERDICT_LEVELS[: _VERDICT_LEVELS.index(level) + 1]
        return any(result.verdict in grave for result in report.recommendations)
    least = SEVERITIES.index(level)
    numbers = [result.number for result in report.recommendations if result.findings]
    return any(SEVERITIES.index(finding.severity) >= least for number in numbers for finding in report.findings.of(number, limit=1))


def check_fail_on(level: str) -> None:
    """Refuse a level that `--fail-on` does not know.

    Raises:
        ConfigError: it is none.
    """
    known = (*_VERDICT_LEVELS, *_SEVERITY_LEVELS)
    if level not in known and not (level.startswith(_SCORE_PREFIX) and _SCORE.fullmatch(level.removeprefix(_SCORE_PREFIX))):
        raise ConfigError("cli.bad_fail_on", value=level)


def _check_options(options: ScanOptions) -> None:
    if options.fail_on:
        check_fail_on(options.fail_on)
    if options.date_order and options.date_order not in get_args(DateOrder):
        raise ConfigError("cli.bad_date_order", value=options.date_order, known=", ".join(get_args(DateOrder)))
