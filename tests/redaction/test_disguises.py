"""Numbers and names that somebody took apart, as the wary level leaves them; small numbers that belong to nobody stay."""

import re
from collections.abc import Callable, Mapping

import pytest

Redact = Mapping[str, Callable[[str], str]]


@pytest.mark.parametrize(
    "text",
    [
        "8_900_000_12_34",
        "8 / 900 / 000 12 34",
        "8*900*0001234",
        "8, 9, 0, 0, 0, 0, 0, 1, 2, 3, 4",
        "91 и 05 и 00 и 12 и 34",
        "8 тире 900 тире 000 тире 12 тире 34",
        "8, потом 900, затем 000, 12 и 34",
        "8 ля 900 ля 000 ля 12 ля 34",
        "8 пробел 9 пробел 00 пробел 00 пробел 01 пробел 23 пробел 4",
        "8-9lO-000-1З-34",
        "8 91О 00S 12 34",
        "⑧⑨⓪⓪⓪⓪⓪①②③④",
        "8а9б0в0г0д0е0ж1з2и3к4",
        "42 и 76 и 00 и 00 и 00 и 00 и 12 и 39",
        "46 и 11, потом 65 и 43 и 21",
        "восемь и 9 и ноль и 12 и 34",
    ],
)
def test_no_digit_of_a_number_taken_apart_comes_through(text: str, redact_text: Redact) -> None:
    assert not re.search(r"[\d①-⑨⓪]", redact_text["all"](text))


@pytest.mark.parametrize(
    "text",
    [
        "восемь девятьсот, потом десять и пять и пять",
        "восьмёрка девятьсот десять три пятёрки",
        "плюс семь (девять один ноль) пять-пять-пять",
        "один и два и три и четыре",
    ],
)
def test_no_word_of_a_number_that_is_told_comes_through(text: str, redact_text: Redact) -> None:
    assert set(re.findall(r"\w+", redact_text["all"](text))) <= {"номер", "и", "потом"}


@pytest.mark.parametrize(
    "text",
    [
        "Собрание 12.05 в 18:30, вход с 18:00 до 18:20",
        "с 18:30 до 20:00 и с 9:00 до 10:00",
        "18:30 и 20:00 сбор",
        "1 кл 8:30, 2 кл 9:30, 3 кл 10:30",
        "с 25 чел до 12 мая",
        "5 и 6 и 7 классы",
        "45, 67 и 89 баллов",
        "две пятёрки и тройка",
    ],
)
def test_small_numbers_and_times_stay(text: str, redact_text: Redact) -> None:
    assert redact_text["all"](text) == text


@pytest.mark.parametrize(
    "text",
    ["В о в а", "В О В А", "О л я", "В\nо\nв\nа", "И, в, а, н, о, в", "И • в • а • н", "И. в. а. н.", "Д_и_м_а", "А. Б. В"],
)
def test_no_letter_of_a_name_taken_apart_comes_through(text: str, redact_text: Redact) -> None:
    assert re.fullmatch(r"(▒▒▒|‹имя›| )+\.?", redact_text["all"](text))


@pytest.mark.parametrize("text", ["а я и в школу пойду, и я с ним", "из 2 а и б классов", "т. е. а и б", "к 8 ч. и с 9 ч."])
def test_short_words_in_a_row_stay(text: str, redact_text: Redact) -> None:
    assert redact_text["all"](text) == text
