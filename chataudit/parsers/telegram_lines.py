"""The lines on which the messages of a Telegram JSON begin, counted from the undecoded messages."""

from collections.abc import Sequence
from itertools import repeat
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Raw

from chataudit.parsers.telegram_damaged import Buffer

_CHUNK_BYTES: Final = 1 << 20  # copied at a time, so that counting needs no memory


def find_lines(data: Buffer, messages: Sequence[Raw]) -> npt.NDArray[np.int64] | None:
    """Return the line of each message, from 1; None where the file does not break lines between messages evenly.

    Args:
        data: the bytes of the file.
        messages: views into those bytes, in their order.
    """
    if not messages:
        return np.zeros(0, dtype=np.int64)
    first, last = _offset(data, messages[0]), _offset(data, messages[-1])
    breaks = np.fromiter(map(bytes.count, map(bytes, messages[:-1]), repeat(b"\n")), dtype=np.int64, count=len(messages) - 1)
    between, uneven = divmod(_count_breaks(data, first, last) - int(breaks.sum()), max(len(breaks), 1))
    if uneven:
        return None
    return 1 + _count_breaks(data, 0, first) + np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(breaks + between)))


def _offset(data: Buffer, message: Raw) -> int:
    """Return where a view begins in the bytes that it is a view of: msgspec does not tell, the addresses do."""
    return np.frombuffer(message, np.uint8).ctypes.data - np.frombuffer(data, np.uint8).ctypes.data


def _count_breaks(data: Buffer, start: int, end: int) -> int:
    return sum(data[at : min(at + _CHUNK_BYTES, end)].count(b"\n") for at in range(start, end, _CHUNK_BYTES))
