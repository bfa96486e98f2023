"""Policies about the teacher's part: is she in the chat, does she answer, does she run it, does she reach those outside."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.context.context import Context
from chataudit.detectors.silence import find_weeks
from chataudit.detectors.unanswered import Unanswered
from chataudit.matching.scalars import Duration
from chataudit.verdicts.base import Between, Measure, Measures, Missing, Policy


class TeacherPresent(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="teacher_present"):
    """Whether a teacher is among the participants.

    Attributes:
        kept_from: messages that say that this chat is kept from the teacher.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("teacher", "members_known", "kept")

    kept_from: Condition

    def measure(self, context: Context) -> Measures:
        """Return `teacher` (present, absent, unknown), whether the members are known (0, 1), messages that keep it from her."""
        known = "unknown" if not context.teachers else "present" if context.teacher_known else "absent"
        kept = int(holds(self.kept_from, context.scene).sum())
        return {"teacher": known, "members_known": int(context.administration.holds_beginning), "kept": kept}


class TeacherActive(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="teacher_active"):
    """Whether questions are answered, hearsay is rebutted and the teacher writes.

    Attributes:
        questions: the rule that looks for unanswered questions.
        rumours, rebuttals: the rules of hearsay and of the teacher's answer to it, `rebutted_within` that time.
        silence: the least weeks in a row that count.
    """

    MEASURES: ClassVar[tuple[str, ...]] = (
        *("questions", "unanswered", "unanswered_share", "rumours", "unrebutted"),
        *("weeks", "silent_weeks", "silent_share", "silent_runs", "median_answer_min"),
    )

    questions: str
    rumours: str
    rebuttals: str
    rebutted_within: Duration
    silence: int = 2

    def rules(self) -> list[str]:
        """Return the rules it reads."""
        return [self.questions, self.rumours, self.rebuttals]

    def measure(self, context: Context) -> Measures:
        """Return counts, shares 0-1 and the teacher's median time to answer in minutes."""
        scene = context.scene
        rule = context.rules[self.questions]
        assert isinstance(rule, Unanswered)
        found = rule.answers(context)
        asked = len(found.rows)
        unanswered, at_most = int((found.answer < 0).sum()), int((found.surely.answer < 0).sum())
        rumours = int(context.flags_of(self.rumours).sum())
        measures: Measures = {
            "questions": asked,
            "unanswered": _between(unanswered, at_most),
            "unanswered_share": _between(unanswered / max(1, asked), at_most / max(1, asked)),
            "rumours": rumours,
            "unrebutted": len(self.unrebutted(context)),
        }
        if not context.teacher_known:
            lacking = Missing(("teacher",))
            unknown: Measures = dict.fromkeys(("weeks", "silent_weeks", "silent_share", "silent_runs", "median_answer_min"), lacking)
            return measures | unknown | ({"unrebutted": lacking} if rumours else {})
        weeks = find_weeks(context)
        answered = found.teacher_answer >= 0
        waits = scene.seconds[found.teacher_answer[answered]] - scene.seconds[found.rows[answered]]
        silent = int(weeks.silent.sum())
        return measures | {
            "weeks": len(weeks.silent),
            "silent_weeks": silent,
            "silent_share": silent / max(1, len(weeks.silent)),
            "silent_runs": len(weeks.runs(self.silence)),
            "median_answer_min": round(float(np.median(waits)) / 60, 1) if len(waits) else Missing(()),
        }

    def unrebutted(self, context: Context) -> list[int]:
        """Return the rows of the hearsay that the teacher did not rebut in time."""
        seconds = context.scene.seconds
        rebuttals = seconds[context.flags_of(self.rebuttals)]
        rumours = np.flatnonzero(context.flags_of(self.rumours)).tolist()
        return [row for row in rumours if not ((rebuttals >= seconds[row]) & (rebuttals <= seconds[row] + self.rebutted_within)).any()]


class Administered(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="administered"):
    """Who created the chat and whether the teacher does an administrator's work."""

    MEASURES: ClassVar[tuple[str, ...]] = ("creator", "work")

    def measure(self, context: Context) -> Measures:
        """Return `creator` (teacher, other, unknown) and the number of the teacher's events of administration."""
        if not context.teachers:
            return {"creator": Missing(("teacher",)), "work": Missing(("teacher",))}
        is_teacher = context.scene.roles["teacher"]
        creator = context.administration.creator
        who = "unknown" if creator is None else "teacher" if is_teacher[creator] else "other"
        return {"creator": who, "work": int(context.administration.work[is_teacher].sum())}


class Controlled(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="controlled"):
    """Which messenger it is, and whether the teacher answers parents' questions there.

    Attributes:
        questions: the rule that looks for unanswered questions.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("platform", "teacher", "questions", "unreplied", "unreplied_share")

    questions: str

    def rules(self) -> list[str]:
        """Return the rule it reads."""
        return [self.questions]

    def measure(self, context: Context) -> Measures:
        """Return the messenger's name, the teacher's presence, and questions without her reply (count, share 0-1)."""
        rule = context.rules[self.questions]
        assert isinstance(rule, Unanswered)
        found = rule.answers(context)
        asked = len(found.rows)
        unreplied, at_most = int((found.teacher_answer < 0).sum()), int((found.surely.teacher_answer < 0).sum())
        measures: Measures = {"platform": context.scene.chat.platform, "questions": asked}
        if not context.teachers:
            lacking = Missing(("teacher",))
            return measures | {"teacher": lacking, "unreplied": lacking, "unreplied_share": lacking}
        known = "present" if context.teacher_known else "absent"
        share = _between(unreplied / max(1, asked), at_most / max(1, asked))
        return measures | {"teacher": known, "unreplied": _between(unreplied, at_most), "unreplied_share": share}


def _between(low: float, high: float) -> Measure:
    """Return what lies between two bounds because attachments are hidden; where they are one, that."""
    return low if low == high else Between(low, high, ("media",))
