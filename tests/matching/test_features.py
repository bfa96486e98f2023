"""Features of texts that no word tells: numbers, addresses, lists. All numbers are invented."""

import pytest

from chataudit.matching.features import find_features, mark_of, snils_is_valid


def flags(texts: list[str], feature: str) -> list[bool]:
    """Which of the texts have the feature; only those with its mark are looked at."""
    return find_features(texts, feature, [at for at, text in enumerate(texts) if mark_of(feature).search(text)]).tolist()


@pytest.mark.parametrize(
    ("feature", "text"),
    [
        ("phone", "8 900 000-12-34"),
        ("phone", "мой +7 (900) 000-56-78, звоните"),
        ("phone", "тел.89010001122 Ольга"),
        ("phone", "8–900–000–12–34"),
        ("phone", "8\t900\t000\t12\t34"),
        ("phone", "8️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣2️⃣3️⃣4️⃣"),
        ("card", "Сбер 4276 0000 0000 1239"),
        ("card", "4276−0000−0000−1239"),
        ("card", "2202000000005676 тинькофф"),
        ("valid_card", "4276 0000 0000 0009"),
        ("snils", "снилс 112-000-345 53"),
        ("valid_snils", "112-000-345 53, это дочкин"),
        ("printed_snils", "внесите 123-000-789 00"),
        ("phone", "наш +49 151 00001234"),
        ("phone", "наш 0049 151 00001234"),
        ("phone", "viber://chat?number=%2B79000001234"),
        ("phone", "⑻⑼⓪⓪⓪⓪⓪⑴⑵⑶⑷"),
        ("card", "2202 дальше 0000 потом 0000 и 1234"),
        ("passport", "паспорт 29 14 000123"),
        ("phone", "⁸⁹⁰⁰⁰⁰⁰¹²³⁴"),
        ("phone", "⑧⑨⓪⓪⓪⓪⓪①②③④"),
        ("phone", "8-9OO-O00-12-З4"),
        ("phone", "8_900_000_12_34"),
        ("card", "4276_0000_0000_1239"),
        ("valid_card", "4276_0000_0000_0009"),
        ("snils", "снилс 112_000_345_53"),
        ("passport", "паспорт 29/14/000123"),
        ("email", "пишите на class3b@example.ru"),
        ("email", "почта:class3b@example.ru"),
        ("email", "@ " + "1" * 300_000 + " a@b.ru"),  # a long word beside a sign of an address costs no more than its length
        ("link", "см. https://example.ru/a"),
        ("link", "t.me/+AbCd"),
        ("list", "Взять:\n1. воду\n2. шапку"),
        ("list", "- раз\n- два"),
        ("starred", "*пожалуйста"),
        ("starred", "съездим*"),
        ("emphasised", "темпЕратура"),
        ("emphasised", "скучаЕШЬ, а не скучаишь"),
        ("emphasised", "КанИкулы, садись"),
        ("several_numbers", "300 с человека, 25 человек, 7500"),
    ],
)
def test_feature_is_seen(feature: str, text: str) -> None:
    assert flags([text], feature) == [True]


@pytest.mark.parametrize(
    ("feature", "text"),
    [
        ("phone", "собрание в 18:30 12.05.2024"),
        ("phone", "сдаём 300 рублей до 25 сентября"),
        ("phone", "карта 4276 0000 0000 1239"),
        ("phone", "паспорт 29 14 000123"),
        ("phone", "уроки 8-9 10-11 12-13"),
        ("phone", "паспорт 90/14/000123"),
        ("phone", "м³: 8 900, м²: 00 12"),
        ("card", "8 900 000-12-34"),
        ("card", "счёт 40817_8100_0000_0012"),
        ("valid_card", "4276_0000_0000_0004"),
        ("snils", "снилс 112_000_345"),
        ("passport", "паспорт 29/14/00012"),
        ("card", "счёт 40817810000000012345"),
        ("valid_card", "4276 0000 0000 0004"),
        ("snils", "код 112-000-345"),
        ("valid_snils", "снилс 112-000-345 49"),
        ("valid_snils", "000-000-001 01"),
        ("printed_snils", "123 000 789 00"),
        ("printed_snils", "код 123-000-789 00-15"),
        ("phone", "код 0000 151 00001234"),
        ("card", "4500 потом 5000 дальше 6000 и 4200"),
        ("passport", "класс 29, кабинет 14"),
        ("email", "@mariya спросите"),
        ("link", "мой.город на карте"),
        ("list", "1. это единственный пункт\nи всё"),
        ("list", "9 мая парад"),
        ("starred", "бл*ть"),
        ("emphasised", "СПАСИБо большое"),
        ("emphasised", "в СберБанк и ВКонтакте"),
        ("emphasised", "кВт"),
        ("starred", "* пункт первый"),
        ("several_numbers", "в 18:00 сбор"),
    ],
)
def test_feature_is_not_seen_in_what_looks_like_it(feature: str, text: str) -> None:
    assert flags([text], feature) == [False]


def test_each_text_has_a_flag_of_its_own() -> None:
    assert flags(["да", "a@b.ru", ""], "email") == [False, True, False]


@pytest.mark.parametrize(("digits", "valid"), [("11200034553", True), ("11200034549", False)])
def test_check_digits_of_an_insurance_number_are_computed(digits: str, *, valid: bool) -> None:
    assert snils_is_valid(digits) is valid


def test_phone_behind_a_flood_of_other_numbers_is_seen() -> None:
    flood = "1;2;" * 66_000

    assert find_features([f"{flood} звоните 8 900 000-12-34", flood], "phone", [0, 1]).tolist() == [True, False]
