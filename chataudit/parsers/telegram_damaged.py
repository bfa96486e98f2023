"""A Telegram JSON that does not decode as a whole (cut short, or badly written) as its chats and their whole messages.

The damaged bytes are repaired line by line on their way into ijson, so that the memory needed does not grow with the file.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from mmap import mmap
from typing import Any, Final, TypeAlias

from chataudit.errors import ExportError
from chataudit.parsers.telegram_odd import repair

Buffer: TypeAlias = bytes | mmap

MAX_DEPTH: Final = 64  # Telegram nests about ten deep; deeper is an attack or no chat
BOM: Final = b"\xef\xbb\xbf"

_CHUNK_BYTES: Final = 16 * 1024  # so that the line told is near the fault
_MAX_LINE_BYTES: Final = 1 << 20  # a file without line breaks is cut here
_MESSAGE: Final = re.compile(rb'(?<!\\)"type"\s*:\s*"(?:message|service|unsupported)"')
_DEEPER: Final = {"start_map": 1, "start_array": 1, "end_map": -1, "end_array": -1}
_PLACES: Final = ("", "chats.list.item.", "left_chats.list.item.")  # ijson's paths of chats: the file itself, an account's lists
_WATCHED: Final = {(place + key).removesuffix("."): (place, key) for place in _PLACES for key in ("", "messages.item", "name", "type", "id")}


class RepairedBytes:
    """A file-like object over bytes, repaired as they are read.

    Attributes:
        n_lines: whole lines given out so far.
    """

    def __init__(self, data: Buffer) -> None:
        self._chunks = _iterate_chunks(data)
        self.n_lines = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next lines, whatever the size asked for; b"" at the end."""
        if size == 0:
            return b""
        chunk = next(self._chunks, b"")
        self.n_lines += chunk.count(b"\n")
        return repair(chunk)


@dataclass
class DamagedChat:
    """A chat found in a damaged file.

    Attributes:
        prefix: ijson's path of its messages.
        first: how many messages the same path has before its own.
        header: its name, type and id, as far as written.
        n_messages: its whole messages.
    """

    prefix: str
    first: int
    header: dict[str, Any] = field(default_factory=dict)
    n_messages: int = 0


@dataclass(frozen=True)
class Damage:
    """What a damaged file holds.

    Attributes:
        chats: the chats up to the place that cannot be read.
        line: the line of that place, from 1; None where repairs were enough to read all.
        n_behind: how many messages seem to stand behind the one that is damaged.
    """

    chats: list[DamagedChat]
    line: int | None
    n_behind: int = 0


def survey(data: Buffer) -> Damage:
    """Find the chats of a damaged file and count their whole messages.

    Raises:
        ExportError: it is nested too deep to be a chat.
    """
    import ijson

    source = RepairedBytes(data)
    chats: list[DamagedChat] = []
    totals: Counter[str] = Counter()
    depth = 0
    try:
        for prefix, event, value in ijson.parse(source, buf_size=_CHUNK_BYTES, use_float=True):
            if event in _DEEPER:
                depth += _DEEPER[event]
                if depth > MAX_DEPTH:
                    raise ExportError("parsers.too_deep")
            if prefix in _WATCHED:
                _note(chats, totals, prefix, event, value)
    except ijson.JSONError:
        n_behind = sum(1 for _ in _MESSAGE.finditer(data)) - totals.total() - 1
        return Damage(chats, source.n_lines + 1, max(n_behind, 0))
    return Damage(chats, None)


def iterate_messages(data: Buffer, chat: DamagedChat) -> Iterator[bytes]:
    """Yield the JSON of each whole message of a chat."""
    import ijson

    items = ijson.items(RepairedBytes(data), chat.prefix, buf_size=_CHUNK_BYTES, use_float=True)
    for message in islice(items, chat.first, chat.first + chat.n_messages):
        yield json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")


def _note(chats: list[DamagedChat], totals: Counter[str], prefix: str, event: str, value: object) -> None:
    place, key = _WATCHED[prefix]
    if key == "" and event == "start_map":
        chats.append(DamagedChat(f"{place}messages.item", totals[place]))
    elif key == "messages.item" and event == "end_map":
        totals[place] += 1
        chats[-1].n_messages += 1
    elif key in ("name", "type", "id"):
        chats[-1].header[key] = value


def _iterate_chunks(data: Buffer) -> Iterator[bytes]:
    """Yield the bytes in pieces that end where lines end, since none of the known faults crosses a line."""
    start = len(BOM) if data[: len(BOM)] == BOM else 0
    while start < len(data):
        newline = data.find(b"\n", start + _CHUNK_BYTES, start + _MAX_LINE_BYTES)
        end = newline + 1 if newline >= 0 else min(start + _MAX_LINE_BYTES, len(data))
        yield data[start:end]
        start = end
