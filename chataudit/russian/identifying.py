"""The lists under `redaction:` in, `IdentifyingWords` out: which words tell nothing of a person, and beside which ones a number does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chataudit.russian.name_spelling import fold


@dataclass(frozen=True)
class IdentifyingWords:
    """Words that decide where the dictionary cannot, folded (`name_spelling.fold`).

    Attributes:
        stays: forms that stay although a name may be spelled so, or although the dictionary lacks them.
        polite: words that stay although they begin with a capital letter inside a sentence.
        phrases: pairs of words that stay together («слава богу»).
        streets: words of streets and settlements.
        numbered: words beside which a small number identifies somebody, too.
        classes: words behind the number and letter of a class.
        number_endings: letters that a number may bear («9й») without telling a class.
        numerals: numbers in words.
        between: words that somebody says between the parts of one number («тире»).
    """

    stays: frozenset[str]
    polite: frozenset[str]
    phrases: frozenset[str]
    streets: frozenset[str]
    numbered: frozenset[str]
    classes: frozenset[str]
    number_endings: frozenset[str]
    numerals: frozenset[str]
    between: frozenset[str]

    @classmethod
    def from_lists(cls, lists: Mapping[str, Iterable[str]]) -> IdentifyingWords:
        """Build the words from the lists under `redaction:`, one for each attribute."""
        return cls(**{name: frozenset(map(fold, words)) for name, words in lists.items()})
