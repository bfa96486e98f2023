"""The texts of the program, in both languages."""

import re

import pytest

from chataudit.wording import LANGUAGES, Language, _texts, choose, wording
from chataudit.wording.template import template

TEXTS = _texts()
NOUNS = re.compile(r"\{\w+:([^{}]*)\}")


def test_both_languages_say_everything_with_the_same_values() -> None:
    assert [key for key, (russian, english) in TEXTS.items() if not russian or not english] == []
    assert [key for key, (russian, english) in TEXTS.items() if template(russian).names != template(english).names] == []


@pytest.mark.parametrize(("language", "forms"), [("ru", 3), ("en", 2)])
def test_nouns_have_three_russian_forms_and_two_english(language: Language, forms: int) -> None:
    texts = {key: pair[LANGUAGES.index(language)] for key, pair in TEXTS.items()}

    assert [key for key, text in texts.items() if any(nouns.count("|") != forms - 1 for nouns in NOUNS.findall(text))] == []


def test_text_is_found_by_language_and_filled() -> None:
    assert wording("ru", "report.quote", text="да") == "«да»"
    assert wording("en", "report.quote", text="да") == "“да”"


def test_unknown_key_is_a_bug() -> None:
    with pytest.raises(KeyError):
        wording("ru", "no.such.key")


@pytest.mark.parametrize(
    ("texts", "chosen"),
    [({"ru": "да", "en": "yes"}, {"ru": "да", "en": "yes"}), ({"en": "yes"}, {"ru": "yes", "en": "yes"}), ({}, {"ru": "", "en": ""})],
)
def test_text_of_a_rule_is_chosen_by_language_else_the_first(texts: dict[str, str], chosen: dict[str, str]) -> None:
    assert {language: choose(texts, language) for language in LANGUAGES} == chosen
