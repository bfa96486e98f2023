"""Policies about what follows: episodes that are reported, matters that are redirected, hours that are kept, announcements in time."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows
from chataudit.context.context import Context
from chataudit.detectors.message import Episode, find_episodes
from chataudit.matching.scalars import Duration
from chataudit.verdicts.base import Between, Measures, Policy


class Reported(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="reported"):
    """Whether episodes of findings are followed by a report.

    Attributes:
        of: the rule whose matches make episodes; by: the evidence that one was reported, `within` that time of its end.
        episode: what an episode is; escalated_authors: with so many authors it is escalated.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("conflicts", "episodes", "escalated", "unreported", "outside")

    of: str
    by: str
    within: Duration
    episode: Episode
    escalated_authors: int = 2

    def rules(self) -> list[str]:
        """Return the rules it reads."""
        return [self.of, self.by]

    def measure(self, context: Context) -> Measures:
        """Return counts; without a teacher a report may have been hers, so what is not reported has zero as its low bound."""
        conflicts = int(context.flags_of(self.of).sum())
        escalated = unreported = 0
        inside_reported = 0
        episodes = self._episodes(context)
        for rows, reported in episodes:
            grave = len(set(context.scene.author[rows].tolist())) >= self.escalated_authors
            escalated += grave
            unreported += grave and not reported
            inside_reported += len(rows) if reported else 0
        counts: Measures = {"conflicts": conflicts, "episodes": len(episodes), "escalated": escalated}
        outside = conflicts - inside_reported
        if context.teachers:
            return counts | {"unreported": unreported, "outside": outside}
        lone = conflicts - sum(len(rows) for rows, _ in episodes)
        return counts | {"unreported": Between(0, unreported, ("teacher",)), "outside": Between(lone, outside, ("teacher",))}

    def unreported(self, context: Context) -> list[Rows]:
        """Return the rows of each episode that no report follows in time."""
        return [rows for rows, reported in self._episodes(context) if not reported]

    def _episodes(self, context: Context) -> list[tuple[Rows, bool]]:
        """Return the rows of each episode, and whether it was reported."""
        scene = context.scene
        rows = np.flatnonzero(context.flags_of(self.of))
        reports = scene.seconds[np.flatnonzero(context.flags_of(self.by))]
        found = []
        for first, last in find_episodes(rows, scene, self.episode):
            start, end = scene.seconds[rows[first]], scene.seconds[rows[last]]
            found.append((rows[first : last + 1], bool(((reports >= start) & (reports <= end + self.within)).any())))
        return found


class Redirected(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="redirected"):
    """Whether matters are moved elsewhere.

    Attributes:
        of: the rule whose matches, at most `gap` apart, make a matter; by: the redirect, `within` that time of its first message.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("matters", "bare", "bare_share")

    of: str
    by: str
    gap: Duration
    within: Duration

    def rules(self) -> list[str]:
        """Return the rules it reads."""
        return [self.of, self.by]

    def measure(self, context: Context) -> Measures:
        """Return the number of matters, of those without a redirect, and their share 0-1."""
        scene = context.scene
        rows = np.flatnonzero(context.flags_of(self.of))
        redirects = scene.seconds[np.flatnonzero(context.flags_of(self.by))]
        starts = scene.seconds[rows[np.concatenate([[True], np.diff(scene.seconds[rows]) > self.gap])]] if len(rows) else np.zeros(0, dtype=np.int64)
        bare = sum(not ((redirects >= start) & (redirects <= start + self.within)).any() for start in starts)
        matters = len(starts)
        if context.teachers or not matters:
            return {"matters": matters, "bare": bare, "bare_share": bare / max(1, matters)}
        return {"matters": matters, "bare": Between(0, bare, ("teacher",)), "bare_share": Between(0, bare / matters, ("teacher",))}


class HoursKept(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="hours_kept"):
    """Whether working hours are announced and discussions start within them.

    Attributes:
        late: the rule of late messages; announced_by: that of the announcement; starts: what makes a late message a start.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("announced", "late", "starts", "starts_after", "share")

    late: str
    announced_by: str
    starts: Condition

    def rules(self) -> list[str]:
        """Return the rules it reads."""
        return [self.late, self.announced_by]

    def measure(self, context: Context) -> Measures:
        """Return counts and the share 0-1 of late starts among all messages; `info` findings are no starts."""
        scene = context.scene
        late = context.flags_of(self.late)
        info_when = context.rules[self.late].info_when
        starts = late & holds(self.starts, scene)
        if info_when is not None:
            starts &= ~holds(info_when, scene)
        announced = np.flatnonzero(context.flags_of(self.announced_by))
        after = int(starts[announced[0] + 1 :].sum()) if len(announced) else 0
        count: int | Between = len(announced)
        if not len(announced) and not context.teachers:
            count = Between(0, 1, ("teacher",))
        share = int(starts.sum()) / max(1, int(scene.judged.sum()))
        return {"announced": count, "late": int(late.sum()), "starts": int(starts.sum()), "starts_after": after, "share": share}


class Announced(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="announced"):
    """Whether things were announced, and soon after the chat's beginning.

    Attributes:
        of: the rules whose matches announce, each a thing of its own; within: how soon after the beginning.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("found", "in_time", "wanted", "holds_beginning")

    of: list[str]
    within: Duration

    def rules(self) -> list[str]:
        """Return the rules it reads."""
        return self.of

    def measure(self, context: Context) -> Measures:
        """Return how many of the things were found at all and in time, how many there are, and whether the beginning is held (0, 1)."""
        scene = context.scene
        began = context.administration.began_at
        found = in_time = 0
        for rule in self.of:
            times = scene.seconds[context.flags_of(rule)]
            found += bool(len(times))
            in_time += began is not None and bool((times - began <= self.within).any())
        measures: Measures = {"found": found, "in_time": in_time, "wanted": len(self.of), "holds_beginning": int(began is not None)}
        if not context.teachers and found < len(self.of):
            high_in_time = len(self.of) if began is not None else 0
            measures |= {"found": Between(found, len(self.of), ("teacher",)), "in_time": Between(in_time, high_in_time, ("teacher",))}
        return measures
