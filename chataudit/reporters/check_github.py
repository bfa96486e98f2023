"""The result of a check as annotations of a GitHub Actions run: one for each recommendation that fails, of each export."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

from chataudit.findings import Finding, Report
from chataudit.gate.result import CheckResult
from chataudit.reporters.check_text import tell_checked_finding, tell_export, tell_total
from chataudit.reporters.github import command
from chataudit.wording import Language, wording

_SHOWN: Final = 5  # findings of a recommendation: GitHub cuts a long annotation


def write_check_github(result: CheckResult, reports: Sequence[Report], out: BinaryIO) -> None:
    """Write the annotations; GitHub shows ten errors of a step, so the exports that fail come as few lines."""
    out.writelines(line.encode() + b"\n" for line in _commands(result, reports))


def _commands(result: CheckResult, reports: Sequence[Report]) -> Iterator[str]:
    language = result.language
    titles = {each.number: each.title for report in reports for each in report.recommendations}
    for export in result.exports:
        if export.outcome != "passed" and not export.findings:
            yield command("error", export.place, [tell_export(export, language)])
        for number, findings in groupby(export.findings, attrgetter("recommendation")):
            named = wording(language, "formats.recommendation", number=number, title=titles[number])
            yield command("error", f"{export.place} · {named}", _told(list(findings), language))
    for entry in result.expired:
        yield command("warning", "chataudit", [wording(language, "gate.expired_rule", rule=entry.rule)])
    yield command("notice", "chataudit", [*(tell_export(export, language) for export in result.exports), tell_total(result)])


def _told(findings: list[Finding], language: Language) -> list[str]:
    lines = [f"- {each.rule}: {tell_checked_finding(each, language)}" for each in findings[:_SHOWN]]
    if len(findings) > _SHOWN:
        lines.append(wording(language, "report.findings.shown", shown=_SHOWN, count=len(findings)))
    return lines
