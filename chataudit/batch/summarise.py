"""Rows of a batch in, its summary out: how many chats, how their scores spread, how each recommendation fares. Nobody is ranked."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from datetime import datetime
from typing import Final, get_args

import chataudit
from chataudit.batch.plan import Planned
from chataudit.batch.summary import (
    SCHEMA,
    ChatResult,
    LeftAlone,
    RecommendationShare,
    Row,
    SchoolSpread,
    Spread,
    Standing,
    Summary,
    Trend,
    TrendCounts,
)
from chataudit.findings import SEVERITIES, Redaction, RulebookName, Severity, Verdict
from chataudit.rulebook.rulebook import Rulebook
from chataudit.verdicts.without_chat import judge_group
from chataudit.wording import Language, choose

_VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
_WORST: Final = 5
_ENOUGH: Final = 5  # scores of one school: of fewer, the quartiles would be single chats


def judge_without_chat(planned: Planned, rulebook: Rulebook, language: Language) -> ChatResult:
    """Judge a class that has no chat by what the manifest says of its group."""
    line = planned.line
    assert line is not None
    standings: list[Standing] = []
    severities: list[Severity] = []
    for number, recommendation in rulebook.recommendations.items():
        case = judge_group(recommendation.without_chat, named=line.group is not None, closed=line.closed)
        if case is not None:
            rules = [case.finding] if case.finding else []
            standings.append(Standing(number, case.verdict, choose(case.because, language), len(rules), rules, case.needs))
            severities += [case.severity] if case.finding else []
    return ChatResult(status="no_chat", worst_severity=max(severities, key=SEVERITIES.index, default=None), recommendations=standings)


def make_row(planned: Planned, result: ChatResult, rulebook: Rulebook, *, has_manifest: bool) -> Row:
    """Put what the manifest says of a class and how its chat stands into one row."""
    line = planned.line
    violated = [each.number for each in result.recommendations if each.verdict == "violated"]
    return Row(
        place=planned.sighting.place if planned.sighting else None,
        school=line.school if line else None,
        school_class=line.school_class if line else None,
        teacher=line.teacher if line else None,
        listed=line is not None or not has_manifest,
        result=result,
        worst=sorted(violated, key=lambda number: (-rulebook.recommendations[number].weight, number))[:_WORST],
    )


def summarise(
    rows: Sequence[Row], *, rulebook: Rulebook, left_alone: LeftAlone, language: Language, generated_at: datetime, redacted: Redaction | None = None
) -> Summary:
    """Return the summary of a batch."""
    statuses = [row.result.status for row in rows]
    trends = [row.result.trend for row in rows if row.result.trend]
    return Summary(
        schema=SCHEMA,
        chataudit=chataudit.__version__,
        language=language,
        rulebook=RulebookName(rulebook.pack.name, rulebook.pack.version, choose(rulebook.pack.title, language)),
        generated_at=generated_at.isoformat(timespec="seconds"),
        audited=statuses.count("audited"),
        unread=statuses.count("unread"),
        without_chat=statuses.count("no_chat"),
        left_alone=left_alone,
        scores=_spread(rows),
        schools=_schools(rows),
        trend=_count_trends(trends),
        recommendations=[
            _share(number, choose(each.title, language), [row.result for row in rows]) for number, each in rulebook.recommendations.items()
        ],
        rows=list(rows),
        redacted=redacted,
    )


def _spread(rows: Sequence[Row]) -> Spread:
    scores = [row.result.score for row in rows if row.result.score is not None]
    if not scores:
        return Spread(0, None, None, None)
    lower, median, upper = statistics.quantiles(scores, n=4, method="inclusive") if len(scores) > 1 else [float(scores[0])] * 3
    return Spread(len(scores), round(median, 1), round(lower, 1), round(upper, 1))


def _schools(rows: Sequence[Row]) -> list[SchoolSpread]:
    """Return the schools where there are several."""
    own: dict[str, list[Row]] = {}
    for row in rows:
        if row.school:
            own.setdefault(row.school, []).append(row)
    if len(own) < 2:
        return []
    spreads = {name: _spread(each) for name, each in own.items()}
    return [
        SchoolSpread(name, sum(row.result.status == "audited" for row in each), spreads[name] if spreads[name].count >= _ENOUGH else None)
        for name, each in own.items()
    ]


def _count_trends(trends: Sequence[Trend]) -> TrendCounts:
    alike = [each.score_change for each in trends if not each.unlike and each.score_change is not None]
    return TrendCounts(
        better=sum(change > 0 for change in alike),
        worse=sum(change < 0 for change in alike),
        same=sum(change == 0 for change in alike),
        unlike=len(trends) - len(alike),
    )


def _share(number: int, title: str, results: Sequence[ChatResult]) -> RecommendationShare:
    verdicts = [each.verdict for result in results for each in result.recommendations if each.number == number]
    counts = {verdict: verdicts.count(verdict) for verdict in _VERDICTS}
    return RecommendationShare(number, title, counts, {verdict: round(count / max(1, len(verdicts)), 4) for verdict, count in counts.items()})
