"""Words that somebody disguised, and what looks like them and is none."""

import pytest

from chataudit.russian.disguised_words import join_cut_words, undisguise
from chataudit.russian.tokens import find_tokens, fold


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("тітка", "титка"),
        ("вօрона", "ворона"),
        ("вορона", "ворона"),
        ("ᴡорона", "ᴡорона"),
        ("к\u1d0fр\u1d0fва", "корова"),
        ("м4ма", "мама"),
        ("к1но", "кино"),
        ("корова@", "корова@"),
        ("коров@", "корова"),
        ("к-о-р-о-в-а", "корова"),
        ("ко-ро-ва", "корова"),
    ],
)
def test_disguised_word_is_read_as_its_readers_read_it(written: str, read: str) -> None:
    assert undisguise(written) == read


@pytest.mark.parametrize("word", ["3б", "каб4", "5а1", "ха-ха-ой", "мама-папа", "из-под-палки", "б2б"])
def test_what_only_resembles_a_disguise_is_left(word: str) -> None:
    assert undisguise(word) == word


@pytest.mark.parametrize("text", ["к/о/р/о/в/а", "к|о|р|о|в|а", "к_о_р_о_в_а", "к🔥о🔥р🔥о🔥в🔥а"])
def test_letters_divided_by_signs_are_one_word(text: str) -> None:
    assert [fold(token) for token in find_tokens(text)] == ["корова"]


@pytest.mark.parametrize("text", ["и/или", "7а/7б/7в", "мама/папа/я", "да/нет"])
def test_words_divided_by_signs_are_several(text: str) -> None:
    assert len(find_tokens(text)) > 1


@pytest.mark.parametrize("written", ["коро.ва", "коро*ва", "коро_ва", "коро~ва"])
def test_sign_within_a_word_is_undone(written: str) -> None:
    assert join_cut_words(f"большая {written} идёт") == "большая корова идёт"


def test_mark_of_bold_that_begins_within_a_word_is_undone() -> None:
    assert join_cut_words("боль*шая* ту*пая* ко_рова_") == "большая* тупая* корова_"


@pytest.mark.parametrize(
    "text",
    ["пришли.завтра", "ушли.Завтра", "тел.мама", "см.ниже", "school.ru", "т.д.и т.п.", "список_детей", "*завтра* в _десять_", "5~7", "мама*папа"],
)
def test_sign_between_words_stays(text: str) -> None:
    assert join_cut_words(text) == text


@pytest.mark.parametrize("text", ["список_детей", "*завтра* в _десять_", "5~7", "мама*папа"])
def test_marks_between_words_stay(text: str) -> None:
    assert join_cut_words(text) == text
