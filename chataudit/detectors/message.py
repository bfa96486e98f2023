"""Messages that satisfy a condition: the detector of everything that can be told from a message and its neighbours."""

from __future__ import annotations

import msgspec
import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows, Scene
from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Matches, SingleRows
from chataudit.matching.scalars import Duration


class Episode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A run of the rule's own matches: at least `messages`, by at least `authors`, none more than `gap` after the one before."""

    gap: Duration
    messages: int = 2
    authors: int = 1


class Message(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="message"):
    """Every message that satisfies `match`.

    Attributes:
        match: the condition.
        major_in: matches within such an episode are major.
        announces_hours: the matches announce the chat's working hours.
    """

    match: Condition
    major_in: Episode | None = None
    announces_hours: bool = False

    def signs(self) -> Condition:
        """Return the condition."""
        return self.match

    def find(self, context: Context) -> Matches:
        """Return a match a message."""
        scene = context.scene
        rows = np.flatnonzero(holds(self.match, scene) & ~self.spared(scene))
        severities = self.grade(rows, scene)
        if self.major_in is not None:
            severities = severities or [self.severity] * len(rows)
            for first, last in find_episodes(rows, scene, self.major_in):
                severities[first : last + 1] = ["major"] * (last + 1 - first)
        return Matches(SingleRows(rows), severities=severities)


def find_episodes(rows: Rows, scene: Scene, episode: Episode) -> list[tuple[int, int]]:
    """Return the episodes that matched rows make, as positions (first, last) in `rows`."""
    if not len(rows):
        return []
    breaks = np.flatnonzero(np.diff(scene.seconds[rows]) > episode.gap)
    firsts = np.concatenate([[0], breaks + 1])
    lasts = np.concatenate([breaks, [len(rows) - 1]])
    return [
        (int(first), int(last))
        for first, last in zip(firsts, lasts, strict=True)
        if last - first + 1 >= episode.messages and len(set(scene.author[rows[first : last + 1]].tolist())) >= episode.authors
    ]
