"""Questions that nobody answers in time (definitions, 2), and how soon the teacher answers (2 and 5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows
from chataudit.context.context import Context
from chataudit.detectors.answering import Answering, Linking
from chataudit.detectors.base import BaseRule, Matches, SingleRows
from chataudit.matching.scalars import Duration
from chataudit.messages import KINDS


@dataclass(frozen=True)
class Questions:
    """Questions and when they were answered.

    Attributes:
        rows: rows of the questions that are judged.
        answer: per question, the row of its answer, or -1.
        teacher_answer: per question, the row of the teacher's first answer in time, or -1.
        visible: the same without the attachments that the export hides, where they were taken for answers and nobody gave thanks for them;
            None where none was.
    """

    rows: Rows
    answer: Rows
    teacher_answer: Rows
    visible: Questions | None = None

    @property
    def surely(self) -> Questions:
        """Return the questions with those answers that the export shows."""
        return self.visible or self


class Unanswered(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="unanswered"):
    """Every question without an answer within `within`; the export's last such span is not judged.

    A message answers the question that it replies to; else any open question that shares a rare word with it or whose
    author it calls by name, and the newest one as `linking` says.

    Attributes:
        question: what a message must be to ask.
        answer: what a message must be to answer at all.
        linking: how it is told which question an answer speaks to.
    """

    question: Condition
    answer: Condition
    linking: Linking
    within: Duration

    def signs(self) -> Condition:
        """Return the condition of a question."""
        return self.question

    def find(self, context: Context) -> Matches:
        """Return a match a question without an answer."""
        questions = self.answers(context)
        return Matches(SingleRows(questions.rows[questions.answer < 0]))

    def answers(self, context: Context) -> Questions:
        """Return all questions that are judged, with their answers."""
        remembered = context.questions.get(self.id)
        if remembered is None:
            remembered = context.questions[self.id] = self._answers(context)
        return remembered

    def _answers(self, context: Context) -> Questions:
        scene = context.scene
        asks = holds(self.question, scene) & ~self.spared(scene)
        rows = np.flatnonzero(asks & (scene.seconds <= scene.seconds[-1:].max(initial=0) - self.within))
        given = [context.judged_names[name].given.word if name in context.judged_names else None for name in scene.author_names]
        answering, may_answer = Answering(scene, self.linking, self.within, given), holds(self.answer, scene)
        answer, of_teacher = answering.match(asks, may_answer)
        hidden = scene.kind == KINDS.index("hidden")
        if not hidden[answer[answer >= 0]].any() and not hidden[of_teacher[of_teacher >= 0]].any():
            return Questions(rows, answer[rows], of_teacher[rows])
        surely, surely_of_teacher = answering.match(asks, may_answer & ~hidden, thanked=may_answer)
        return Questions(rows, answer[rows], of_teacher[rows], Questions(rows, surely[rows], surely_of_teacher[rows]))
