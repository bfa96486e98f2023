"""The lines on which the messages of a Telegram JSON begin, found from the lengths of the undecoded messages."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Raw

from chataudit.parsers.telegram_damaged import Buffer

_BLOCK_BYTES: Final = 1 << 20  # looked through at a time, so that counting needs no memory
_BREAK: Final = ord("\n")
_BETWEEN: Final = np.frombuffer(b" \t\r\n,]", np.uint8)  # what may stand between messages or behind the last

Offsets = npt.NDArray[np.int64]


def find_lines(data: Buffer, messages: Sequence[Raw], start: int = 0, lines_before: int = 0) -> npt.NDArray[np.int64] | None:
    """Return the line of each message, from 1; None where the messages do not stand evenly apart, as exporters write them.

    Args:
        data: the bytes of the file.
        messages: views into those bytes, in their order.
        start: a place before them whose line is known; lines_before: that many lines end before it.
    """
    offsets = _find_offsets(data, messages)
    return None if offsets is None else _count_lines(np.frombuffer(data, np.uint8), offsets, start, 1 + lines_before)


def _find_offsets(data: Buffer, messages: Sequence[Raw]) -> Offsets | None:
    """Return where each message begins, from where the first and the last do: to ask each one for its address is slow."""
    if not messages:
        return np.zeros(0, dtype=np.int64)
    lengths = np.fromiter(map(len, messages), dtype=np.int64, count=len(messages))
    first, last = offset(data, messages[0]), offset(data, messages[-1])
    gap, uneven = divmod(last - first - int(lengths[:-1].sum()), max(len(messages) - 1, 1))
    offsets = first + np.cumsum(lengths + gap) - (lengths + gap)
    written = np.frombuffer(data, np.uint8)
    cut = np.isin(written[offsets], _BETWEEN) | ~np.isin(written[offsets + lengths], _BETWEEN)
    return None if uneven or cut.any() else offsets


def offset(data: Buffer, view: Raw) -> int:
    """Return where a view begins in the bytes that it is a view of: msgspec does not tell, the addresses do."""
    return np.frombuffer(view, np.uint8).ctypes.data - np.frombuffer(data, np.uint8).ctypes.data


def count_breaks(data: Buffer, start: int, end: int) -> int:
    """Return how many lines end in a part of the file."""
    return sum(data[at : min(at + _BLOCK_BYTES, end)].count(b"\n") for at in range(start, end, _BLOCK_BYTES))


def _count_lines(written: npt.NDArray[np.uint8], offsets: Offsets, start: int, line: int) -> npt.NDArray[np.int64]:
    """Return the line of each offset; `line` is that of `start`."""
    lines = np.empty(len(offsets), dtype=np.int64)
    starts = np.arange(start, int(offsets[-1]) + 1 if len(offsets) else start, _BLOCK_BYTES)
    firsts = [*np.searchsorted(offsets, starts).tolist(), len(offsets)]
    for block, first, end in zip(starts.tolist(), firsts[:-1], firsts[1:], strict=True):
        breaks = np.flatnonzero(written[block : block + _BLOCK_BYTES] == _BREAK)
        lines[first:end] = line + np.searchsorted(breaks, offsets[first:end] - block)
        line += len(breaks)
    return lines
