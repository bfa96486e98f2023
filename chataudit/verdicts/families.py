"""The policy about families outside the chat (definitions, 4)."""

from __future__ import annotations

from typing import ClassVar

from chataudit.context.context import Context
from chataudit.verdicts.base import Measures, Policy


class Reached(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="reached"):
    """Whether families outside the chat were reached, by the roster; without one, whether leavings were followed by a contact.

    Attributes:
        contact: the rule of messages in which the teacher says that she reached those outside.
    """

    MEASURES: ClassVar[tuple[str, ...]] = (
        "roster", "families", "outside", "unreached", "not_established", "unreached_high", "share_low", "share_high", "left", "left_unreached",
    )  # fmt: skip

    contact: str

    def rules(self) -> list[str]:
        """Return the rule it reads."""
        return [self.contact]

    def measure(self, context: Context) -> Measures:
        """Return counts of families and bounds of the share (0-1) of those outside that nobody reached."""
        left = context.left_at
        contacts = context.scene.seconds[context.flags_of(self.contact)]
        left_unreached = sum(not (contacts >= at).any() for at in left)
        standing = context.families
        if standing is None:
            absent: Measures = dict.fromkeys(self.MEASURES, 0)
            return absent | {"left": len(left), "left_unreached": left_unreached}
        outside, unreached = len(standing.outside), len(standing.unreached)
        loose, loose_unreached = len(standing.not_established), len(standing.not_established_unreached)
        shares = (unreached / outside if outside else 0.0, (unreached + loose_unreached) / (outside + loose) if outside + loose else 0.0)
        return {
            "roster": 1,
            "families": standing.count,
            "outside": outside,
            "unreached": unreached,
            "not_established": loose,
            "unreached_high": unreached + loose_unreached,
            "share_low": min(shares),
            "share_high": max(shares),
            "left": len(left),
            "left_unreached": left_unreached,
        }
