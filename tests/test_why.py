"""One message under a glass: `scan EXPORT --why ID`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import run
from tiny_rulebooks import TEACHER, message_rule

from chataudit.config import Settings
from chataudit.errors import ConfigError
from chataudit.rulebook.rulebook import Rulebook
from chataudit.why import tell_why

SPARES = ", unless: [{name: polite, because: {ru: сказано вежливо}, say: [пожалуйста]}]"
LINES = "[10:00] Учитель: доброе утро\n[10:05] Ольга: слово, пожалуйста\n[10:07] Ольга: слово"


@pytest.fixture
def why(make_rulebook: Callable[..., Rulebook], make_chat: Callable[..., object]) -> Callable[..., str]:
    """What is told of the last line of a chat by one rule."""

    def tell(match: str, more: str = "", lines: str = LINES, shared: str = "") -> str:
        chat = make_chat(lines)
        last = chat.messages["id"].iat[-1]  # type: ignore[attr-defined]
        return tell_why(chat, make_rulebook(message_rule(match, more) + shared), Settings(teachers=(TEACHER,)), last, "ru")  # type: ignore[arg-type]

    return tell


def test_found_message_is_told_with_its_signs_and_their_words(why: Callable[..., str]):
    told = why("{sign: {ru: сказано слово}, say: [слово]}")

    assert "R01.word · " in told
    assert "найдено\n    сказано слово («слово»)" in told


def test_exception_that_spared_it_is_told_with_its_reason(why: Callable[..., str]):
    told = why("{say: [слово]}", SPARES, "[10:00] Учитель: доброе утро\n[10:05] Ольга: слово, пожалуйста")

    assert "пощажено исключением\n    polite: сказано вежливо" in told


def test_weights_that_fall_short_are_told_with_their_sum(why: Callable[..., str]):
    told = why("{signs: [{sign: {ru: слово есть}, weight: 0.4, say: [слово]}, {say: [дело]}]}")

    assert "признаков не хватило\n    веса признаков: 0.40, нужно 1\n      +0.40  слово есть («слово»)" in told


def test_rules_that_saw_nothing_are_named_at_the_end(why: Callable[..., str]):
    assert why("{say: [дело]}").splitlines()[-1] == "Ничего не увидели: R01.word"


def test_names_and_words_of_strangers_cannot_forge_lines(why: Callable[..., str]):
    told = why("{say: [слово]}", lines="[10:00] Учитель: доброе утро\n[10:05] Ольга: слово\\nR01.word: чисто")

    assert "\nR01.word: чисто" not in told


def test_message_that_is_not_there_is_told(make_rulebook: Callable[..., Rulebook], make_chat: Callable[..., object]):
    with pytest.raises(ConfigError) as error:
        tell_why(make_chat(LINES), make_rulebook(message_rule("{say: [слово]}")), Settings(teachers=(TEACHER,)), "999", "ru")  # type: ignore[arg-type]

    assert error.value.key == "cli.no_message"


def test_command_prints_it_instead_of_a_report(tmp_path: Path):
    (tmp_path / "_chat.txt").write_text("02.09.2024, 10:00 - Мария Петровна: добрый день\n02.09.2024, 10:05 - Ольга: спасибо\n", encoding="utf-8")

    told = run("scan", tmp_path, "--why", "2", "--teacher", "Мария Петровна")

    assert told.code == 0
    assert told.out.startswith("№\u00a02 · Ольга · 02.09.2024 10:05\n«спасибо»\n")
    assert "R07.acknowledgement" in told.out.split("Ничего не увидели")[0]
