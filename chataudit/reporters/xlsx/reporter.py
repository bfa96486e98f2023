"""A report as a workbook: a summary, the sixteen, all findings, the participants and messages that they name."""

from typing import BinaryIO, Final

from openpyxl import Workbook

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.cells import finding_rows, headings, moment
from chataudit.reporters.xlsx.archive import save
from chataudit.reporters.xlsx.named import Named
from chataudit.reporters.xlsx.sheet import Column, Sheet
from chataudit.reporters.xlsx.summary import recommendation_rows, summary_rows
from chataudit.wording import wording

_SUMMARY: Final = {"what": 42, "value": 80}
_RECOMMENDATIONS: Final = {
    "number": 5,
    "recommendation": 36,
    "verdict": 20,
    "score": 8,
    "weight": 6,
    "findings": 11,
    "reason": 50,
    "advice": 50,
    "needs": 36,
    "questions": 50,
    "clause": 50,
    "why": 50,
}
_FINDINGS: Final = {
    "number": 5,
    "recommendation": 36,
    "rule": 22,
    "rule_title": 26,
    "severity": 16,
    "confidence": 12,
    "at": 17,
    "participants": 26,
    "message": 12,
    "excerpt": 60,
    "explanation": 46,
    "signs": 36,
    "before": 40,
    "after": 40,
    "id": 18,
}
_PARTICIPANTS: Final = {"name": 36, "teacher": 10, "findings": 11, "major": 11, "in_favour": 11, "first": 17, "last": 17}
_MESSAGES: Final = {"message": 12, "at": 17, "author": 30, "text": 80, "against": 36, "in_favour": 36}
_WRAPPED: Final = 36  # characters: columns of this width and more hold sentences


class XlsxReporter:
    """Writes the workbook; times in it are the chat's local ones."""

    name = "xlsx"
    suffix = ".xlsx"
    binary = True

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write all findings, row by row: a workbook of all of them would not fit into the memory."""
        workbook = Workbook(write_only=True)
        summary = _make_sheet(workbook, report, "summary", _SUMMARY)
        recommendations, findings, participants, messages = (
            _make_sheet(workbook, report, name, widths)
            for name, widths in (
                ("recommendations", _RECOMMENDATIONS),
                ("findings", _FINDINGS),
                ("participants", _PARTICIPANTS),
                ("messages", _MESSAGES),
            )
        )
        named = Named(report)
        recommendations.extend(recommendation_rows(report))
        findings.extend(finding_rows(report, noted_by=named.add))
        participants.extend(named.people(yes=wording(report.language, "formats.yes")))
        messages.extend(named.messages())
        summary.extend(summary_rows(report, [each for each in (findings, participants, messages) if each.left_out]))
        for sheet in (summary, recommendations, findings, participants, messages):
            sheet.close()
        made = moment(report.generated_at)
        assert made is not None
        save(workbook, out, made)


def _make_sheet(workbook: Workbook, report: Report, name: str, widths: dict[str, int]) -> Sheet:
    titles = headings(widths, report.language)
    columns = [Column(title, width, wraps=width >= _WRAPPED) for title, width in zip(titles, widths.values(), strict=True)]
    return Sheet(workbook, wording(report.language, f"formats.sheet.{name}"), columns)
