"""A parsed regular expression in, an upper bound of the work at one place of a text out: what keeps hostile texts from hanging an audit.

`re` tries one way to match after another. Where the number of ways does not grow with the text, the whole search takes time in
proportion to the text; so a repeat needs an end, unless nothing that could fail stands behind it.
"""

import re
import string
from collections.abc import Sequence
from functools import cache
from re import _compiler as sre_compiler  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, Final, NamedTuple

MAX_LENGTH: Final = 2_000  # characters of an expression
MAX_WAYS: Final = 100_000  # ways to match from one place; the richest shipped expression has at most 72,000
TOO_MANY: Final = MAX_WAYS + 1

_NO_END: Final = 1 << 31  # `re` has a number of its own for «without end», which is greater
_SIGNS: Final = frozenset({"LITERAL", "NOT_LITERAL", "IN", "ANY"})
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT"})
_UNDIVIDED: Final = "POSSESSIVE_REPEAT"  # «{0,5}+»: takes what it can and gives nothing back
_ASSERTIONS: Final = frozenset({"ASSERT", "ASSERT_NOT"})
_RUSSIAN: Final = "".join(map(chr, range(0x410, 0x450))) + "Ёё"
_ALPHABET: Final = string.printable + _RUSSIAN + "\u00a0«»„“”–—…№₽" + "é中🔥"  # enough to tell the classes of signs apart

Signs = frozenset[str]


class _Part(NamedTuple):
    """What a part of an expression, with all behind it, may begin with, and in how many ways it may match."""

    signs: Signs
    ways: int


def count_ways(parsed: Sequence[Any]) -> int:
    """Return how many ways `re` may try from one place of any text, at most; TOO_MANY also where that grows with the text.

    Args:
        parsed: what `re`'s own parser made of the expression.
    """
    return min(_sequence(parsed, frozenset(), last=True).ways, TOO_MANY)


def _sequence(steps: Sequence[Any], behind: Signs, *, last: bool) -> _Part:
    """Count a sequence from its end.

    Args:
        steps: operations of the parsed expression.
        behind: what may follow the sequence.
        last: nothing that can fail follows it.
    """
    ways = 1
    for operation, argument in reversed(list(steps)):
        part = _step(operation, argument, behind, last=last)
        behind, ways = part.signs, min(ways * part.ways, TOO_MANY)
        last = False
    return _Part(behind, ways)


def _step(operation: Any, argument: Any, behind: Signs, *, last: bool) -> _Part:
    name = str(operation)
    if name in _SIGNS:
        return _Part(_signs_of(operation, tuple(argument) if isinstance(argument, list) else argument), 1)
    if name in _REPEATS:
        least, most, repeated = argument
        return _repeat(least, most, repeated, behind, last=last)
    if name == _UNDIVIDED:
        least, most, repeated = argument
        once = _sequence(repeated, frozenset(), last=False)
        return _Part(once.signs | (behind if least == 0 else frozenset()), once.ways if most < _NO_END or last else TOO_MANY)
    if name == "BRANCH":
        return _choice([_sequence(branch, behind, last=last) for branch in argument[1]])
    if name == "GROUPREF_EXISTS":
        return _choice([_sequence(branch or (), behind, last=last) for branch in argument[1:]])
    if name == "SUBPATTERN":
        return _sequence(argument[-1], behind, last=last)
    if name == "ATOMIC_GROUP":
        return _sequence(argument, behind, last=last)
    if name in _ASSERTIONS:
        return _Part(behind, _sequence(argument[1], frozenset(), last=True).ways)
    return _Part(behind if name == "AT" else frozenset(_ALPHABET), 1)  # a place in the text, or what a group has matched


def _choice(branches: Sequence[_Part]) -> _Part:
    signs = frozenset[str]().union(*(branch.signs for branch in branches))
    told_apart = len(signs) == sum(len(branch.signs) for branch in branches)
    return _Part(signs, (max if told_apart else sum)(branch.ways for branch in branches))


def _repeat(least: int, most: int, repeated: Sequence[Any], behind: Signs, *, last: bool) -> _Part:
    """Count how often a repeat may go round, and in how many ways each time."""
    inner = _sequence(repeated, frozenset(), last=False)
    once = _sequence(repeated, inner.signs | behind, last=False)
    signs = once.signs | (behind if least == 0 else frozenset())
    if most >= _NO_END:
        # What repeats in one way only, at the very end, has matched once it is there often enough.
        return _Part(signs, 1 if last and once.ways == 1 else TOO_MANY)
    if most == 1:
        skipped = least == 0 and not once.signs.isdisjoint(behind)
        return _Part(signs, once.ways + skipped)
    ways = 0
    for times in range(least, most + 1):
        ways += once.ways**times
        if ways > MAX_WAYS:
            return _Part(signs, TOO_MANY)
    return _Part(signs, ways)


@cache
def _signs_of(operation: Any, argument: Any) -> Signs:
    """Return the signs of the alphabet that an operation matches, in either case."""
    if str(operation) == "LITERAL":
        return frozenset((chr(argument).lower(), chr(argument).upper()))
    single = sre_parser.SubPattern(sre_parser.State(), [(operation, argument)])
    return frozenset(sre_compiler.compile(single, re.IGNORECASE).findall(_ALPHABET))
