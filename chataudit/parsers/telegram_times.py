"""Dates of a Telegram export as arrays: local time, and the minutes east of UTC at each message."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import Any, Final, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from chataudit.errors import ExportError
from chataudit.parsers.offsets import find_offsets

_DATE: Final = re.compile(r"(?:19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
_DATES: Final = re.compile(rf"(?:{_DATE.pattern}\n)*+", re.ASCII)
_SECONDS: Final = re.compile(r"\d{1,12}", re.ASCII)
_LONGEST: Final = 20  # characters of a number of seconds looked at
MAX_OFFSET_MIN: Final = 14 * 60  # the easternmost zone; further off, one of the two clocks is wrong


class Times(NamedTuple):
    """Local times, and offsets in minutes: NaN or None where a message's is not known, None where nobody's is."""

    sent_at: npt.NDArray[np.datetime64]
    utc_offset_min: npt.NDArray[np.float64] | list[int | None] | None
    origin: Literal["export", "given"] | None
    n_dateless: int


def read_times(sent_at: npt.NDArray[np.datetime64], seconds: npt.NDArray[np.float64], timezone: tzinfo | None) -> Times:
    """Complete the times of all messages.

    Args:
        sent_at: local times; one that is missing takes the time of the row before.
        seconds: seconds since 1970 UTC, NaN in exports before June 2022.
        timezone: the zone of messages without `unixtimes`, where the user gave it.

    Raises:
        ExportError: no message has a date.
    """
    dateless = np.isnat(sent_at)
    if dateless.all():
        raise ExportError("parsers.no_dates")
    sent_at = _fill(sent_at, dateless)
    offset_min = np.rint((sent_at.astype("int64") - seconds) / 60)
    known = ~dateless & ~np.isnan(seconds) & (np.abs(np.nan_to_num(offset_min)) <= MAX_OFFSET_MIN)
    if known.any():
        filled = offset_min[_source_rows(~known)] if (dateless & ~known).any() else offset_min
        return Times(sent_at, np.where(known | dateless, filled, np.nan), "export", int(dateless.sum()))
    if timezone is not None:
        return Times(sent_at, find_offsets(sent_at, timezone), "given", int(dateless.sum()))
    return Times(sent_at, None, None, int(dateless.sum()))


def parse_dates(dates: Sequence[str | None]) -> npt.NDArray[np.datetime64]:
    """Return ISO local times as an array, NaT where there is none, or none that a messenger can have written."""
    plausible = dates if _are_plausible(dates) else [date if date is not None and _DATE.fullmatch(date) else None for date in dates]
    try:
        return np.array(plausible, dtype="datetime64[s]")
    except ValueError:
        return np.array([_parse_date(date) for date in plausible], dtype="datetime64[s]")


def _are_plausible(dates: Sequence[str | None]) -> bool:
    """Say whether all are dates, without a look at each: numpy alone would read «today», too."""
    lines = "".join([f"{date}\n" for date in dates])
    return lines.count("\n") == len(dates) and _DATES.fullmatch(lines) is not None


def _parse_date(date: str | None) -> np.datetime64:
    try:
        return np.datetime64(date, "s")
    except ValueError:  # the 31st of February
        return np.datetime64("NaT", "s")


def parse_seconds(unixtimes: Sequence[str | int | None]) -> npt.NDArray[np.float64]:
    """Return seconds since 1970 as an array, NaN where there are none."""
    try:
        return np.array([np.nan if seconds is None else float(seconds) for seconds in unixtimes])
    except (ValueError, OverflowError):
        return np.array([float(seconds) if _SECONDS.fullmatch(str(seconds)[:_LONGEST]) else np.nan for seconds in unixtimes])  # type: ignore[arg-type]


def _source_rows(missing: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    """Return for each row where its value stands: in itself, else in the nearest row before, else in the first that has one."""
    rows = np.where(missing, -1, np.arange(len(missing)))
    filled = np.maximum.accumulate(rows)
    filled[filled < 0] = int(np.argmin(missing))
    return filled


def _fill(values: npt.NDArray[Any], missing: npt.NDArray[np.bool_]) -> npt.NDArray[Any]:
    return values[_source_rows(missing)] if missing.any() else values
