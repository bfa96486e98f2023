"""`chataudit guide`: longer help in both languages."""

import pytest
from command_line import run

from chataudit.guide import read_page, topics


def test_every_page_is_there_in_both_languages():
    assert topics("ru") == topics("en")
    assert {"batch", "ci", "report", "settings", "telegram", "whatsapp", "windows"} <= set(topics("ru"))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("topic", topics("ru"))
def test_page_is_printed_as_it_stands_through_a_pipe(topic: str, language: str):
    told = run("guide", topic, "--lang", language)

    assert (told.code, told.out) == (0, read_page(topic, language))  # type: ignore[arg-type]


def test_without_a_topic_all_are_listed_with_their_titles():
    assert "chataudit guide whatsapp   Как выгрузить чат из WhatsApp" in run("guide").out


def test_unknown_topic_is_told_with_those_that_are():
    told = run("guide", "viber")

    assert (told.code, told.sentence()) == (2, f"Справки «viber» нет; есть: {', '.join(topics('ru'))}.")
