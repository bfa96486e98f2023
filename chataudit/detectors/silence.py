"""Weeks in a row in which parents write and the teacher does not (definitions, 2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from chataudit.context.context import Context
from chataudit.detectors.base import NOTHING, BaseRule, Matches


@dataclass(frozen=True)
class Weeks:
    """ISO weeks in which parents write, from the teacher's joining on, in order.

    Attributes:
        monday: local midnight that begins each week, in seconds.
        silent: whether the teacher writes nothing in it.
    """

    monday: np.ndarray
    silent: np.ndarray

    def runs(self, at_least: int) -> list[tuple[int, int]]:
        """Return runs of silent weeks, neighbours among the weeks in which parents write, as (first, last)."""
        runs, start = [], None
        for at, silent in enumerate([*self.silent.tolist(), False]):
            if silent and start is None:
                start = at
            elif not silent and start is not None:
                if at - start >= at_least:
                    runs.append((start, at - 1))
                start = None
        return runs


class Silence(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="silence"):
    """Runs of at least `weeks` weeks without a word of the teacher's."""

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "count", "since")

    weeks: int = 2

    def find(self, context: Context) -> Matches:
        """Return a match a run of weeks."""
        if not context.teacher_known:
            return NOTHING
        weeks = find_weeks(context)
        runs = weeks.runs(self.weeks)
        days = [np.datetime64(int(weeks.monday[first]), "s").astype("datetime64[D]").item() for first, _ in runs]
        details = [{"count": last - first + 1, "since": f"{day:%d.%m.%Y}"} for (first, last), day in zip(runs, days, strict=True)]
        people = [tuple(teacher.name for teacher in context.teachers)] * len(runs)
        return Matches([()] * len(runs), people=people, details=details)


def find_weeks(context: Context) -> Weeks:
    """Return the weeks in which parents write, and in which of them the teacher does not."""
    scene = context.scene
    monday = (scene.seconds // 86400 + 3) // 7 * 7 - 3  # days since 1970, a Thursday
    written = scene.judged
    of_parents = np.unique(monday[written & scene.has_role("parent")])
    of_teacher = np.unique(monday[written & scene.has_role("teacher")])
    joined = context.teacher_joined_at
    if joined is not None:
        of_parents = of_parents[(of_parents + 7) * 86400 > joined]
    return Weeks(of_parents * 86400, ~np.isin(of_parents, of_teacher))
