"""Telegram Desktop's JSON export (`result.json`) in, a `Chat` out.

Application: Telegram Desktop 1.3 and later; the key list is that of 6.1. One chat: the chat's menu ⋮ → Export chat
history → Format: JSON (since 2.1.8). The whole account: Settings → Advanced → Export Telegram data.

The file is mapped, not read: msgspec finds where each message lies (`Raw`), then decodes them a batch at a time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import Raw

from chataudit.chat import Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions
from chataudit.parsers.speaking_names import warn_of_names
from chataudit.parsers.strange import tell_strange
from chataudit.parsers.telegram_account import CHAT_TYPES, ChatHeader, choose_chat
from chataudit.parsers.telegram_columns import Columns
from chataudit.parsers.telegram_damaged import BOM, Buffer, DamagedChat, iterate_messages, survey
from chataudit.parsers.telegram_lines import find_lines, offset
from chataudit.parsers.telegram_names import find_bots, find_channels
from chataudit.parsers.telegram_outline import Listed, has_list_before, header_of, locate, outline, read_span
from chataudit.parsers.telegram_schema import decode_chat, decode_export
from chataudit.parsers.telegram_times import read_times

# One chat has `messages` and `type`, its own or its messages'; an account begins with `about`, its chats may come much later.
_CHAT_KEYS: Final = (re.compile(rb'"messages"\s*:'), re.compile(rb'"type"\s*:'))
_ACCOUNT_KEYS: Final = (
    re.compile(rb'"about"\s*:|"(?:left_)?chats"\s*:\s*\{'),
    re.compile(rb'"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|sessions|other_data|chats|left_chats)"\s*:\s*[\[{]'),
)


@dataclass
class _Found:
    """The chat to read: its header, its undecoded messages, and how they were come by."""

    header: ChatHeader
    objects: Iterable[Raw | bytes]
    lines: npt.NDArray[np.int64] | None
    of_account: bool
    cut_at_line: int | None = None
    n_behind_cut: int = 0
    repaired: bool = False
    beside_others: bool = False  # one chat, and a list of messages that was not read


class TelegramJson:
    """Reads Telegram Desktop's `result.json`."""

    name = "telegram_json"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        head = entry.head.removeprefix(BOM).lstrip()
        return head.startswith(b"{") and any(all(key.search(head) for key in keys) for keys in (_CHAT_KEYS, _ACCOUNT_KEYS))

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        found = _find_chat(_map(entry), options)
        columns = Columns()
        columns.read(found.objects)
        found.objects = ()  # free the views of the messages before the table is built
        if not columns.values["id"]:
            raise ExportError("parsers.no_messages")
        return _build_chat(entry, found, columns, options)


def _map(entry: Entry) -> Buffer:
    if entry.path is None:
        return entry.read()
    with entry.path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _find_chat(data: Buffer, options: ReadOptions) -> _Found:
    span = options.span
    chat = read_span(data, span, options.chat) if span else None
    if span and chat:
        lines = find_lines(data, chat.messages, span.start, span.lines_before)
        return _Found(header_of(chat.name, chat.type, chat.id), chat.messages, lines, of_account=True)
    try:
        return _look_through(data, options.chat)
    except RecursionError as error:
        raise ExportError("parsers.too_deep") from error
    except msgspec.ValidationError as error:
        raise ExportError("parsers.not_telegram") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return _find_damaged(data, options.chat)


def _look_through(data: Buffer, wanted: str | None) -> _Found:
    export = decode_export(_without_bom(data))
    if export.messages is not None:
        lines = find_lines(data, export.messages)
        others = export.chats is not None or export.left_chats is not None or has_list_before(data, 0, export.messages)
        return _Found(header_of(export.name, export.type, export.id), export.messages, lines, of_account=False, beside_others=others)
    found = outline(export)
    index = choose_chat(found.headers, wanted)
    messages = decode_chat(found.chats[index]).messages
    others = has_list_before(data, offset(data, found.chats[index]), messages)
    return _Found(found.headers[index], messages, find_lines(data, messages), of_account=True, beside_others=others)


def _without_bom(data: Buffer) -> memoryview:
    return memoryview(data)[len(BOM) if data[: len(BOM)] == BOM else 0 :]


