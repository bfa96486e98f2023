"""What tests of redaction share: the built-in rulebook, and texts redacted in a chat of a few people."""

from collections.abc import Callable, Mapping

import pytest

from chataudit.redaction.masking import Masker
from chataudit.redaction.mentions import Mentions
from chataudit.redaction.texts import TextRedactor
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

PEOPLE = {
    "Лаврова Нина Сергеевна": "Педагог",
    "Ольга Смирнова, мама Пети": "Родитель 1",
    "+7 916 123-45-67": "Родитель 2",
    "🌸🌸🌸": "Родитель 3",
    "👑Princess👑": "Родитель 4",
    "Ким Вера": "Родитель 5",
    "Солнышко": "Родитель 6",
    "Мама": "Родитель 7",
    "Смирнов Пётр": "Ребёнок 1",
}


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook(builtin_rules())


@pytest.fixture(scope="session")
def redact_text(rulebook: Rulebook) -> Mapping[str, Callable[[str], str]]:
    """Redact a text in a chat of PEOPLE, by level."""
    words = rulebook.identifying
    assert words is not None
    masker = Masker(words, rulebook.names, frozenset())
    return {
        "names": TextRedactor(Mentions(PEOPLE, rulebook.names, words, wary=False), None, "ru").redact,
        "all": TextRedactor(Mentions(PEOPLE, rulebook.names, words, wary=True), masker, "ru").redact,
    }
