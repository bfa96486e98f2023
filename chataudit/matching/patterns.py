"""The notation in which rules write words: one line of text becomes a pattern of words, gaps and lists.

    пожелать здоровья        words next to each other, each in any inflected form of its lemma
    =спс                     exactly this form (slang, shorthand)
    осно*                    any word that begins so
    (мама|в школе|<family>)  alternatives
    очень?                   may be absent
    ..   ..5                 a gap of up to three (five) words
    <thanks>                 any entry of the list `thanks`
    сдать#impr               the lemma with grammemes of pymorphy's tags; `#VERB+past` any word with them
    !не писать               «писать» that «не» does not precede; at the end: that nothing such follows
    ^вера                    capitalised in the text
    ~мук                     a word that begins so, even with letters masked: «м*к», «м.у.к»
    Мария,                   a comma follows
    Мария!,                  no comma follows
    @given_name              a class of words that the program knows (see CLASSES)

Case does not matter, ё is е. A pattern never crosses the end of a sentence.
"""

from __future__ import annotations

import re
from typing import Final, Literal

import msgspec

from chataudit.errors import BadScalar
from chataudit.russian.tokens import fold

CLASSES: Final[dict[str, str]] = {
    "word": "any word",
    "unknown": "a Russian word of four letters and more that the dictionary does not hold",
    "number": "digits",
    "time": "a time of day in digits",
    "emoji": "an emoji",
    "smile": "a smile of brackets",
    "link": "an address",
    "given_name": "a given name, short forms of the rulebook's lists included",
    "surname": "a surname",
    "patronymic": "a patronymic",
    "participant": "a given name, surname or patronymic of somebody who is in the chat",
    "teacher": "a part of a teacher's name",
    "outsider": "a given name that is no participant's",
    "roster_child": "a given name of a child on the roster",
}

WordKind = Literal["lemma", "form", "prefix", "mask", "class", "grammemes"]


class Word(msgspec.Struct, frozen=True, array_like=True):
    """One way to be a word: which property, its value, the grammemes asked for besides."""

    kind: WordKind
    body: str
    grammemes: tuple[str, ...] = ()
    capital: bool = False


class Item(msgspec.Struct, frozen=True, array_like=True, tag="item"):
    """One place of a pattern: any of some words or phrases, or any entry of a list."""

    words: tuple[Word, ...] = ()
    phrases: tuple[Pattern, ...] = ()
    list_name: str | None = None
    optional: bool = False
    negative: bool = False
    comma: bool = False
    no_comma: bool = False


class Gap(msgspec.Struct, frozen=True, array_like=True, tag="gap"):
    """Up to `most` words of any kind."""

    most: int


class Pattern(msgspec.Struct, frozen=True, array_like=True):
    """A pattern: as written, and in parts."""

    text: str
    parts: tuple[Item | Gap, ...]

    @property
    def lists(self) -> frozenset[str]:
        """Names of the lists that it refers to."""
        items = [part for part in self.parts if isinstance(part, Item)]
        inner = (phrase.lists for item in items for phrase in item.phrases)
        return frozenset(item.list_name for item in items if item.list_name).union(*inner)

    @property
    def single(self) -> tuple[Word, ...]:
        """The words of a pattern of one place, else nothing."""
        only = self.parts[0] if len(self.parts) == 1 else None
        return only.words if isinstance(only, Item) and not (only.list_name or only.phrases or only.comma or only.no_comma) else ()


MAX_GAP: Final = 50  # words; a wider gap would join everything with everything

_GAP: Final = re.compile(r"\.\.(\d*)")
_LIST: Final = re.compile(r"<([\w-]+)>(\?)?")
_CHOICE: Final = re.compile(r"\(([^()]+)\)(\?)?")
_AFTER_GROUP: Final = re.compile(r"\)(?!\??!?,?(?:\s|$))(\S+)")
_WORD: Final = re.compile(r"(?P<mark>[\^=~@]*)(?P<body>[^\s#*=~^<>()|?]*)(?P<star>\*)?(?:#(?P<grammemes>[\w+-]+))?(?P<optional>\?)?")


def parse_pattern(text: str) -> Pattern:
    """Parse the notation.

    Raises:
        BadScalar: what cannot be made out, or a pattern without a required word.
    """
    parts = tuple(_part(part) for part in _split(text))
    if not parts:
        raise BadScalar("pattern.empty")
    if not any(isinstance(part, Item) and not part.optional and not part.negative for part in parts):
        raise BadScalar("pattern.only_gaps", pattern=text)
    if isinstance(parts[0], Gap) or isinstance(parts[-1], Gap):
        raise BadScalar("pattern.edge_gap", pattern=text)
    return Pattern(text, parts)


def _split(text: str) -> list[str]:
    if found := _AFTER_GROUP.search(text):
        raise BadScalar("pattern.after_group", pattern=text, rest=found.group(1))
    return re.findall(r"!?\([^()]*\)\??!?,?|\S+", text)


def _part(part: str) -> Item | Gap:
    if gap := _GAP.fullmatch(part):
        return Gap(_width(gap.group(1) or "3"))
    negative = part.startswith("!") and len(part) > 1
    no_comma = part.endswith("!,")
    comma = part.endswith(",") and not no_comma
    body = part[1:] if negative else part
    body = body.removesuffix("!,") if no_comma else body.removesuffix(",")
    if found := _LIST.fullmatch(body):
        return Item(list_name=found.group(1), optional=bool(found.group(2)), negative=negative, comma=comma, no_comma=no_comma)
    if found := _CHOICE.fullmatch(body):
        choices = [choice.strip() for choice in found.group(1).split("|")]
        words = tuple(_word(choice) for choice in choices if not _is_phrase(choice))
        phrases = tuple(parse_pattern(choice) for choice in choices if _is_phrase(choice))
        return Item(words, phrases, optional=bool(found.group(2)), negative=negative, comma=comma, no_comma=no_comma)
    optional = body.endswith("?") and len(body) > 1
    return Item((_word(body[:-1] if optional else body),), optional=optional, negative=negative, comma=comma, no_comma=no_comma)


def _width(digits: str) -> int:
    if len(digits) > 3 or int(digits) > MAX_GAP:
        raise BadScalar("pattern.wide_gap", limit=MAX_GAP)
    return int(digits)


def _is_phrase(choice: str) -> bool:
    return " " in choice or choice.startswith("<")


def _word(text: str) -> Word:
    if text.isalpha():
        return Word("lemma", fold(text))
    found = _WORD.fullmatch(text)
    if found is None or not text:
        raise BadScalar("pattern.bad_word", word=text)
    mark, body = found.group("mark"), fold(found.group("body"))
    grammemes = tuple(sorted({*(found.group("grammemes") or "").split("+")} - {""}))
    capital = "^" in mark
    if "@" in mark:
        if body not in CLASSES:
            raise BadScalar("pattern.unknown_class", name=body, known=", ".join(CLASSES))
        return Word("class", body, grammemes, capital)
    if not body:
        if not grammemes:
            raise BadScalar("pattern.bad_word", word=text)
        return Word("grammemes", "", grammemes, capital)
    if "~" in mark:
        return Word("mask", body, grammemes, capital)
    if found.group("star"):
        return Word("prefix", body, grammemes, capital)
    return Word("form" if "=" in mark or not body[0].isalpha() else "lemma", body, grammemes, capital)
