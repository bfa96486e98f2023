"""The summary of a batch as a workbook: the whole in figures, a row a chat, how each recommendation fares, what was not read and why."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

from openpyxl import Workbook

from chataudit.batch.summary import Summary
from chataudit.reporters.batch_rows import VERDICTS, chat_headings, chat_rows, fact_rows, headings, recommendation_rows, unread_rows
from chataudit.reporters.cells import Cell, moment
from chataudit.reporters.xlsx.archive import save
from chataudit.reporters.xlsx.sheet import Column, Sheet
from chataudit.wording import wording

_NARROW: Final = 13
_WIDTHS: Final = {
    "number": 5,
    "school": 22,
    "class": 9,
    "teacher": 26,
    "title": 30,
    "place": 44,
    "recommendation": 44,
    "what": 42,
    "value": 60,
    "first": 17,
    "last": 17,
    "since": 17,
    "unlike": 30,
    "report": 40,
    "reason": 60,
}
_WRAPPED: Final = 30  # characters: columns of this width and more hold sentences


def write_batch_xlsx(summary: Summary, out: BinaryIO) -> None:
    """Write the workbook; its time is that of the summary, so that the same summary gives the same bytes."""
    language = summary.language
    verdicts = [wording(language, f"report.verdict.{verdict}") for verdict in VERDICTS]
    workbook = Workbook(write_only=True)
    sheets: Sequence[tuple[str, list[str], Iterable[list[Cell]]]] = (
        ("summary", headings(language, "what", "value"), fact_rows(summary)),
        ("chats", chat_headings(summary), chat_rows(summary)),
        ("recommendations", [*headings(language, "number", "recommendation"), *verdicts], recommendation_rows(summary)),
        ("unread", headings(language, "number", "school", "class", "place", "reason"), unread_rows(summary)),
    )
    widths = {wording(language, f"batch.cell.{name}"): width for name, width in _WIDTHS.items()}
    for name, titles, rows in sheets:
        columns = [Column(title, widths.get(title, _NARROW), wraps=widths.get(title, 0) >= _WRAPPED) for title in titles]
        sheet = Sheet(workbook, wording(language, f"batch.sheet.{name}"), columns)
        sheet.extend(rows)
        sheet.close()
    made = moment(summary.generated_at)
    assert made is not None
    save(workbook, out, made)
