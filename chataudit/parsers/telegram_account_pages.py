"""The list of chats that Telegram's whole-account export in HTML holds (`lists/chats.html`) in, what each chat is out."""

import re
from collections.abc import Mapping
from typing import Final

from lxml import html

LIST_PAGE: Final = "lists/chats.html"
_CHAT_LINK: Final = re.compile(r"(?:\.\./)?chats/(chat_\d+)/")


def read_chat_kinds(page: bytes) -> Mapping[str, str]:
    """Return the exporter's word for each chat («group», «private», «bot», «channel») by the name of its folder."""
    if not page.strip():
        return {}
    kinds: dict[str, str] = {}
    for link in html.document_fromstring(page).iterfind(".//a[@href]"):
        found = _CHAT_LINK.match(link.get("href", ""))
        words = [each.text_content().strip() for each in link.iterfind(".//div") if {"info", "details"} <= set(each.get("class", "").split())]
        if found and words:
            kinds[found[1]] = words[0].lower()
    return kinds
