"""A sentence made of a pattern's own words, to tell whether the pattern can match anything at all."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import Any, Final

from chataudit.matching.patterns import Gap, Item, Pattern, Word
from chataudit.matching.search import Lists

_OF_CLASS: Final = {"number": "12", "time": "8:00", "emoji": "👍", "smile": ")))", "link": "https://t.me/example", "word": "12"}
_AFTER_HYPHEN: Final = "мама"
_DEPTH: Final = 6  # lists within lists


def carrier_of(pattern: Pattern, lists: Lists, depth: int = 0) -> str | None:
    """Return a text that the pattern should match; None where its words depend on the chat (names of participants)."""
    words = []
    for part in pattern.parts:
        if isinstance(part, Gap) or part.optional or part.negative:
            continue
        word = _realise(part, lists, depth)
        if word is None:
            return None
        words.append(word + ("," if part.comma else ""))
    return " ".join(words)


def _realise(item: Item, lists: Lists, depth: int) -> str | None:
    if item.list_name:
        if depth > _DEPTH:
            return None
        return next((text for entry in lists[item.list_name] if (text := carrier_of(entry, lists, depth + 1))), None)
    spelled = (text for word in item.words if (text := _spell(word)))
    phrases = (text for phrase in item.phrases if (text := carrier_of(phrase, lists, depth + 1)))
    return next(chain(spelled, phrases), None)


def _spell(word: Word) -> str | None:
    if word.kind == "class":
        return _OF_CLASS.get(word.body)
    initials = "." in word.body[:-1] or (word.kind == "prefix" and word.body.endswith("."))
    if word.kind == "grammemes" or initials:  # initials are words only within a sentence
        return None
    if word.kind == "prefix" and word.body.endswith("-"):
        return word.body + _AFTER_HYPHEN
    spelled = _inflect(word.body, frozenset(word.grammemes)) if word.grammemes else word.body
    return spelled.capitalize() if word.capital and spelled else spelled


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _inflect(word: str, grammemes: frozenset[str]) -> str:
    """Return a form of the word with the grammemes; the word itself where it has none, so that the entry shows as dead."""
    for parse in _analyzer().parse(word):
        for form in parse.lexeme:
            if grammemes <= form.tag.grammemes:
                return str(form.word)
    return word
