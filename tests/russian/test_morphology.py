import subprocess
import sys

import pytest

from chataudit.russian.morphology import Lemma, Morphology, morphology


def lemmas(word: str) -> set[str]:
    return {parse.lemma for parse in morphology().parses(word)}


def test_inflected_word_gives_its_dictionary_form() -> None:
    assert "учебник" in lemmas("учебниками")


def test_yo_is_folded_in_the_lemma_whether_or_not_it_is_written() -> None:
    assert lemmas("тётрадь") == lemmas("тётрадь".replace("ё", "е"))
    assert lemmas("жёлтая") == lemmas("желтая") == {"желтый"}


def test_case_does_not_matter() -> None:
    assert morphology().parses("Дневник") == morphology().parses("дневник")


def test_ambiguous_word_gives_each_reading_once() -> None:
    readings = morphology().parses("Белых")
    assert {"белый", "белых"} <= {reading.lemma for reading in readings}
    assert len(readings) == len(set(readings))


def test_grammemes_tell_surname_given_name_and_patronymic() -> None:
    assert any("Surn" in reading.grammemes for reading in morphology().parses("Гаджиева"))
    assert any("Name" in reading.grammemes for reading in morphology().parses("Тимура"))
    assert any("Patr" in reading.grammemes for reading in morphology().parses("Рашитовна"))


def test_grammemes_are_shared_between_words_of_one_form() -> None:
    (first,), (second,) = morphology().parses("мельником"), morphology().parses("охотником")
    assert first.grammemes is second.grammemes


def test_word_outside_the_dictionary_is_guessed_and_said_to_be_so() -> None:
    assert all(not reading.known for reading in morphology().parses("дневничила"))
    assert all(reading.known for reading in morphology().parses("дневник"))


def test_word_written_without_yo_is_known() -> None:
    assert all(reading.known for reading in morphology().parses("еще"))


def test_what_is_no_word_has_a_reading_too() -> None:
    assert all(morphology().parses(text) for text in ("", "3Б", "Kate", ":)"))


def test_answer_is_remembered() -> None:
    reader = Morphology()
    assert reader.parses("портфель") is reader.parses("портфель")


def test_import_does_not_load_the_dictionary() -> None:
    code = "import sys, chataudit.russian.morphology; print('pymorphy3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_a_dictionary_form_stands_for_itself_alone() -> None:
    assert [lemma.text for lemma in Morphology().lemmas("мама")] == ["мама"]


def test_an_inflected_form_stands_for_the_dictionary_forms_of_its_readings() -> None:
    assert {"стать", "сталь"} <= {lemma.text for lemma in Morphology().lemmas("стали")}


def test_lemmas_that_were_learned_are_not_looked_up() -> None:
    words = Morphology()
    words.learn({"ъъъ": (Lemma("ъъъъ", known=True),)})
    assert words.lemmas("ъъъ") == (Lemma("ъъъъ", known=True),)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("заскринить", {"заскринил", "заскрините", "заскриню"}),
        ("сфоткать", {"сфоткал", "сфоткаю", "сфоткайте"}),  # its ending is that of «ткать», its forms are not
        ("спамщица", {"спамщицу", "спамщицам"}),
    ],
)
def test_a_lemma_that_the_dictionary_lacks_has_the_forms_of_words_like_it(lemma: str, forms: set[str]) -> None:
    (described,) = Morphology().lemmas(lemma)
    assert not described.known
    assert forms <= set(described.forms)


def test_forms_of_such_a_lemma_are_no_words_of_the_dictionary() -> None:
    reader = Morphology()
    assert [form for lemma in reader.lemmas("юзать") for form in lemma.forms if reader.knows(form)] == []


def test_a_lemma_of_the_dictionary_is_given_no_forms() -> None:
    assert Morphology().lemmas("мама") == (Lemma("мама", known=True),)
