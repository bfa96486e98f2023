"""Chat text cut into tokens, and tokens folded for comparing."""

import pytest

from chataudit.russian.tokens import TEXT_END, collapse, find_tokens, fold, is_break, token_class


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Завтра собрание в 18:00", ["Завтра", "собрание", "в", "18:00"]),
        ("Ирина, вы придёте?!", ["Ирина", ",", "вы", "придёте", "?!"]),
        ("во-первых по-моему", ["во-первых", "по-моему"]),
        ("3б и 12-го", ["3б", "и", "12-го"]),
        ("сдаём 300р, всего 4.500", ["сдаём", "300р", ",", "всего", "4.500"]),
        ("смотрите https://t.me/+Ab1 вот", ["смотрите", "https://t.me/+Ab1", "вот"]),
        ("есть на vk.com/club1", ["есть", "на", "vk.com/club1"]),
        ("спасибо)))", ["спасибо", ")))"]),
        ("ок 👍🏽 👨‍👩‍👧", ["ок", "👍🏽", "👨‍👩‍👧"]),
        ("+ \nда", ["+", "\n", "да"]),
        ("+1", ["+1"]),
        ("б л и н опять", ["б л и н", "опять"]),
        ("д.у.р.а", ["д.у.р.а"]),
        ("му**к", ["му**к"]),
        ("Саша К. не сдал", ["Саша", "К.", "не", "сдал"]),
        ("Иванов А.С. болеет", ["Иванов", "А.С.", "болеет"]),
        ("в 5 Б. завтра", ["в", "5", "Б", ".", "завтра"]),
    ],
)
def test_text_is_cut_into_words_and_signs(text: str, tokens: list[str]) -> None:
    assert find_tokens(text) == tokens


@pytest.mark.parametrize("text", ["я и он", "с 8 до 20", "а в 5 б у нас"])
def test_single_letters_of_ordinary_speech_stay_words_of_their_own(text: str) -> None:
    assert find_tokens(text) == text.split()


def test_texts_joined_into_one_buffer_stay_apart() -> None:
    assert find_tokens(TEXT_END.join(["да", "нет"])) == ["да", TEXT_END, "нет"]


@pytest.mark.parametrize("sign", [".", "!", "?", "…", "\n", ";", "?!", "..."])
def test_sentence_ends_are_told(sign: str) -> None:
    assert is_break(sign)


@pytest.mark.parametrize("token", [",", "да", "18:00", ")", "👍"])
def test_other_tokens_end_no_sentence(token: str) -> None:
    assert not is_break(token)


@pytest.mark.parametrize(
    ("token", "name"),
    [
        ("да", "word"),
        ("3б", "word"),
        ("12", "number"),
        ("50%", "number"),
        ("18:00", "time"),
        ("8.30", "time"),
        ("https://ya.ru", "link"),
        ("vk.com/club1", "link"),
        ("👍", "emoji"),
        ("5️⃣", "emoji"),
        ("❤️", "emoji"),
        (")))", "smile"),
        (":-)", "smile"),
        ("+", "plus"),
        ("+1", "plus"),
    ],
)
def test_tokens_have_classes(token: str, name: str) -> None:
    assert token_class(token) == name


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Ещё", "еще"),
        ("СПАСИБО", "спасибо"),
        ("cпacибo", "спасибо"),  # Latin letters among Cyrillic ones
        ("х0чу", "хочу"),
        ("по‑моему", "по-моему"),  # a hyphen that does not break
        ("д.у.р.а", "дура"),
        ("б л и н", "блин"),
        ("❤️", "❤"),
    ],
)
def test_spellings_of_one_word_are_folded_together(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("word", ["zoom", "3б", "30б", "18:00", "ok", "excel", "4а"])
def test_foreign_words_and_numbers_are_left_as_they_are(word: str) -> None:
    assert fold(word) == word


def test_stretched_word_is_cut_to_one_letter_and_to_two() -> None:
    assert collapse("спасибоооо") == ("спасибо", "спасибоо")
    assert collapse("длинннный") == ("длиный", "длинный")


@pytest.mark.parametrize("word", ["класс", "длинный", "сообщение"])
def test_double_letters_are_not_stretched(word: str) -> None:
    assert collapse(word) == ()


def test_time_at_the_end_of_a_sentence_is_a_time() -> None:
    assert [(token, token_class(token)) for token in find_tokens("забрать можно с 13:40.")][-2] == ("13:40", "time")


def test_date_is_no_time() -> None:
    assert "12.05" not in find_tokens("12.05.2024")


@pytest.mark.parametrize("piece", ["1-", "a1.", "а-", "-"])
def test_address_behind_a_long_run_of_pieces_that_may_begin_one_is_found(piece: str):
    assert find_tokens(piece * 50_000 + " школа.рф")[-1] == "школа.рф"


@pytest.mark.parametrize("address", ["school-3.example.ru", "a.b.c.example.com/x-y", "шко" + "о" * 50 + "ла.рф"])
def test_address_of_many_or_long_parts_is_one_token(address: str):
    assert find_tokens(f"см {address} тут") == ["см", address, "тут"]
