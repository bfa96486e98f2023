"""Who the teacher is, given or inferred."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import message_rule

from chataudit.asking import Answers
from chataudit.context.teacher import KnownTeacher, find_given_teachers
from chataudit.errors import ConfigError
from chataudit.rulebook.rulebook import Rulebook

CALLS = """
    [10:00] Ольга: Мария Петровна, во сколько собрание?
    [+1m] Ирина: Марию Петровну спросите
    [+1m] Анна: Мария Петровна, добрый день
    [+1m] Мария Петровна: в шесть
"""


@pytest.fixture
def teachers(ask: Callable[..., Answers]) -> Callable[..., list[KnownTeacher]]:
    """The teachers of a chat in which the user names those given."""

    def known(lines: str, *given: str) -> list[KnownTeacher]:
        context = ask(message_rule("{say: [слово]}"), lines, teachers=given).context
        assert context is not None
        return context.teachers

    return known


@pytest.fixture
def refusal_of(make_rulebook: Callable[..., Rulebook]) -> Callable[[str], ConfigError]:
    """The error that a name gives where the teacher must be in the chat."""
    words = make_rulebook(message_rule("{say: [слово]}")).names

    def refuse(given: str) -> ConfigError:
        with pytest.raises(ConfigError) as refused:
            find_given_teachers([given], ["Ольга Иванова", "Ольга Ким"], words, may_be_absent=False)
        return refused.value

    return refuse


def names(known: list[KnownTeacher]) -> list[str]:
    return [teacher.name for teacher in known]


def evidence(teacher: KnownTeacher) -> list[str]:
    return [text["en"] for text, _ in teacher.evidence]


@pytest.mark.parametrize("given", ["Мария Петровна", "мария петровна", "Петровна Мария"])
def test_given_teacher_is_found_by_the_parts_of_her_name(given: str, teachers: Callable[..., list[KnownTeacher]]) -> None:
    assert teachers(CALLS, given) == [KnownTeacher("Мария Петровна", "given", 1.0)]


def test_given_teacher_who_is_not_in_the_chat_keeps_the_name_given(teachers: Callable[..., list[KnownTeacher]]) -> None:
    (teacher,) = teachers("[10:00] Ольга: да", "Анна Ильинична")

    assert (teacher.name, teacher.present) == ("Анна Ильинична", False)


def test_given_teacher_must_be_in_the_chat_unless_said_otherwise(refusal_of: Callable[[str], ConfigError]) -> None:
    error = refusal_of("Ольга Ивановна")

    assert error.key == "teacher.not_found"
    assert str(error.details["near"]).startswith("«Ольга Иванова»")


@pytest.mark.parametrize(("given", "key"), [("Ольга", "teacher.ambiguous"), ("Щщщ", "teacher.nobody_near")])
def test_name_of_several_or_of_nobody_is_refused(given: str, key: str, refusal_of: Callable[[str], ConfigError]) -> None:
    assert refusal_of(given).key == key


def test_whom_three_address_by_name_and_patronymic_is_the_teacher(teachers: Callable[..., list[KnownTeacher]]) -> None:
    (teacher,) = teachers(CALLS)

    assert (teacher.name, teacher.origin) == ("Мария Петровна", "inferred")
    assert evidence(teacher) == ["addressed by {count}"]
    assert teacher.confidence == pytest.approx(0.7)


@pytest.mark.parametrize("name", ["Елена Учитель", "Елена кл.рук 3Б", "Елена_учитель"])
def test_profile_tells_the_teacher(name: str, teachers: Callable[..., list[KnownTeacher]]) -> None:
    assert names(teachers(f"[10:00] {name}: завтра собрание\n[+1m] Ольга: да")) == [name]


def test_evidence_adds_up(teachers: Callable[..., list[KnownTeacher]]) -> None:
    lines = """
        -- create_group Елена учитель: Ольга
        -- pin Елена учитель
        [10:00] Елена учитель: уважаемые родители, завтра собрание
        [+1d] Елена учитель: уважаемые родители, послезавтра поездка
        [+1d] Елена учитель: уважаемые родители, поездка сегодня
    """
    (teacher,) = teachers(lines)

    assert evidence(teacher) == ["the profile says so", "created the chat", "acts: {count}", "announcements: {count}"]
    assert 0.85 < teacher.confidence < 1


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Ольга: да\n[+1m] Ирина: нет",
        "[10:00] Ольга: Мария Петровна, добрый день\n[+1m] Мария Петровна: да",  # one voice
        "[10:00] Мария Петровна: это я, Мария Петровна\n[+1m] Мария Петровна: Мария Петровна, алло",  # her own
        "-- create_group Ольга: Ирина\n-- pin Ольга\n[10:00] Ольга: уважаемые родители, сдаём\n[10:01] Ирина: да",  # an active parent
        "[10:00] мама учитель Пети: да\n[+1m] Ольга: да",  # a mother by her profile
    ],
)
def test_nobody_is_taken_for_the_teacher_on_little_evidence(lines: str, teachers: Callable[..., list[KnownTeacher]]) -> None:
    assert teachers(lines) == []


def test_patronymic_of_another_is_not_hers(teachers: Callable[..., list[KnownTeacher]]) -> None:
    """Three people speak to «Мария Ивановна», who is not in the chat."""
    assert teachers(CALLS.replace("Марию Петровну", "Марию Ивановну").replace("Мария Петровна,", "Мария Ивановна,")) == []


def test_two_teachers_of_a_kindergarten_are_both_found(teachers: Callable[..., list[KnownTeacher]]) -> None:
    lines = "[10:00] Елена учитель: да\n[+1m] Анна учитель: да\n[+1m] Ольга: да"

    assert sorted(names(teachers(lines))) == ["Анна учитель", "Елена учитель"]
