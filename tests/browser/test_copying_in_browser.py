"""The button beside a finding: the quote, what is wrong and the link are on the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import OpenedPage, Opener
from selenium.webdriver.common.by import By

from chataudit.findings import Report

PageOf = Callable[[str], Path]
ReportOf = Callable[[str], Report]

READ = "const [told] = [...arguments].slice(-1); navigator.clipboard.readText().then(told, (error) => told(String(error)));"


def copied(page: OpenedPage, anchor: str) -> str:
    """Press the finding's button and read the clipboard."""
    page.driver.find_element(By.CSS_SELECTOR, f"#{anchor} .copy").click()
    said = page.driver.execute_async_script(READ)
    assert isinstance(said, str)
    return said


def allow(page: OpenedPage, *permissions: str) -> None:
    page.driver.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", *permissions]})


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("way", ["clipboard", "selection"])
def test_button_copies_the_finding(open_page: Opener, page_of: PageOf, report_of: ReportOf, sample: str, way: str):
    finding = next(each for each in report_of(sample).findings if each.excerpt)
    page = open_page(page_of(sample), fragment=finding.id)
    allow(page, "clipboardSanitizedWrite")
    if way == "selection":
        page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")

    lines = copied(page, finding.id).split("\n")

    assert squeezed(finding.explanation) in lines[0]
    assert lines[-2] == squeezed(finding.excerpt or "")
    assert lines[-1] == page.address
    assert page.complaints() == []


def test_button_says_that_it_has_copied(open_page: Opener, page_of: PageOf, report_of: ReportOf):
    finding = next(iter(report_of("bad-class").findings))
    page = open_page(page_of("bad-class"), fragment=finding.id)
    allow(page, "clipboardSanitizedWrite")

    copied(page, finding.id)

    assert page.driver.find_element(By.CSS_SELECTOR, f"#{finding.id} .copy").text == "Скопировано"


def test_without_scripts_there_is_no_button(open_page: Opener, page_of: PageOf):
    page = open_page(page_of("bad-class"), scripts=False)
    page.open_all()

    assert page.shown("button") == []
