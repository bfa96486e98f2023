"""The summary of a batch → rows of tables, whose cells are text, numbers and moments; texts still as strangers wrote them."""

from collections.abc import Iterator
from typing import Final

import msgspec

from chataudit.batch.summary import Row, Summary
from chataudit.findings import Verdict
from chataudit.reporters.cells import Cell, moment
from chataudit.wording import Language, platform_name, wording

VERDICTS: Final[tuple[Verdict, ...]] = ("violated", "partly", "met", "unknown", "not_applicable")

_WHO: Final = ("number", "school", "class", "teacher", "title", "platform", "place", "listed", "status")
_SCORES: Final = ("score", "low", "high", "checked", "all", "violated", "findings", "messages", "first", "last")
_TREND: Final = ("change", "before", "violated_change", "since", "unlike")


def chat_headings(summary: Summary) -> list[str]:
    """Return what the columns of `chat_rows` are called."""
    verdicts = [wording(summary.language, "formats.recommendation", number=each.number, title=each.title) for each in summary.recommendations]
    return [*headings(summary.language, *_WHO, *_SCORES), *verdicts, *headings(summary.language, *_TREND, "report", "reason")]


def headings(language: Language, *names: str) -> list[str]:
    """Return what columns are called."""
    return [wording(language, f"batch.cell.{name}") for name in names]


def chat_rows(summary: Summary) -> Iterator[list[Cell]]:
    """Make a row a chat, an unread export or a class without a chat, in the order of the summary; a column for each recommendation."""
    language = summary.language
    for number, row in enumerate(summary.rows, start=1):
        verdicts = {each.number: wording(language, f"report.verdict.{each.verdict}") for each in row.result.recommendations}
        report = row.result.reports.get("html") or row.result.reports.get("json")
        yield [
            *_who(number, row, language),
            *_scores(row),
            *(verdicts.get(each.number) for each in summary.recommendations),
            *_trend(row, language),
            report,
            row.result.reason,
        ]


def unread_rows(summary: Summary) -> Iterator[list[Cell]]:
    """Make a row an export that was not read: its number among the chats, its school, class, place and reason."""
    for number, row in enumerate(summary.rows, start=1):
        if row.result.status == "unread":
            yield [number, row.school, row.school_class, row.place, row.result.reason]


def recommendation_rows(summary: Summary) -> Iterator[list[Cell]]:
    """Make a row a recommendation: its number, its title, how many chats have each of VERDICTS."""
    for each in summary.recommendations:
        yield [each.number, each.title, *(each.counts[verdict] for verdict in VERDICTS)]


def fact_rows(summary: Summary) -> Iterator[list[Cell]]:
    """Make a row a fact of the whole batch."""
    language = summary.language
    scores = summary.scores
    facts: dict[str, Cell] = {
        "audited": summary.audited,
        "unread": summary.unread,
        "without_chat": summary.without_chat,
        "scored": scores.count,
        "median": scores.median,
        "lower": scores.lower_quartile,
        "upper": scores.upper_quartile,
        **msgspec.structs.asdict(summary.trend),
        "rulebook": f"{summary.rulebook.title} ({summary.rulebook.name} {summary.rulebook.version})",
        "made": moment(summary.generated_at),
        "program": f"chataudit {summary.chataudit}",
    }
    yield from ([wording(language, f"batch.fact.{name}"), value] for name, value in facts.items())
    for each in summary.schools:
        if each.scores:
            yield [wording(language, "batch.fact.school", school=each.school, count=each.scores.count), each.scores.median]


def _who(number: int, row: Row, language: Language) -> list[Cell]:
    result = row.result
    platform = platform_name(language, result.platform) if result.platform else None
    listed = wording(language, "batch.yes" if row.listed else "batch.no")
    status = wording(language, f"batch.status.{result.status}")
    return [number, row.school, row.school_class, row.teacher or ", ".join(result.teachers), result.title, platform, row.place, listed, status]


def _scores(row: Row) -> list[Cell]:
    result = row.result
    if result.status != "audited":
        return [None] * len(_SCORES)
    verdicts = [each.verdict for each in result.recommendations]
    return [
        *(result.score, result.score_low, result.score_high, result.checked, len(verdicts), verdicts.count("violated")),
        *(sum(each.findings for each in result.recommendations), result.message_count),
        *(moment(result.first_message_at), moment(result.last_message_at)),
    ]


def _trend(row: Row, language: Language) -> list[Cell]:
    trend = row.result.trend
    if trend is None:
        return [None] * len(_TREND)
    unlike = ", ".join(wording(language, f"batch.unlike.{each}") for each in trend.unlike)
    return [trend.score_change, trend.score, trend.violated_change, moment(trend.since), unlike]
