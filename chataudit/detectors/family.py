"""Families of the roster whom nobody reached (definitions, 4)."""

from __future__ import annotations

from chataudit.context.context import Context
from chataudit.detectors.base import NOTHING, BaseRule, Matches


class UnreachedFamily(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="unreached_family"):
    """Every family of the roster that is surely outside the chat and has no recent contact."""

    def find(self, context: Context) -> Matches:
        """Return a match a family, named by its child."""
        if context.families is None:
            return NOTHING
        unreached = context.families.unreached
        return Matches([()] * len(unreached), people=[(child,) for child in unreached])
