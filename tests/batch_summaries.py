"""Summaries of batches for the tests of what shows them."""

from typing import Any

from chataudit.batch.summary import SCHEMA, ChatResult, LeftAlone, RecommendationShare, Row, Spread, Standing, Summary, Trend
from chataudit.findings import RulebookName, Verdict

COUNTS: dict[Verdict, int] = {"met": 1, "partly": 0, "violated": 2, "unknown": 1, "not_applicable": 0}
TREND = Trend(
    since="2026-10-01T09:00:00+03:00", score=59, violated=3, checked=12, score_change=12, violated_change=-1, better=[9], worse=[], unlike=[]
)


def row(words: str = "2А", **result: Any) -> Row:
    """Make a row in which every name is these words."""
    return Row(place=words, school=words, school_class=words, teacher=words, listed=True, result=ChatResult(**result), worst=[9, 10])


def audited(words: str = "2А", **values: Any) -> Row:
    """Make the row of a chat that was audited."""
    reports = {"json": "chats/2А-0a1b.json", "html": "chats/2А-0a1b.html"}
    numbers = {"message_count": 31, "score": 71, "score_low": 53, "score_high": 78, "checked": 12}
    standings = [Standing(1, "met", words, 0, [], [])]
    return row(
        words, **{"status": "audited", "title": words, "teachers": [words], "recommendations": standings, "reports": reports} | numbers | values
    )


def summary(*rows: Row, **values: Any) -> Summary:
    """Make a summary of rows."""
    common: dict[str, Any] = {
        "schema": SCHEMA,
        "chataudit": "0.1.0",
        "language": "ru",
        "rulebook": RulebookName("kaluga-16", "1.0.0", "Шестнадцать"),
        "generated_at": "2026-01-01T00:00:00+00:00",
        "audited": sum(each.result.status == "audited" for each in rows),
        "unread": sum(each.result.status == "unread" for each in rows),
        "without_chat": sum(each.result.status == "no_chat" for each in rows),
        "left_alone": LeftAlone(other_chats=7),
        "scores": Spread(3, 64.5, 50.0, 71.0),
        "recommendations": [RecommendationShare(9, "Конфиденциальность", COUNTS, dict.fromkeys(COUNTS, 0.2))],
        "rows": list(rows),
    }
    return Summary(**common | values)
