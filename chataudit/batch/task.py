"""One export audited: a task in, its result and the bytes of its reports out; kept on disk apart from that, by whoever has the disk."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path

import chataudit
from chataudit.auditing import audit
from chataudit.batch.fetching import Source, fetched
from chataudit.batch.reading import read_sighting
from chataudit.batch.redacted import hide_details
from chataudit.batch.store import Store, report_place
from chataudit.batch.summary import ChatResult, Standing
from chataudit.batch.trend import measure
from chataudit.config import Settings
from chataudit.crashes import trace_of
from chataudit.error_sentences import tell_error
from chataudit.errors import ChatAuditError, PluginError
from chataudit.findings import SEVERITIES, RecommendationResult, Report, Severity
from chataudit.parsers.base import Span
from chataudit.plugins import listening, warn_of
from chataudit.redaction.report import redact_report
from chataudit.remote.storage import StorageError, StorageGoneError
from chataudit.reporters import find_reporter
from chataudit.reporters.base import ReportOptions
from chataudit.rulebook.choosing import choose_rules
from chataudit.rulebook.compiled import load_compiled
from chataudit.rulebook.rulebook import Rulebook
from chataudit.wording import Language, wording


@dataclass(frozen=True)
class Task:
    """All that is needed to audit one export; small, so that it can be sent anywhere.

    Attributes:
        place: where the export lies within the batch's folder.
        path, member: the file, and its place in the zip that the file is; span: where in the file it lies among others.
        settings: what is known beside the export.
        rules: the rulebook's folder, or its name, None for the default one, on whatever machine the task is on; rules_digest: of its
            files, so that a process that has read them knows them again.
        plugins: what other packages offer where the task was given out.
        program: the version that gave out the task.
        generated_at: ISO 8601; the same for all tasks of a batch.
        formats: names of reporters.
        output: folder of the batch; name: of the chat's reports there, without suffix.
        label: what the export is called where its path must not be told; None where it may.
        key: tells whether a result kept by an earlier run still holds; None where the export could not be read for it.
        source: where to fetch the export from; None where `path` is the export itself.
        size: bytes of the export, as far as a search saw them.
    """

    place: str
    path: Path
    member: str | None
    span: Span | None
    settings: Settings
    rules: Path | None
    rules_digest: str
    plugins: tuple[str, ...]
    program: str
    language: Language
    generated_at: str
    formats: tuple[str, ...]
    output: Path
    name: str
    label: str | None
    key: str | None
    source: Source | None = None
    size: int = 0


@dataclass(frozen=True)
class Audited:
    """What the audit of one export gave, before anything is written.

    Attributes:
        result: for the summary; it names the reports.
        reports: their bytes by their places within the batch's folder.
        skipped: plug-ins that broke in it; what they would have given may be had another time.
        lasts: whether it would be the same again; what a bug or a wrong machine gave is not kept.
        is_storage_gone: the storage of the exports did not answer.
    """

    result: ChatResult
    reports: dict[str, bytes] = field(default_factory=dict)
    skipped: list[PluginError] = field(default_factory=list)
    lasts: bool = True
    is_storage_gone: bool = False


@dataclass(frozen=True)
class Kept:
    """The result of one export, whose reports are written; skipped: as of `Audited`."""

    result: ChatResult
    skipped: list[PluginError]


def audit_one(task: Task) -> Kept | Audited:
    """Audit one export, write its reports and keep the result; a failure of any kind is a result, too.

    Where the storage is gone there is nothing to keep: whoever gave out the task must know of it.
    """
    audited = audit_export(task)
    return audited if audited.is_storage_gone else keep(task, audited)


def audit_export(task: Task) -> Audited:
    """Audit one export and write nothing, so that any machine that can read the export may do it; a failure of any kind is a result, too."""
    skipped: list[PluginError] = []
    with listening(skipped.append):
        audited = _audit_export(task)
    return replace(audited, skipped=skipped)


def _audit_export(task: Task) -> Audited:
    try:
        with _at_hand(task) as path:
            report = _audit(task, path)
            reports = _render(task, report)
    except StorageError as error:
        return Audited(ChatResult(status="unread", reason=_tell(error, task)), lasts=False, is_storage_gone=isinstance(error, StorageGoneError))
    except ChatAuditError as error:
        return Audited(ChatResult(status="unread", reason=_tell(error, task)))
    except MemoryError:  # the engine's to tell
        raise
    except Exception as error:  # noqa: BLE001  - a bug met in one chat must not cost the others theirs; its place goes to the log
        return Audited(tell_crash(error, task.language), lasts=False)
    places = {form: place for form, (place, _) in reports.items()}
    return Audited(_sum_up(report, places), dict(reports.values()))


def keep(task: Task, audited: Audited) -> Kept:
    """Write the reports of one export and keep its result; return it with its trend."""
    return Kept(_keep(task, audited), audited.skipped)


def _keep(task: Task, audited: Audited) -> ChatResult:
    if not audited.lasts:
        return audited.result
    store, result = Store(task.output), audited.result
    try:
        for place, content in audited.reports.items():
            with store.open_report(place) as out:
                out.write(content)
        if not audited.reports:
            store.discard_reports(task.name, task.formats)
        # Under a label a chat is known by its number alone, which may have been another's before: it is compared with no earlier run.
        now = None if task.label else measure(result, at=task.generated_at, rules=task.rules_digest, program=chataudit.__version__)
        return store.keep(task.name, None if audited.skipped else task.key, result, now)
    except ChatAuditError as error:  # the reports could not be written: not the export's fault, so not kept
        return ChatResult(status="unread", reason=_tell(error, task))


def tell_crash(error: BaseException, language: Language) -> ChatResult:
    """Return the result of a task that broke: where in the program, without any text that an error's message may quote."""
    return ChatResult(status="unread", reason=wording(language, "batch.crashed", error=type(error).__name__), trace=trace_of(error))


