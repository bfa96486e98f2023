"""A warning of chats written in letters that the rules cannot read."""

from collections.abc import Callable

import pytest

from chataudit.conditions.scene import Scene
from chataudit.foreign_writing import warn_of_foreign_writing

RUSSIAN = "завтра идём в музей"
LATIN = "zavtra idem v muzey"


def chat_of(*texts: str) -> str:
    return "\n".join(f"[{10 + at // 60}:{at % 60:02}] Ольга: {text}" for at, text in enumerate(texts))


def test_messages_in_latin_letters_are_counted(make_scene: Callable[..., Scene]) -> None:
    (warning,) = warn_of_foreign_writing(make_scene(chat_of(*[RUSSIAN] * 8, *[LATIN] * 2)))

    assert warning.details == {"count": 2, "all": 10}


@pytest.mark.parametrize(
    "texts",
    [
        [RUSSIAN] * 9 + [LATIN],
        [LATIN] * 9,
        [RUSSIAN] * 8 + ["ok", "https://example.ru/very/long-path", "см. https://example.ru/a форму"],
    ],
)
def test_few_latin_messages_links_and_short_chats_are_passed_over(texts: list[str], make_scene: Callable[..., Scene]) -> None:
    assert warn_of_foreign_writing(make_scene(chat_of(*texts))) == []
