"""Regular expressions over many texts at once: texts joined by NUL are searched as one, a block at a time, all expressions in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from chataudit.matching.scalars import Regex
from chataudit.matching.spans import Flags

_BLOCK: Final = 20_000  # texts joined at once

Numbers = npt.NDArray[np.int64]


class Scanned(NamedTuple):
    """What was found.

    Attributes:
        expressions: per expression, in which texts, in lower case, it is found.
        marked: per mark, the numbers of the texts in which it is found.
    """

    expressions: dict[Regex, Flags]
    marked: dict[re.Pattern[str], Numbers]


class _Block(NamedTuple):
    first: int  # the number of its first text
    joined: str
    starts: Numbers  # where each text begins; one more for the text that would follow


def scan_texts(texts: Sequence[str], expressions: Collection[Regex] = (), marks: Collection[re.Pattern[str]] = ()) -> Scanned:
    """Look for expressions and marks in all texts.

    Args:
        marks: cheap expressions that must not match NUL, looked for in the texts as they are.
    """
    found = Scanned({each: np.zeros(len(texts), dtype=bool) for each in expressions}, {})
    places: dict[re.Pattern[str], list[Numbers]] = {mark: [] for mark in marks}
    search = _search_for(expressions)
    for block in _join(texts):
        for mark, numbers in places.items():
            starts = np.array([match.start() for match in mark.finditer(block.joined)], dtype=np.int64)
            numbers.append(block.first + np.unique(_texts_of(starts, block)))
        if expressions:
            search(_lower(block), found.expressions)
    found.marked.update((mark, np.concatenate([np.zeros(0, dtype=np.int64), *numbers])) for mark, numbers in places.items())
    return found


def _join(texts: Sequence[str]) -> Iterator[_Block]:
    for first in range(0, len(texts), _BLOCK):
        block = texts[first : first + _BLOCK]
        lengths = np.fromiter(map(len, block), dtype=np.int64, count=len(block))
        yield _Block(first, "\x00".join(block), np.concatenate([[0], np.cumsum(lengths + 1)]))


def _search_for(expressions: Collection[Regex]) -> Callable[[_Block, dict[Regex, Flags]], None]:
    """Return a search that flags the texts of a block; literals, all looked for at once, tell the few worth a closer look."""
    from ahocorasick_rs import AhoCorasick, Implementation

    literals = list(dict.fromkeys(literal for expression in expressions for literal in expression.literals))
    automaton = AhoCorasick(literals, implementation=Implementation.DFA)

    def search(block: _Block, found: dict[Regex, Flags]) -> None:
        places = np.array(automaton.find_matches_as_indexes(block.joined, overlapping=True), dtype=np.int64).reshape(-1, 3)
        held_by = _texts_of(places[:, 1], block)
        for expression, flags in found.items():
            own = np.isin(places[:, 0], [literals.index(literal) for literal in expression.literals])
            for number in np.unique(held_by[own]).tolist():
                start, end = block.starts[number : number + 2].tolist()
                flags[block.first + number] = expression.compiled.search(block.joined, start, end - 1) is not None

    return search


def _lower(block: _Block) -> _Block:
    lowered = block.joined.lower()
    if len(lowered) == len(block.joined):
        return _Block(block.first, lowered, block.starts)
    (grown,) = _join([block.joined[start : end - 1].lower() for start, end in pairwise(block.starts.tolist())])  # «İ» becomes two characters
    return _Block(block.first, grown.joined, grown.starts)


def _texts_of(places: Numbers, block: _Block) -> Numbers:
    return np.searchsorted(block.starts, places, side="right") - 1
