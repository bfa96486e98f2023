"""Files of a rulebook and of those that lend to it in, what they lend out: only the words and conditions that are named, never rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from chataudit.conditions.condition import Condition
from chataudit.rulebook.rulebook import RuleFile
from chataudit.rulebook.structures import own_patterns, structures


def borrow(own: Sequence[RuleFile], lenders: Sequence[RuleFile]) -> list[RuleFile]:
    """Return the lenders' files with nothing left but what `own` names, and what that names in turn; own names stay one's own."""
    taken: set[str] = set()
    waiting = [name for file in own for name in _names_in(file)]
    have = {name for file in own for name in (*file.words, *file.conditions, *file.fitted)}
    lent = {name: value for file in lenders for name, value in [*file.words.items(), *file.conditions.items()]}
    while waiting:
        name = waiting.pop()
        if name not in taken and name not in have:
            taken.add(name)
            waiting += _names_in(lent[name]) if name in lent else ()
    return [
        RuleFile(
            chataudit=file.chataudit,
            words={name: patterns for name, patterns in file.words.items() if name in taken},
            conditions={name: condition for name, condition in file.conditions.items() if name in taken},
            fitted={name: weights for name, weights in file.fitted.items() if name in taken},
        )
        for file in lenders
    ]


def _names_in(value: object) -> Iterator[str]:
    """Return the lists, conditions and sets of weights that are named within."""
    if isinstance(value, list):  # of patterns
        yield from (name for pattern in value for name in pattern.lists)
    for structure in structures(value, msgspec.Struct):
        yield from (name for pattern in own_patterns(structure) for name in pattern.lists)
        if isinstance(structure, Condition):
            yield from _given(structure.is_, structure.weights)


def _given(*names: str | None) -> Iterable[str]:
    return (name for name in names if name is not None)
