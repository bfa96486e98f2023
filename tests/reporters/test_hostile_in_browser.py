"""Texts of strangers in a browser: the report and a batch's page show them, and they run, fetch and change nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import OpenedPage, Opener
from hostile_texts import HARMLESS, PAYLOADS
from test_batch_page import audited, row, summary
from test_batch_page import render as render_batch
from test_html import render as render_report

from chataudit.batch.summary import Summary
from chataudit.findings import Report
from chataudit.wording import wording

SHORT = [name for name in PAYLOADS if not name.startswith("very long")]
PRESS_EVERYTHING = """
for (const each of document.querySelectorAll("select")) for (const option of each.options) {
    each.value = option.value;
    each.dispatchEvent(new Event("change"));
}
for (const each of document.querySelectorAll("button:not(#print)")) each.click();
for (const each of document.querySelectorAll("*")) each.dispatchEvent(new Event("mouseover", {bubbles: true}));
"""
SHAPE = "return [...document.querySelectorAll('*')].map((each) => [each.tagName, ...each.getAttributeNames()].join(' ')).sort()"


def save(page: str, folder: Path) -> Path:
    path = folder / "page.html"
    path.write_text(page, "utf-8")
    return path


def batch_of(text: str) -> Summary:
    return summary(audited(text), row(text, status="unread", reason=text), row(text, status="no_chat"))


def shape_after_use(page: OpenedPage) -> Any:
    """Open, press and choose whatever there is; return what the page is built of."""
    page.open_all()
    page.run(PRESS_EVERYTHING)
    page.open_all()
    return page.run(SHAPE)


@pytest.fixture(scope="module")
def shapes() -> dict[str, object]:
    """What the pages of a harmless chat and a harmless batch are built of, once known."""
    return {}


@pytest.mark.parametrize("payload", SHORT)
def test_report_runs_and_fetches_nothing_of_a_stranger(
    open_page: Opener, poisoned: Callable[[str], Report], tmp_path: Path, shapes: dict[str, object], payload: str
) -> None:
    if "report" not in shapes:
        shapes["report"] = shape_after_use(open_page(save(render_report(poisoned(HARMLESS + " ")), tmp_path)))

    page = open_page(save(render_report(poisoned(PAYLOADS[payload] + " ")), tmp_path))

    assert shape_after_use(page) == shapes["report"]
    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])
    assert page.driver.title.endswith(wording("ru", "html.title", title=""))


@pytest.mark.parametrize("payload", [name for name in SHORT if name != "lone surrogate"])
def test_page_of_a_batch_runs_and_fetches_nothing_of_a_stranger(open_page: Opener, tmp_path: Path, shapes: dict[str, object], payload: str) -> None:
    if "batch" not in shapes:
        shapes["batch"] = shape_after_use(open_page(save(render_batch(batch_of(HARMLESS)), tmp_path)))

    page = open_page(save(render_batch(batch_of(PAYLOADS[payload])), tmp_path))

    assert shape_after_use(page) == shapes["batch"]
    assert (page.complaints(), page.dialogs(), page.requests()) == ([], [], [page.address])
    assert page.driver.title == wording("ru", "batch.title")
