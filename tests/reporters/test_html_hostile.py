"""Texts of strangers in every field of a report: the page shows them and does nothing else with them."""

from collections import Counter
from collections.abc import Callable

import pytest
from lxml import html
from test_html import read, render

from chataudit.findings import Report

Poisons = Callable[[str], Report]

HARMLESS = "просто слова "
PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<!-- --><base href=//evil.example>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><![CDATA[",
    "&lt;script&gt;&#x3c;script&#x3e;",
    "<details open ontoggle=alert(1)>",
    "\u2028\u2029<style>*{display:none}</style>",
]


def shape(page: html.HtmlElement) -> Counter[tuple[str, str]]:
    return Counter((element.tag, attribute) for element in page.iter(html.etree.Element) for attribute in ("", *element.attrib))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_page_is_built_as_that_of_a_harmless_chat(poisoned: Poisons, payload: str) -> None:
    assert shape(read(poisoned(payload + " "))) == shape(read(poisoned(HARMLESS)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_attribute_style_or_script_holds_a_strangers_words(poisoned: Poisons, payload: str) -> None:
    marked = "МЕТКА" + payload
    page = read(poisoned(marked))

    assert not [value for value in page.xpath("//@*") if "МЕТКА" in value]
    assert not [each for each in page.xpath("//style | //script") if "МЕТКА" in each.text]


@pytest.mark.parametrize("payload", [each for each in PAYLOADS if each.isprintable()])
def test_payload_is_shown_as_it_was_written(poisoned: Poisons, payload: str) -> None:
    page = read(poisoned(payload + " "))

    assert page.findtext(".//title").startswith(payload)
    assert all(each.text_content().startswith(payload) for each in page.iter("h1", "blockquote"))


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u202e", "\u2066", "\u2028", "\ud83d"])
def test_what_acts_rather_than_shows_is_spelt_out(poisoned: Poisons, char: str) -> None:
    text = render(poisoned(char))

    assert char not in text
    assert f"\\u{ord(char):04x}" in text


def test_emoji_families_stay_together(report: Report) -> None:
    assert "Семья 👨‍👩‍👧 Орловых" in render(report)
