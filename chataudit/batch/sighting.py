"""One export as a search sees it: where it lies and what its beginning shows."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from chataudit.parsers import find_parser
from chataudit.parsers.base import Entry, Span
from chataudit.parsers.telegram_html_pages import is_later_page

JSON: Final = "telegram_json"
HTML: Final = "telegram_html"
CONTENTS: Final = "telegram_html_contents"
VK_LIST: Final = "vk_archive"
TABLE: Final = "table"
TABLE_MESSAGES: Final = "table_messages"
VK_PAGES: Final = "vk_pages"

_TITLES: Final = {
    JSON: re.compile(rb'\s*\{\s*"name"\s*:\s*("(?:[^"\\]|\\.){1,1000}")'),
    HTML: re.compile(rb'class="text bold">\s*+([^<]{1,1000}+)<'),
}


@dataclass(frozen=True)
class Sighting:
    """One chat of one export.

    Attributes:
        place: for people and for order: its path within the folder, «/» between names, the member's place in a zip after the zip's own.
        path: the file on disk; member: its place in the zip that the file is.
        parser: the name of the parser that recognises it; None where none does: reading it will say why.
        title: the chat's name as far as the beginning shows it.
        later_page: it continues another page.
        size: bytes of the file or of the member; None where it was not opened.
        problem: wording key of why it cannot be read, where its name tells; it takes `path`.
        chat: which chat of a whole-account export, as `ReadOptions.chat`; of one that is still to be divided None.
        span: where in the file that chat lies; None of a chat that has its file to itself.
    """

    place: str
    path: Path
    member: str | None = None
    parser: str | None = None
    title: str | None = None
    later_page: bool = False
    chat: str | None = None
    size: int | None = None
    problem: str | None = None
    span: Span | None = None

    @property
    def chat_size(self) -> int:
        """The bytes of the chat alone, as far as they are known."""
        return self.span.end - self.span.start if self.span else self.size or 0

    @property
    def folder(self) -> str:
        """The place of the folder, on disk or in a zip, that it lies in."""
        return str(PurePosixPath(self.place).parent)


def look_at(entry: Entry, place: str, path: Path, member: str | None = None) -> Sighting | None:
    """Return what the beginning of a file shows; None if no parser recognises it."""
    found = find_parser(entry)
    if found is None:
        return None
    parser = found.name
    return Sighting(place, path, member, parser, find_title(parser, entry.head), parser == HTML and is_later_page(entry), size=entry.size)


def find_title(parser: str, head: bytes) -> str | None:
    """Return the title that the beginning of an export shows, for comparing; None where it shows none."""
    found = _TITLES[parser].search(head) if parser in _TITLES else None
    if found is None:
        return None
    try:
        raw = found[1].decode()
        title = str(json.loads(raw)) if parser == JSON else html.unescape(raw)
    except ValueError:
        return None
    return " ".join(title.split()).casefold()
