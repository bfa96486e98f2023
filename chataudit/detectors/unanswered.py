"""Questions that nobody answers in time (definitions, 2), and how soon the teacher answers (2 and 5)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows, Scene
from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Matches, SingleRows
from chataudit.matching.scalars import Duration


@dataclass(frozen=True)
class Questions:
    """Questions and when they were answered.

    Attributes:
        rows: rows of the questions that are judged.
        answer: per question, the row of its answer, or -1.
        teacher_answer: per question, the row of the teacher's first answer in time, or -1.
    """

    rows: Rows
    answer: Rows
    teacher_answer: Rows


class Unanswered(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="unanswered"):
    """Every question without an answer within `within`; the export's last such span is not judged.

    A message answers the question that it replies to. Without a reply, an answer speaks to the newest open question, to
    and to any open question that shares a rare word with it; a teacher's answer also to the questions asked at most
    `together` before the newest.

    Attributes:
        question: what a message must be to ask.
        answer: what a message must be to answer.
        together: questions so close to each other are answered together.
        share: words in more than this share of the chat's messages do not make two messages speak of the same thing.
    """

    question: Condition
    answer: Condition
    within: Duration
    together: Duration = Duration(600)
    share: float = 0.05

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
        judged = asks & (scene.seconds <= scene.seconds[-1:].max(initial=0) - self.within)
        answers = holds(self.answer, scene)
        by_teacher = scene.has_role("teacher")
        answer = np.full(scene.size, -1, dtype=np.int64)
        teacher_answer = np.full(scene.size, -1, dtype=np.int64)
        open_rows: list[int] = []
        words = _RareWords(scene, self.share)
        for row in np.flatnonzero(asks | answers).tolist():
            now = scene.seconds[row]
            open_rows = [asked for asked in open_rows if now - scene.seconds[asked] <= self.within]
            if answers[row]:
                for asked in self._answered_by(row, open_rows, scene, words, from_teacher=bool(by_teacher[row])):
                    if answer[asked] < 0:
                        answer[asked] = row
                    if by_teacher[row] and teacher_answer[asked] < 0:
                        teacher_answer[asked] = row
                open_rows = [asked for asked in open_rows if answer[asked] < 0 or (teacher_answer[asked] < 0 and by_teacher.any())]
            if asks[row]:
                open_rows.append(row)
        rows = np.flatnonzero(judged)
        return Questions(rows, answer[rows], teacher_answer[rows])

    def _answered_by(self, row: int, open_rows: list[int], scene: Scene, words: _RareWords, *, from_teacher: bool) -> list[int]:
        others = [asked for asked in open_rows if scene.author[asked] != scene.author[row]]
        replied = int(scene.reply_row[row])
        if replied >= 0:
            return [asked for asked in others if asked == replied] or [asked for asked in others if words.shared(row, asked)]
        if not others:
            return []
        newest = others[-1]
        close = [asked for asked in others if scene.seconds[newest] - scene.seconds[asked] <= self.together]
        if not from_teacher:
            close = [newest]
        return sorted({*close, *(asked for asked in others if words.shared(row, asked))})


class _RareWords:
    """Tells whether two messages share a word that is rare in the chat, by lemma or by form."""

    def __init__(self, scene: Scene, share: float) -> None:
        self._scene = scene
        index = scene.index
        per_type = np.bincount(index.type_at, minlength=len(index.types))
        allowed = max(2.0, share * len(scene.texts))
        self._rare = {number for number, word in enumerate(index.types) if per_type[number] <= allowed and len(word) > 3 and index.class_of_type[number] == "word"}
        self._of_row: dict[int, frozenset[str]] = {}

    def shared(self, row: int, other: int) -> bool:
        return bool(self._words(row) & self._words(other))

    def _words(self, row: int) -> frozenset[str]:
        found = self._of_row.get(row)
        if found is None:
            index, text = self._scene.index, self._scene.text_id[row]
            types = index.type_at[index.starts[text] : index.starts[text + 1]].tolist()
            found = frozenset(lemma for number in set(types) & self._rare for lemma in index.lemmas_of(number)[:1])
            self._of_row[row] = found
        return found


