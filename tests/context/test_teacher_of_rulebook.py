"""Chats in which the built-in rulebook must tell the teacher, and chats in which nobody is to be taken for one."""

from collections.abc import Callable

import pytest

from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.trial import Example, ask_about


@pytest.fixture
def teachers(builtin_rulebook: Rulebook) -> Callable[[str], list[str]]:
    """Whom a chat without a named teacher shows to be one."""

    def inferred(lines: str) -> list[str]:
        answers, _ = ask_about(builtin_rulebook, Example(chat=lines, no_teacher=True))
        assert answers.context is not None
        return sorted(teacher.name for teacher in answers.context.teachers)

    return inferred


Teachers = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "name",
    [
        "Анна Ивановна Кл.рук.",
        "Кл. рук. 5Б Сергеева",
        "Классный руководитель Зоя Львовна",
        "Учитель Ирина Олеговна",
        "Ильдар Маратович куратор ИС-21",
        "Мария Петровна Воспитатель",
        "Учительница",
        "Анна_Ивановна_учитель",
        "Петрова М.П. классный рук.",
        "Галина Николаевна педагог",
    ],
)
def test_profile_names_a_teacher(name: str, teachers: Teachers) -> None:
    assert teachers(f"[10:00] {name}: Добрый день\n[10:01] Лена: здравствуйте") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Лена мама учителя Коли",
        "Мама Воспитанника Пети",
        "мама воспитателя",
        "Репетитор Ольга",
        "Учитель музыки (мама Коли)",
        "Классная мама",
        "Оля рк 3Б",
    ],
)
def test_profile_of_a_parent_is_no_teachers(name: str, teachers: Teachers) -> None:
    assert teachers(f"[10:00] {name}: Уважаемые родители, добрый день\n[10:01] Лена: здравствуйте") == []


def test_both_teachers_of_a_kindergarten_are_told(teachers: Teachers) -> None:
    lines = "[10:00] Елена Викторовна (воспитатель): Добрый день\n[10:01] Ольга Ивановна воспитатель: и от меня\n[10:03] Лена: ок"

    assert teachers(lines) == ["Елена Викторовна (воспитатель)", "Ольга Ивановна воспитатель"]


ADDRESSED = {
    "by three with commas": (
        "Анна Ивановна",
        """
        [10:00] Оля: Анна Ивановна, а во сколько линейка?
        [10:05] Анна Ивановна: В 9
        [10:06] Ира: Анна Ивановна, форма парадная?
        [10:07] Анна Ивановна: Да
        [10:08] Гуля: спасибо, Анна Ивановна
        """,
    ),
    "by three without a comma": (
        "Гульшат Ильдусовна",
        """
        [10:00] Оля: Гульшат Ильдусовна здравствуйте а во сколько
        [10:05] Гульшат Ильдусовна: в 8
        [10:06] Ира: спасибо Гульшат Ильдусовна
        [10:08] Гуля: Гульшат Ильдусовна можно мы опоздаем
        """,
    ),
    "her profile has no patronymic": (
        "Сергеева Анна",
        """
        [10:00] Оля: Анна Ивановна, а во сколько линейка?
        [10:05] Сергеева Анна: Уважаемые родители, в 9
        [10:06] Ира: Анна Ивановна, форма парадная?
        [10:07] Сергеева Анна: Да
        [10:08] Гуля: спасибо, Анна Ивановна
        """,
    ),
    "a class's letters beside her name": (
        "Анна Ивановна КР 7Г",
        """
        [10:00] Анна Ивановна КР 7Г: Добрый день, уважаемые родители
        [10:01] Лена: Анна Ивановна, а форма нужна?
        [10:02] Оля: Анна Ивановна, спасибо
        [10:02] Ира: Анна Ивановна, мы поняли
        """,
    ),
    "a grandmother is addressed so, too, by fewer": (
        "Мария Петровна",
        """
        [10:00] Оля: Мария Петровна, во сколько?
        [10:05] Мария Петровна: В 9
        [10:06] Ира: Мария Петровна, форма?
        [10:08] Гуля: Мария Петровна, спасибо
        [10:09] Валентина Егоровна: девочки, я банки принесу
        [10:10] Оля: Валентина Егоровна, спасибо вам
        [10:10] Ира: Валентина Егоровна, вы лучшая
        """,
    ),
    "by two, and she created the chat and announces": (
        "Алсу Рашитовна",
        """
        -- create_group Алсу Рашитовна: Оля, Ира
        [10:00] Алсу Рашитовна: Уважаемые родители, завтра собрание
        [+1d] Алсу Рашитовна: Уважаемые родители, ждем справки
        [+1d] Алсу Рашитовна: Напоминаю про сменную обувь и форму
        [10:05] Оля: Алсу Рашитовна, принято
        [10:06] Ира: Алсу Рашитовна, а во сколько?
        """,
    ),
    "by two, and she announces": (
        "Анна Олеговна",
        """
        [10:00] Анна Олеговна: Уважаемые родители, жду справки
        [10:01] Лена: Анна Олеговна, можно завтра?
        [10:05] Оля: Анна Олеговна, принесу
        [11:00] Анна Олеговна: Уважаемые родители, завтра собрание
        [12:00] Анна Олеговна: Напоминаю про сменную обувь детям
        """,
    ),
}