def _find_damaged(data: Buffer, wanted: str | None) -> _Found:
    damage = survey(data)
    single = [chat for chat in damage.chats if chat.prefix == "messages.item" and chat.n_messages]
    chats = single or [chat for chat in damage.chats if chat.prefix != "messages.item"]
    headers = [_damaged_header(chat) for chat in chats]
    if not chats:
        raise ExportError("parsers.no_whole_message", line=damage.line or 1)
    index = 0 if single else choose_chat(headers, wanted)
    n_behind = damage.n_behind if single else 0  # in an account they may be of another chat
    others = bool(single) and any(chat.n_messages for chat in damage.chats if chat not in single)
    messages = iterate_messages(data, chats[index])
    return _Found(headers[index], messages, None, not single, damage.line, n_behind, repaired=True, beside_others=others)


def _damaged_header(chat: DamagedChat) -> ChatHeader:
    return header_of(*(chat.header.get(key) for key in ("name", "type", "id")))


def _build_chat(entry: Entry, found: _Found, columns: Columns, options: ReadOptions) -> Chat:
    values: dict[str, Any] = columns.values
    times = read_times(np.concatenate(columns.sent_at), np.concatenate(columns.seconds), options.timezone)
    if found.lines is not None:
        values["line"] = np.delete(found.lines, columns.skipped)
    hides = _find_hidden(columns, times.origin)
    authors = set(zip(values["author"], values["author_id"], strict=True))
    values |= columns.rare | {"reactions": _count_reactions(columns), "sent_at": times.sent_at, "utc_offset_min": times.utc_offset_min}
    warnings = tuple(_warn(found, columns, times.n_dateless))
    messages = build_messages(values)
    named = {(name, author_id) for name, author_id in authors if name is not None}
    participants = build_participants(
        messages,
        bots=find_bots(name for name, _ in named),
        channels=find_channels(named, found.header.title),
        deleted=columns.deleted,
    )
    return Chat(
        title=found.header.title,
        platform="telegram",
        source=entry.name,
        messages=messages,
        participants=participants,
        hides=hides,
        warnings=warnings,
        truncated=found.cut_at_line is not None,
        timezone=times.origin,
    )


def _count_reactions(columns: Columns) -> npt.NDArray[np.int32] | None:
    """Return the number of reactions a message, 0 where the key is absent; None where no message has any."""
    cells = columns.rare["reactions"]
    if not any(cells.values()):
        return None
    counts = np.zeros(len(columns.values["id"]), dtype=np.int32)
    counts[list(cells)] = list(cells.values())
    return counts


def _find_hidden(columns: Columns, origin: str | None) -> frozenset[str]:
    hides = {"deletions"}
    if origin is None:
        hides.add("offsets")
    # Exports before June 2022 (no `date_unixtime`) are older than the reactions in them; of newer ones nothing is certain.
    if origin != "export" and not any(columns.rare["reactions"].values()):
        hides.add("reactions")
    if not any(columns.values["author_id"]):
        hides.add("user_ids")  # before December 2018
    return frozenset(hides)


def _warn(found: _Found, columns: Columns, n_dateless: int) -> Iterable[Skipped]:
    n_read = len(columns.values["id"])
    if found.n_behind_cut:
        yield Skipped("parsers.damaged", {"count": n_read, "behind": found.n_behind_cut}, found.cut_at_line)
    elif found.cut_at_line is not None:
        yield Skipped("parsers.truncated", {"count": n_read}, found.cut_at_line)
    elif found.repaired:
        yield Skipped("parsers.repaired")
    if found.beside_others:
        yield Skipped("telegram.other_messages")
    if columns.skipped:
        line = None if found.lines is None else int(found.lines[columns.skipped[0]])
        yield Skipped("parsers.unreadable_messages", {"count": len(columns.skipped)}, line)
    if n_dateless > columns.strange["parsers.unsupported", ""]:
        yield Skipped("parsers.dateless", {"count": n_dateless - columns.strange["parsers.unsupported", ""]})
    yield from tell_strange(columns.strange)
    yield from warn_of_names(columns.people, columns.rare["forwarded_from"].values())
    if found.header.type not in CHAT_TYPES:
        yield Skipped("parsers.unknown_chat_type", {"name": found.header.type or "null"})
    if found.of_account and found.header.is_group and len({each for each in columns.values["author_id"] if each}) == 1:
        yield Skipped("parsers.only_own_messages")


def is_account(entry: Entry) -> bool:
    """Say whether an export begins as one of a whole account does."""
    return all(key.search(entry.head) for key in _ACCOUNT_KEYS)


def list_chats(entry: Entry) -> list[Listed]:
    """Return the chats of a whole-account export, as far as it can be read."""
    data = _map(entry)
    try:
        return locate(data, outline(decode_export(_without_bom(data))))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        chats = [chat for chat in survey(data).chats if chat.prefix != "messages.item"]
        return [Listed(_damaged_header(chat)) for chat in chats]
