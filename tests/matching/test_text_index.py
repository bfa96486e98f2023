"""Words of texts found by lemma, form, beginning, mask and class."""

from collections.abc import Iterable

import pytest

from chataudit.matching.text_index import TextIndex
from chataudit.russian.morphology import morphology


def index_of(*texts: str, **classes: frozenset[str]) -> TextIndex:
    return TextIndex(list(texts), morphology(), dict(classes))


def words(index: TextIndex, numbers: Iterable[int]) -> list[str]:
    """The (folded) words among the types of an index."""
    return sorted(index.types[number] for number in numbers)


def test_lemma_finds_every_inflected_form_and_no_other_word() -> None:
    index = index_of("Поздравляю всех, поздравляем вас", "поздравительная открытка")

    assert words(index, index.with_lemma("поздравлять")) == ["поздравляем", "поздравляю"]


def test_lemma_that_the_dictionary_lacks_finds_its_forms_and_no_similar_word() -> None:
    index = index_of("заскринил вчера, заскрините и скрининг, заскрипел")
    (lemma,) = morphology().lemmas("заскринить")

    assert words(index, index.with_lemma(lemma.text, forms=lemma.forms)) == ["заскринил", "заскрините"]


def test_such_a_lemma_can_be_narrowed_by_grammemes() -> None:
    index = index_of("заскринил, заскрини")
    (lemma,) = morphology().lemmas("заскринить")

    assert words(index, index.with_lemma(lemma.text, frozenset({"past"}), lemma.forms)) == ["заскринил"]


def test_lemma_can_be_narrowed_by_grammemes() -> None:
    index = index_of("сдал, сдайте, сдам")

    assert words(index, index.with_lemma("сдать", frozenset({"impr"}))) == ["сдайте"]


def test_form_finds_itself_and_its_stretched_spellings() -> None:
    index = index_of("спс спсссс спасибо")

    assert words(index, index.with_form("спс")) == ["спс", "спсссс"]


def test_stretched_word_has_the_lemma_of_the_plain_one() -> None:
    index = index_of("Спасибоооо")

    assert words(index, index.with_lemma("спасибо")) == ["спасибоооо"]


def test_prefix_finds_words_that_begin_so() -> None:
    index = index_of("основа, основной, слово")

    assert words(index, index.with_prefix("осно")) == ["основа", "основной"]


def test_mask_finds_hidden_letters_and_spares_other_words() -> None:
    index = index_of("дурак д*рак ду**к двор д**")

    assert words(index, index.with_mask("дура")) == ["д*рак", "ду**к", "дурак"]


def test_capital_is_asked_of_the_place_and_not_of_the_word() -> None:
    index = index_of("Вера пришла, вера осталась")

    assert index.positions(index.with_lemma("вера")).tolist() == [0, 2]
    assert index.positions(index.with_lemma("вера"), capital=True).tolist() == [0]


def test_classes_hold_the_words_named_when_the_index_was_made() -> None:
    index = index_of("Спросите у Заремы или у Ольги", participant=frozenset({"зарема"}))

    assert words(index, index.of_class("participant")) == ["заремы"]


@pytest.mark.parametrize(("name", "found"), [("given_name", ["ирину"]), ("patronymic", ["петровну"]), ("surname", ["иванову"])])
def test_dictionary_knows_names(name: str, found: list[str]) -> None:
    index = index_of("позовите Ирину Петровну Иванову в школу из дома")

    assert words(index, index.of_class(name)) == found


def test_word_class_holds_words_and_numbers_and_no_ornaments() -> None:
    index = index_of("Сдаём 300 до 18:00 👍 ))) https://ya.ru")

    assert words(index, index.of_class("word")) == ["18:00", "300", "до", "сдаем"]


def test_commas_and_sentences_are_known_by_place() -> None:
    index = index_of("Ирина, добрый день. Кто идёт?", "да")

    assert index.comma_after.tolist() == [True, False, False, False, False, False]
    assert index.sentence[2] != index.sentence[3]
    assert index.asked.tolist() == [False, False, False, True, True, False]
    assert index.text_of.tolist() == [0, 0, 0, 0, 0, 1]


def test_question_is_told_of_the_text_and_of_its_end() -> None:
    index = index_of("Кто идёт? Жду ответа.", "Вопрос: кто идёт?", "Никто не идёт", "", "кто? да 👍")

    assert index.questions.tolist() == [True, True, False, False, True]
    assert index.ends_with_question.tolist() == [False, True, False, False, False]


def test_words_in_capitals_are_told_from_short_ones() -> None:
    index = index_of("ВСЕМ спасибо от МБОУ и НЕ ОК")

    assert index.shouted.tolist() == [True, False, False, True, False, False, False]
    assert index.long_word.tolist() == [True, True, False, True, False, False, False]


@pytest.mark.parametrize("texts", [(), ("",), ("", "!", ","), ("...",)])
def test_texts_without_a_word_are_an_empty_index(texts: tuple[str, ...]) -> None:
    index = index_of(*texts)

    assert index.positions(index.with_lemma("слово")).tolist() == []
    assert index.starts.tolist() == [0] * (len(texts) + 1)
    assert not index.questions.any()


def test_text_with_the_joining_character_stays_one_text() -> None:
    index = index_of("да\x00нет", "ладно")

    assert index.text_of.tolist() == [0, 0, 1]
