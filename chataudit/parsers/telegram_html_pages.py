"""A page of a Telegram chat in HTML in, all its pages in their order out, with what is missing or cut off."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from chataudit.parsers.base import Entry

_MOST_MISSING: Final = 100  # pages reported as missing one by one
_PAGE_NAME: Final = re.compile(r"messages(\d{0,9})\.html?", re.IGNORECASE)
_LINKED_PAGE: Final = re.compile(rf"(?:^|[/\\]){_PAGE_NAME.pattern}(?:[?#]|$)", re.IGNORECASE)
_END: Final = b"</html"
_END_BYTES: Final = 1000  # behind the end a browser that saved the page may have left a note


@dataclass(frozen=True)
class Pages:
    """The pages that lie beside one of them, in their order; `numbers` are none where its name is not one that Telegram gives."""

    entries: list[Entry]
    numbers: Collection[int] = ()


def is_later_page(entry: Entry) -> bool:
    """Say whether a page continues another one: its chat is read from the first."""
    return b">\nPrevious messages" in entry.head or b">Previous messages" in entry.head


def find_pages(entry: Entry) -> Pages:
    """Return the pages of the chat."""
    if _PAGE_NAME.fullmatch(entry.name) is None or entry.sibling is None:
        return Pages([entry])
    names = {int(found[1] or 1): name for name in entry.siblings if (found := _PAGE_NAME.fullmatch(name))}
    entries = [entry if names[number] == entry.name else entry.sibling(names[number]) for number in sorted(names)]
    return Pages(entries, names.keys())


def linked_numbers(root: Any) -> set[int]:
    """Return the numbers of the pages to which a page leads: the next one, and the one before."""
    links = (anchor.get("href", "") for anchor in root.iter("a") if "pagination" in anchor.get("class", "").split())
    return {int(found[1] or 1) for link in links if (found := _LINKED_PAGE.search(link))}


def name_missing(numbers: Collection[int], linked: Collection[int]) -> list[str]:
    """Return the names of the pages that are missing before the last one, whether it lies there or a page only leads to it.

    Args:
        numbers: of the pages that lie there.
        linked: of the pages to which they lead.
    """
    named = range(1, max(*numbers, *linked, 1) + 1) if numbers else sorted(linked)
    missing = (number for number in named if number not in numbers)
    return [f"messages{number if number > 1 else ''}.html" for number in islice(missing, _MOST_MISSING)]  # a page's number may be far off


def is_cut(page: bytes) -> bool:
    """Say whether a page ends before its end: the exporter closes its last tag, and so does a browser that saves it anew."""
    return _END not in page.rstrip()[-_END_BYTES:].lower()
