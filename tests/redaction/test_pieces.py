"""Texts fall into pieces, whatever strangers wrote."""

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chataudit.redaction.pieces import clean, find_pieces

MESSY = st.text(st.sampled_from("абяАЯёiI019 +-.()@/_*«»\"'\n:,🌸\u200b\u0301\u20e3\ufe0fВвс"), max_size=40)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Оля, привет", ["word", "word"]),
        ("8 (916) 123-45-67", ["number"]),
        ("5, 6 и 7", ["number", "number", "word", "number"]),
        ("9й 3Б А4", ["mixed", "mixed", "mixed"]),
        ("t.me/abc и a.b@c.ru и @nick", ["link", "word", "mail", "word", "nick"]),
        ("И в а н", ["spaced"]),
        ("М.П. и А. Б.", ["initials", "word", "initials"]),
        ("🌸 ! …", []),
    ],
)
def test_pieces_are_told_apart(text: str, kinds: list[str]) -> None:
    assert [piece.kind for piece in find_pieces(text)] == kinds


def test_signs_that_show_nothing_do_not_divide_a_word() -> None:
    assert clean("Ив\u200bа\u0301н") == "Иван"


def test_letters_with_a_mark_of_their_own_stay_whole() -> None:
    assert clean("и\u0306 е\u0308") == "й ё"


@given(MESSY)
def test_pieces_stand_in_order_and_hold_every_letter_and_digit(text: str) -> None:
    cleaned = clean(text)
    pieces = find_pieces(cleaned)
    outside = cleaned
    for piece in reversed(pieces):
        outside = outside[: piece.start] + outside[piece.end :]

    assert [cleaned[piece.start : piece.end] for piece in pieces] == [piece.words for piece in pieces]
    assert not re.search(r"[^\W_]", outside)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(text=MESSY)
def test_no_long_number_comes_through(text: str, redact_text: Mapping[str, Callable[[str], str]]) -> None:
    assert not re.search(r"\d{5}", redact_text["all"](text))
