"""Participants who joined long after the last instruction (definitions, 16)."""

from __future__ import annotations

import numpy as np

from chataudit.context.context import Context
from chataudit.detectors.base import NOTHING, BaseRule, Matches
from chataudit.matching.scalars import Duration


class Newcomer(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="newcomer"):
    """Every joining more than `after` later than the last message that one of `instructed_by` matched, if there was one.

    Attributes:
        instructed_by: rules whose matches instruct.
    """

    instructed_by: list[str]
    after: Duration

    def rules(self) -> list[str]:
        """Return the rules that instruct."""
        return self.instructed_by

    def find(self, context: Context) -> Matches:
        """Return a match a participant who joined and is not a teacher."""
        scene = context.scene
        instructed = np.zeros(scene.size, dtype=bool)
        for rule in self.instructed_by:
            instructed |= context.flags_of(rule)
        times = scene.seconds[instructed]
        if not len(times):
            return NOTHING
        participants = scene.chat.participants
        joined = participants["joined_at"].to_numpy().astype("datetime64[s]").astype("int64")
        late = participants["joined_at"].notna().to_numpy() & ~participants["present_from_start"].to_numpy()
        teachers = {teacher.name for teacher in context.teachers}
        people = []
        for name, at, is_late in zip(participants["name"], joined, late, strict=True):
            earlier = times[times <= at]
            if is_late and name not in teachers and len(earlier) and at - earlier[-1] > self.after:
                people.append((name,))
        return Matches([()] * len(people), people=people)
