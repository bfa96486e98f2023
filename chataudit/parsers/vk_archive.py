"""VK's data archive (`messages/index-messages.html`, `messages/PEER/messages0.html`, …) in, a `Chat` out.

Application: vk.com, the page «Защита данных» (vk.com/data_protection) → request of an archive with messages. HTML in
windows-1251, 50 messages a page, newest first; the words of VK in Russian or English, as the account's language is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import numpy as np

from chataudit.chat import Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions
from chataudit.parsers.offsets import find_offsets
from chataudit.parsers.speaking_names import warn_of_names
from chataudit.parsers.telegram_account import ChatHeader, choose_chat
from chataudit.parsers.telegram_ids import make_unique
from chataudit.parsers.vk_events import Person
from chataudit.parsers.vk_pages import Page, Pages, decode, find_pages
from chataudit.parsers.vk_rows import PageReader, VkRow
from chataudit.parsers.vk_strings import words

_FIRST_GROUP: Final = 2_000_000_000  # from this number on a conversation is a group's
_PLACE: Final = re.compile(r"(-?\w[\w.]{0,40})/messages\d+\.html?")
_NOBODY: Final = "Вы"  # as VK writes the owner whom nothing names
_COMMUNITY_PAGE: Final = re.compile(r"(?:club|public|event)\d+")


class VkPages:
    """Reads one conversation: all pages that lie beside the one given."""

    name = "vk_pages"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        return b'class="message" data-id="' in entry.head and b'class="message__header"' in entry.head

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        return _read_conversation(entry, options, None)


class VkArchive:
    """Reads one conversation of an archive, which its list of conversations names."""

    name = "vk_archive"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        return b'class="message-peer--id"' in entry.head

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        headers = list_conversations(entry)
        groups = [header for header in headers if header.is_group]
        if options.chat is None and not groups:
            raise ExportError("vk.no_groups", count=len(headers))
        chosen = headers[choose_chat(headers, options.chat)]
        if (chosen.id or "").startswith("-"):
            raise ExportError("vk.community", chat=chosen.title or chosen.id)
        first = entry.subfolder(chosen.id) if entry.subfolder and chosen.id else None
        if first is None:
            raise ExportError("vk.no_pages", chat=chosen.id)
        return _read_conversation(first, options, chosen.title)


def list_conversations(entry: Entry) -> list[ChatHeader]:
    """Return the conversations that the list in an archive names; those that several people may write in are groups."""
    from lxml import etree

    root = etree.HTML(decode(entry.read()).text.encode(), etree.HTMLParser(encoding="utf-8"))
    peers = [] if root is None else [each for each in root.iter("div") if each.get("class") == "message-peer--id"]
    links = [link for peer in peers for link in peer.iter("a")]
    found = {place[1]: link for link in links if (place := _PLACE.fullmatch(link.get("href", "")))}
    return [ChatHeader(" ".join("".join(link.itertext()).split()) or None, _type_of(peer), peer) for peer, link in found.items()]


def _type_of(peer: str) -> str:
    is_number = peer.removeprefix("-").isdecimal()
    return "personal_chat" if is_number and int(peer) < _FIRST_GROUP else "private_group"


def _read_pages(pages: Pages) -> tuple[PageReader, list[Page]]:
    reader = PageReader()
    decoded = []
    for each in pages.entries:
        page = decode(each.read())
        reader.read(page.text)
        decoded.append(replace(page, text=""))  # a long conversation is not held twice
    return reader, decoded


def _read_conversation(entry: Entry, options: ReadOptions, title: str | None) -> Chat:
    pages = find_pages(entry)
    reader, decoded = _read_pages(pages)
    rows = reader.rows[::-1]
    if not rows:
        raise ExportError("parsers.no_messages")
    owner = _find_owner(rows, Person(options.me) if options.me else None)
    columns = _build_columns(rows, owner or Person(_NOBODY))
    counts = {
        "vk.in_utf8": sum(page.in_utf8 for page in decoded),
        "vk.bad_bytes": sum(page.n_bad for page in decoded),
        "vk.cut_pages": sum(page.cut for page in decoded),
        "parsers.dateless": sum(row.sent_at is None for row in rows),
        "parsers.repeated_ids": make_unique(columns["id"]),
        "vk.unnamed_owner": 0 if owner else sum(row.author is None for row in rows),
    }
    if options.timezone:
        columns["utc_offset_min"] = find_offsets(columns["sent_at"], options.timezone)
    messages = build_messages(columns)
    channels = frozenset(each.author.name for each in rows if each.author and _COMMUNITY_PAGE.fullmatch(each.author.page or ""))
    return Chat(
        title=title or reader.title,
        platform="vk",
        source=entry.name,
        messages=messages,
        participants=build_participants(messages, channels=channels, deleted=words("deleted", "names")),
        hides=frozenset({"replies", "reactions"} | (set() if options.timezone else {"offsets"})),
        warnings=(*_list_warnings(pages, counts, reader), *warn_of_names({each.author.name for each in rows if each.author}, ())),
        truncated=bool(pages.missing or counts["vk.cut_pages"]),
        timezone="given" if options.timezone else None,
    )


def _find_owner(rows: Sequence[VkRow], given: Person | None) -> Person | None:
    """Return the archive's owner: events name by a link even whom headers call «Вы»."""
    told = {row.event.actor for row in rows if row.author is None and row.event and row.event.actor}
    if len(told) != 1:
        return given
    (owner,) = told
    return Person(given.name, owner.page) if given else owner


def _build_columns(rows: Sequence[VkRow], owner: Person) -> dict[str, Any]:
    authors = [_author_of(row, owner) for row in rows]
    events = [row.event for row in rows]
    return {
        "id": [row.id for row in rows],
        "sent_at": _fill_dates([row.sent_at for row in rows]),
        "kind": [row.kind for row in rows],
        "event": [event.event if event else None for event in events],
        "author": [author.name for author in authors],
        "author_id": [author.page for author in authors],
        "text": [row.text for row in rows],
        "links": [row.links for row in rows],
        "forwarded_from": [row.forwarded_from for row in rows],
        "edited": [row.edited for row in rows],
        "members": ["\n".join(member.name for member in event.members) or None if event else None for event in events],
        "title": [event.title if event else None for event in events],
    }


def _author_of(row: VkRow, owner: Person) -> Person:
    """Return who wrote a message; of an event, who acted."""
    return owner if row.author is None else (row.event.actor if row.event else None) or row.author


def _fill_dates(dates: Sequence[datetime | None]) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    """Return all dates; where one cannot be read, that of the message before, of the first that of the next."""
    known = next((each for each in dates if each), None)
    if known is None:
        raise ExportError("vk.no_dates")
    filled = []
    for each in dates:
        known = each or known
        filled.append(known)
    return np.asarray(filled, dtype="datetime64[s]")


def _list_warnings(pages: Pages, counts: Mapping[str, int], reader: PageReader) -> list[Skipped]:
    warnings = [Skipped("vk.missing_pages", {"count": pages.missing, "name": pages.first_missing})] if pages.missing else []
    warnings += [Skipped(key, {"count": count}) for key, count in counts.items() if count]
    strange = sorted(reader.strange.items())
    return warnings + [Skipped(key, {"name": name, "count": count} if name else {"count": count}) for (key, name), count in strange]
