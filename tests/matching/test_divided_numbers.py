"""Numbers of phones and cards that somebody divided oddly; and what is counted, priced or dated in the same manner. All are invented."""

import pytest

from chataudit.matching.divided_numbers import divided_cards, holds_divided_phone, is_rising, luhn_is_valid, undisguise_digits


@pytest.mark.parametrize(
    "text",
    [
        "8_900_000_12_34",
        "8 / 900 / 000 12 34",
        "8*900*0001234",
        "8, 900, 000, 12, 34",
        "8•900•000•12•34",
        "8~900~000~12~34",
        "8..900..000..12..34",
        "8  900  000  12  34",
        "8|900|000|12|34",
        "8 : 900 : 000 : 12 : 34",
        "8=900=000=12=34",
        "8 (900) // 000 // 12 // 34",
        "8💥900💥000💥12💥34",
        "8\n900\n000\n12\n34",
        "8x900x000x12x34",
        "8 тире 900 тире 000 тире 12 тире 34",
        "89 00_00 01_23 4",
        "8_9_0_0_0_0_0_1_2_3_4",
        "8,9,0,0,0,0,0,1,2,3,4",
        "+7/900/000/12/34",
        "900/000/12/34",
        "900/123/12/34",
        "90 и 00 и 00 и 12 и 34 и звоните",
        "тел_8_900_000_12_34",
    ],
)
def test_an_oddly_divided_phone_is_seen(text: str) -> None:
    assert holds_divided_phone(text)


@pytest.mark.parametrize(
    "text",
    [
        "8 900 000-12-34 (a reader of phones sees it)",
        "5/6/7/8/9/10/11",
        "8, 9, 10, 11, 12, 13",
        "8, 910, 912, 1015",
        "900/850/70/90",
        "990/750/1200",
        "990, 755, 99, 85",
        "900 р 855 р 75 р 55 р",
        "900р, 855р, 75р, 55р",
        "95*45*120*350",
        "95, 87, 90, 78, 92",
        "8,9,8,9,9,8,9,8,9,9,8",
        "9:8, 10:7, 8:11, 9:12",
        "36,6 37,2 38,5 39,1",
        "1_000_000",
        "8_901234_567890",
        "9_12_2024_18_305_5",
        "https://vk.com/photo_8900_0001234",
        "photo8900_0001234",
        "IMG_8900_0001234.jpg",
        "90/10/001122",
        "8 класс, 900 мест, 0001 ряд, 234",
        "коды 8910, 5557, 319",
    ],
)
def test_what_is_counted_priced_or_dated_is_no_phone(text: str) -> None:
    assert not holds_divided_phone(text)


@pytest.mark.parametrize(
    "text",
    [
        "42 76 00 00 00 00 12 39",
        "42/76/00/00/00/00/12/39",
        "4276.0000.0000.1239",
        "4276  0000  0000  1239",
        "4276 / 0000 / 0000 / 1239",
        "4276 тире 0000 тире 0000 тире 1239",
        "4-2-7-6-0-0-0-0-0-0-0-0-1-2-3-9",
        "4276 00-0000 000009",
    ],
)
def test_an_oddly_divided_card_is_seen(text: str) -> None:
    assert len(list(divided_cards(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "45 67 89 90 87 65 43 56",
        "45, 67, 89, 90, 87, 65, 43, 55",
        "22.05 23.05 24.05 25.05",
        "22:05, 06:10, 07:15, 08:00",
        "2220_2221_2222_2223",
        "1276_0000_0000_1239",
        "4276_0000_0000_123",
        "4500, 4750, 5125, 5335",
    ],
)
def test_marks_dates_and_years_are_no_card(text: str) -> None:
    assert not list(divided_cards(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [("8-9lO-ООО-12-З4", "8-910-000-12-34"), ("8 91о", "8 910"), ("8 О 9", "8 0 9"), ("90S 1Ч0", "905 140")],
)
def test_letters_that_look_like_digits_are_read_as_digits(text: str, seen: str) -> None:
    assert undisguise_digits(text) == seen


@pytest.mark.parametrize("text", ["5б и 10В", "в 5ч", "о школе", "Зоо и Оля", "дом 5а"])
def test_letters_of_classes_hours_and_words_are_left(text: str) -> None:
    assert undisguise_digits(text) == text


@pytest.mark.parametrize(("groups", "rising"), [(["8", "9", "10", "11"], True), (["8", "900", "000", "12"], False), (["8", "910", "5557319"], False)])
def test_only_short_numbers_that_grow_are_a_list(groups: list[str], *, rising: bool) -> None:
    assert is_rising(groups) is rising


@pytest.mark.parametrize(("digits", "valid"), [("4276000000000009", True), ("4276000000000004", False), ("0", True)])
def test_check_digit_of_a_card_is_computed(digits: str, *, valid: bool) -> None:
    assert luhn_is_valid(digits) is valid
