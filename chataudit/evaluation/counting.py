"""Findings of the rules compared with the labels of attentive readers: per rule what was found rightly, wrongly, and missed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from chataudit.asking import Answers
from chataudit.config import Settings
from chataudit.establish import prepare_answers
from chataudit.evaluation.labelled_chats import LabelledChat
from chataudit.rulebook.labelling import Labelling
from chataudit.rulebook.rulebook import Rulebook

ENOUGH_LABELS: Final = 3  # below that a rule's F1 says nothing, and the mean leaves it out


@dataclass(frozen=True)
class Mistake:
    """A message on which a rule and the readers disagree.

    Attributes:
        wrong: found but not labelled; else labelled but not found.
    """

    chat: str
    number: int
    wrong: bool
    author: str
    text: str


@dataclass
class Counts:
    """How a rule did: messages found that bear its label, found that do not, and labelled but not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def precision(self) -> float | None:
        """The share of findings that are right; None where nothing was found."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        """The share of labels that were found; None where nothing is labelled."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is neither finding nor label."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def macro_f1(counts: Iterable[Counts]) -> float | None:
    """Return the mean F1 of the rules that have labels enough."""
    scores = [each.f1 for each in counts if each.right + each.missed >= ENOUGH_LABELS and each.f1 is not None]
    return sum(scores) / len(scores) if scores else None


def count_chats(chats: Iterable[LabelledChat], rulebook: Rulebook) -> dict[str, Counts]:
    """Return, per rule that readers label, how it did on the chats.

    Raises:
        ConfigError: a chat's teacher is not in it.
    """
    labelling = rulebook.pack.labelling
    totals = {code: Counts() for code in rulebook.rules if code in labelling.codes or code in labelling.kinds}
    for chat in chats:
        answers = ask_labelled(chat, rulebook)
        assert answers.context is not None
        found = {code: set(np.flatnonzero(answers.matches_of(code).flags(answers.context.scene.size)).tolist()) for code in totals}
        labelled = _labelled_rows(chat, labelling, totals)
        _settle_alike(chat, labelling, found, labelled)
        for code, counts in totals.items():
            _count(counts, chat, found[code], labelled[code])
    return totals


def ask_labelled(chat: LabelledChat, rulebook: Rulebook) -> Answers:
    """Return the rulebook's answers about a labelled chat, its teacher and roster given.

    Raises:
        ConfigError: the teacher is not in the chat.
    """
    return prepare_answers(chat.chat, rulebook, Settings(teachers=chat.teachers, roster=chat.roster))


def _labelled_rows(chat: LabelledChat, labelling: Labelling, codes: Iterable[str]) -> dict[str, set[int]]:
    kind = chat.chat.messages["kind"]
    rows = {code: set(chat.labels.get(code, ())) for code in codes}
    for code, kinds in labelling.kinds.items():
        if code in rows:
            rows[code] |= set(np.flatnonzero(kind.isin(kinds)).tolist())
    return rows


def _settle_alike(chat: LabelledChat, labelling: Labelling, found: dict[str, set[int]], labelled: dict[str, set[int]]) -> None:
    """Leave out what either of two codes may be: a message of emoji alone, a clause that is both."""
    texts, kinds = chat.chat.messages["text"], chat.chat.messages["kind"]
    wordless = {row for row in np.flatnonzero(kinds.eq("text")).tolist() if not any(sign.isalnum() or sign in "_+" for sign in str(texts.iat[row]))}
    for first, second in labelling.alike_without_words:
        for row in wordless & (labelled[first] | labelled[second]) & (found[first] | found[second]):
            for rows in (labelled[first], labelled[second], found[first], found[second]):
                rows.discard(row)
    for code, other in labelling.may_also_be.items():
        found[code] -= labelled[other] - labelled[code]


def _count(counts: Counts, chat: LabelledChat, found: set[int], labelled: set[int]) -> None:
    counts.right += len(found & labelled)
    counts.wrong += len(found - labelled)
    counts.missed += len(labelled - found)
    messages = chat.chat.messages
    for row in sorted(found ^ labelled):
        author = messages["author"].iat[row]
        counts.mistakes.append(Mistake(chat.name, chat.numbers[row], row in found, str(author), str(messages["text"].iat[row])))
