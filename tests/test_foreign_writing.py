"""A warning of chats written in letters or a language that the rules cannot read."""

from collections.abc import Callable

import pytest

from chataudit.conditions.scene import Scene
from chataudit.foreign_writing import warn_of_foreign_writing

RUSSIAN = "завтра идём в музей"
LATIN = "zavtra idem v muzey"
FOREIGN = {
    "transliterated": LATIN,
    "Tatar": "балалар иртәгә музейга бара",
    "Chuvash": "ачасем ыран музее каяççӗ",
    "Kazakh": "балалар ертең мұражайға барады",
    "Ukrainian": "завтра діти йдуть до музею, не спізнюйтеся",
    "Armenian": "վաղը երեխաները գնում են թանգարան",
    "Georgian": "ხვალ ბავშვები მუზეუმში მიდიან",
}
SLANG = [
    "спс, мы норм, щас придём",
    "хз чё там по литре, гляньте плиз",
    "Иванов Петров Сидорова Кузнецова Мамедов Гулиева",
    "ваще ниче не панятно скока здавать",
    "ок, +, ага, мы за",
    "длз по матеше стр 45, англ учить слова",
]


def chat_of(*texts: str) -> str:
    return "\n".join(f"[{10 + at // 60}:{at % 60:02}] Ольга: {text}" for at, text in enumerate(texts))


@pytest.mark.parametrize("foreign", FOREIGN.values(), ids=FOREIGN)
def test_messages_in_another_language_or_other_letters_are_counted(foreign: str, make_scene: Callable[..., Scene]) -> None:
    (warning,) = warn_of_foreign_writing(make_scene(chat_of(*[RUSSIAN] * 8, *[foreign] * 2)))

    assert warning.details == {"count": 2, "all": 10}


@pytest.mark.parametrize(
    "texts",
    [
        [RUSSIAN] * 9 + [LATIN],
        [LATIN] * 9,
        [*SLANG, *SLANG],
        [RUSSIAN] * 8 + ["ok", "https://example.ru/very/long-path", "см. https://example.ru/a форму"],
    ],
)
def test_few_such_messages_slang_links_and_short_chats_are_passed_over(texts: list[str], make_scene: Callable[..., Scene]) -> None:
    assert warn_of_foreign_writing(make_scene(chat_of(*texts))) == []
