"""Patterns looked up in texts."""

import pytest

from chataudit.matching.patterns import parse_pattern
from chataudit.matching.search import Search
from chataudit.matching.text_index import TextIndex
from chataudit.russian.morphology import morphology

LISTS = {
    "thanks": ["спасибо", "=спс", "от души"],
    "whom": ["родители", "<polite>"],
    "polite": ["коллеги", "дорогие мамы"],
    "mother": ["(мама|=мамы)"],
}


def matches(pattern: str, text: str, **classes: frozenset[str]) -> bool:
    """Whether the pattern stands in the text."""
    index = TextIndex([text], morphology(), dict(classes))
    search = Search(index, {name: [parse_pattern(entry) for entry in entries] for name, entries in LISTS.items()}, morphology())
    return bool(index.texts_of(search.find_any([parse_pattern(pattern)]))[0])


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("пожелать здоровья", "Желаю… хочу пожелать Здоровья и сил"),
        ("пожелать здоровье", "пожелаем здоровья"),
        ("=спс", "ой СПС большое"),
        ("осно*", "в основном да"),
        ("(мама|папа) пети", "это папа Пети"),
        ("очень? рад", "рады видеть"),
        ("очень? рад", "мы очень рады"),
        ("спасибо очень? большой?", "спасибо"),
        ("нет .. чат", "кого нет в нашем чате"),
        ("нет ..1 чат", "нет, чат"),
        ("<thanks> вам", "от души вам"),
        ("дорогой? <whom>", "дорогие мамы, добрый день"),
        ("уважаемый <whom>", "Уважаемые коллеги!"),
        ("сдать#impr", "сдайте деньги"),
        ("#VERB+past деньги", "собрала деньги"),
        ("!не писать", "пишите сюда"),
        ("!не писать", "не надо. пишите"),
        ("писать !сюда", "пишите мне"),
        ("^вера", "спросите Веру"),
        ("~муд", "м*дак"),
        ("=мария, скажите", "Мария, скажите"),
        ("=мария!, скажите", "Мария скажите"),
        ("@given_name (#Patr|@patronymic)", "Мария Петровна, здравствуйте"),
        ("@number (рубль|=р|=руб)", "сдаём 300 рублей"),
        ("@teacher", "как скажет Петровна"),
        ("спасибо вам", "спасибо, вам"),
    ],
)
def test_pattern_matches(pattern: str, text: str) -> None:
    assert matches(pattern, text, teacher=frozenset({"петровна"}))


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("пожелать здоровья", "пожелать всем здоровья"),
        ("пожелать здоровья", "хочу пожелать. здоровья"),
        ("=спс", "спасибо"),
        ("осно*", "несносно"),
        ("(мама|папа) пети", "мама Оли"),
        ("нет .. чат", "нет, она уже давно не в чате"),
        ("нет ..1 чат", "нет в нашем чате"),
        ("<thanks> вам", "спасибо. вам слово"),
        ("сдать#impr", "сдала деньги"),
        ("#VERB+past деньги", "соберу деньги"),
        ("!не писать", "не пишите сюда"),
        ("!<thanks> вам", "от души вам"),
        ("писать !сюда", "пишите сюда"),
        ("^вера", "в нашу веру"),
        ("=мария, скажите", "Мария скажите"),
        ("=мария!, скажите", "Мария, скажите"),
        ("@number рубль", "триста рублей"),
        ("@teacher", "как скажет Ивановна"),
    ],
)
def test_pattern_spares(pattern: str, text: str) -> None:
    assert not matches(pattern, text, teacher=frozenset({"петровна"}))


def test_rules_word_in_an_inflected_form_stands_for_its_lemma() -> None:
    assert matches("деньги", "нет денег")
    assert matches("экскурсию", "об экскурсии")


def test_dictionary_form_stands_for_itself_alone() -> None:
    """«ели» may be of «есть» and of «ель»; the noun as a rule's word means the noun."""
    assert matches("ель", "у ели")
    assert not matches("ель", "мы едим")


def test_outsider_is_a_given_name_of_nobody_in_the_chat() -> None:
    assert matches("@outsider", "Тимур опять дерётся", participant=frozenset({"ольга"}))
    assert not matches("@outsider", "Ольга, здравствуйте", participant=frozenset({"ольга"}))


@pytest.mark.parametrize("text", ["", "👍", "!!!"])
def test_text_without_words_matches_nothing(text: str) -> None:
    assert not matches("спасибо", text)


def test_a_pattern_is_found_in_every_text_that_has_it() -> None:
    index = TextIndex(["спасибо", "нет", "большое спасибо"], morphology())
    search = Search(index, {}, morphology())

    assert index.texts_of(search.find(parse_pattern("спасибо"))).tolist() == [True, False, True]
