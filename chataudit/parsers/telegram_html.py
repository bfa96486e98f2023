"""Telegram Desktop's HTML export (`messages.html`, `messages2.html`, …) in, a `Chat` out.

Application: Telegram Desktop 1.3 and later. Menu: the chat's ⋮ → Export chat history; HTML is what the dialog offers
first. A page holds 1000 records; the words of the exporter are English whatever the language of the app.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

import numpy as np

from chataudit.chat import Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions
from chataudit.parsers.speaking_names import speaks, warn_of_names
from chataudit.parsers.strange import tell_strange
from chataudit.parsers.telegram_html_pages import find_pages, is_cut, linked_numbers, name_missing
from chataudit.parsers.telegram_html_rows import HtmlRow, RowReader
from chataudit.parsers.telegram_html_words import plain_text
from chataudit.parsers.telegram_ids import make_unique
from chataudit.parsers.telegram_names import find_bots, find_channels
from chataudit.parsers.telegram_sentences import read_sentence
from chataudit.parsers.telegram_times import parse_dates, read_times

_CELLS: Final = tuple(name for name in HtmlRow.__dataclass_fields__ if name not in ("sent_at", "utc_offset_min"))
_MONTHS: Final = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
# Messages wherever they stand, since a browser shows them all, and whatever else a chat's history holds.
_MESSAGES: Final = "//div[contains(concat(' ', normalize-space(@class), ' '), ' message ')] | //div[@class='history']/div"
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")


class TelegramHtml:
    """Reads Telegram Desktop's `messages*.html`: all pages that lie beside the one given."""

    name = "telegram_html"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        return _looks_like_html(entry) and b'class="history"' in entry.head and b'class="message ' in entry.head

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        reader = _PageReader()
        pages = find_pages(entry)
        for page in pages.entries:
            reader.read(page)
        if not reader.rows:
            raise ExportError("parsers.no_messages")
        return _build_chat(entry, reader, name_missing(pages.numbers, reader.linked), options)


class TelegramHtmlContents:
    """Knows the contents page of a whole-account HTML export, only to say where its chats are."""

    name = "telegram_html_contents"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        return _looks_like_html(entry) and b"Exported Data" in entry.head and b'class="history"' not in entry.head

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:  # noqa: ARG002 (the protocol's)
        """See `Parser.parse`."""
        raise ExportError("parsers.account_list_page", source=entry.name)


