"""A text as it was typed in, its signs in the order in which readers see them out: one sign can turn all that follows around.

Only overrides (U+202E) turn Russian words around; embeddings and isolates do not, and only end where an override within them ends.
"""

import re
from dataclasses import dataclass, field
from typing import Final

_TO_LEFT: Final = "\u202e"
_OPENING: Final = frozenset("\u202a\u202b\u202d")
_ISOLATING: Final = frozenset("\u2066\u2067\u2068")
_CLOSING, _CLOSING_ISOLATE = "\u202c", "\u2069"
_DEEPEST: Final = 60  # the deepest that the Unicode standard lets overrides lie in each other, or nearly so
_LINES: Final = re.compile("([\n\r\x0b\x0c\x85\u2028\u2029])")
_ACCENTS: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
_SIGNS: Final = re.compile(f".[{_ACCENTS}]*+", re.DOTALL)  # a letter keeps its accents
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass
class _Stretch:
    """What stands between a mark that opens and the one that closes it."""

    turned: bool = False
    isolated: bool = False
    parts: list[str] = field(default_factory=list)

    def add(self, sign: str) -> None:
        self.parts.append(sign.translate(_MIRRORED) if self.turned else sign)

    def seen(self) -> str:
        return "".join(reversed(self.parts) if self.turned else self.parts)


def in_seen_order(text: str) -> str:
    """Return a text without marks that turn it around, turned around where they do so; each line by itself."""
    return text if _TO_LEFT not in text else "".join(map(_order, _LINES.split(text)))


def _order(line: str) -> str:
    open_stretches = [_Stretch()]
    for sign in _SIGNS.findall(line):
        mark = sign[0]
        if mark == _TO_LEFT or mark in _OPENING or mark in _ISOLATING:
            if len(open_stretches) <= _DEEPEST:
                open_stretches.append(_Stretch(turned=mark == _TO_LEFT, isolated=mark in _ISOLATING))
        elif mark == _CLOSING:
            if len(open_stretches) > 1 and not open_stretches[-1].isolated:
                _close(open_stretches)
        elif mark == _CLOSING_ISOLATE:
            while any(each.isolated for each in open_stretches):
                if _close(open_stretches).isolated:
                    break
        else:
            open_stretches[-1].add(sign)
    while len(open_stretches) > 1:
        _close(open_stretches)
    return open_stretches[0].seen()


def _close(open_stretches: list[_Stretch]) -> _Stretch:
    closed = open_stretches.pop()
    open_stretches[-1].parts.append(closed.seen())
    return closed
