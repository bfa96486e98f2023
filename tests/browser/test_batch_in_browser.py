"""The summary page of a batch over two samples, opened from disk: quiet, readable, and each link opens the chat's own report."""

import shutil
from pathlib import Path

import pytest
from chromium import DESK, PHONE, Opener
from command_line import MEMO, ROOT, run


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run a batch over two samples and a file that cannot be read, by the small rulebook."""
    folder = tmp_path_factory.mktemp("школы")
    for sample in ("good-class", "whatsapp-android"):
        shutil.copytree(ROOT / "samples" / sample, folder / sample)
    (folder / "broken.zip").write_bytes(b"PK\3\4 broken")
    out = tmp_path_factory.mktemp("batch") / "отчёты"
    outcome = run("batch", folder, "--rules", MEMO, "--output", out, "--jobs", "1")
    assert outcome.code == 4, outcome
    return out / "index.html"


def test_index_says_nothing_and_fetches_nothing(open_page: Opener, index: Path):
    page = open_page(index)

    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong_in_the_index(open_page: Opener, index: Path, theme: str, size: tuple[int, int]):
    assert open_page(index, theme=theme, size=size).violations() == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_index_is_as_wide_as_the_screen(open_page: Opener, index: Path, size: tuple[int, int]):
    page = open_page(index, size=size)

    assert page.run("return [innerWidth, document.documentElement.scrollWidth <= innerWidth]") == [size[0], True]


def test_each_link_opens_the_report_of_its_chat(open_page: Opener, index: Path):
    page = open_page(index)
    links = page.run("return [...document.querySelectorAll('#chats a')].map((each) => [each.textContent, each.href])")

    assert len(links) == 2
    for title, address in links:
        page.driver.get(address)
        assert page.driver.find_element("css selector", "h1").text == title
    assert page.complaints() == []


def test_every_row_is_on_paper(open_page: Opener, index: Path):
    page = open_page(index)
    titles = page.run("return [...document.querySelectorAll('#chats tbody bdi')].map((each) => each.textContent)")

    paper = "".join(page.print_text().split())

    assert [each for each in titles if "".join(each.split()) not in paper] == []
