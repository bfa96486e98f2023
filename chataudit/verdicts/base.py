"""How a verdict is reached: measures of the chat are compared with the rulebook's cases, the first that applies decides.

A measure may be unknown, or known only between two bounds (what is hidden counted as nothing, and as all). Silence is
never proof: where the unknown could change the outcome, the milder verdict stands, or `unknown` if nothing visible does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

import msgspec

from chataudit.conditions.condition import Texts
from chataudit.context.context import Context
from chataudit.findings import Need, Verdict
from chataudit.matching.scalars import Comparison


@dataclass(frozen=True)
class Missing:
    """A measure that cannot be taken, and what would settle it."""

    needs: tuple[Need, ...]


@dataclass(frozen=True)
class Between:
    """A measure known only to lie between two bounds, and what would settle it."""

    low: float
    high: float
    needs: tuple[Need, ...]


Measure = float | int | str | Missing | Between
Measures = dict[str, Measure]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a verdict: the verdict where all comparisons hold, and the sentence that says why.

    Attributes:
        when: comparisons by the name of the measure; none: always.
        needs: for `unknown`, what would settle it.
    """

    verdict: Verdict
    because: Texts
    when: dict[str, Comparison] = {}
    needs: list[Need] = []


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="policy"):
    """What a recommendation's verdict is computed from. A policy names its measures; rules' counts are measures too.

    Attributes:
        cases: in the order in which they are tried; the last has no comparison.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ()

    cases: list[Case]

    def measure(self, context: Context) -> Measures:
        """Return the measures of a chat, all of MEASURES."""
        raise NotImplementedError

    def rules(self) -> list[str]:
        """Return the ids of the rules that the policy reads."""
        return []


@dataclass(frozen=True)
class Decision:
    """A verdict, the case that gave it, what it lacks, and whether it may be worse («не менее»)."""

    verdict: Verdict
    case: Case
    needs: tuple[Need, ...] = ()
    at_least: bool = False


_GRAVITY: Final[dict[Verdict, int]] = {"not_applicable": 0, "met": 0, "unknown": 1, "partly": 2, "violated": 3}


def decide(cases: list[Case], measures: Measures) -> Decision:
    """Return the verdict of the first case that applies, honest about what is not known."""
    low, high = (_first_case(cases, measures, side) for side in ("low", "high"))
    possible = [low.case, high.case, *low.undecided, *high.undecided]
    milder = min(possible, key=lambda case: _GRAVITY[case.verdict])
    needs = [*low.needs, *high.needs]
    if low.case.verdict != high.case.verdict:
        needs += [need for each in measures.values() if isinstance(each, Between) for need in each.needs]
    settled_by = tuple(dict.fromkeys(needs))
    if milder.verdict == "unknown":
        return Decision("unknown", milder, settled_by or tuple(milder.needs))
    if len({case.verdict for case in possible}) == 1:
        return Decision(milder.verdict, milder)
    if milder.verdict in ("met", "not_applicable"):
        return Decision("unknown", milder, settled_by)
    return Decision(milder.verdict, milder, at_least=True)


@dataclass(frozen=True)
class _First:
    """The first case that surely applies, those before it that may apply, and what is lacking to judge them."""

    case: Case
    undecided: list[Case]
    needs: list[Need]


def _first_case(cases: list[Case], measures: Measures, side: str) -> _First:
    undecided: list[Case] = []
    lacking: list[Need] = []
    for case in cases:
        answers: list[bool | None] = []
        needs: list[Need] = []
        for name, wanted in case.when.items():
            measured: Any = measures[name]
            if isinstance(measured, Missing):
                answers.append(None)
                needs += measured.needs
            else:
                answers.append(wanted.holds(getattr(measured, side) if isinstance(measured, Between) else measured))
        if all(answers):
            return _First(case, undecided, lacking)
        if False not in answers:
            undecided.append(case)
            lacking += needs
    raise AssertionError("the last case has a condition: the loader admits none such")
