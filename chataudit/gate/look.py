"""Exports in, their reports out, or why one could not be audited: the part that a check and the making of a baseline share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from chataudit.auditing import audit
from chataudit.batch.reading import read_sighting
from chataudit.config import Settings, parse_timezone
from chataudit.error_sentences import hide_names, tell_error
from chataudit.errors import ChatAuditError, ConfigError, ExitCode, ExportError
from chataudit.findings import Report
from chataudit.gate.gather import Gathered, gather
from chataudit.rulebook.choosing import choose_rules
from chataudit.rulebook.compiled import load_compiled
from chataudit.rulebook.rulebook import Rulebook
from chataudit.wording import Language


@dataclass(frozen=True)
class LookOptions:
    """What to audit and how; names as options of the command line. With `names` a reason why one cannot be audited may name people."""

    paths: tuple[Path, ...]
    language: Language = "ru"
    teachers: tuple[str, ...] = ()
    timezone: str | None = None
    config: Path | None = None
    rules: Path | None = None
    names: bool = True


@dataclass(frozen=True)
class Looked:
    """One export: its report, or the code and the reason why there is none; `inputs` are the files that were read for it."""

    place: str
    inputs: tuple[Path, ...]
    report: Report | None = None
    reason: str | None = None
    code: ExitCode = ExitCode.AUDITED


def load_rules(options: LookOptions) -> Rulebook:
    """Return the rulebook to judge by.

    Raises:
        RulebookError: it is wrong.
    """
    return load_compiled(choose_rules(options.rules))


def look(options: LookOptions, rulebook: Rulebook, at: datetime) -> Iterator[Looked]:
    """Audit the exports one after another: a report holds its whole chat.

    Raises:
        ConfigError: an option is wrong.
        ExportError: nothing there is an export.
    """
    given = given_settings(options)
    exports = gather(options.paths)
    if not exports:
        raise ExportError("batch.nothing_found", path=", ".join(map(str, options.paths)))
    for each in exports:
        yield _look_at(each, options, given, rulebook, at)


def given_settings(options: LookOptions) -> Settings:
    """Return what the options say of every export.

    Raises:
        ConfigError: one of them is wrong.
    """
    if options.config is not None and not options.config.is_file():
        raise ConfigError("config.unreadable", path=str(options.config))
    return Settings(teachers=options.teachers, timezone=parse_timezone(options.timezone) if options.timezone else None)


def audit_export(export: Gathered, options: LookOptions, given: Settings, rulebook: Rulebook, at: datetime) -> Report:
    """Audit one export.

    Raises:
        ChatAuditError: it cannot be read, or its settings do not fit it.
    """
    sighting = export.sighting
    settings = export.find_settings(given, options.config)
    chat = read_sighting(export.place, sighting.path, sighting.member, settings, sighting.span)
    return audit(chat, rulebook, settings, language=options.language, generated_at=at)


def _look_at(export: Gathered, options: LookOptions, given: Settings, rulebook: Rulebook, at: datetime) -> Looked:
    inputs = export.find_inputs()
    try:
        return Looked(export.place, inputs, audit_export(export, options, given, rulebook, at))
    except ChatAuditError as error:
        if not options.names:
            hide_names(error)
        return Looked(export.place, inputs, reason=tell_error(error, options.language), code=error.exit_code)


def unread_code(looked: Sequence[ExitCode]) -> ExitCode | None:
    """Return the exit code that exports without a report demand, from the codes of all; None where all were audited.

    Wrong settings come first, since nobody sent those; then what could not be read, since a gate has not seen it.
    """
    failed = [code for code in looked if code != ExitCode.AUDITED]
    if not failed:
        return None
    if any(code != ExitCode.NO_EXPORT for code in failed):
        return ExitCode.USAGE
    return ExitCode.NO_EXPORT if len(failed) == len(looked) else ExitCode.SOME_UNREAD
