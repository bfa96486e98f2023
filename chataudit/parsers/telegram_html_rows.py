"""One `div.message` of Telegram's HTML export in, the cells of its row out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PureWindowsPath
from typing import Any, Final

from chataudit.parsers.speaking_names import speaks
from chataudit.parsers.telegram_html_words import find_text, media_lines, plain_text
from chataudit.parsers.telegram_names import HTML_DELETED, deleted_name
from chataudit.parsers.telegram_shown import has_words

_KIND_OF_WRAP: Final = {"photo_wrap": "photo", "video_file_wrap": "video", "animated_wrap": "gif", "sticker_wrap": "sticker"}
_KIND_OF_MEDIA: Final = {
    "media_photo": "photo",
    "media_video": "video",
    "media_voice_message": "voice",
    "media_audio_file": "audio",
    "media_file": "document",
    "media_contact": "contact",
    "media_location": "location",
    "media_live_location": "location",
    "media_venue": "location",
    "media_call": "call",
    "media_poll": "poll",
    "media_game": "other",
    "media_invoice": "other",
    "media_giveaway": "other",
}
_KIND_OF_TITLE: Final = {"Sticker": "sticker", "Video message": "round_video", "Animation": "gif"}
_NAMED: Final = frozenset({"audio", "document", "contact"})
_FILE_KINDS: Final = frozenset({"photo", "video", "gif", "round_video", "sticker", "voice", "audio", "document"})

_TITLE_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-])(\d\d):?(\d\d))?")
_REPLY = re.compile(r"#go_to_message(-?\d+)$")
_VIA_BOT = re.compile(r" via @\w+$")
_IDLE: Final = frozenset({"pull_left userpic_wrap", "pull_left forwarded userpic_wrap"})


@dataclass
class HtmlRow:
    """The cells of a row, as the columns of the message table name them; `sent_at` in ISO form, None where not written."""

    id: str
    sent_at: str | None = None
    utc_offset_min: int | None = None
    kind: str = "text"
    event: str | None = None
    author: str | None = None
    text: str = ""
    links: str | None = None
    reply_to: str | None = None
    forwarded_from: str | None = None
    file: str | None = None
    emoji: str | None = None
    members: str | None = None
    title: str | None = None
    reactions: int | None = None


@dataclass
class RowReader:
    """Reads messages one after another; a joined one takes its author, and the origin of a forward, from the one before.

    Attributes:
        strange: counts of (wording key, name) of what was not understood.
        deleted: display names given to deleted accounts.
    """

    strange: Counter[tuple[str, str]] = field(default_factory=Counter)
    deleted: set[str] = field(default_factory=set)
    _author: str | None = None
    _origin: str | None = None

    def read(self, message: Any) -> HtmlRow:
        """Return the row of an ordinary message."""
        row = HtmlRow(id=message.get("id", "").removeprefix("message"), kind="empty")
        for body in message.iterchildren("div"):
            if body.get("class") == "body":
                self._read_body(body, row, forwarded=False)
        if "joined" in message.get("class", "").split():
            row.author = row.author or self._author
        self._author, self._origin = row.author, row.forwarded_from
        if row.kind == "empty":
            row.kind = "hidden"  # a story, a dice: nothing is ever sent empty
        if row.kind == "hidden":
            self.strange["parsers.contents_absent", ""] += 1
        return row

    def name(self, element_text: str) -> str:
        """Return a display name, that of a deleted account made ours."""
        name = _VIA_BOT.sub("", element_text.strip())
        if name != HTML_DELETED:
            return name
        self.deleted.add(deleted_name())
        return deleted_name()

    def _read_body(self, body: Any, row: HtmlRow, *, forwarded: bool) -> None:
        for part in body.iterchildren():
            kind = part.get("class", "")
            if kind == "pull_right date details":
                row.sent_at, row.utc_offset_min = read_date(part.get("title", ""))
            elif kind == "from_name":
                self._read_name(part, row, forwarded=forwarded)
            elif kind == "forwarded body":
                row.forwarded_from = self._origin or ""  # where it has no name of its own, the one before has it
                self._read_body(part, row, forwarded=True)
            elif kind.startswith("media_wrap"):
                self._read_media(part, row)
            elif kind in _PARTS:
                _PARTS[kind](row, part)
            elif kind == "signature details":
                self._count_name(plain_text(part))
            elif kind not in _IDLE:
                self.strange["parsers.unknown_key", kind or part.tag] += 1

    def _count_name(self, name: str) -> None:
        if speaks(name):
            self.strange["parsers.speaking_names", ""] += 1

    def _read_name(self, part: Any, row: HtmlRow, *, forwarded: bool) -> None:
        name = self.name(part.text or "")  # the date of a forward stands in a span after it
        if forwarded:
            row.forwarded_from = "" if name in self.deleted else name
        else:
            row.author = name

    def _read_media(self, wrap: Any, row: HtmlRow) -> None:
        for media in wrap:
            words = media.get("class", "").split()
            kind = next((_KIND_OF_WRAP[word] for word in words if word in _KIND_OF_WRAP), None)
            if kind is None:
                kind = self._kind_of_media(words, media)
            row.kind = kind
            if "media_game" in words and (link := media.get("href")):
                row.links = "\n".join(filter(None, (row.links, link)))
            lines = media_lines(media, words, kind)
            _add_lines(row, lines)
            if "media_invoice" in words and not any(lines):
                row.kind = "hidden"  # media to be paid for: their price alone is told
            if kind in _NAMED:
                self._count_name(find_text(media, "title bold"))
            if kind in _FILE_KINDS:
                row.file = _file_of(media, kind)
            if kind == "sticker":
                row.emoji = _read_emoji(media)

    def _kind_of_media(self, words: list[str], media: Any) -> str:
        name = next((word for word in words if word.startswith("media_")), " ".join(words))
        kind = _KIND_OF_MEDIA.get(name)
        if kind is None:
            self.strange["parsers.unknown_media_type", name] += 1
            return "other"
        return _KIND_OF_TITLE.get(find_text(media, "title bold"), kind) if kind in ("photo", "video") else kind


def read_date(title: str) -> tuple[str | None, int | None]:
    """Return local time in ISO form and the offset in minutes of «12.03.2024 10:00:05 UTC+03:00»."""
    found = _TITLE_DATE.fullmatch(title.strip())
    if found is None:
        return None, None
    day, month, year, time, sign, hours, minutes = found.groups()
    offset_min = None if sign is None else (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1)
    return f"{year}-{month}-{day}T{time}", offset_min


def _add_text(row: HtmlRow, part: Any) -> None:
    text = plain_text(part)
    row.text = f"{text}\n{row.text}" if row.text and text else text or row.text
    if row.kind == "empty" and text:
        row.kind = "text"
    row.links = "\n".join(filter(None, (row.links, *map(_hidden_link, part.iter("a"))))) or None


def _add_lines(row: HtmlRow, lines: Iterable[str]) -> None:
    row.text = "\n".join(filter(None, (row.text, *lines)))


def _add_buttons(row: HtmlRow, table: Any) -> None:
    buttons = [anchor for cell in table.iter("div") if cell.get("class") == "bot_button" for anchor in cell.iter("a")]
    _add_lines(row, filter(has_words, map(plain_text, buttons)))
    row.links = "\n".join(filter(None, (row.links, *(anchor.get("href") for anchor in buttons)))) or None


def _hidden_link(anchor: Any) -> str | None:
    """Return the address of a link whose words do not show it; mentions, phones and addresses as typed show theirs."""
    href, words = anchor.get("href", ""), plain_text(anchor)
    if not href or anchor.get("onclick") or href.startswith(("tel:", "mailto:")) or words.startswith("@"):
        return None
    shown = words.split("://")[-1].rstrip("/")
    return None if href.split("://")[-1].rstrip("/") == shown else href


def _add_reply(row: HtmlRow, part: Any) -> None:
    found = next((_REPLY.search(anchor.get("href", "")) for anchor in part.iter("a")), None)
    row.reply_to = None if found is None else found[1]


def _add_reactions(row: HtmlRow, part: Any) -> None:
    row.reactions = sum(map(_count_reaction, part))


_PARTS: Final = {"text": _add_text, "bot_buttons_table": _add_buttons, "reply_to details": _add_reply, "reactions": _add_reactions}

_COUNT_DIGITS = 6  # of a number of reactions; more is no number that people gave


def _count_reaction(reaction: Any) -> int:
    count = find_text(reaction, "count")
    if count.isascii() and count.isdecimal():
        return int(count[:_COUNT_DIGITS])
    pictures = next((each for each in reaction if each.get("class") == "userpics"), None)
    return max(1, 0 if pictures is None else sum("userpic" in each.get("class", "").split() for each in pictures.iterdescendants("div", "span")))


def _file_of(media: Any, kind: str) -> str | None:
    if kind == "document":
        name = find_text(media, "title bold")
        return None if name in ("", "File") else PureWindowsPath(name).name
    return PureWindowsPath(media.get("href", "")).name or None


def _read_emoji(media: Any) -> str | None:
    """Return a sticker's emoji: the status reads «👍, 54.4 KB», or only the size."""
    status = find_text(media, "status details").split(",")[0]
    return status if status and not status[0].isdigit() else None
