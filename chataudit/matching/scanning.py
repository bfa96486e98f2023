"""Regular expressions over many texts at once: texts joined by NUL are searched as one, a block at a time."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from chataudit.matching.scalars import Regex
from chataudit.matching.spans import Flags

_BLOCK: Final = 20_000  # texts joined at once

Numbers = npt.NDArray[np.int64]


class Block(NamedTuple):
    """Some texts as one, NUL between them.

    Attributes:
        first: the number of the first text.
        starts: where each text begins in `joined`; one more for the text that would follow.
    """

    first: int
    joined: str
    starts: Numbers


def join_texts(texts: Sequence[str]) -> list[Block]:
    """Join texts into blocks."""
    blocks = []
    for first in range(0, len(texts), _BLOCK):
        block = texts[first : first + _BLOCK]
        lengths = np.fromiter(map(len, block), dtype=np.int64, count=len(block))
        blocks.append(Block(first, "\x00".join(block), np.concatenate([[0], np.cumsum(lengths + 1)])))
    return blocks


def find_expressions(blocks: Sequence[Block], expressions: Collection[Regex]) -> dict[Regex, Flags]:
    """Return, per expression, in which texts, in lower case, it is found. Literals, all looked for at once, tell the few worth a closer look."""
    found = {expression: np.zeros(_count(blocks), dtype=bool) for expression in expressions}
    literals = list(dict.fromkeys(literal for expression in expressions for literal in expression.literals))
    if not literals or not blocks:
        return found
    from ahocorasick_rs import AhoCorasick, Implementation

    automaton = AhoCorasick(literals, implementation=Implementation.DFA)
    for block in map(_lower, blocks):
        places = np.array(automaton.find_matches_as_indexes(block.joined, overlapping=True), dtype=np.int64).reshape(-1, 3)
        held_by = np.searchsorted(block.starts, places[:, 1], side="right") - 1
        for expression, flags in found.items():
            own = np.isin(places[:, 0], [literals.index(literal) for literal in expression.literals])
            for number in np.unique(held_by[own]).tolist():
                start, end = block.starts[number : number + 2].tolist()
                flags[block.first + number] = expression.compiled.search(block.joined, start, end - 1) is not None
    return found


def find_marked(blocks: Sequence[Block], mark: re.Pattern[str]) -> Numbers:
    """Return the numbers of the texts in which a mark, which must not match NUL, is found."""
    found = [block.first + _texts_of([match.start() for match in mark.finditer(block.joined)], block.starts) for block in blocks]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _count(blocks: Sequence[Block]) -> int:
    return blocks[-1].first + len(blocks[-1].starts) - 1 if blocks else 0


def _lower(block: Block) -> Block:
    lowered = block.joined.lower()
    if len(lowered) == len(block.joined):
        return Block(block.first, lowered, block.starts)
    return join_texts([block.joined[start : end - 1].lower() for start, end in pairwise(block.starts.tolist())])[0]._replace(first=block.first)


def _texts_of(places: Sequence[int], starts: Numbers) -> Numbers:
    return np.unique(np.searchsorted(starts, np.array(places, dtype=np.int64), side="right") - 1)
