"""Texts with placeholders: `{name}` is replaced by a value, `{count:сообщение|сообщения|сообщений}` by a number and its noun.

Substitution is by a fixed grammar of our own rather than `str.format`, which walks attributes of what it is given.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_PLACEHOLDER = re.compile(r"\{(\w+)(?::([^{}]*))?\}")


class Template:
    """A text whose placeholders were found once, so that filling it thousands of times stays cheap.

    Attributes:
        names: placeholders that it uses.
    """

    __slots__ = ("_parts", "names")

    def __init__(self, text: str) -> None:
        self._parts: list[str | tuple[str, tuple[str, ...]]] = []
        last = 0
        for found in _PLACEHOLDER.finditer(text):
            self._parts.append(text[last : found.start()])
            nouns = tuple(found.group(2).split("|")) if found.group(2) else ()
            self._parts.append((found.group(1), nouns))
            last = found.end()
        self._parts.append(text[last:])
        self.names = frozenset(part[0] for part in self._parts if isinstance(part, tuple))

    def fill(self, values: Mapping[str, object]) -> str:
        """Return the text with its placeholders filled; a value that is missing leaves `…`."""
        return "".join(part if isinstance(part, str) else _show(values.get(part[0], "…"), part[1]) for part in self._parts)


@lru_cache(maxsize=4096)
def template(text: str) -> Template:
    """Return the compiled form of a text."""
    return Template(text)


def _show(value: object, nouns: tuple[str, ...]) -> str:
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    if not nouns:
        return shown
    number = abs(int(value)) if isinstance(value, int | float) else 0
    return f"{shown}\u00a0{_noun(number, nouns)}"


def _noun(number: int, nouns: tuple[str, ...]) -> str:
    """Choose the noun's form: two forms are English (one, many), three Russian (one, few, many)."""
    if len(nouns) == 2:
        return nouns[0] if number == 1 else nouns[1]
    last, tens = number % 10, number % 100
    if last == 1 and tens != 11:
        return nouns[0]
    if 2 <= last <= 4 and not 12 <= tens <= 14:
        return nouns[1]
    return nouns[-1]
