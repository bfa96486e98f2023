"""A report as text for a terminal: what the chat is, how it stands, what was found, what to do next."""

import shutil
from typing import BinaryIO, Final

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.console_findings import write_findings
from chataudit.reporters.console_next_steps import write_advice, write_questions, write_unchecked
from chataudit.reporters.console_page import Page
from chataudit.reporters.console_reading import write_reading
from chataudit.reporters.console_summary import write_chat, write_recommendations, write_score

_WIDEST: Final = 120  # longer lines are hard to read
_USUAL: Final = (80, 24)


class ConsoleReporter:
    """Writes the report for people, on terminals of any width, on light and dark grounds, with colour or without."""

    name = "terminal"
    suffix = ".txt"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the report, line by line."""
        width = options.width or min(shutil.get_terminal_size(_USUAL).columns, _WIDEST)
        page = Page(out, language=report.language, width=width, colour=options.colour, encoding=options.encoding)
        write_chat(page, report)
        write_score(page, report)
        write_recommendations(page, report)
        write_findings(page, report, show_all=options.show_all)
        write_unchecked(page, report)
        write_advice(page, report)
        write_questions(page, report)
        write_reading(page, report)
