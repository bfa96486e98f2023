"""WhatsApp's line headers: lines of an export in, the file's own header pattern, its order of day and month, and times out.

Nothing here knows a list of locales. A header is taken apart into its components, the file's most frequent form becomes
one pattern, and the order of day and month is decided once for the whole file by functions that answer with an order or
«don't know».
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from chataudit.parsers.base import DateOrder
from chataudit.parsers.whatsapp_strings import MARKS, table

Numbers = tuple[int, int, int]  # the three numbers of a date as they stand
Seconds = npt.NDArray[np.int64]  # local time in seconds since 1970, NOT_A_TIME where none

NOT_A_TIME: Final = -1
FIRST_YEAR: Final = 2009  # WhatsApp's first: an earlier date is not a header's
_LAST_YEAR: Final = 2099
_BUDDHIST_YEAR: Final = 543  # years ahead of ours
_DAY_S: Final = 86_400
_EPOCH: Final = date(1970, 1, 1).toordinal()

_SPACE = r"[^\S\r\n]"
_DATE = rf"\d{{1,4}}[{MARKS}]*[/.\-][\s{MARKS}]{{0,2}}\d{{1,2}}[{MARKS}]*[/.\-][\s{MARKS}]{{0,2}}\d{{1,4}}(?!\d)\.?(?:{_SPACE}BE)?"
_ALIKE = str.maketrans(dict.fromkeys("0123456789", "0"))
_DIGITS = re.compile(r"\d+")
_ABSTRACT = re.compile(rf"(?P<digits>\d+)|(?P<space>\s+)|(?P<marks>[{MARKS}]+)|(?P<other>.)")


class HeaderForm(NamedTuple):
    """The form that the headers of one file have.

    Attributes:
        pattern: regular expression of a header, with the groups `date` and `time`, without an anchor.
        bracketed: «[date, time] », as iOS writes it.
        seconds: the times have seconds.
        separator: what stands between the numbers of a date.
    """

    pattern: str
    bracketed: bool
    seconds: bool
    separator: str


def find_header_form(lines: Iterable[str]) -> HeaderForm | None:
    """Find the form that most headers among `lines` have; None where no line begins with a header."""
    general = _general_header()
    form_of: dict[str, HeaderForm] = {}
    forms: Counter[HeaderForm] = Counter()
    for line in lines:
        found = general.match(line)
        if found:
            shape = found.group().translate(_ALIKE)  # headers that differ in their digits alone have one form
            form = form_of.get(shape) or form_of.setdefault(shape, _form_of(found))
            forms[form] += 1
    return forms.most_common(1)[0][0] if forms else None


def numbers_of(day: str) -> Numbers:
    """Return the three numbers of a date, whatever digits they are written in."""
    first, second, third = _DIGITS.findall(day)[:3]
    return int(first), int(second), int(third)


def decide_date_order(days: Sequence[Numbers], separator: str) -> DateOrder | None:
    """Decide the order of a file's dates, by the first answer of: the year's place, numbers over 12, dots, steps back.

    Args:
        days: the dates of all headers, in the order of the file.
        separator: what stands between the numbers.

    Returns:
        The order, or None where nothing tells it.
    """
    return order_by_year(days) or order_by_numbers_over_12(days) or order_by_separator(separator) or order_by_steps_back(days)


def order_by_year(days: Sequence[Numbers]) -> DateOrder | None:
    """Answer «ymd» where the first number cannot be a day, or is two digits that change less often than the last two."""
    firsts, lasts = {first for first, _, _ in days}, {last for _, _, last in days}
    if any(first > 31 for first in firsts):
        return "ymd"
    years_of_two_digits = all(first >= FIRST_YEAR % 100 for first in firsts) and all(last <= 31 for last in lasts)
    return "ymd" if years_of_two_digits and len(lasts) > max(3, len(firsts)) else None


def order_by_numbers_over_12(days: Sequence[Numbers]) -> DateOrder | None:
    """Answer by the place where numbers over 12 stand; the greater number of them wins, since a line of text may look like a header."""
    day_first = sum(first > 12 for first, _, _ in days)
    month_first = sum(second > 12 for _, second, _ in days)
    if day_first == month_first:
        return None
    return "dmy" if day_first > month_first else "mdy"


def order_by_separator(separator: str) -> DateOrder | None:
    """Answer «dmy» for dots: no locale writes the month first with them."""
    return "dmy" if separator == "." else None


def order_by_steps_back(days: Sequence[Numbers]) -> DateOrder | None:
    """Answer with the order in which time goes back less often."""
    back = {order: _steps_back(days, order) for order in ("dmy", "mdy")}
    if back["dmy"] == back["mdy"]:
        return None
    return "dmy" if back["dmy"] < back["mdy"] else "mdy"


def times_of(days: Sequence[str], clocks: Sequence[str], order: DateOrder) -> Seconds:
    """Return the local times of headers, NOT_A_TIME where there is no such day or hour.

    Args:
        days: the date of each header, as written.
        clocks: the time of each header, as written.
        order: the order of the dates' numbers.
    """
    day_s = {day: _day_s(numbers_of(day), order) for day in set(days)}
    clock_s = {clock: _clock_s(clock) for clock in set(clocks)}
    of_day = np.fromiter(map(day_s.__getitem__, days), dtype=np.int64, count=len(days))
    of_clock = np.fromiter(map(clock_s.__getitem__, clocks), dtype=np.int64, count=len(clocks))
    return np.where((of_day < 0) | (of_clock < 0), NOT_A_TIME, of_day + of_clock)


@cache
def _general_header() -> re.Pattern[str]:
    half = _half("am", "pm").pattern
    clock = rf"(?:{half}{_SPACE}?)?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?!\d)(?:{_SPACE}?{half})?"
    gap = rf"[,\u060c]?[{MARKS}]*{_SPACE}+[{MARKS}]*(?:[^\W\d]{{1,6}}{_SPACE}+)??"
    both = rf"(?:(?P<date>{_DATE}){gap}(?P<time>{clock})|(?P<time_first>{clock}){gap}(?P<date_last>{_DATE}))[{MARKS}]*"
    return re.compile(rf"[{MARKS}]*(?:(?P<bracket>\[)?{both}(?(bracket)\]{_SPACE}?|(?:{_SPACE}+[-–—]{_SPACE}|:{_SPACE})))")


@cache
def _half(*names: str) -> re.Pattern[str]:
    """Return the pattern of the halves of the 12-hour clock: «am», «pm» or both."""
    return re.compile(f"(?i:{'|'.join(each for name in names for each in table('clock', name))})")


def _form_of(found: re.Match[str]) -> HeaderForm:
    day, clock = ("date", "time") if found["date"] else ("date_last", "time_first")
    whole = found.group()
    pattern, at = f"[{MARKS}]*", found.start("bracket") if found["bracket"] else min(found.start(day), found.start(clock))
    for start, end, name in sorted([(*found.span(day), "date"), (*found.span(clock), "time")]):
        abstract = _abstract_clock(whole[start:end]) if name == "time" else _abstract(whole[start:end])
        pattern += f"{_abstract(whole[at:start])}(?P<{name}>{abstract})"
        at = end
    pattern += _abstract(whole[at:])
    separator = next(each for each in found[day] if each in "/.-")
    return HeaderForm(pattern, found["bracket"] is not None, len(_DIGITS.findall(found[clock])) == 3, separator)


def _abstract(text: str) -> str:
    """Return a pattern for what looks like `text`: the same signs, any digits; a year keeps its width, the rest does not."""
    pattern = ""
    for part in _ABSTRACT.finditer(text):
        if part["digits"]:
            pattern += r"\d{4}" if len(part["digits"]) == 4 else r"\d{1,2}"
        elif part["space"]:
            pattern += f"{_SPACE}++"  # possessive, as all of them: what strangers write in their place must not be tried twice
        else:
            pattern += f"[{MARKS}]*+" if part["marks"] else re.escape(part["other"])
    return pattern


def _abstract_clock(clock: str) -> str:
    numbers = re.search(r"\d+(?:[:.]\d+)+", clock)
    assert numbers is not None, "a header's time has numbers"
    half = _half("am", "pm").pattern
    before = rf"{half}{_SPACE}?" if clock[: numbers.start()] else ""
    after = rf"{_SPACE}?{half}" if clock[numbers.end() :] else ""
    return before + _abstract(numbers.group()) + after


def _steps_back(days: Sequence[Numbers], order: DateOrder) -> int:
    times = [_day_s(day, order) for day in days]
    return sum(later < earlier for earlier, later in pairwise(times))


def _day_s(numbers: Numbers, order: DateOrder) -> int:
    year, month, day = (numbers[order.index(part)] for part in "ymd")
    year += 2000 if year < 100 else 0
    year -= _BUDDHIST_YEAR if year > _LAST_YEAR + 300 else 0
    if not FIRST_YEAR <= year <= _LAST_YEAR:
        return NOT_A_TIME
    try:
        return (date(year, month, day).toordinal() - _EPOCH) * _DAY_S
    except ValueError:  # no such day: a line of text that looks like a header
        return NOT_A_TIME


def _clock_s(clock: str) -> int:
    numbers = [int(number) for number in _DIGITS.findall(clock)]
    hour, minute, second = (*numbers, 0)[:3]
    if hour <= 12 and _half("am", "pm").search(clock):
        hour = hour % 12 + (12 if _half("pm").search(clock) else 0)
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else NOT_A_TIME
