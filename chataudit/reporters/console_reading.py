"""The end of a report on a terminal: by which rules it was made, and what of the export was not understood."""

from typing import Final

from chataudit.findings import Report, Warning_
from chataudit.reporters.console_page import Page, Part, dotted
from chataudit.reporters.times import show_moment

_SHOWN: Final = 5


def write_reading(page: Page, report: Report) -> None:
    """Write the first warnings, the rulebook and, in the last line, how many warnings there are and where."""
    warnings = report.chat.warnings
    if warnings:
        page.heading(page.say("report.heading.warnings"))
    for warning in warnings[:_SHOWN]:
        place: tuple[Part, ...] = () if warning.line is None else ((page.say("report.warnings.line", lines=warning.line), "dim"), "  ")
        page.paragraph(warning.text, lead=(" " * 5, *place))
    page.blank()
    rulebook = page.say("report.made.rules", name=report.rulebook.name, version=report.rulebook.version)
    page.paragraph(*dotted((f"chataudit {report.chataudit}", "dim"), (rulebook, "dim"), (show_moment(report.generated_at), "dim")))
    page.paragraph(_last_line(page, warnings))


def _last_line(page: Page, warnings: list[Warning_]) -> str:
    if not warnings:
        return page.say("report.warnings.none")
    lines = [str(warning.line) for warning in warnings if warning.line is not None]
    if not lines:
        return page.say("report.warnings.count", count=len(warnings))
    places = ", ".join(lines[:_SHOWN]) + ("…" if len(lines) > _SHOWN else "")
    where = page.say("report.warnings.line" if len(lines) == 1 else "report.warnings.lines", lines=places)
    return page.say("report.warnings.where", count=len(warnings), where=where)
