"""Texts of strangers in every field of a report: the page shows them and does nothing else with them."""

from collections.abc import Callable

import pytest
from hostile_texts import HARMLESS, PAYLOADS
from reading_back import READERS
from test_html import read, render

from chataudit.findings import Report

Poisons = Callable[[str], Report]

SHORT = {name: text for name, text in PAYLOADS.items() if not name.startswith("very long")}

pytestmark = pytest.mark.medium("html")


@pytest.mark.parametrize("payload", SHORT)
def test_page_is_built_as_that_of_a_harmless_chat(poisoned: Poisons, payload: str) -> None:
    hostile, harmless = (render(poisoned(text + " ")).encode() for text in (PAYLOADS[payload], HARMLESS))

    assert READERS["html"](hostile) == READERS["html"](harmless)


@pytest.mark.parametrize("words", SHORT.values(), ids=SHORT)
def test_no_attribute_style_or_script_holds_a_strangers_words(poisoned: Poisons, words: str) -> None:
    page = read(poisoned("МЕТКА" + words))

    assert not [value for value in page.xpath("//@*") if "МЕТКА" in value]
    assert not [each for each in page.xpath("//style | //script") if "МЕТКА" in each.text]


@pytest.mark.parametrize("payload", [name for name, text in SHORT.items() if text.isprintable()])
def test_payload_is_shown_as_it_was_written(poisoned: Poisons, payload: str) -> None:
    page = read(poisoned(PAYLOADS[payload] + " "))

    assert page.findtext(".//title").startswith(PAYLOADS[payload])
    assert all(each.text_content().startswith(PAYLOADS[payload]) for each in page.iter("h1", "blockquote"))


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud83d"])
def test_what_acts_rather_than_shows_is_spelt_out(poisoned: Poisons, char: str) -> None:
    text = render(poisoned(char))

    assert char not in text
    assert f"\\u{ord(char):04x}" in text


def test_emoji_families_stay_together(report: Report) -> None:
    assert "Семья 👨‍👩‍👧 Орловых" in render(report)
