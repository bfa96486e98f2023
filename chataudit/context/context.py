"""All that is known of a chat when its rules are asked: the scene, who is who, its hours, its families, its settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from chataudit.conditions.scene import Scene
from chataudit.config import Settings
from chataudit.context.participants import Administration
from chataudit.context.quiet_hours import WorkingHours
from chataudit.context.roster import FamiliesStanding
from chataudit.context.teacher import KnownTeacher
from chataudit.findings import Need
from chataudit.matching.spans import Flags
from chataudit.messages import KINDS

if TYPE_CHECKING:
    from chataudit.detectors.base import BaseRule, Matches
    from chataudit.detectors.unanswered import Questions
    from chataudit.russian.display_names import NameParts
    from chataudit.russian.name_words import NameWords
    from chataudit.verdicts.base import Policy


class Asked(Protocol):
    """Answers what the rules found so far, running those that were not run yet."""

    def matches_of(self, rule: str) -> Matches:
        """Return a rule's matches."""

    def findings_of(self, policy: Policy) -> Sequence[str]:
        """Return the ids of the rules with findings of the recommendation whose verdict the policy gives."""


@dataclass
class Context:
    """What detectors and verdicts may look at.

    Attributes:
        scene: the chat laid out for conditions.
        settings: what the user said.
        names: words of display names.
        rules: the rules by id.
        administration: who created and runs the chat.
        teachers: teachers given or inferred; one given may be absent from the chat.
        hours: periods of working hours.
        families: how the roster's families stand to the chat; None without a roster.
        judged_names: display names of those who wrote and whose names are judged, read.
        left_at: local times, in seconds, at which participants left of their own accord and did not come back.
        teacher_joined_at: local time in seconds at which the first teacher is seen to join; None where not shown.
        questions: questions already matched with their answers, by rule.
    """

    scene: Scene
    settings: Settings
    names: NameWords
    rules: Mapping[str, BaseRule]
    administration: Administration
    teachers: list[KnownTeacher]
    asked: Asked
    judged_names: dict[str, NameParts]
    left_at: list[int]
    teacher_joined_at: int | None
    hours: list[WorkingHours] = field(default_factory=list)
    families: FamiliesStanding | None = None
    questions: dict[str, Questions] = field(default_factory=dict)

    @property
    def teacher_known(self) -> bool:
        """Whether a teacher is known to be in the chat."""
        return any(teacher.present for teacher in self.teachers)

    @property
    def lacking(self) -> set[Need]:
        """What is not known or shown here, of what rules may need."""
        known: dict[Need, bool] = {
            "teacher": self.teacher_known,
            "roster": self.families is not None,
            "beginning": self.administration.holds_beginning,
            "media": not (self.scene.kind == KINDS.index("hidden")).any(),
            "replies": "replies" not in self.scene.chat.hides,
            "timezone": "offsets" not in self.scene.chat.hides,
            "manifest": False,
            "text": True,
        }
        return {need for need, is_known in known.items() if not is_known}

    def flags_of(self, rule: str) -> Flags:
        """Return, per row, whether it belongs to a match of the rule."""
        return self.asked.matches_of(rule).flags(self.scene.size)

    def count(self, rule: str) -> int:
        """Return the number of a rule's findings that are not `info`."""
        matches = self.asked.matches_of(rule)
        if matches.severities is None:
            return len(matches)
        return sum(severity != "info" for severity in matches.severities)

    def findings_of(self, policy: Policy) -> Sequence[str]:
        """Return the ids of the rules whose findings count for a policy's recommendation."""
        return self.asked.findings_of(policy)
