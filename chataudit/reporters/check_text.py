"""The result of a check as plain lines for a terminal and for a build server's log: a line an export, a line a finding."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import BinaryIO, Final

from chataudit.findings import Finding
from chataudit.gate.result import Accepted, CheckedExport, CheckResult
from chataudit.reporters.lines import tell_place, tell_quote
from chataudit.reporters.terminal_text import log_line
from chataudit.reporters.times import show_date
from chataudit.streams import ERRORS
from chataudit.wording import Language, wording

_SHOWN: Final = 10  # entries of the baseline; the JSON has all
_ENTRY_ID: Final = 8  # characters of a digest: enough to find it in the file


def write_check_text(result: CheckResult, out: BinaryIO, encoding: str) -> None:
    """Write the lines; no name of a path and no quote can begin another or a command of the log."""
    out.writelines(log_line(line).encode(encoding, ERRORS) + b"\n" for line in _lines(result))


def _lines(result: CheckResult) -> Iterator[str]:
    language = result.language
    for export in result.exports:
        yield tell_export(export, language)
        width = max((len(each.rule) for each in export.findings), default=0)
        for told, same in groupby(f"  {each.rule:<{width}}  {tell_checked_finding(each, language)}" for each in export.findings):
            count = len(list(same))  # of those without a message and a name the lines are alike
            yield told if count == 1 else wording(language, "gate.times", what=told, count=count)
    yield from _entries(result.expired, "gate.expired", language)
    yield from _entries(result.stale, "gate.stale", language)
    yield tell_total(result)


def _entries(entries: Sequence[Accepted], key: str, language: Language) -> Iterator[str]:
    for entry in entries[:_SHOWN]:
        day = show_date(entry.expires) if entry.expires else ""
        reason = f" ({entry.reason})" if entry.reason else ""
        yield wording(language, key, id=entry.id[:_ENTRY_ID], rule=entry.rule, reason=reason, day=day)
    if len(entries) > _SHOWN:
        yield wording(language, "gate.more_entries", count=len(entries) - _SHOWN)


def tell_export(export: CheckedExport, language: Language) -> str:
    """Return where an export lies and whether it passed, in one line."""
    if export.outcome == "unread":
        return wording(language, "gate.unread", place=export.place, reason=export.reason or "")
    outcome = "failed_by_score" if export.outcome == "failed" and not export.findings else export.outcome
    parts = [
        wording(language, f"gate.{outcome}", place=export.place, count=len(export.findings)),
        wording(language, "report.score.none" if export.score is None else "report.score", score=export.score),
        wording(language, "report.checked", checked=export.checked, all=export.recommendations),
    ]
    parts += [wording(language, f"gate.{name}", count=count) for name in ("accepted", "earlier") if (count := getattr(export, name))]
    return " · ".join(parts)


def tell_checked_finding(finding: Finding, language: Language) -> str:
    """Return when and where a finding is and what it is; its words where they were asked for."""
    return " · ".join(part for part in (tell_place(finding, language), finding.explanation, tell_quote(finding, language)) if part)


def tell_total(result: CheckResult) -> str:
    """Return how many exports were checked and how many failed, by which threshold."""
    outcomes = [each.outcome for each in result.exports]
    parts = [wording(result.language, "gate.total", count=len(outcomes), failed=outcomes.count("failed"), level=result.fail_on)]
    if unread := outcomes.count("unread"):
        parts.append(wording(result.language, "gate.total_unread", count=unread))
    if result.since:
        parts.append(wording(result.language, "gate.total_since", day=show_date(result.since)))
    return " · ".join(parts)
