"""A report's findings → rows of a table, whose cells are text, numbers and moments; texts still as strangers wrote them."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final

from chataudit.findings import Finding, Quote, Report
from chataudit.wording import Language, wording

Cell = str | float | datetime | None

FINDING_COLUMNS: Final = (
    "number",
    "recommendation",
    "rule",
    "rule_title",
    "severity",
    "confidence",
    "at",
    "participants",
    "message",
    "excerpt",
    "explanation",
    "signs",
    "before",
    "after",
    "id",
)  # keys of `formats.column`

CELL_CHARACTERS: Final = 32_767  # as spreadsheets count them: in units of UTF-16
_NUMBER: Final = re.compile(r"0|[1-9][0-9]{0,14}")  # spreadsheets keep fifteen digits exactly


def finding_rows(report: Report, noted_by: Callable[[Finding], None] | None = None) -> Iterator[list[Cell]]:
    """Make a row a finding, cells in the order of FINDING_COLUMNS, in the report's order; `noted_by` sees each finding, too."""
    language = report.language
    titles = {result.number: result.title for result in report.recommendations}
    rule_titles = {each.rule: each.title for result in report.recommendations for each in result.rules}
    severities = {name: wording(language, f"severity.{name}") for name in ("info", "minor", "major")}
    confidences = {name: wording(language, f"formats.confidence.{name}") for name in ("low", "medium", "high")}
    for finding in report.findings:
        if noted_by is not None:
            noted_by(finding)
        yield [
            finding.recommendation,
            titles.get(finding.recommendation),
            finding.rule,
            rule_titles.get(finding.rule),
            severities[finding.severity],
            confidences[finding.confidence],
            moment(finding.at),
            ", ".join(finding.participants),
            ids_of(finding),
            finding.excerpt,
            finding.explanation,
            "; ".join(finding.signs),
            quoted(finding.before, language),
            quoted(finding.after, language),
            finding.id,
        ]


def headings(columns: Iterable[str], language: Language) -> list[str]:
    """Return what columns are called."""
    return [wording(language, f"formats.column.{name}") for name in columns]


def moment(at: str | None) -> datetime | None:
    """Return a report's moment as the chat's local time without an offset, which spreadsheets do not know."""
    return datetime.fromisoformat(at).replace(tzinfo=None) if at else None


def ids_of(finding: Finding) -> Cell:
    """Return the ids of a finding's messages in one cell."""
    return message_id(finding.message_ids[0]) if len(finding.message_ids) == 1 else ", ".join(finding.message_ids)


def message_id(text: str) -> Cell:
    """Return a message's id as a number where it is one, so that a table sorts by it."""
    return int(text) if _NUMBER.fullmatch(text) else text


def quoted(quotes: Iterable[Quote], language: Language) -> str:
    """Return messages in one cell, a line each."""
    return "\n".join(wording(language, "formats.quote", author=quote.author, text=quote.text) if quote.author else quote.text for quote in quotes)


def fit_cell(text: str) -> str:
    """Return the text if a spreadsheet's cell holds it, else its beginning and `…`."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * CELL_CHARACTERS:
        return text
    return units[: 2 * (CELL_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
