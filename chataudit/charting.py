"""An audit's answers in, the series of its pictures out: messages by hour, weeks, months, and the teacher's answer times."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from chataudit.asking import Answers
from chataudit.charts import AnswerTimes, Charts, HourMap, Month, Wait, Week
from chataudit.conditions.scene import Rows
from chataudit.context.context import Context
from chataudit.context.quiet_hours import WorkingHours, outside_hours
from chataudit.detectors.base import Matches, SingleRows
from chataudit.detectors.unanswered import Unanswered
from chataudit.matching.spans import Flags
from chataudit.verdicts.counting import ShareOfMessages
from chataudit.verdicts.following import Reported

_DAY_S: Final = 86400
_DAY_MIN: Final = 24 * 60
_TO_MONDAY: Final = 3  # 1 January 1970 was a Thursday
_WAITS_MIN: Final = (0, 15, 60, 180, 720)  # bounds of the histogram; the last wait ends where an answer no longer counts
_LONGEST_YEARS: Final = 20  # beyond that a wrong clock stretched the export, and empty weeks would be all there is to see

Counts = npt.NDArray[np.int64]


def make_charts(answers: Answers) -> Charts:
    """Return the series; every rule must have been asked and every verdict decided."""
    context = answers.context
    assert context is not None
    rows = context.scene.judged_rows
    if not len(rows):
        empty = [[0] * 24 for _ in range(7)]
        return Charts(HourMap(empty, _quiet_minutes(context.hours), 0, None), [], [], _answer_times(context))
    return Charts(_hour_map(context, rows), _weeks(answers, context, rows), _months(answers, context, rows), _answer_times(context))


def _hour_map(context: Context, rows: Rows) -> HourMap:
    hour_of_week = (context.scene.seconds[rows] // 3600 + _TO_MONDAY * 24) % (7 * 24)
    counts = np.bincount(hour_of_week, minlength=7 * 24)
    outside, _ = outside_hours(context.scene, context.hours)
    weekday, hour = divmod(int(counts.argmax()), 24)
    return HourMap(counts.reshape(7, 24).tolist(), _quiet_minutes(context.hours), int(outside.sum()), [weekday + 1, hour])


def _quiet_minutes(periods: list[WorkingHours]) -> list[list[int]]:
    """Return, per weekday and hour, the minutes that lie outside the last period's working hours."""
    period = periods[-1]
    minute = np.arange(_DAY_MIN)
    if period.start <= period.end:
        working = (minute >= period.start) & (minute < period.end)
    else:  # over midnight
        working = (minute >= period.start) | (minute < period.end)
    quiet = (~working).reshape(24, 60).sum(axis=1).tolist()
    return [quiet if day in period.days else [60] * 24 for day in range(1, 8)]


def _weeks(answers: Answers, context: Context, rows: Rows) -> list[Week]:
    scene = context.scene
    week_of_row = (scene.seconds // _DAY_S + _TO_MONDAY) // 7
    weeks, place_of_row = _lay_out(week_of_row, rows, a_year=52)
    firsts = [_first_rows(answers.found[rule]) for rule, each in answers.rulebook.rules.items() if each.effect == "finding"]
    conflict_rules = [each.verdict.of for each in answers.rulebook.recommendations.values() if isinstance(each.verdict, Reported)]
    hostile = _any_of(context, conflict_rules)

    def count(chosen: Rows) -> list[int]:
        counted: list[int] = np.bincount(place_of_row[chosen], minlength=len(weeks)).tolist()
        return counted

    none: list[None] = [None] * len(weeks)
    mondays = np.datetime_as_string((weeks * 7 - _TO_MONDAY).astype("datetime64[D]")).tolist()
    columns: tuple[list[Any], ...] = (
        mondays,
        count(rows),
        count(np.concatenate(firsts)) if firsts else [0] * len(weeks),
        count(np.flatnonzero(hostile & scene.judged)) if conflict_rules else none,
        count(np.flatnonzero(scene.has_role("teacher") & scene.judged)) if context.teacher_known else none,
    )
    return [Week(*values) for values in zip(*columns, strict=True)]


def _months(answers: Answers, context: Context, rows: Rows) -> list[Month]:
    scene, rulebook = context.scene, answers.rulebook
    month_of_row = scene.seconds.astype("datetime64[s]").astype("datetime64[M]").astype("int64")
    months, place_of_row = _lay_out(month_of_row, rows, a_year=12)
    noise_rules = [
        rule for each in rulebook.recommendations.values() if isinstance(each.verdict, ShareOfMessages) for rule in context.findings_of(each.verdict)
    ]
    found = _any_of(context, [rule for rule, each in rulebook.rules.items() if each.effect == "finding"])
    noisy = _any_of(context, noise_rules)
    messages, with_findings, noise = (
        np.bincount(place_of_row[np.flatnonzero(flags & scene.judged)], minlength=len(months)).tolist() for flags in (scene.judged, found, noisy)
    )
    names = np.datetime_as_string(months.astype("datetime64[M]")).tolist()
    return [
        Month(
            name,
            count,
            round(with_findings[at] / count, 4) if count else None,
            round(noise[at] / count, 4) if count and noise_rules else None,
        )
        for at, (name, count) in enumerate(zip(names, messages, strict=True))
    ]


def _lay_out(period_of_row: Counts, rows: Rows, *, a_year: int) -> tuple[Counts, Counts]:
    """Return the periods to show, in order, and per row the place of its period among them; `a_year` has so many.

    Rows that are no messages may lie outside all periods: theirs is the nearest place, and nobody asks for it.
    """
    own = np.unique(period_of_row[rows])
    first, last = int(own[0]), int(own[-1])
    shown = np.arange(first, last + 1) if last - first < _LONGEST_YEARS * a_year else own
    return shown, np.clip(np.searchsorted(shown, period_of_row), 0, len(shown) - 1)


def _first_rows(matches: Matches) -> Rows:
    rows = matches.rows
    return rows.array if isinstance(rows, SingleRows) else np.array([each[0] for each in rows if len(each)], dtype=np.int64)


def _any_of(context: Context, rules: list[str]) -> Flags:
    flags = np.zeros(context.scene.size, dtype=bool)
    for rule in rules:
        flags |= context.flags_of(rule)
    return flags


def _answer_times(context: Context) -> AnswerTimes | None:
    if not context.teacher_known or not context.questions:
        return None
    found = list(context.questions.values())
    asked, answer, of_teacher = (np.concatenate([getattr(each, part) for each in found]) for part in ("rows", "answer", "teacher_answer"))
    answered = of_teacher >= 0
    waits_min = (context.scene.seconds[of_teacher[answered]] - context.scene.seconds[asked[answered]]) / 60
    longest = max(int(rule.within) for rule in (context.rules[each] for each in context.questions) if isinstance(rule, Unanswered)) // 60
    bounds = [bound for bound in _WAITS_MIN if bound < longest]
    counts, _ = np.histogram(waits_min, [*bounds, max(longest, *waits_min.tolist(), 0) + 1])
    ends = [*bounds[1:], longest]
    return AnswerTimes(
        questions=len(asked),
        waits=[Wait(start, end, count) for start, end, count in zip(bounds, ends, counts.tolist(), strict=True)],
        by_others=int(((answer >= 0) & ~answered).sum()),
        unanswered=int(((answer < 0) & ~answered).sum()),
        median_min=round(float(np.median(waits_min)), 1) if len(waits_min) else None,
    )
