"""Which message answers which question: flags of questions and answers in, the row of each question's answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows, Scene
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Duration
from chataudit.matching.spans import Flags

NAME_WITHIN = 4  # words of an answer's beginning where the asker's name is an address
CALLED_WITHIN = 3  # words of an answer's beginning in which somebody is called by name
THANKS_BACK = 30  # messages before thanks among which the answer is looked for


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a question asks for (a time, a place, a sum), and what gives it."""

    asks: Condition
    gives: Condition


class Linking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How it is told which question an answer speaks to.

    Attributes:
        soon: a message satisfying `plain` so soon after the newest question answers it; the teacher's `teacher_soon` after.
        brief: what answers the newest question if at most `brief_after` messages later («да», «в девять»); what a parent writes later than
            `brief_within` only as the very next message.
        slots: a message that gives what the newest question asks for answers it `slots_within` that time.
        closes: what its author writes when the question is settled («всё, нашла»).
        thanks: what its author writes when somebody answered: the answer is the last message before it that may be one.
        unlinking: words that two messages may share without speaking of the same thing.
        share: so do words in more than this share of the chat's messages.
        together: questions so close to each other are answered together.
    """

    plain: Condition
    brief: Condition
    closes: Condition
    thanks: Condition
    slots: list[Slot] = []
    unlinking: list[Pattern] = []
    soon: Duration = Duration(1200)
    teacher_soon: Duration = Duration(14400)
    slots_within: Duration = Duration(10800)
    together: Duration = Duration(600)
    brief_after: int = 12
    brief_within: Duration = Duration(28800)
    share: float = 0.05


_NEVER = 2**63 - 1  # seconds
_COMMON = frozenset({-1})
_KEPT_TEXTS = 4096


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a pass over a chat reads of each row (does it ask, may it answer, …) and what it writes: the rows of the answers, or -1."""

    asks: memoryview
    answers: memoryview
    thanked: memoryview
    closes: memoryview
    thanks: memoryview
    by_teacher: memoryview
    answer: memoryview
    of_teacher: memoryview
    has_teacher: bool

    def awaits(self, asked: int) -> bool:
        """Say whether a question awaits an answer, or the teacher's."""
        return bool(self.answer[asked] < 0 or (self.has_teacher and self.of_teacher[asked] < 0))


class Answering:
    """Matches answers with questions in one pass over a chat."""

    def __init__(self, scene: Scene, linking: Linking, within: int, given_names: Sequence[str | None]) -> None:
        """Take the conditions' answers for the whole chat; `given_names` are the authors', in their dictionary form."""
        self._scene, self._linking, self._within, self._given = scene, linking, within, given_names
        self._words = _LinkingWords(scene, linking)
        # Views: single values are read far faster from them than from arrays, and they take no room, as lists would.
        self._plain, self._brief = _view(holds(linking.plain, scene)), _view(holds(linking.brief, scene))
        self._slots = [(_view(holds(slot.asks, scene)), _view(holds(slot.gives, scene))) for slot in linking.slots]
        self._seconds, self._author, self._reply = (_view(each) for each in (scene.seconds, scene.author, scene.reply_row))

    def match(self, asks: Flags, answers: Flags, *, thanked: Flags | None = None) -> tuple[Rows, Rows]:
        """Return, per row, the row of the first answer to it and of the teacher's first, or -1.

        Args:
            asks: the questions.
            answers: what may answer one.
            thanked: what thanks may be for, if that is more.
        """
        scene = self._scene
        closing, thanking = holds(self._linking.closes, scene), holds(self._linking.thanks, scene)
        asking = scene.by_text(scene.index.questions)  # of any kind: what comes after one speaks to it
        teachers = scene.has_role("teacher")
        answer, of_teacher = np.full(scene.size, -1, dtype=np.int64), np.full(scene.size, -1, dtype=np.int64)
        seen = _Seen(
            asks=_view(asks), answers=_view(answers), thanked=_view(answers if thanked is None else thanked),
            closes=_view(closing), thanks=_view(thanking), by_teacher=_view(teachers),
            answer=_view(answer), of_teacher=_view(of_teacher), has_teacher=bool(teachers.any()),
        )  # fmt: skip
        questions = _view(asking)
        pending: list[int] = []
        self._newest = -1
        due = _NEVER  # when the first of them is no longer open: until then, and until one is answered, all of them are
        for row in np.flatnonzero(asks | answers | closing | thanking | asking).tolist():
            now = self._seconds[row]
            if now > due:
                pending = [asked for asked in pending if now <= self._seconds[asked] + self._within]
                due = self._due(pending)
            if pending and self._settle(row, pending, seen):
                pending = [asked for asked in pending if seen.awaits(asked)]
                due = self._due(pending)
            if seen.asks[row]:
                pending.append(row)
                due = min(due, now + self._within)
            if seen.asks[row] or (questions[row] and not (self._newest >= 0 and self._author[row] == self._author[self._newest])):
                self._newest = row
        return answer, of_teacher

    def _due(self, pending: Sequence[int]) -> int:
        return min((self._seconds[asked] + self._within for asked in pending), default=_NEVER)

    def _settle(self, row: int, pending: list[int], seen: _Seen) -> bool:
        """Note which of the open questions a message answers or closes; say whether it does any."""
        author, answer, settled = self._author[row], seen.answer, False
        if seen.closes[row] or seen.thanks[row]:
            own = [asked for asked in pending if self._author[asked] == author and answer[asked] < 0]
            if own and seen.closes[row]:
                settled = True
                for asked in own:
                    answer[asked] = row
            elif own:
                settled = self._note_thanks(row, own[-1], seen.thanked, answer)
        if seen.answers[row] and pending:
            from_teacher = bool(seen.by_teacher[row])
            open_rows = pending if from_teacher else [asked for asked in pending if answer[asked] < 0]
            for asked in self._answered_by(row, open_rows, seen.asks, from_teacher=from_teacher):
                settled = True
                answer[asked] = row if answer[asked] < 0 else answer[asked]
                if from_teacher and seen.of_teacher[asked] < 0:
                    seen.of_teacher[asked] = row
        return settled

    def _note_thanks(self, row: int, asked: int, thanked: memoryview, answer: memoryview) -> bool:
        between = range(row - 1, max(asked, row - THANKS_BACK), -1)
        said = next((other for other in between if thanked[other] and self._author[other] != self._author[asked]), None)
        if said is not None:
            answer[asked] = said
        return said is not None

    def _answered_by(self, row: int, pending: list[int], asks: memoryview, *, from_teacher: bool) -> set[int]:
        author = self._author[row]
        others = [asked for asked in pending if self._author[asked] != author]
        replied = self._reply[row]
        if replied >= 0 and asks[replied]:
            return {asked for asked in others if asked == replied}
        if not others:
            return set()
        words = self._words.rare(row)
        found = {asked for asked in others if not words.isdisjoint(self._words.rare(asked)) or self._names(row, asked, from_teacher=from_teacher)}
        newest = self._newest
        to_another = newest in others and self._words.names_another(row, self._given, self._name_of(newest))
        if newest in others and replied < 0 and not to_another and self._fits(row, newest, from_teacher=from_teacher):
            near = [asked for asked in others if self._seconds[newest] - self._seconds[asked] <= self._linking.together]
            found |= {asked for asked in near if asked == newest or from_teacher or self._author[asked] == self._author[newest]}
        return found

    def _fits(self, row: int, asked: int, *, from_teacher: bool) -> bool:
        waited = self._seconds[row] - self._seconds[asked]
        if self._plain[row] and waited <= (self._linking.teacher_soon if from_teacher else self._linking.soon):
            return True
        in_time = from_teacher or waited <= self._linking.brief_within or row == asked + 1
        if self._brief[row] and row - asked <= self._linking.brief_after and in_time:
            return True
        return bool(waited <= self._linking.slots_within and any(asks[asked] and gives[row] for asks, gives in self._slots))

    def _names(self, row: int, asked: int, *, from_teacher: bool) -> bool:
        name = self._name_of(asked)
        return name is not None and (name in self._words.beginning(row) or (from_teacher and name in self._words.called(row)))

    def _name_of(self, row: int) -> str | None:
        return self._given[self._author[row]] if self._author[row] >= 0 else None


