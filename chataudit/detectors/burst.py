"""Runs of messages by one author with nobody between (definitions, 14)."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Details, Matches
from chataudit.findings import Severity
from chataudit.matching.scalars import Duration


class Burst(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="burst"):
    """Maximal runs of at least `at_least` messages of one author, each at most `gap` after the one before.

    An album counts as one message; a service event ends a run; a deleted message belongs to it where the export shows one.
    Where an export has no seconds its times are whole minutes, and so are the gaps.

    Attributes:
        repeated_within: two or more runs of one author within that time are major.
    """

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "time", "count", "span")

    gap: Duration
    at_least: int = 3
    repeated_within: Duration | None = None

    def find(self, context: Context) -> Matches:
        """Return a match a run."""
        scene = context.scene
        goes_on = np.zeros(scene.size, dtype=bool)
        same_author = (scene.author[1:] == scene.author[:-1]) & (scene.author[1:] >= 0)
        goes_on[1:] = same_author & scene.judged[1:] & scene.judged[:-1] & (np.diff(scene.seconds) <= self.gap)
        album = scene.chat.messages["album"].fillna(0).to_numpy(dtype="int64")
        counted = np.ones(scene.size, dtype=np.int64)
        counted[1:] = ~((album[1:] > 0) & (album[1:] == album[:-1]))
        firsts = np.flatnonzero(~goes_on)
        lasts = np.append(firsts[1:], scene.size) - 1
        sums = np.concatenate([[0], np.cumsum(counted)])
        lengths = sums[lasts + 1] - sums[firsts]
        kept = (lengths >= self.at_least) & scene.judged[firsts]
        runs = [(int(first), int(last)) for first, last in zip(firsts[kept], lasts[kept], strict=True)]
        details: list[Details] = [
            {"count": int(length), "span": max(1, round(float(scene.seconds[last] - scene.seconds[first]) / 60))}
            for length, (first, last) in zip(lengths[kept], runs, strict=True)
        ]
        return Matches([range(first, last + 1) for first, last in runs], severities=self._severities(runs, context), details=details)

    def _severities(self, runs: list[tuple[int, int]], context: Context) -> list[Severity]:
        severities: list[Severity] = [self.severity] * len(runs)
        if self.repeated_within is None:
            return severities
        scene = context.scene
        latest: dict[int, int] = {}
        for at, (first, _) in enumerate(runs):
            author = int(scene.author[first])
            before = latest.get(author)
            if before is not None and scene.seconds[first] - scene.seconds[runs[before][0]] <= self.repeated_within:
                severities[at] = severities[before] = "major"
            latest[author] = at
        return severities
