"""Days as people write them: «2026-11-22», «22.11.2026», or an age such as «30d» → a date."""

import re
from datetime import date, datetime, timedelta
from typing import Final

_DEFAULTS: Final = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001  - days without a time
_AGE: Final = re.compile(r"([0-9]{1,4})\s*([dwдн])")  # days and weeks, in both languages' first letters
_DAYS_OF: Final = {"d": 1, "д": 1, "w": 7, "н": 7}


def parse_day(text: str) -> date:
    """Return the day that a text names in full.

    Raises:
        ValueError: it is no date, or leaves the day, the month or the year open.
    """
    from dateutil import parser

    year_first = text[:4].isdigit()
    try:
        # What a text leaves open is taken from the default: one that leaves something of the day open is no date.
        read = {parser.parse(text, dayfirst=not year_first, yearfirst=year_first, default=default).date() for default in _DEFAULTS}
    except OverflowError as error:
        raise ValueError(text) from error
    if len(read) > 1:
        raise ValueError(text)
    return read.pop()


def parse_day_or_age(text: str, today: date) -> date:
    """Return the day that a text names, or the one that was so many days («30d») or weeks («2w») ago.

    Raises:
        ValueError: it is neither.
    """
    age = _AGE.fullmatch(text.strip().lower())
    if age is None:
        return parse_day(text)
    try:
        return today - timedelta(days=int(age[1]) * _DAYS_OF[age[2]])
    except OverflowError as error:
        raise ValueError(text) from error
