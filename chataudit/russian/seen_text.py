"""A text as somebody wrote it in, the letters that its readers see out: what shows nothing hides no word from a rule."""

import re
import unicodedata
from typing import Final

from chataudit.russian.seen_order import in_seen_order

_LINE_ENDS: Final = "\x0b\x0c\x85\u2028\u2029"
_BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000"
# Controls, soft hyphens, joiners, marks of direction, fillers, tags: none is drawn, wherever it stands.
_NEVER_DRAWN: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff"
)
_ACCENTS: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20df\u20e1\u20e2\u20e4-\u20f0\ufe20-\ufe2f"
_OF_EMOJI_TOO: Final = "\u200d\ufe00-\ufe0f"  # joins emoji and chooses their look; within a word it is nothing
_ACCENTED: Final = "ѐЀѝЍӁӂӐ-ӓӖӗӜ-ӟӢ-ӧӪ-ӵӸӹ"  # Cyrillic letters and an accent as one character, but for й, ё, ї and ў
_STYLED: Final = "\uff01-\uff5e\U0001d400-\U0001d7ff"  # full-width and mathematical forms of plain ones

_STRANGE: Final = re.compile(f"[{_LINE_ENDS}{_BLANKS}{_NEVER_DRAWN}{_ACCENTS}{_OF_EMOJI_TOO}{_ACCENTED}{_STYLED}]")
_PLAINER: Final = re.compile(f"(?P<line>[{_LINE_ENDS}])|(?P<blank>[{_BLANKS}])|(?P<apart>[{_ACCENTED}])|[{_STYLED}]")
_HIDDEN: Final = re.compile(f"[{_NEVER_DRAWN}]+")
_WHOLE: Final = re.compile("[A-Za-z][\u0300-\u036f]|[иИуУ]\u0306|[еЕіІ]\u0308")  # letters of their own
_ON_LETTERS: Final = re.compile(rf"(?<=[^\W_])[{_ACCENTS}{_OF_EMOJI_TOO}]++(?!\u20e3)|[{_ACCENTS}]+")


def as_seen(text: str) -> str:
    """Return a text with its letters whole and plain, its blanks spaces, and without signs that show nothing or only adorn a letter."""
    if (text.isascii() and text.isprintable()) or not _STRANGE.search(text):
        return text
    plain = _PLAINER.sub(_make_plain, _HIDDEN.sub("", in_seen_order(text)))
    return _ON_LETTERS.sub("", _WHOLE.sub(lambda found: unicodedata.normalize("NFC", found.group()), plain))


def _make_plain(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "line":
            return "\n"
        case "blank":
            return " "
        case "apart":
            return unicodedata.normalize("NFD", found.group())
    return unicodedata.normalize("NFKC", found.group())
