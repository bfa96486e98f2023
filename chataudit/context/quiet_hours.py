"""When the chat works: hours announced in it, those of the settings, or the default; and which messages fall outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from chataudit.conditions.scene import Scene
from chataudit.config import QuietHoursSetting
from chataudit.context.rules import HoursSigns
from chataudit.matching.spans import Flags

_DAY_MIN = 24 * 60
_HALF_DAY = 12 * 60
_EARLIEST_START = 5 * 60  # no chat opens before: an earlier hour is one of the afternoon
_EARLIEST_END = 15 * 60  # no chat closes before: an earlier hour is some other one
_EARLIEST_QUIET = 18 * 60  # what begins so late and ends earlier is the night
_DASH = re.compile("[-–—]")
ALL_DAYS = (1, 2, 3, 4, 5, 6, 7)


@dataclass(frozen=True)
class WorkingHours:
    """Hours [start, end) in minutes after midnight and ISO weekdays on which a chat works, from `row` on (-1: from the start)."""

    row: int
    origin: Literal["default", "config", "announced"]
    start: int
    end: int
    days: tuple[int, ...] = ALL_DAYS


def establish_hours(scene: Scene, announced: Flags, signs: HoursSigns, setting: QuietHoursSetting | None) -> list[WorkingHours]:
    """Return the periods of working hours in order: the first holds from the export's start, each to the next.

    Args:
        announced: rows that announce hours; those whose hours cannot be read, or repeat what holds, begin no period.
        setting: quiet hours of the settings, which take the default's place.
    """
    if setting is None:
        periods = [WorkingHours(-1, "default", signs.default.from_, signs.default.to)]
    else:
        periods = [WorkingHours(-1, "config", setting.to, setting.from_)]
    for row in np.flatnonzero(announced):
        last = periods[-1]
        start, end = read_hours(scene.texts[scene.text_id[row]], signs) or (None, None)
        days = _read_days(scene, int(row), signs)
        if start is None and end is None and days == ALL_DAYS:
            continue
        if days == ALL_DAYS and (start is None or end is None):
            days = last.days  # a reminder of one hour leaves the rest as it was
        period = WorkingHours(int(row), "announced", last.start if start is None else start, last.end if end is None else end, days)
        if last.origin != "announced" or (last.start, last.end, last.days) != (period.start, period.end, period.days):
            periods.append(period)
    return periods


def outside_hours(scene: Scene, periods: list[WorkingHours]) -> tuple[Flags, np.ndarray]:
    """Return, per row, whether it was sent outside working hours, and the number of its period.

    An announcement holds from the message after it on.
    """
    rows = np.arange(scene.size)
    period_of = (
        np.searchsorted([period.row for period in periods[1:]], rows, side="left") if len(periods) > 1 else np.zeros(scene.size, dtype=np.int64)
    )
    minute = scene.seconds // 60 % _DAY_MIN
    weekday = (scene.seconds // 86400 + 3) % 7 + 1  # 1 January 1970 was a Thursday
    outside = np.zeros(scene.size, dtype=bool)
    for number, period in enumerate(periods):
        if period.start <= period.end:
            working = (minute >= period.start) & (minute < period.end)
        else:  # over midnight
            working = (minute >= period.start) | (minute < period.end)
        working &= np.isin(weekday, period.days)
        outside |= (period_of == number) & ~working
    return outside & scene.judged, period_of


def read_hours(text: str, signs: HoursSigns) -> tuple[int | None, int | None] | None:
    """Return the working hours that a text names, in minutes; None for one side it leaves open; None if it names none."""
    plain = text.lower().replace("ё", "е").replace("\u00a0", " ")
    for word, value in signs.numbers.items():
        plain = re.sub(rf"\b{word}\b", str(value), plain)
    windows: list[re.Match[str]] = []  # of something else: their ends bound no chat («продлёнка с 13 до 18»)
    for found in _spans(plain, signs):
        if _overlaps(found, windows):
            continue
        groups = found.groupdict()
        start, end = _minutes(groups, "from", signs.parts), _minutes(groups, "to", signs.parts)
        is_quiet = any(quiet.compiled.search(_sentence_around(plain, found)) for quiet in signs.quiet)
        if start is not None and end is not None:
            if (end - start) * 60 < signs.shortest and start < end <= _HALF_DAY and not _DASH.search(found.group(0)):
                end += _HALF_DAY  # «с семи до девяти»
            window = _window(start, end, signs, is_quiet=is_quiet)
            if window is not None:
                return window if (window[1] - window[0]) * 60 <= signs.longest else None
            windows.append(found)
        elif end is not None:
            end += _HALF_DAY if end < _HALF_DAY and not groups.get("to_part") else 0  # «после девяти не пишем»
            if end >= _EARLIEST_END:
                return None, end
        elif start is not None and start <= _HALF_DAY:
            return start, None
    return None


def _window(start: int, end: int, signs: HoursSigns, *, is_quiet: bool) -> tuple[int, int] | None:
    """Return the working hours that a window tells, or leaves by naming the quiet ones («тишина с 21 до 7»)."""
    if start % _DAY_MIN == 0 and end <= _HALF_DAY:  # «с полуночи до семи»
        return end, _DAY_MIN
    if end <= start:
        if is_quiet and start < _HALF_DAY:
            start += _HALF_DAY  # «ночью, с десяти до шести»
        if start >= _EARLIEST_QUIET:
            return end, start
        end += _HALF_DAY if end <= _HALF_DAY else 0  # «с 8 до 8»
    return (start, end) if start >= _EARLIEST_START and (end - start) * 60 >= signs.shortest else None


def _spans(text: str, signs: HoursSigns) -> Iterator[re.Match[str]]:
    for expression in signs.spans:
        yield from expression.compiled.finditer(text)


def _overlaps(found: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(found.start() < other.end() and other.start() < found.end() for other in others)


def _sentence_around(text: str, found: re.Match[str]) -> str:
    before = max(text.rfind(mark, 0, found.start()) for mark in ".!?\n;")
    after = [at for at in (text.find(mark, found.end()) for mark in "!?\n;") if at >= 0]
    return text[before + 1 : min(after, default=len(text))]


def _minutes(groups: dict[str, str | None], side: str, parts: dict[str, int]) -> int | None:
    hour_text = groups.get(f"{side}_h")
    if not hour_text:
        return None
    hour, minute = int(hour_text), int(groups.get(f"{side}_m") or 0)
    part = groups.get(f"{side}_part")
    if part and hour < 12:
        hour += parts.get(part, 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None


def _read_days(scene: Scene, row: int, signs: HoursSigns) -> tuple[int, ...]:
    text = scene.text_id[row]
    days = set(ALL_DAYS)
    for limit in signs.days:
        said = scene.index.texts_of(scene.search.find_any(limit.say))[text]
        if said and not (limit.unless and scene.index.texts_of(scene.search.find_any(limit.unless))[text]):
            days &= set(limit.days)
    return tuple(sorted(days)) or ALL_DAYS
