"""Texts with placeholders, and nouns that agree with numbers."""

import pytest

from chataudit.wording.template import Template, template

MESSAGES = "{count:сообщение|сообщения|сообщений}"


@pytest.mark.parametrize(
    ("count", "noun"),
    [
        *((count, "сообщение") for count in (1, 21, 101, 1001)),
        *((count, "сообщения") for count in (2, 3, 4, 22, 104)),
        *((count, "сообщений") for count in (0, 5, 10, 11, 12, 13, 14, 15, 20, 25, 111, 112, 114, 1000)),
    ],
)
def test_russian_noun_agrees_with_its_number(count: int, noun: str) -> None:
    assert template(MESSAGES).fill({"count": count}) == f"{count}\u00a0{noun}"


@pytest.mark.parametrize(("count", "noun"), [(0, "messages"), (1, "message"), (2, "messages"), (11, "messages"), (21, "messages")])
def test_english_noun_agrees_with_its_number(count: int, noun: str) -> None:
    assert template("{count:message|messages}").fill({"count": count}) == f"{count}\u00a0{noun}"


@pytest.mark.parametrize(
    ("text", "values", "filled"),
    [
        ("{author} пишет в {time}", {"author": "Ольга", "time": "22:00"}, "Ольга пишет в 22:00"),
        ("нет вставок", {"author": "Ольга"}, "нет вставок"),
        ("{author} и {author}", {"author": "А"}, "А и А"),
        ("{share} %", {"share": 0.25}, "0.25 %"),
        ("{share}", {"share": 3.0}, "3"),
        ("{author}", {}, "…"),
        ("{count:раз|раза|раз}", {}, "…\u00a0раз"),
        ("{author.__class__} {0}", {"author": "А"}, "{author.__class__} …"),
        ("{author}", {"author": "{time}", "time": "22:00"}, "{time}"),
        ("{ author }", {"author": "А"}, "{ author }"),
        ("", {}, ""),
    ],
)
def test_placeholders_are_filled_and_nothing_else_is_touched(text: str, values: dict[str, object], filled: str) -> None:
    assert template(text).fill(values) == filled


def test_template_knows_its_placeholders() -> None:
    assert Template("{author}: {count:раз|раза|раз}, {author}").names == {"author", "count"}
