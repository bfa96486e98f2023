"""Lines of a message that look like headers: the times of all candidates in, the rows that are no headers out.

A schedule («05.09.2024, 18:00 - собрание») or a quoted chat inside a message may have the very form of the file's
headers. What gives it away is its time: it lies outside the times of the entries around it.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from chataudit.parsers.whatsapp_dates import Seconds

_NEAR_S: Final = 12 * 3600  # messages sent without a connection come late by hours
_NEAR_WEAK_S: Final = 600  # what names no known author has no such excuse
_LONGEST_QUOTE: Final = 20  # more rows out of order are a file put together from parts, not a quotation

Flags = npt.NDArray[np.bool_]


def find_lookalikes(times: Seconds, asked: Flags, senders: Sequence[str | None], line_of: Callable[[int], str]) -> Flags:
    """Find the rows whose header is only text of the message before.

    Args:
        times: local time of each candidate, in seconds.
        asked: the rows in question. The messenger's own sentences are not: they may stand out of order, the first of all.
        senders: the author that each candidate names; one who writes elsewhere too makes it likelier.
        line_of: gives a candidate as written, header included: one that is repeated and steps back in time is a quotation.

    Returns:
        A flag a row, never of the first row asked about: it stands in no message.
    """
    found = np.zeros(len(times), dtype=bool)
    rows = np.flatnonzero(asked)
    if not (np.diff(times[rows]) < 0).any():
        return found
    often = Counter(senders)
    recurring = np.array([sender is not None and often[sender] > 1 for sender in senders], dtype=bool)
    found[rows[1:]] = _far_from_neighbours(times[rows], recurring[rows])[1:]
    rows = np.flatnonzero(asked & ~found)
    found[rows] = _quotes(times[rows], [line_of(row) for row in rows.tolist()])
    return found


def _far_from_neighbours(times: Seconds, recurring: Flags) -> Flags:
    """Flag the times outside those of their neighbours on the backbone: the most rows of recurring authors that never go back."""
    backbone = np.zeros(len(times), dtype=bool)
    anchors = np.flatnonzero(recurring)
    backbone[anchors[_longest_ascent(times[anchors])]] = True
    on = np.flatnonzero(backbone)
    if not on.size:
        return np.zeros(len(times), dtype=bool)
    before = np.searchsorted(on, np.arange(len(times)), side="right") - 1
    after = np.searchsorted(on, np.arange(len(times)), side="left")
    earliest = np.where(before >= 0, times[on[np.maximum(before, 0)]], np.iinfo(np.int64).min // 2)
    latest = np.where(after < on.size, times[on[np.minimum(after, on.size - 1)]], np.iinfo(np.int64).max // 2)
    near = np.where(recurring, _NEAR_S, _NEAR_WEAK_S)
    far: Flags = (times < earliest - near) | (times > latest + near)
    return _without_long_runs(far)


def _longest_ascent(times: Seconds) -> npt.NDArray[np.intp]:
    """Return the places of a longest non-decreasing subsequence, found by patience sorting."""
    tails: list[int] = []
    tail_places: list[int] = []
    previous = [-1] * len(times)
    for place, time in enumerate(times.tolist()):
        pile = bisect_right(tails, time)
        previous[place] = tail_places[pile - 1] if pile else -1
        tails[pile : pile + 1] = [time]
        tail_places[pile : pile + 1] = [place]
    ascent = []
    place = tail_places[-1] if tail_places else -1
    while place >= 0:
        ascent.append(place)
        place = previous[place]
    return np.array(ascent[::-1], dtype=np.intp)


def _without_long_runs(flags: Flags) -> Flags:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > _LONGEST_QUOTE:
            flags[start:end] = False
    return flags


def _quotes(times: Seconds, lines: Sequence[str]) -> Flags:
    """Flag the rows that step back in time with a line that stands earlier in the file word for word."""
    quotes = np.zeros(len(times), dtype=bool)
    first_row: dict[str, int] = {}
    for row, line in enumerate(lines):
        first_row.setdefault(line, row)
    for start in np.flatnonzero(np.diff(times, prepend=times[:1]) < 0).tolist():
        row = start
        while row < len(times) and times[row] < times[start - 1] and first_row[lines[row]] < row:
            quotes[row] = True
            row += 1
    return quotes
