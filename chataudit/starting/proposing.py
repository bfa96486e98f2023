"""A folder in, what its export shows of the chat out, so that a user is asked little and offered an answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chataudit.asking import Answers
from chataudit.config import Settings
from chataudit.context.teacher import find_given_teachers
from chataudit.establish import establish_context
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.rulebook.rulebook import Rulebook


@dataclass(frozen=True)
class Seen:
    """A chat as its export shows it.

    Attributes:
        title: the chat's name, else that of the file.
        messages: how many.
        people: display names.
        teachers: whom the program takes for a teacher; confidence: how sure it is of the first, 0-1.
        knows_timezone: the export tells its own.
    """

    title: str
    platform: str
    messages: int
    people: tuple[str, ...]
    teachers: tuple[str, ...]
    confidence: float
    knows_timezone: bool


def look_into(folder: Path, chat_id: str | None, rulebook: Rulebook) -> Seen:
    """Read the export in a folder.

    Raises:
        ExportError: there is none, it cannot be read, or it holds several chats and none was chosen.
    """
    chat = read_chat(folder, ReadOptions(chat=chat_id))
    found = establish_context(chat, rulebook, Settings(), Answers(rulebook)).teachers
    return Seen(
        title=chat.title or chat.source,
        platform=chat.platform,
        messages=int(chat.messages["kind"].ne("service").sum()),
        people=tuple(str(name) for name in chat.participants["name"]),
        teachers=tuple(teacher.name for teacher in found),
        confidence=found[0].confidence if found else 0.0,
        knows_timezone=chat.timezone is not None,
    )


def check_teachers(names: tuple[str, ...], seen: Seen | None, rulebook: Rulebook) -> tuple[str, ...]:
    """Return the teachers' names as they stand in the chat; as given where no chat was read.

    Raises:
        ConfigError: a name is nobody's, or several people's.
    """
    if seen is None:
        return names
    return tuple(teacher.name for teacher in find_given_teachers(names, seen.people, rulebook.names, may_be_absent=False))
