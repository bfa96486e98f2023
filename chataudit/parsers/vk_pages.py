"""A page of a VK conversation in, all its pages in their order out, decoded, with what is missing or damaged."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from chataudit.decoding import decode_russian
from chataudit.parsers.base import Entry

PAGE_SIZE: Final = 50  # messages; a page is named by the number of newer messages: messages0.html, messages50.html, …
_PAGE_NAME: Final = re.compile(r"messages(\d{1,9})\.html?", re.IGNORECASE)
_LATER_PAGE: Final = re.compile(r'href="messages(\d{1,9})\.html?"')
_END: Final = "</html>"


@dataclass(frozen=True)
class Page:
    """A decoded page.

    Attributes:
        text: its HTML.
        in_utf8: somebody saved it anew; VK writes windows-1251.
        n_bad: bytes that are no text.
        cut: it ends before its end.
    """

    text: str
    in_utf8: bool
    n_bad: int
    cut: bool


@dataclass(frozen=True)
class Pages:
    """The pages of a conversation, newest first; `missing` counts those that are not there, `first_missing` names one."""

    entries: Sequence[Entry]
    missing: int = 0
    first_missing: str | None = None


def is_later_page(entry: Entry) -> bool:
    """Say whether a newer page of the same conversation lies beside this one: the chat is read from the newest."""
    offset = _offset_of(entry.name)
    return offset is not None and offset > _newest(tuple(entry.siblings) or (entry.name,))


def find_pages(entry: Entry) -> Pages:
    """Return the pages that lie beside one of them."""
    if _offset_of(entry.name) is None or entry.sibling is None:
        return Pages([entry])
    names = {offset: name for name in entry.siblings if (offset := _offset_of(name)) is not None}
    entries = [entry if name == entry.name else entry.sibling(name) for _, name in sorted(names.items())]
    linked = [int(offset) for page in (entries[0], entries[-1]) for offset in _LATER_PAGE.findall(decode(page.read()).text)]
    last = max([*names, *(offset for offset in linked if offset % PAGE_SIZE == 0)])
    missing = last // PAGE_SIZE + 1 - sum(offset % PAGE_SIZE == 0 for offset in names)
    first = next((offset for offset in range(0, last + 1, PAGE_SIZE) if offset not in names), None)
    return Pages(entries, max(missing, 0), None if first is None else f"messages{first}.html")


def decode(data: bytes) -> Page:
    """Decode a page: windows-1251, unless it is UTF-8, which Russian text in windows-1251 never is by chance."""
    text, n_bad, in_utf8 = decode_russian(data)
    return Page(text, in_utf8 and not data.isascii(), n_bad, _END not in text[-1000:].lower())


@lru_cache(maxsize=8)  # every page of a folder asks it of the same names
def _newest(names: tuple[str, ...]) -> int:
    return min((offset for offset in map(_offset_of, names) if offset is not None), default=0)


def _offset_of(name: str) -> int | None:
    found = _PAGE_NAME.fullmatch(name)
    return None if found is None else int(found[1])
