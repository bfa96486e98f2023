"""The words of a message in, its pieces out: words, numbers, addresses of the net; what lies between them is punctuation and emoji."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from chataudit.russian.seen_text import as_seen

_LETTER: Final = r"[^\W\d_]"
_HOST: Final = r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}\.(?:[a-zA-Z]{2,63}|рф)\b"
# Repeats have ends, as an address's parts have: in a name of any length each sign may begin a piece.
_PIECE: Final = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"
    r"|(?P<nick>@\w+)"
    rf"|(?P<link>(?:(?:\w{{1,20}}://|www\.|mailto:)|{_HOST}(?=/))[^\s»\")]*[^\s»\").,!?:;]|{_HOST})"
    rf"|(?P<mixed>\d+(?:-?{_LETTER}\w*)+|{_LETTER}+\d\w*)"
    r"|(?P<number>\+?\(?\d(?:[\s()\-–—.:/+\ufe0f\u20e3]{0,4}\d)*(?![^\W_])(?:\ufe0f?\u20e3)?)"
    rf"|(?P<spaced>(?<!\w){_LETTER}(?:(?:[ .*_-]{_LETTER}){{3,60}}|(?:\. {_LETTER}){{3,60}}"
    rf"|(?P<gap>[^\w@.]{{1,3}}|_){_LETTER}(?:(?P=gap){_LETTER}){{1,60}})(?![\w@]))"
    rf"|(?P<initials>(?<!\w)[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)+)"
    rf"|(?P<word>{_LETTER}+(?:[-'’`‑*#$_]+{_LETTER}+)*)"
    r"|(?P<other>[^\W_])"
)


class Piece(NamedTuple):
    """A piece of a text: what it is, its words, and where they stand."""

    kind: str
    words: str
    start: int
    end: int


def clean(text: str) -> str:
    """Return a text without signs that show nothing, its letters whole."""
    return unicodedata.normalize("NFC", as_seen(text))


def find_pieces(text: str) -> list[Piece]:
    """Return the pieces of a clean text, in order."""
    return [Piece(str(found.lastgroup), found.group(), found.start(), found.end()) for found in _PIECE.finditer(text)]
