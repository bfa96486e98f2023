"""What the findings of one rule share when they are shown: names of signs, sentences, how sure the rule is."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from chataudit.detectors.base import BaseRule, Matches
from chataudit.findings import Confidence
from chataudit.matching.spans import Flags
from chataudit.wording.template import Template


class Signs:
    """The names of the signs that each match rests on; few sets of signs occur, so each is named once."""

    def __init__(self, names: list[str], flags: list[Flags]) -> None:
        self.sets: list[list[str]] = [[]]
        self._set_of: list[int] | None = None
        if names and len(flags[0]):
            packed = np.packbits(np.stack(flags, axis=1), axis=1)
            number_of: dict[bytes, int] = {}
            self._set_of = [number_of.setdefault(bits, len(number_of)) for bits in packed.view(f"V{packed.shape[1]}").ravel().tolist()]
            held = (np.unpackbits(np.frombuffer(bits, dtype=np.uint8)).tolist() for bits in number_of)
            self.sets = [[name for name, holds in zip(names, bits, strict=False) if holds] for bits in held]

    def __getitem__(self, at: int) -> list[str]:
        return self.sets[self.number(at)]

    def number(self, at: int) -> int:
        """Return which of the sets a match rests on."""
        return 0 if self._set_of is None else self._set_of[at]


class ShownRule:
    """What all findings of one rule share, and its explanations, which repeat: they name who, when and figures, never the text."""

    def __init__(self, rule: BaseRule, recommendation: int, matches: Matches, explanation: Template, signs: Signs) -> None:
        self.rule, self.recommendation, self.matches, self.signs = rule, recommendation, matches, signs
        self.sure: Flags | None = None
        self._explanation = explanation
        self._timed = "time" in explanation.names
        self._known: dict[tuple[object, ...], str] = {}

    def confidence(self, row: int) -> Confidence:
        """Return how sure the rule is of a finding that begins at a row."""
        return "high" if self.sure is not None and self.sure[row] else self.rule.confidence

    def explain(self, people: list[str], moment: str | None, details: Mapping[str, object]) -> str:
        """Return the sentence of one finding."""
        time = moment[11:16] if moment and self._timed else ""
        key = (*people, time, *details.values())
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._explanation.fill({"author": ", ".join(people), "time": time, **details})
        return known
