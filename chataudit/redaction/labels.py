"""The people of a chat in, what a redacted report calls each of them out: «Родитель 7», «Педагог», «Ребёнок 2»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from chataudit.chat import Chat
from chataudit.config import RosterRow
from chataudit.findings import Teacher
from chataudit.wording import Language, wording

_KEYS: Final[Mapping[str, str]] = {"person": "parent", "bot": "bot", "channel": "channel", "deleted": "deleted"}


def label_people(chat: Chat, teachers: Iterable[Teacher], roster: Sequence[RosterRow], language: Language) -> dict[str, str]:
    """Return the label of every name: participants in order of first appearance, teachers in the report's, children in the roster's.

    Namesakes share a label, as they share a name in a report. Parents of the roster who are not in the chat are numbered after those who are.
    """
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}

    def give(name: str, key: str) -> None:
        if name and name not in labels:
            counts[key] += 1
            alone = key == "teacher" and counts[key] == 1
            labels[name] = wording(language, "redaction.label.teacher_first" if alone else f"redaction.label.{key}", number=counts[key])

    for teacher in teachers:
        give(teacher.name, "teacher")
    for name, kind in zip(chat.participants["name"], chat.participants["kind"], strict=True):
        give(str(name), _KEYS[str(kind)])
    for row in roster:
        give(row.child, "child")
    for row in roster:
        give(row.parent, "parent")
    return labels
