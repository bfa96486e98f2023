"""The ready texts of a report alone: for a terminal or a pipe, as Markdown, as JSON; each text whole, to be copied as it is."""

from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from chataudit.findings import ReadyText, RecommendationResult, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.console_page import Page, dotted
from chataudit.reporters.json_text import encode
from chataudit.reporters.markdown_ready import ready_of
from chataudit.reporters.markdown_text import plain
from chataudit.wording import wording

SCHEMA: Final = "chataudit.advice/1"
_WIDTH: Final = 80
_RULE: Final = 60


def write_terminal(report: Report, results: list[RecommendationResult], out: BinaryIO, options: ReportOptions) -> None:
    """Write each text under its recommendation; lines are not broken, so that what is copied is what is pasted."""
    page = Page(out, language=report.language, width=_WIDTH, colour=options.colour, encoding=options.encoding)
    for result in results:
        page.heading(f"{result.number}. {result.title}")
        for text in result.ready_texts:
            _write_text(page, text, rule="─" if options.colour else "-")
    if not results:
        page.paragraph(_nothing(report))


def _write_text(page: Page, text: ReadyText, *, rule: str) -> None:
    page.paragraph(*dotted((text.title, "bold"), (page.say(f"ready.to.{text.audience}"), "dim")))
    page.paragraph((rule * _RULE, "dim"))
    page.verbatim(text.text)
    page.paragraph((rule * _RULE, "dim"))
    page.blank()


def write_markdown(report: Report, results: list[RecommendationResult], out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG001  - as the others
    """Write a document with each text in a block of its own."""
    lines = [f"# {plain(wording(report.language, 'ready.heading'))}", "", *_told(report, results)]
    out.writelines(line.encode() + b"\n" for line in lines)


def _nothing(report: Report) -> str:
    """Say why there are no texts: a rulebook may have none for what is to be mended."""
    written = any(each.ready_texts for each in report.recommendations)
    mended = not any(each.verdict in ("partly", "violated") for each in report.recommendations)
    return wording(report.language, "ready.none" if written or mended else "ready.unwritten", rulebook=report.rulebook.name)


def _told(report: Report, results: list[RecommendationResult]) -> Iterator[str]:
    if not results:
        yield plain(_nothing(report))
    for result in results:
        yield f"## {result.number}. {plain(result.title)}"
        yield ""
        yield from ready_of(result, report.language, level=3)


def write_json(report: Report, results: list[RecommendationResult], out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG001  - as the others
    """Write one object: the chat's title, and the recommendations with their texts."""
    told = [{"number": each.number, "title": each.title, "verdict": each.verdict, "ready_texts": each.ready_texts} for each in results]
    out.write(encode({"schema": SCHEMA, "language": report.language, "chat": report.chat.title, "recommendations": told}) + b"\n")


WRITERS: Final[dict[str, Callable[..., None]]] = {"terminal": write_terminal, "markdown": write_markdown, "json": write_json}
