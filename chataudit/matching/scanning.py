"""Regular expressions over many texts at once: texts joined by NUL are searched as one, a block at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from chataudit.matching.scalars import Regex
from chataudit.matching.spans import Flags

_BLOCK: Final = 20_000  # texts joined at once

Numbers = npt.NDArray[np.int64]


def find_expressions(texts: Sequence[str], expressions: Iterable[Regex]) -> dict[Regex, Flags]:
    """Return, per expression, in which texts, in lower case, it is found. A literal tells the few texts worth a closer look."""
    found = {expression: np.zeros(len(texts), dtype=bool) for expression in expressions}
    for first, joined, starts in _blocks(texts, str.lower) if found else ():
        for expression, flags in found.items():
            for number in _texts_of(_places(joined, expression.literals), starts).tolist():
                flags[first + number] = expression.compiled.search(joined, int(starts[number]), int(starts[number + 1]) - 1) is not None
    return found


def find_marked(texts: Sequence[str], mark: re.Pattern[str]) -> Numbers:
    """Return the numbers of the texts in which a mark, which must not match NUL, is found."""
    found = [first + _texts_of([match.start() for match in mark.finditer(joined)], starts) for first, joined, starts in _blocks(texts, str)]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _blocks(texts: Sequence[str], change: Callable[[str], str]) -> Iterator[tuple[int, str, Numbers]]:
    """Yield blocks: the number of the first text, the joined texts, where each begins in them and the last ends."""
    for first in range(0, len(texts), _BLOCK):
        changed = [change(text) for text in texts[first : first + _BLOCK]]
        starts = np.concatenate([[0], np.cumsum([len(text) + 1 for text in changed])])
        yield first, "\x00".join(changed), starts


def _places(joined: str, literals: Sequence[str]) -> list[int]:
    places = []
    for literal in literals:
        at = joined.find(literal)
        while at >= 0:
            places.append(at)
            at = joined.find(literal, at + 1)
    return places


def _texts_of(places: Sequence[int], starts: Numbers) -> Numbers:
    if not places:
        return np.zeros(0, dtype=np.int64)
    return np.unique(np.searchsorted(starts, places, side="right") - 1)