def _view(array: Any) -> memoryview:
    return memoryview(array)


class _LinkingWords:
    """Tells which words of a message are rare in the chat, by their likeliest lemma, and whom it calls by name."""

    def __init__(self, scene: Scene, linking: Linking) -> None:
        index = scene.index
        frequency = np.bincount(index.type_at, minlength=len(index.types))
        most = max(2.0, linking.share * len(scene.texts))
        barred = set(index.type_at[scene.search.find_any(linking.unlinking).first].tolist()) if linking.unlinking else set()
        self._lemma_of = [index.lemmas_of(number)[0] for number in range(len(index.types))]
        numbers: dict[str, int] = {}
        rare = np.full(len(index.types), -1, dtype=np.int32)
        for number, word in enumerate(index.types):
            if frequency[number] <= most and len(word) > 2 and index.class_of_type[number] == "word" and number not in barred:
                rare[number] = numbers.setdefault(self._lemma_of[number], len(numbers))
        self._index = index
        self._rare_at = rare[index.type_at]
        self._text, self._starts = _view(scene.text_id), _view(index.starts)
        self._of_text: dict[int, frozenset[int]] = {}  # of the latest texts: questions are compared again and again

    def rare(self, row: int) -> frozenset[int]:
        """Return the rare words of a message, by the numbers of their lemmas."""
        text = self._text[row]
        found = self._of_text.get(text)
        if found is None:
            if len(self._of_text) > _KEPT_TEXTS:
                self._of_text.clear()
            found = self._of_text[text] = frozenset(self._rare_at[self._starts[text] : self._starts[text + 1]].tolist()) - _COMMON
        return found

    def beginning(self, row: int) -> set[str]:
        """Return the lemmas of a message's first words."""
        start, end = self._starts[self._text[row]], self._starts[self._text[row] + 1]
        numbers = self._index.type_at[start : min(start + NAME_WITHIN, end)].tolist()
        return {lemma for number in numbers for lemma in self._index.lemmas_of(number)}

    def called(self, row: int) -> set[str]:
        """Return the lemmas of the words before a comma: whoever is called by name is among them."""
        start, end = self._starts[self._text[row]], self._starts[self._text[row] + 1]
        numbers = self._index.type_at[start:end][self._index.comma_after[start:end]].tolist()
        return {lemma for number in numbers for lemma in self._index.lemmas_of(number)}

    def names_another(self, row: int, names: Sequence[str | None], asker: str | None) -> bool:
        """Say whether a message opens with the name of somebody else in the chat: «Дарья, …»."""
        start, end = self._starts[self._text[row]], self._starts[self._text[row] + 1]
        behind = next((at for at in range(start, min(start + CALLED_WITHIN, end)) if self._index.comma_after[at]), None)
        if behind is None:
            return False
        called = {lemma for number in self._index.type_at[start : behind + 1].tolist() for lemma in self._index.lemmas_of(number)}
        return asker not in called and any(name in called for name in names if name is not None)
