"""How far a rule can be trusted, told to people: out of a hundred findings, how many are likely to be wrong."""

from __future__ import annotations

import math
from typing import Final

from chataudit.rulebook.labelling import Reliability
from chataudit.wording import Language, wording

_Z: Final = 1.959964  # of a normal distribution: 95 per cent lie within
_ENOUGH: Final = 8  # findings; a share of fewer says nothing


def wilson_interval(part: int, whole: int) -> tuple[float, float]:
    """Return the 95 per cent interval of a share seen as `part` of `whole` (Wilson's score interval)."""
    if not whole:
        return 0.0, 1.0
    share, square = part / whole, _Z * _Z
    centre = (share + square / (2 * whole)) / (1 + square / whole)
    half = _Z * math.sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return max(0.0, centre - half), min(1.0, centre + half)


def wrong_of_hundred(reliability: Reliability | None) -> int | None:
    """Return how many of a hundred findings are likely wrong; None where too few were seen to say."""
    found = reliability.right + reliability.wrong if reliability else 0
    if reliability is None or found < _ENOUGH:
        return None
    return round(100 * reliability.wrong / found)


def tell_reliability(reliability: Reliability | None, language: Language) -> str | None:
    """Return a sentence on how often a rule errs and misses; None where it was not measured."""
    if reliability is None:
        return None
    found, labelled = reliability.right + reliability.wrong, reliability.right + reliability.missed
    wrong = wrong_of_hundred(reliability)
    if wrong is None:
        return wording(language, "reliability.little", found=found)
    low, high = (round(100 * each) for each in wilson_interval(reliability.wrong, found))
    missed = round(100 * reliability.missed / labelled) if labelled else 0
    return wording(language, "reliability.told", wrong=wrong, low=low, high=high, found=found, missed=missed)
