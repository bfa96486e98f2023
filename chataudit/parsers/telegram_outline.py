"""A whole-account export in, its chats out: what each is, and where in the file it lies; no message is decoded."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import msgspec
from msgspec import Raw

from chataudit.errors import ExportError
from chataudit.parsers.base import Span
from chataudit.parsers.telegram_account import ChatHeader, choose_chat
from chataudit.parsers.telegram_damaged import Buffer
from chataudit.parsers.telegram_lines import count_breaks, offset
from chataudit.parsers.telegram_schema import ChatObject, ExportObject, decode_chat, decode_head

_LIST: Final = re.compile(rb'"messages"\s*:\s*\[')


@dataclass(frozen=True)
class Listed:
    """A chat of an account; `span` is None where it cannot be told by its id, and in a damaged file."""

    header: ChatHeader
    span: Span | None = None


@dataclass(frozen=True)
class Outline:
    """The chats of an account, in the order of the file's lists; `chats` are views of its bytes."""

    headers: list[ChatHeader]
    chats: list[Raw]


def outline(export: ExportObject) -> Outline:
    """Find the chats of a decoded export.

    Raises:
        DecodeError: a chat has a name, a type or an id of no known kind.
    """
    chats = [chat for each in (export.chats, export.left_chats) if each is not None for chat in each.chats]
    return Outline([header_of(head.name, head.type, head.id) for head in map(decode_head, chats)], chats)


def locate(data: Buffer, found: Outline) -> list[Listed]:
    """Return the chats with their places; the file is walked through once."""
    same_id = Counter(header.id for header in found.headers)
    spans: dict[int, Span] = {}
    at = lines = 0
    for start, index in sorted((offset(data, chat), index) for index, chat in enumerate(found.chats)):
        lines += count_breaks(data, at, start)
        at = start
        spans[index] = Span(start, start + len(memoryview(found.chats[index])), lines)
    return [Listed(header, spans[index] if header.id and same_id[header.id] == 1 else None) for index, header in enumerate(found.headers)]


def read_span(data: Buffer, span: Span, wanted: str | None) -> ChatObject | None:
    """Return the chat that lies there; None where another does, or none: the file has changed since somebody looked."""
    try:
        chat = decode_chat(memoryview(data)[span.start : span.end])
        choose_chat([header_of(chat.name, chat.type, chat.id)], wanted)
    except (ExportError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return chat


def has_list_before(data: Buffer, start: int, messages: Sequence[Raw]) -> bool:
    """Say whether a chat that begins at `start` holds a list of messages before the one read: of a key that stands twice, the last is taken."""
    return bool(messages) and len(_LIST.findall(data, start, offset(data, messages[0]))) > 1


def header_of(name: Any, kind: Any, number: Any) -> ChatHeader:
    """Return a header with the id as text; a damaged file may have anything where a name or a type belongs."""
    return ChatHeader(name if isinstance(name, str) else None, kind if isinstance(kind, str) else None, None if number is None else str(number))
