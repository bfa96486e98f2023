"""What follows from a report, on a terminal: what would settle the unknown, what to do, and what a person has to judge."""

from chataudit.findings import RecommendationResult, Report
from chataudit.reporters.console_page import Page


def write_unchecked(page: Page, report: Report) -> None:
    """Write what could not be checked and what would settle it."""
    unknown = [result for result in report.recommendations if result.verdict == "unknown"]
    _write_section(page, "report.heading.unchecked", [(result, result.needs_text) for result in unknown])


def write_advice(page: Page, report: Report) -> None:
    """Write the advice for what is violated or only partly met, the worst and weightiest first."""
    failed = [result for result in report.recommendations if result.verdict in ("violated", "partly")]
    failed.sort(key=lambda result: (result.verdict != "violated", -result.weight, result.number))
    _write_section(page, "report.heading.advice", [(result, [result.advice]) for result in failed if result.advice])
    ready = sum(len(result.ready_texts) for result in report.recommendations)
    if ready:
        page.blank()
        page.paragraph(page.say("ready.mention", count=ready), lead=(" " * 5,))


def write_questions(page: Page, report: Report) -> None:
    """Write the questions that no export answers."""
    _write_section(page, "report.heading.questions", [(result, result.questions) for result in report.recommendations if result.questions])


def _write_section(page: Page, heading: str, entries: list[tuple[RecommendationResult, list[str]]]) -> None:
    if not entries:
        return
    page.heading(page.say(heading))
    for result, texts in entries:
        page.paragraph((result.title, "dim"), lead=(f"{result.number:>3}  ",))
        for text in texts:
            page.paragraph(text, lead=(" " * 5,))
