"""The head of a report on a terminal: the chat, the teacher, the score, and a row a recommendation."""

from typing import Final

from chataudit.findings import RecommendationResult, Report, Teacher, Verdict
from chataudit.reporters.console_page import Page, Part, dotted
from chataudit.reporters.reassurance import is_enough_checked, may_reassure, tone_of_score
from chataudit.reporters.times import show_date
from chataudit.wording import platform_name

_SIGNS: Final[dict[Verdict, str]] = {"met": "✓", "partly": "~", "violated": "✗", "unknown": "?", "not_applicable": "–"}
_STYLES: Final[dict[Verdict, str]] = {"met": "green", "partly": "yellow", "violated": "red", "unknown": "cyan", "not_applicable": "dim"}


def write_chat(page: Page, report: Report) -> None:
    """Write the chat's title, platform, period, participants and teachers, and what the export cannot show."""
    chat = report.chat
    page.paragraph((chat.title or page.say("report.chat.untitled"), "bold"))
    platform = page.say("report.chat.origin", platform=platform_name(report.language, chat.platform), source=chat.source)
    period = ""
    if chat.first_message_at and chat.last_message_at:
        period = page.say("report.chat.period", first=show_date(chat.first_message_at), last=show_date(chat.last_message_at))
    messages = page.say("report.chat.messages", count=chat.message_count)
    participants = page.say("report.chat.participants", count=chat.participant_count)
    page.paragraph(*dotted(platform, period))
    page.paragraph(*dotted(messages, participants))
    for teacher in chat.teachers:
        _write_teacher(page, teacher)
    if not chat.teachers:
        page.paragraph(page.say("report.teacher.none"))
    limits = _limits(page, report)
    if limits:
        page.paragraph((" ".join(limits), "dim"))
    if chat.redacted:
        page.paragraph((page.say(f"redaction.notice.{chat.redacted}"), "bold"))


def write_score(page: Page, report: Report) -> None:
    """Write the score with its range, and how much it rests on."""
    page.blank()
    checked = page.say("report.checked", checked=report.checked, all=len(report.recommendations))
    little = None if is_enough_checked(report) else page.say("report.little_data")
    if report.score is None:
        page.paragraph(*dotted((page.say("report.score.none"), "bold"), checked, little))
        return
    style = "green" if tone_of_score(report) == "good" else "bold"
    sure = report.score_low == report.score_high
    between = None if sure else page.say("report.score.range", low=report.score_low, high=report.score_high)
    page.paragraph(*dotted((page.say("report.score", score=report.score), style), between, checked, little))


def write_recommendations(page: Page, report: Report) -> None:
    """Write a row a recommendation: number, verdict as sign and word, count of findings, title and reason."""
    page.blank()
    words = {verdict: page.say(f"report.verdict.{verdict}") for verdict in _SIGNS}
    count_title = page.say("report.column.findings")
    verdict_width, count_width = max(map(len, words.values())), len(count_title)
    title = f"{page.say('report.column.number'):>3}  {page.say('report.column.verdict'):<{verdict_width + 2}}  {count_title}  "
    page.clipped((title + page.say("report.column.recommendation"), "dim"), indent=0)
    reassures = may_reassure(report)
    for result in report.recommendations:
        style = "" if result.verdict == "met" and not reassures else _STYLES[result.verdict]
        verdict = f"{_SIGNS[result.verdict]} {words[result.verdict]:<{verdict_width}}"
        count: Part = f"{result.findings:>{count_width}}  " if result.findings else (f"{0:>{count_width}}  ", "dim")
        lead: tuple[Part, ...] = (f"{result.number:>3}  ", (verdict, style), "  ", count)
        _write_row(page, result, lead)


def _write_row(page: Page, result: RecommendationResult, lead: tuple[Part, ...]) -> None:
    page.paragraph(result.title, lead=lead)
    if result.reason:
        calm = result.verdict in ("met", "not_applicable")
        page.paragraph((result.reason, "dim" if calm else ""), lead=(page.beside(lead),))


def _write_teacher(page: Page, teacher: Teacher) -> None:
    if teacher.origin == "inferred":
        page.paragraph(page.say("report.teacher.inferred", name=teacher.name, percent=round(teacher.confidence * 100)))
    else:
        page.paragraph(page.say("report.teacher.given" if teacher.present else "report.teacher.given_absent", name=teacher.name))
    if teacher.evidence:
        page.paragraph(("; ".join(teacher.evidence), "dim"), lead=("  ",))


def _limits(page: Page, report: Report) -> list[str]:
    chat = report.chat
    limits = []
    if not chat.holds_beginning:
        limits.append(page.say("report.limit.beginning"))
    if chat.truncated:
        limits.append(page.say("report.limit.truncated"))
    if chat.hides:
        limits.append(page.say("report.limit.hides", what=", ".join(page.say(f"report.hides.{what}") for what in chat.hides)))
    return limits
