import pytest

from chataudit.russian.name_matching import match_teacher
from chataudit.russian.name_words import NameWords

CHAT = (
    "Вадим Сергеевич Класс.рук.",
    "Зотова Мария Петровна",
    "Мария, мама Пети",
    "Ольга Иванова",
    "Оля",
    "мама Вадима",
    "Kate Smirnova",
    "Лена Учитель",
    "Рощин П. А.",
)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Вадим Сергеевич", "Вадим Сергеевич Класс.рук."),
        ("вадим  сергеевич", "Вадим Сергеевич Класс.рук."),
        ("Сергеевич Вадим", "Вадим Сергеевич Класс.рук."),
        ("Вадим Сергеич", "Вадим Сергеевич Класс.рук."),
        ("Вадик Сергеевич", "Вадим Сергеевич Класс.рук."),
        ("Учитель Вадим Сергеевич", "Вадим Сергеевич Класс.рук."),
        ("Мария Зотова", "Зотова Мария Петровна"),
        ("Марии Петровны Зотовой", "Зотова Мария Петровна"),
        ("Зотова М.П.", "Зотова Мария Петровна"),
        ("М. П. Зотова", "Зотова Мария Петровна"),
        ("Маша Зотова", "Зотова Мария Петровна"),
        ("Зотова", "Зотова Мария Петровна"),
        ("Ольга", "Ольга Иванова"),
        ("Иванова Ольга Андреевна", "Ольга Иванова"),
        ("Екатерина Смирнова", "Kate Smirnova"),
        ("Елена", "Лена Учитель"),
        ("Рощин Павел Андреевич", "Рощин П. А."),
    ],
)
def test_given_name_means_the_one_display_name_that_has_its_parts(given: str, name: str, words: NameWords) -> None:
    match = match_teacher(given, CHAT, words)
    assert (match.kind, match.name) == ("parts", name)


@pytest.mark.parametrize(
    "given",
    [
        "Вадим Петрович",
        "Зотова И.П.",
        "Зотов",
        "Иванов",
        "Петрова Мария",
        "Ольга Игоревна",
        "Смирнова Ксения",
        "Пётр",
        "Петя",
        "Учитель",
        "Класс.рук.",
        "Зотова Мария Питровна",
        "Мария Петровна Иванова",
        "Рощин Глеб Андреевич",
        "Нина",
        "+7 900 000-12-34",
        "",
    ],
)
def test_given_name_of_nobody_matches_nobody(given: str, words: NameWords) -> None:
    match = match_teacher(given, CHAT, words)
    assert (match.kind, match.name) == ("none", None)


def test_exact_name_wins_over_others_that_have_its_parts(words: NameWords) -> None:
    match = match_teacher("Нина", ("Нина Котова", "Нина"), words)
    assert (match.kind, match.name) == ("exact", "Нина")


def test_name_as_written_wins_over_its_short_form(words: NameWords) -> None:
    assert match_teacher("Мария Котова", ("Маша Котова", "Котова Мария"), words).name == "Котова Мария"


def test_several_fitting_names_are_ambiguous_and_told(words: NameWords) -> None:
    match = match_teacher("Мария", CHAT, words)
    assert (match.kind, match.name) == ("ambiguous", None)
    assert match.nearest == ("Зотова Мария Петровна", "Мария, мама Пети")


def test_misspelt_name_is_answered_with_the_nearest(words: NameWords) -> None:
    assert match_teacher("Зотова Мария Питровна", CHAT, words).nearest[0] == "Зотова Мария Петровна"


def test_name_like_nobodys_has_no_nearest(words: NameWords) -> None:
    assert match_teacher("Хуснутдинов Ыш", ("Ольга", "Kate"), words).nearest == ()
