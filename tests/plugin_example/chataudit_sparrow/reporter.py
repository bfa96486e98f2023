"""A report → its chat, score and violated recommendations in one line, for a message to the headmaster."""

from typing import BinaryIO

from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions


class OneLineReporter:
    """Writes one line."""

    API = 1  # of the protocol of reporters
    name = "one-line"
    suffix = ".line.txt"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write it; the title comes from strangers: whatever could break the line is taken out."""
        title = " ".join((report.chat.title or "?").split())
        violated = ", ".join(str(each.number) for each in report.recommendations if each.verdict == "violated")
        out.write(f"{title}: {report.score} ({violated or '-'})\n".encode(options.encoding, "replace"))
