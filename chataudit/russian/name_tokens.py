"""A display name in, its words out: emoji, numbers and marks dropped, glued words split, Latin and look-alike letters told."""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from chataudit.russian.name_spelling import fold, fold_twins, is_latin, spell_in_cyrillic

_HYPHENS: Final = re.compile("[\u2010\u2011\u00ad-]")
_SEPARATORS: Final = re.compile(r"[,;:/|()\[\]«»\"•\n]|\s[-–—]\s|[–—]")
_WORD: Final = re.compile(r"\d\w*(?:-\w+)*|[^\W\d_]+(?:['’\-][^\W_]+)*|&")
_GLUED: Final = re.compile("(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])")
_CLASS: Final = re.compile(r"\d{1,2}-?[^\W\d_]?")


@dataclass(frozen=True)
class Token:
    """A word of a display name.

    Attributes:
        text: as it stands in the name.
        word: as it is compared, in Cyrillic, folded.
        segment: number of the part of the name, between commas, brackets and dashes, that it stands in.
        capital: it begins with a capital letter.
        latin: it is written in Latin letters.
        glued: it was split out of a longer word («МамаПети»).
        before_class: the number of a class follows («Ваня 4Б»).
    """

    text: str
    word: str
    segment: int
    capital: bool
    latin: bool
    glued: bool
    before_class: bool

    @property
    def listed_as(self) -> str:
        """The word to look for in lists that hold Latin words too."""
        return fold(self.text) if self.latin else self.word


def split_name(name: str) -> tuple[Token, ...]:
    """Return the words of a display name in their order; initials, numbers and signs are no words."""
    text = _HYPHENS.sub("-", unicodedata.normalize("NFKC", name))
    tokens: list[Token] = []
    for segment, part in enumerate(_SEPARATORS.split(text)):
        found = _WORD.findall(part.replace("_", " "))
        for raw, following in pairwise([*found, ""]):
            if not raw[0].isdigit():
                tokens += _tokens(raw, segment, bool(_CLASS.fullmatch(following)))
    return tuple(tokens)


def _tokens(raw: str, segment: int, before_class: bool) -> list[Token]:
    pieces = _GLUED.split(raw)
    if min(map(len, pieces)) == 1:  # «оЛьГа», «МакКей» are one word each
        pieces = [raw]
    if len(pieces) == 1 and len(raw.rstrip("-")) == 1 and raw not in "иИ&":
        return []
    return [_token(piece, segment, len(pieces) > 1, before_class and piece is pieces[-1]) for piece in pieces]


def _token(piece: str, segment: int, glued: bool, before_class: bool) -> Token:
    text = fold_twins(piece)
    latin = is_latin(text)
    word = fold(spell_in_cyrillic(text) if latin else text)
    return Token(text, word, segment, text[0].isupper(), latin, glued, before_class)
