"""The report of every sample printed to a PDF: every finding is on paper, whatever was open on the screen."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import Opener

PageOf = Callable[[str], Path]


def letters(text: str) -> str:
    """The letters and digits of a text: lines break anywhere on paper, and fonts lack emoji."""
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_every_finding_is_on_paper(open_page: Opener, page_of: PageOf, sample: str, scripts: bool):
    page = open_page(page_of(sample), scripts=scripts)
    parts = page.run("return [...document.querySelectorAll('.finding .what, .finding figure')].map((each) => each.textContent)")

    paper = letters(page.print_text())

    counts = Counter(map(letters, parts))
    assert [text for text, count in counts.items() if paper.count(text) < count] == []


def test_report_is_on_the_screen_as_it_was_after_printing(open_page: Opener, page_of: PageOf):
    page = open_page(page_of("good-class"))
    opened = "return [...document.querySelectorAll('details')].map((each) => each.open)"
    before = page.run(opened)

    page.print_text()

    assert page.run(opened) == before