@contextmanager
def _at_hand(task: Task) -> Iterator[Path]:
    """Yield where this machine can read the export."""
    if task.source is None:
        yield task.path
        return
    with fetched(task.source) as path:
        try:
            yield path
        except ChatAuditError as error:
            if str(error.details.get("path")) == str(path):
                error.details["path"] = task.path  # people know that place, not the folder of this machine
            raise


def _audit(task: Task, path: Path) -> Report:
    rulebook, settings = _load(choose_rules(task.rules), task.rules_digest), task.settings
    chat = read_sighting(task.place, path, task.member, settings, task.span)
    report = audit(chat, rulebook, settings, language=task.language, generated_at=datetime.fromisoformat(task.generated_at))
    return redact_report(report, chat, settings.roster or (), rulebook, settings.redact) if settings.redact else report


@cache
def _load(rules: Path, digest: str) -> Rulebook:  # noqa: ARG001  - part of what is remembered
    rulebook = load_compiled(rules)
    gc.collect()
    gc.freeze()  # it lives as long as the process: no later search for cycles need walk through it
    return rulebook


def _render(task: Task, report: Report) -> dict[str, tuple[str, bytes]]:
    """Return the place and the bytes of each form of the report."""
    rendered: dict[str, tuple[str, bytes]] = {}
    for form in task.formats:
        try:
            reporter = find_reporter(form)
            out = io.BytesIO()
            reporter.write(report, out, ReportOptions())
        except PluginError as error:  # another package's reporter: the chat's other reports are as good as ever
            warn_of(error)
        else:
            rendered[form] = (report_place(task.name, reporter.suffix), out.getvalue())
    return rendered


def _tell(error: ChatAuditError, task: Task) -> str:
    """Tell an error with the export's place, or its label, rather than where this computer keeps it."""
    if task.label is not None:
        return tell_error(hide_details(error, task.label, task.language), task.language)
    if "path" in error.details and str(error.details["path"]) == str(task.path):
        error.details["path"] = task.place
    return tell_error(error, task.language)


def _sum_up(report: Report, written: dict[str, str]) -> ChatResult:
    chat = report.chat
    return ChatResult(
        status="audited",
        title=chat.title,
        platform=chat.platform,
        message_count=chat.message_count,
        first_message_at=chat.first_message_at,
        last_message_at=chat.last_message_at,
        teachers=[teacher.name for teacher in chat.teachers],
        truncated=chat.truncated,
        score=report.score,
        score_low=report.score_low,
        score_high=report.score_high,
        checked=report.checked,
        worst_severity=_worst_severity(report),
        recommendations=[_stand(each) for each in report.recommendations],
        reports=written,
    )


def _stand(result: RecommendationResult) -> Standing:
    rules = [rule.rule for rule in result.rules if rule.effect == "finding" and rule.count]
    return Standing(result.number, result.verdict, result.reason, result.findings, rules, result.needs)


def _worst_severity(report: Report) -> Severity | None:
    found = [finding.severity for each in report.recommendations if each.findings for finding in report.findings.of(each.number, limit=1)]
    return max(found, key=SEVERITIES.index, default=None)
