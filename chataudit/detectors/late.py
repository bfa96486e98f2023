"""Messages sent within quiet hours (definitions, 11)."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from chataudit.context.context import Context
from chataudit.context.quiet_hours import outside_hours
from chataudit.detectors.base import BaseRule, Matches, SingleRows


class Late(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="late"):
    """Every message outside the working hours that hold when it is sent."""

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "time", "hours")

    def find(self, context: Context) -> Matches:
        """Return a match a message; its details name the hours that held."""
        scene = context.scene
        outside, period_of = outside_hours(scene, context.hours)
        rows = np.flatnonzero(outside & ~self.spared(scene))
        shown = [{"hours": f"{_clock(period.start)}–{_clock(period.end)}"} for period in context.hours]
        return Matches(SingleRows(rows), severities=self.grade(rows, scene), details=[shown[at] for at in period_of[rows]])


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