@pytest.mark.parametrize(("name", "lines"), ADDRESSED.values(), ids=ADDRESSED)
def test_whom_others_address_by_name_and_patronymic_is_the_teacher(name: str, lines: str, teachers: Teachers) -> None:
    assert teachers(lines) == [name]


NOBODY = {
    "an active parent": """
        [10:00] Марина Родком: Уважаемые родители, сдаём на шторы
        [+1d] Марина Родком: Уважаемые родители, напоминаю
        [+1d] Марина Родком: Уважаемые родители, собрание завтра
        [+1m] Оля: Марина, спасибо
        """,
    "a parent who created the chat": """
        -- create_group Лена: Оля, Ира
        [10:00] Лена: Уважаемые родители, завтра собрание
        [+1d] Лена: Уважаемые родители, ждем справки
        [+1d] Лена: Напоминаю про сменную обувь и форму
        [10:05] Оля: Лена, принято
        """,
    "the committee's head, whom all address by patronymic": """
        [10:00] Оля: Светлана Юрьевна, кому деньги?
        [10:05] Светлана Юрьевна родком: мне
        [10:06] Ира: Светлана Юрьевна, сколько?
        [10:07] Гуля: Светлана Юрьевна, перевела
        """,
    "addressed by one alone": """
        [10:00] Надежда Петровна: девочки, всем привет
        [10:01] Оля: Надежда Петровна, здравствуйте
        [10:05] Ира: а кто за шторы
        """,
    "asked by one alone": """
        [10:00] Оля: Светлана Юрьевна, кому деньги?
        [10:05] Светлана Юрьевна: мне на карту
        [10:06] Ира: всем привет
        """,
    "she is not in the chat": """
        [10:00] Оля: Мария Петровна, вы с нами?
        [10:05] Ира: Марии Петровны тут нет
        [10:06] Гуля: Мария Петровна заболела
        """,
    "spoken of, not to": """
        [10:00] Оля: Анна Ивановна сказала завтра к 9
        [10:05] Анна: ок
        [10:06] Ира: Анна Ивановна просила сменку
        [10:08] Гуля: Анне Ивановне цветы
        """,
    "flowers for her, and a namesake": """
        [10:00] Оля: цветы для Анны Ивановны сдали?
        [10:05] Анна: да
        [10:06] Ира: Анне Ивановне купили вазу
        [10:08] Гуля: с Анной Ивановной поговорили
        """,
}


@pytest.mark.parametrize("lines", NOBODY.values(), ids=NOBODY)
def test_nobody_else_is_taken_for_the_teacher(lines: str, teachers: Teachers) -> None:
    assert teachers(lines) == []
