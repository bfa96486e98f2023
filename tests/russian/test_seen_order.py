"""A sign may turn the text behind it around: it is read as it is seen; what turns nothing around stays in its order."""

import pytest

from chataudit.russian.seen_order import in_seen_order
from chataudit.russian.seen_text import as_seen

TURN, EMBED, FORWARD, END = "\u202e", "\u202b", "\u202d", "\u202c"
ISOLATE, END_ISOLATE = "\u2067", "\u2069"


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        (f"{TURN}умроф маддорП", "Проддам форму"),
        (f"мама, {TURN}арудв{END} ты", "мама, вдура ты"),
        (f"{TURN}арудв\nстрока", "вдура\nстрока"),
        (f"{TURN}43-21 (009) 8", "8 (900) 12-34"),
        (f"{TURN}у 8 900{FORWARD}дом{END}в", "вдом009 8 у"),
        (f"{TURN}ба{TURN}гв{END}ед", "девгаб"),
        (f"{ISOLATE}а{TURN}вб{END_ISOLATE} где", "абв где"),
        (f"{TURN}йа\u0306\u0301", "а\u0306\u0301й"),
        (f"раз {END}{END_ISOLATE}{TURN}автд", "раз дтва"),
    ],
)
def test_what_is_turned_around_is_read_as_it_is_seen(typed: str, seen: str) -> None:
    assert in_seen_order(typed) == seen


@pytest.mark.parametrize(
    "text", ["шалаш", f"{EMBED}мама мыла{END} раму", f"{FORWARD}мама", f"{ISOLATE}мама{END_ISOLATE} раму", f"мама{END}", "умроф маддорП"]
)
def test_what_no_override_turns_stays_in_its_order(text: str) -> None:
    assert in_seen_order(text) == text


def test_marks_of_direction_are_gone_from_a_text_as_seen() -> None:
    assert as_seen(f"{EMBED}вот {TURN}арудв{END}") == "вот вдура"


def test_very_many_overrides_are_read_in_time_in_proportion_to_the_text() -> None:
    assert sorted(in_seen_order((TURN + "а") * 200_000)) == ["а"] * 200_000
