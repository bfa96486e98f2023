"""A report's findings as CSV for spreadsheets: UTF-8 with a byte-order mark, a line a finding, no cell that a spreadsheet would compute."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO, Final

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.cells import FINDING_COLUMNS, Cell, finding_rows, fit_cell, headings
from chataudit.reporters.terminal_text import NEWLINE_MARK, one_line
from chataudit.wording import Language

_MARK: Final = "\ufeff"  # without it Excel takes UTF-8 for the system's own encoding
_DELIMITERS: Final = {"ru": ";", "en": ","}  # what Excel takes for a delimiter where it is Russian, or English

# A formula begins a cell, also after blanks and quotes, and also behind a comma or semicolon, where a reader that takes that for
# the delimiter begins a cell. «;-)» and «, - » are spared.
_FORMULA: Final = re.compile(r"""(?:^[\s"]*|(?<=[,;])"*)(?=[=+@＝＋－＠]|-(?!\)))|(?<=[,;])[\s"]+(?=[=+@＝＋＠])""")
_DEFUSED: Final = "'"


class CsvReporter:
    """Writes the findings, all of them; times are the chat's local ones."""

    name = "csv"
    suffix = ".csv"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write a line of headings and a line a finding."""
        write_table(out, headings(FINDING_COLUMNS, report.language), finding_rows(report), report.language)


def write_table(out: BinaryIO, titles: Iterable[str], rows: Iterable[Iterable[Cell]], language: Language) -> None:
    """Write a line of headings and a line a row."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        text.write(_MARK)
        writer = csv.writer(text, delimiter=_DELIMITERS[language], lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
        writer.writerow([_shown(each) for each in titles])
        writer.writerows([_shown(cell) for cell in row] for row in rows)
        text.flush()
    finally:
        text.detach()  # `out` is another's to close


def _shown(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}"  # read as a date in every language
    return defuse(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def defuse(text: str) -> str:
    """Return a stranger's text as one line that a spreadsheet shows and does not compute."""
    return fit_cell(_FORMULA.sub(lambda found: found.group() + _DEFUSED, one_line(text, NEWLINE_MARK)))
