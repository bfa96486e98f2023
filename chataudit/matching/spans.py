"""Spans of words in a text index, as arrays: where patterns were seen, and how two of them stand to each other."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Positions = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


class Spans(NamedTuple):
    """Runs of tokens: `first` and `last` are positions in the index, both inclusive, sorted by `first`, then `last`."""

    first: Positions
    last: Positions


_NONE: Final = np.zeros(0, dtype=np.int32)
EMPTY: Final = Spans(_NONE, _NONE)


def of_positions(positions: Positions) -> Spans:
    """Return single words as spans."""
    return Spans(positions, positions)


def union(many: list[Spans]) -> Spans:
    """Return all spans of all, each once."""
    some = [spans for spans in many if len(spans.first)]
    if not some:
        return EMPTY
    if len(some) == 1:
        return some[0]
    return _sorted(np.concatenate([spans.first for spans in some]), np.concatenate([spans.last for spans in some]))


def follow(before: Spans, after: Spans, gap: int, sentence: Positions) -> Spans:
    """Return the spans made of one of `before` and one of `after` at most `gap` words behind it, in one sentence."""
    if not len(before.first) or not len(after.first):
        return EMPTY
    if len(after.first) < len(before.last) and before.last is before.first:  # single words: sorted by their ends, too
        right, left = _pairs(after.first - 1 - gap, after.first - 1, before.last)
    else:
        left, right = _pairs(before.last + 1, before.last + 1 + gap, after.first)
    if not len(left):
        return EMPTY
    same = sentence[before.last[left]] == sentence[after.first[right]]
    return _sorted(before.first[left[same]], after.last[right[same]])


def _pairs(low: Positions, high: Positions, places: Positions) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return the numbers of bounds and of sorted places that lie within them, both inclusive, as pairs."""
    first, behind = np.searchsorted(places, low), np.searchsorted(places, high, side="right")
    counts = behind - first
    some = np.flatnonzero(counts)
    if not len(some):
        return some, some
    counts, first = counts[some], first[some]
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(some, counts), within + np.repeat(first, counts)


def without_before(spans: Spans, barred: Spans, sentence: Positions) -> Spans:
    """Return the spans right before which, in their sentence, none of `barred` stands."""
    if not len(barred.last) or not len(spans.first):
        return spans
    previous = np.maximum(spans.first - 1, 0)
    stands = _marked(barred.last, len(sentence))[previous] & (sentence[previous] == sentence[spans.first]) & (spans.first > 0)
    return Spans(spans.first[~stands], spans.last[~stands])


def without_after(spans: Spans, barred: Spans, sentence: Positions) -> Spans:
    """Return the spans right behind which, in their sentence, none of `barred` stands."""
    if not len(barred.first) or not len(spans.first):
        return spans
    following = np.minimum(spans.last + 1, len(sentence) - 1)
    stands = _marked(barred.first, len(sentence))[following] & (sentence[following] == sentence[spans.last]) & (spans.last < len(sentence) - 1)
    return Spans(spans.first[~stands], spans.last[~stands])


def cover(many: list[Spans], length: int) -> Flags:
    """Return which of `length` positions lie within any of the spans."""
    flags = np.zeros(length, dtype=bool)
    for first, last in many:
        extra = last - first
        for step in range(int(extra.max(initial=-1)) + 1):
            flags[first[extra >= step] + step] = True
    return flags


def _marked(positions: Positions, length: int) -> Flags:
    flags = np.zeros(length, dtype=bool)
    flags[positions] = True
    return flags


def _sorted(first: Positions, last: Positions) -> Spans:
    if len(first) < 2:
        return Spans(first, last)
    key = (first.astype(np.int64) << 32) | last
    key.sort()
    key = key[np.append(True, key[1:] != key[:-1])]
    return Spans((key >> 32).astype(np.int32), (key & 0xFFFFFFFF).astype(np.int32))
