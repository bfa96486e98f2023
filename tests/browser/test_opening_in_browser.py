"""The report of every sample, opened from disk: quiet, fetching nothing, for everybody to read, on any screen and in either theme."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import DESK, PHONE, Opener

PageOf = Callable[[str], Path]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_page_says_nothing_and_fetches_nothing(open_page: Opener, page_of: PageOf, sample: str, scripts: bool):
    page = open_page(page_of(sample), scripts=scripts)
    page.open_all()

    assert page.complaints() == []
    assert page.requests() == [page.address]
    assert page.dialogs() == []


@pytest.mark.parametrize(("theme", "size"), [("light", DESK), ("dark", DESK), ("light", PHONE)], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_wrong(open_page: Opener, page_of: PageOf, sample: str, theme: str, size: tuple[int, int]):
    page = open_page(page_of(sample), theme=theme, size=size)
    page.open_all()

    assert page.violations() == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_nothing_reaches_beyond_the_screen(open_page: Opener, page_of: PageOf, sample: str, size: tuple[int, int]):
    page = open_page(page_of(sample), size=size)
    page.open_all()

    width, across, beyond = page.run("""
        const inside = (each) => each.closest(".scroll, .unseen, .skip");
        const wide = [...document.body.querySelectorAll("*")].filter((each) => !inside(each) && each.getBoundingClientRect().right > innerWidth + 1);
        return [innerWidth, document.documentElement.scrollWidth, wide.map((each) => each.outerHTML.slice(0, 80))];
    """)
    assert (width, beyond) == (size[0], [])
    assert across <= width


def test_two_themes_differ(open_page: Opener, page_of: PageOf):
    colours = {
        theme: open_page(page_of("good-class"), theme=theme).run("return getComputedStyle(document.body).color") for theme in ("light", "dark")
    }

    assert colours["light"] != colours["dark"]
