"""What a rulebook's structures hold: structures within structures, and the patterns of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from chataudit.conditions.condition import Condition
from chataudit.matching.patterns import Pattern


def structures(root: object, wanted: type) -> Iterator[Any]:
    """Return every structure of a type within another, itself included; a pattern is taken for a text and not looked into."""
    if isinstance(root, Pattern):
        return
    if isinstance(root, wanted):
        yield root
    if isinstance(root, msgspec.Struct):
        for name in root.__struct_fields__:
            yield from structures(getattr(root, name), wanted)
    elif isinstance(root, dict):
        for value in root.values():
            yield from structures(value, wanted)
    elif isinstance(root, list) and root and isinstance(root[0], msgspec.Struct | list | dict) and not isinstance(root[0], Pattern):
        for value in root:
            yield from structures(value, wanted)


def own_patterns(structure: msgspec.Struct) -> Iterator[Pattern]:
    """Return the patterns that stand in a structure itself, not in structures within it."""
    for name in structure.__struct_fields__:
        yield from _listed_patterns(getattr(structure, name))


def _listed_patterns(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _listed_patterns(each)


def patterns_of(condition: Condition) -> list[Pattern]:
    """Return the patterns that stand in a condition itself, not in those within it."""
    found = [
        *(condition.say or ()),
        *(condition.begins or ()),
        *(condition.ends or ()),
        *(condition.opens or ()),
        *(condition.asks or ()),
        *(condition.quotes or ()),
        *(condition.each_sentence or ()),
    ]
    if condition.only:
        found += condition.only.of
    if condition.together:
        found += [pattern for group in condition.together.groups for pattern in group]
    return found
