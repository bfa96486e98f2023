"""The findings of a report on a terminal, recommendation by recommendation, the most serious first."""

from typing import Final

from chataudit.findings import Finding, RecommendationResult, Report, Severity
from chataudit.reporters.console_page import Page, Part, dotted
from chataudit.reporters.lines import NAME, tell_ids, tell_names, tell_quote
from chataudit.reporters.terminal_text import NEWLINE_MARK, one_line, shorten
from chataudit.reporters.times import show_moment
from chataudit.wording import Language

_SHOWN: Final = 5  # findings a recommendation; the first ones are the gravest
_CONTEXT: Final = 160  # characters; cut to the line's end besides
_OFTEN_WRONG: Final = 10  # of a hundred findings; below that a reader need not be warned

_SIGNS: Final[dict[Severity, tuple[str, str]]] = {"major": ("!", "red"), "minor": ("·", ""), "info": ("i", "dim")}
_WORDED: Final = ("major", "info")  # a minor finding is the usual one and needs no word
_INDENT: Final = 7


def write_findings(page: Page, report: Report, *, show_all: bool) -> None:
    """Write the findings of each recommendation that has some, and how many were left out."""
    found = [result for result in report.recommendations if result.findings]
    if not found:
        return
    page.heading(page.say("report.heading.findings"))
    cut = False
    for number, result in enumerate(found):
        if number:
            page.blank()
        findings = report.findings.of(result.number, None if show_all else _SHOWN)
        cut |= len(findings) < result.findings
        _write_title(page, result, len(findings))
        for finding in findings:
            _write_finding(page, finding, report.language)
    if cut:
        page.blank()
        page.paragraph((page.say("report.findings.elsewhere"), "dim"))


def _write_title(page: Page, result: RecommendationResult, shown: int) -> None:
    if shown < result.findings:
        count = page.say("report.findings.shown", shown=shown, count=result.findings)
    else:
        count = page.say("report.findings.count", count=result.findings)
    page.paragraph(*dotted((result.title, "bold"), count), lead=(f"{result.number:>3}  ",))
    if result.beyond_letter:
        page.paragraph((result.beyond_letter, "dim"), lead=(" " * 5,))
    unsure = [each for each in result.rules if each.count and each.effect == "finding" and (each.wrong_of_hundred or 0) >= _OFTEN_WRONG]
    if unsure:
        told = ", ".join(f"{each.rule} {page.say('reliability.short', wrong=each.wrong_of_hundred)}" for each in unsure)
        page.paragraph((told, "dim"), lead=(" " * 5,))


def _write_finding(page: Page, finding: Finding, language: Language) -> None:
    sign, style = _SIGNS[finding.severity]
    word: Part | None = (page.say(f"report.severity.{finding.severity}"), style) if finding.severity in _WORDED else None
    unsure = page.say("report.confidence.low") if finding.confidence == "low" else None
    when = show_moment(finding.at) if finding.at else None
    head = dotted(when, tell_names(finding, language), tell_ids(finding, language), word, unsure)
    page.paragraph(*head, lead=("     ", (f"{sign} ", style)))
    if finding.before:
        near = finding.before[-1]
        quote = shorten(one_line(near.text.strip(), NEWLINE_MARK), _CONTEXT)
        said = page.say("report.context", author=shorten(near.author, NAME), text=quote) if near.author else quote
        page.clipped((said, "dim"), indent=_INDENT)
    if finding.excerpt is not None:
        page.paragraph(tell_quote(finding, language), lead=(" " * _INDENT,))
    rests_on = ": " + ", ".join(finding.signs) if finding.signs else ""
    page.paragraph(finding.explanation, (f" ({finding.rule}{rests_on})", "dim"), lead=(" " * _INDENT,))
