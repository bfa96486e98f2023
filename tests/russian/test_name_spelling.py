import pytest

from chataudit.russian.name_spelling import fold, fold_twins, is_latin, sound_of, spell_in_cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Petrovna", "петровна"),
        ("Shcherbakov", "щербаков"),
        ("Sokolovsky", "соколовский"),
        ("Sergey", "сергей"),
        ("Mikhail", "михаил"),
        ("Yuliya", "юлия"),
    ],
)
def test_latin_name_is_spelled_in_cyrillic(latin: str, cyrillic: str) -> None:
    assert spell_in_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(
    "spellings",
    [("Evgeniya", "Yevgenia", "Евгения"), ("Dmitriy", "Dmitry", "Дмитрий"), ("Natalya", "Natalia", "Наталья"), ("Ksenia", "Xenia", "Ксения")],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound_of(spelling) for spelling in spellings}) == 1


def test_different_names_sound_differently() -> None:
    names = ("Алла", "Аля", "Анна", "Яна", "Инна", "Нина", "Дарья", "Дина", "Марина", "Мария")
    assert len({sound_of(name) for name in names}) == len(names)


def test_look_alike_letters_are_folded_in_mixed_words_only() -> None:
    assert fold_twins("Mария") == "Мария"
    assert fold_twins("Maria") == "Maria"


def test_mixed_word_with_a_letter_of_no_twin_is_left() -> None:
    assert fold_twins("iOSный") == "iOSный"


def test_letters_of_other_cyrillic_alphabets_are_folded() -> None:
    assert fold("Қызы Ләйлә Пётр") == "кызы лайла петр"


def test_only_latin_words_are_latin() -> None:
    assert [is_latin(word) for word in ("Kate", "Катя", "Kатя", "🌸")] == [True, False, False, False]