class _PageReader:
    """Reads page after page, the day and the clock carried on from each to the next.

    Attributes:
        rows: the rows of all pages.
        cells: reads ordinary messages, and counts what was strange.
        title: the chat's name.
        n_dateless: ordinary messages without a date.
        linked: numbers of the pages to which pages lead.
        cut: names of the pages that end before their end.
    """

    def __init__(self) -> None:
        self.rows: list[HtmlRow] = []
        self.cells = RowReader()
        self.title: str | None = None
        self.n_dateless = 0
        self.linked: set[int] = set()
        self.cut: list[str] = []
        self._moment: str | None = None
        self._offset_min: int | None = None

    def read(self, page: Entry) -> None:
        """Read all messages of a page."""
        from lxml import etree

        content = page.read()
        if is_cut(content):
            self.cut.append(page.name)
        root = etree.HTML(content, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
        if root is None:
            return
        self.linked |= linked_numbers(root)
        if self.title is None:
            header = next(root.iterfind(".//div[@class='page_header']//div[@class='text bold']"), None)
            self.title = None if header is None else plain_text(header) or None
        for message in root.xpath(_MESSAGES):
            words = message.get("class", "").split()
            if "default" in words:
                self._add_message(message)
            elif "service" in words:
                self._add_service(message)
            else:
                self.cells.strange["parsers.unknown_type", " ".join(words)] += 1

    def _add_message(self, message: Any) -> None:
        row = self.cells.read(message)
        self.n_dateless += row.sent_at is None
        if row.utc_offset_min is None:
            row.utc_offset_min = self._offset_min if row.sent_at is None else None
        row.sent_at = row.sent_at or self._moment
        self._moment, self._offset_min = row.sent_at, row.utc_offset_min
        self.rows.append(row)

    def _add_service(self, message: Any) -> None:
        details = next(message.iterfind("div[@class='body details']"), None)
        sentence = "" if details is None else plain_text(details)
        day = _DAY.fullmatch(sentence)
        if day is not None:  # a divider, whatever the sign of its id: ids of an older group are negative too
            midnight = f"{day[3]}-{_MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}T00:00:00"
            self._moment = max(self._moment or midnight, midnight)
            return
        told = read_sentence(sentence)
        event = told.event
        row = HtmlRow(message.get("id", "").removeprefix("message"), self._moment, self._offset_min, "service", event.event)
        row.author = None if told.actor is None else self.cells.name(told.actor)
        row.members = "\n".join(map(self.cells.name, event.members)) or None
        row.title = event.title
        if speaks(event.title) or speaks(told.words):
            self.cells.strange["telegram.speaking_events", ""] += 1
        if told.loses:
            self.cells.strange[told.loses, ""] += 1
        if not event.known:
            row.text = sentence
            self.cells.strange["parsers.unknown_sentence", ""] += 1
        self.rows.append(row)


def _looks_like_html(entry: Entry) -> bool:
    return entry.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def _build_chat(entry: Entry, reader: _PageReader, missing: list[str], options: ReadOptions) -> Chat:
    columns: dict[str, list[Any]] = {name: [getattr(row, name) for row in reader.rows] for name in _CELLS}
    n_repeated = make_unique(columns["id"])
    sent_at = parse_dates([row.sent_at for row in reader.rows])
    offsets = [row.utc_offset_min for row in reader.rows]
    first_offset = next((offset for offset in offsets if offset is not None), None)
    seconds = sent_at.astype("float64") - 60 * np.array([_offset_of(row, first_offset) for row in reader.rows])
    times = read_times(sent_at, seconds, options.timezone)
    hides = {"user_ids", "edits", "deletions"}
    if times.origin is None:
        hides.add("offsets")
    if any(columns["reactions"]):
        columns["reactions"] = [count or 0 for count in columns["reactions"]]
    elif times.origin != "export":
        hides.add("reactions")  # before June 2022 (no zone in the dates) there were none in exports
    messages = build_messages({**columns, "sent_at": cast("Sequence[Any]", times.sent_at), "utc_offset_min": times.utc_offset_min})
    authors = {name for name in columns["author"] if name is not None}
    channels = find_channels(((name, None) for name in authors), reader.title)
    participants = build_participants(messages, bots=find_bots(authors), channels=channels, deleted=frozenset(reader.cells.deleted))
    return Chat(
        title=reader.title,
        platform="telegram",
        source=entry.name,
        messages=messages,
        participants=participants,
        hides=frozenset(hides),
        warnings=tuple(_warn(reader, missing, n_repeated)),
        truncated=bool(missing or reader.cut),
        timezone=times.origin,
    )


def _offset_of(row: HtmlRow, first_offset: int | None) -> float:
    """Return a row's offset; a service event before the first message takes that of the first."""
    offset = first_offset if row.utc_offset_min is None and row.kind == "service" else row.utc_offset_min
    return np.nan if offset is None else offset


def _warn(reader: _PageReader, missing: list[str], n_repeated: int) -> Iterator[Skipped]:
    for name in missing:
        yield Skipped("parsers.missing_page", {"name": name})
    if reader.cut:
        yield Skipped("telegram.cut_pages", {"count": len(reader.cut), "name": reader.cut[0]})
    if reader.n_dateless:
        yield Skipped("parsers.dateless", {"count": reader.n_dateless})
    if n_repeated:
        yield Skipped("parsers.repeated_ids", {"count": n_repeated})
    yield from tell_strange(reader.cells.strange)
    people = {name for row in reader.rows for name in (row.author, *(row.members or "").split("\n")) if name} - reader.cells.deleted
    yield from warn_of_names(people, filter(None, (row.forwarded_from for row in reader.rows)))
