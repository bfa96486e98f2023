"""Findings about the chat as a whole that stand because a recommendation's verdict does (definitions, 1, 3, 5, 8, 16)."""

from __future__ import annotations

from chataudit.context.context import Context
from chataudit.detectors.base import NOTHING, BaseRule, Matches
from chataudit.findings import Verdict
from chataudit.matching.scalars import Comparison


class ByVerdict(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="by_verdict"):
    """One finding about the chat where the recommendation's verdict is one of `verdicts` and its measures compare so.

    It has no message of its own; the audit asks it after the verdict.
    """

    verdicts: list[Verdict]
    when: dict[str, Comparison] = {}

    def find(self, context: Context) -> Matches:  # noqa: ARG002  - the protocol's
        """Return nothing: the verdict is not known yet."""
        return NOTHING

    def find_after(self, verdict: Verdict, measures: dict[str, float | str]) -> Matches:
        """Return the one match about the chat, if the verdict and the measures call for it."""
        stands = verdict in self.verdicts and all(name in measures and wanted.holds(measures[name]) for name, wanted in self.when.items())
        return Matches([()]) if stands else NOTHING
