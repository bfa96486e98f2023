"""Rows of cells → a sheet of a workbook, row by row: headings that stay in sight, filters, real dates, and never a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from chataudit.reporters.cells import Cell, fit_cell
from chataudit.reporters.xml_text import xml_text

MOST_ROWS: Final = 1_048_576 - 1  # of a sheet, without its headings
_DATE: Final = "dd.mm.yyyy hh:mm"
_FIRST_YEAR: Final = 1900  # of spreadsheets' calendar
_ESCAPE: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # spreadsheets read `_x003D_` as «=»
_ESCAPED: Final = "_x005F_"


@dataclass(frozen=True)
class Column:
    """A column: its heading, which may hold a rulebook's words, its width in characters, whether long texts in it go on in further lines."""

    heading: str
    width: int
    wraps: bool = False


class Sheet:
    """A sheet in the making; rows are written as they come."""

    def __init__(self, workbook: Workbook, title: str, columns: Sequence[Column]) -> None:
        sheet = workbook.create_sheet(title)
        self.title = title
        self.rows = self.left_out = 0
        self._sheet = sheet
        self._last = get_column_letter(len(columns))
        sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        headings = [WriteOnlyCell(sheet, sheet_text(column.heading)) for column in columns]
        for cell in headings:
            cell.data_type = "s"
            cell.font = Font(bold=True)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append(headings)
        self._cells = [WriteOnlyCell(sheet) for _ in columns]  # a row is written at once, so that each next one may use them again
        self._dates = [WriteOnlyCell(sheet) for _ in columns]
        for cell, date, column in zip(self._cells, self._dates, columns, strict=True):
            cell.alignment = date.alignment = Alignment(vertical="top", wrap_text=column.wraps)
            date.number_format = _DATE

    def append(self, row: Iterable[Cell]) -> None:
        """Write a row; what a sheet has no room for is counted."""
        if self.rows == MOST_ROWS:
            self.left_out += 1
            return
        self.rows += 1
        self._sheet.append([self._cell(number, value) for number, value in enumerate(row)])

    def extend(self, rows: Iterable[Iterable[Cell]]) -> None:
        """Write many rows."""
        for row in rows:
            self.append(row)

    def close(self) -> None:
        """Put filters over all rows."""
        self._sheet.auto_filter.ref = f"A1:{self._last}{self.rows + 1}"

    def _cell(self, number: int, value: Cell) -> SheetCell | None:
        if value is None or value == "":
            return None
        if isinstance(value, datetime) and value.year >= _FIRST_YEAR:
            cell = self._dates[number]
            cell.value = value
            return cell
        cell = self._cells[number]
        if isinstance(value, str | datetime):
            cell.value = sheet_text(str(value))
            cell.data_type = "s"  # whatever it begins with: no formula, no error value
        else:
            cell.value = value
        return cell


def sheet_text(text: str) -> str:
    """Return a stranger's text as a cell holds it: nothing that XML lacks, nothing that a spreadsheet would decode, not too long."""
    return _ESCAPE.sub(_ESCAPED, fit_cell(xml_text(text)))
