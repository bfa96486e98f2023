"""The notation of patterns."""

import pytest

from chataudit.errors import BadScalar
from chataudit.matching.patterns import CLASSES, Gap, Item, Word, parse_pattern


def only_word(text: str) -> Word:
    """The one word of a pattern of one place."""
    (word,) = parse_pattern(text).single
    return word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Сдать", Word("lemma", "сдать")),
        ("ёлка", Word("lemma", "елка")),
        ("=Спс", Word("form", "спс")),
        ("осно*", Word("prefix", "осно")),
        ("~мук", Word("mask", "мук")),
        ("^вера", Word("lemma", "вера", capital=True)),
        ("сдать#impr", Word("lemma", "сдать", ("impr",))),
        ("#VERB+past", Word("grammemes", "", ("VERB", "past"))),
        ("@emoji", Word("class", "emoji")),
        ("5", Word("form", "5")),
        ("👍", Word("form", "👍")),
    ],
)
def test_word_is_read_with_its_marks(text: str, word: Word) -> None:
    assert only_word(text) == word


def test_words_gaps_and_lists_stand_in_the_order_written() -> None:
    pattern = parse_pattern("нет .. <place> ..5 чат")

    assert [type(part) for part in pattern.parts] == [Item, Gap, Item, Gap, Item]
    assert [part.most for part in pattern.parts if isinstance(part, Gap)] == [3, 5]
    assert pattern.lists == {"place"}


@pytest.mark.parametrize("text", ["(мама|папа)?", "очень?", "<thanks>?"])
def test_question_mark_makes_a_place_optional(text: str) -> None:
    first, second = parse_pattern(f"{text} всё").parts

    assert isinstance(first, Item)
    assert first.optional
    assert isinstance(second, Item)
    assert not second.optional


@pytest.mark.parametrize("text", ["!не", "!(не|ни)", "!<refusal>"])
def test_exclamation_mark_bars_a_place(text: str) -> None:
    barred = parse_pattern(f"{text} писать").parts[0]

    assert isinstance(barred, Item)
    assert barred.negative


@pytest.mark.parametrize("text", ["Мария,", "(Мария|Ирина),", "<name>,"])
def test_comma_is_asked_for_behind_its_word(text: str) -> None:
    named = parse_pattern(f"{text} скажите").parts[0]

    assert isinstance(named, Item)
    assert named.comma


@pytest.mark.parametrize("text", ["Мария!,", "(Мария|Ирина)!,", "<name>!,"])
def test_comma_is_barred_behind_its_word(text: str) -> None:
    named = parse_pattern(f"{text} скажите").parts[0]

    assert isinstance(named, Item)
    assert named.no_comma
    assert not named.comma


def test_alternatives_keep_their_own_marks() -> None:
    (item,) = parse_pattern("(мама|=мамы|пап*)").parts

    assert isinstance(item, Item)
    assert [word.kind for word in item.words] == ["lemma", "form", "prefix"]


@pytest.mark.parametrize("text", ["сдать деньги", "<thanks>", "Мария,", "Мария!,"])
def test_pattern_of_several_places_lists_or_commas_is_no_single_word(text: str) -> None:
    assert parse_pattern(text).single == ()


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_of_words_can_be_asked_for(name: str) -> None:
    assert only_word(f"@{name}").body == name


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "pattern.empty"),
        ("   ", "pattern.empty"),
        ("очень?", "pattern.only_gaps"),
        ("!не", "pattern.only_gaps"),
        ("..", "pattern.only_gaps"),
        (".. да", "pattern.edge_gap"),
        ("да ..", "pattern.edge_gap"),
        ("(сдать|отдать)#past", "pattern.after_group"),
        ("не (сдать)нет", "pattern.after_group"),
        ("@unheard", "pattern.unknown_class"),
        ("а|б", "pattern.bad_word"),
        ("(да", "pattern.bad_word"),
        ("=", "pattern.bad_word"),
        ("(да|)", "pattern.bad_word"),
        ("<не закрыт", "pattern.bad_word"),
    ],
)
def test_what_cannot_be_made_out_is_refused(text: str, key: str) -> None:
    with pytest.raises(BadScalar) as refused:
        parse_pattern(text)

    assert refused.value.key == key
