"""Who is called what."""

from collections.abc import Callable

from chataudit.chat import Chat
from chataudit.config import RosterRow
from chataudit.findings import Teacher
from chataudit.redaction.labels import label_people


def labels(chat: Chat, *teachers: str, roster: tuple[RosterRow, ...] = (), language: str = "ru") -> dict[str, str]:
    return label_people(chat, [Teacher(name, "given", 1.0, [], True) for name in teachers], roster, language)


def test_parents_are_numbered_in_the_order_in_which_they_appear(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat("[10:00] Яна: да\n[10:01] Анна: нет\n[10:02] Яна: да")

    assert labels(chat) == {"Яна": "Родитель 1", "Анна": "Родитель 2"}


def test_the_first_teacher_bears_no_number_and_is_no_parent(make_chat: Callable[..., Chat]) -> None:
    chat = make_chat("[10:00] Яна: да\n[10:01] Анна: нет\n[10:02] Нина: да")

    assert labels(chat, "Анна", "Нина") == {"Яна": "Родитель 1", "Анна": "Педагог", "Нина": "Педагог 2"}


def test_a_teacher_who_is_not_in_the_chat_has_a_label(make_chat: Callable[..., Chat]) -> None:
    assert labels(make_chat("[10:00] Яна: да"), "Анна")["Анна"] == "Педагог"


def test_children_of_the_roster_are_numbered_apart_and_their_parents_after_those_who_write(make_chat: Callable[..., Chat]) -> None:
    roster = (RosterRow("Петя", "Анна", None), RosterRow("Коля", "Яна", None))

    found = labels(make_chat("[10:00] Яна: да"), roster=roster)

    assert found == {"Яна": "Родитель 1", "Петя": "Ребёнок 1", "Коля": "Ребёнок 2", "Анна": "Родитель 2"}
