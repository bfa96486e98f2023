import pytest

from chataudit.russian.family_matching import Family, FamilyMatches, match_families, named_in
from chataudit.russian.name_words import NameWords

PETYA = Family("Петя Иванов", ("Иванова Ольга Петровна",))
TIMUR = Family("Ахметов Тимур", ("Ахметова Гульнара", "Ахметов Ильдар"))
NASTYA_S = Family("Настя Смирнова", ("Смирнова Евгения",))
NASTYA_K = Family("Настя Козлова", ("Козлов Андрей",))
ALINA = Family("Алина Ким", ("Ким Елена",))
LENA = Family("Лена Зимина", ("Зимина Ольга Сергеевна",))
ROSTER = (PETYA, TIMUR, NASTYA_S, NASTYA_K, ALINA)


def match(*display_names: str, words: NameWords, roster: tuple[Family, ...] = ROSTER) -> FamilyMatches:
    return match_families(roster, display_names, words)


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ольга Иванова", PETYA),
        ("Иванова Ольга Петровна", PETYA),
        ("Иванова Оля", PETYA),
        ("Olga Ivanova", PETYA),
        ("Ахметов Ильдар, папа Тимура", TIMUR),
        ("Ahmetova Gulnara", TIMUR),
        ("Lena Kim", ALINA),
        ("мама Тимура", TIMUR),
        ("МамаТимура", TIMUR),
        ("Мама Алины 2Б", ALINA),
        ("папа Петеньки", PETYA),
        ("Бабушка Петра", PETYA),
        ("Мама Насти Козловой", NASTYA_K),
        ("Козлова, мама Насти", NASTYA_K),
        ("Евгения мама Насти", NASTYA_S),
        ("Петина мама", PETYA),
        ("Петя Иванов", PETYA),
        ("Иванов", PETYA),
        ("Сергей Иванов", PETYA),
        ("Козлова", NASTYA_K),
        ("Ильдар", TIMUR),
        ("Kate Kim", None),
        ("Женя", NASTYA_S),
        ("Ольга Петровна", PETYA),
        ("Андрей К.", NASTYA_K),
    ],
)
def test_family_of_a_display_name(name: str, family: Family | None, words: NameWords) -> None:
    matched = match(name, words=words)
    assert matched.names == ({family: (name,)} if family else {})
    assert matched.unidentified == (() if family else (name,))


@pytest.mark.parametrize(
    "name",
    [
        "Ольга Смирнова",
        "Иванова Света",
        "Иванова Ольга Сергеевна",
        "Ольга Сергеевна",
        "Ольга К.",
        "Мама Насти",
        "Настина мама",
        "мама Тимура Сафина",
        "мама Коли",
        "мама",
        "Тимур",
        "Марина, мама Коли",
        "Ольга, мама Коли",
        "Андрей Козловский",
        "Ирина",
        "Кузнецова",
        "Солнышко",
        "Родком 2Б",
        "+7 900 000-12-34",
        "🌸",
        "Елена Прекрасная",
        "Kate",
    ],
)
def test_display_name_that_no_family_has_is_unidentified(name: str, words: NameWords) -> None:
    matched = match(name, words=words)
    assert matched.names == {}
    assert matched.unmatched == ROSTER
    assert matched.unidentified == (name,)


def test_families_are_unmatched_in_the_order_of_the_roster(words: NameWords) -> None:
    assert match("Ким Елена", "мама Пети", words=words).unmatched == (TIMUR, NASTYA_S, NASTYA_K)


def test_family_has_every_display_name_that_is_its(words: NameWords) -> None:
    assert match("мама Тимура", "Ильдар Ахметов", words=words).names == {TIMUR: ("мама Тимура", "Ильдар Ахметов")}


def test_one_display_name_may_name_children_of_two_families(words: NameWords) -> None:
    assert set(match("Мама Тимура и Алины", words=words).names) == {TIMUR, ALINA}


def test_given_name_that_two_parents_have_identifies_nobody(words: NameWords) -> None:
    assert match("Ольга", words=words, roster=(PETYA, LENA)).names == {}


def test_given_name_that_two_participants_have_identifies_nobody(words: NameWords) -> None:
    assert match("Лена", "Елена Е.", words=words).names == {}


def test_given_name_in_the_chat_beside_its_full_name_identifies_nobody(words: NameWords) -> None:
    matched = match("Ким Елена", "Лена", words=words)
    assert matched.names == {ALINA: ("Ким Елена",)}
    assert matched.unidentified == ("Лена",)


def test_surname_that_two_families_have_identifies_nobody(words: NameWords) -> None:
    namesakes = Family("Вера Иванова", ("Иванов Олег",))
    assert match("Иванова", words=words, roster=(PETYA, namesakes)).names == {}


def test_surname_that_two_unidentified_participants_have_identifies_nobody(words: NameWords) -> None:
    assert match("Иванова", "Иванов", words=words).names == {}


def test_patronymic_decides_between_parents_of_one_name(words: NameWords) -> None:
    other = Family("Иванова Вера", ("Иванова Ольга Сергеевна",))
    assert match("Ольга Сергеевна Иванова", words=words, roster=(PETYA, other)).names == {other: ("Ольга Сергеевна Иванова",)}


def test_child_decides_between_parents_of_one_name(words: NameWords) -> None:
    other = Family("Иванова Вера", ("Иванова Ольга",))
    assert match("Иванова Ольга мама Веры", words=words, roster=(PETYA, other)).names == {other: ("Иванова Ольга мама Веры",)}


def test_name_of_one_of_two_families_is_identified_where_both_are_in_the_chat(words: NameWords) -> None:
    matched = match("Мама Насти", "Смирнова Евгения", "Козлов Андрей", words=words)
    assert matched.unidentified == ()
    assert "Мама Насти" not in [name for names in matched.names.values() for name in names]


def test_brother_and_sister_in_two_rows_are_one_household(words: NameWords) -> None:
    brother = Family("Ваня Иванов", PETYA.parents)
    assert set(match("Иванова Ольга", words=words, roster=(PETYA, brother)).names) == {PETYA, brother}


def test_child_given_by_an_uncommon_name_alone_is_found(words: NameWords) -> None:
    child = Family("Аюр", ("Доржиева Дарима",))
    assert set(match("мама Аюра", words=words, roster=(child,)).names) == {child}


@pytest.mark.parametrize(
    "text", ["Родителям Пети позвонила", "Маме Петра всё передала", "Иванову звонила отдельно", "позвонила маме пети", "С Ивановыми поговорила"]
)
def test_text_names_a_family_by_child_or_surname(text: str, words: NameWords) -> None:
    assert named_in(text, PETYA, words)


@pytest.mark.parametrize(
    "text", ["Родителям Коли позвонила", "Всем, кого нет в чате, позвонила отдельно", "Ахметовым сообщила лично", "Петиция подписана", ""]
)
def test_text_about_others_does_not_name_a_family(text: str, words: NameWords) -> None:
    assert not named_in(text, PETYA, words)
