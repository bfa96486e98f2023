"""Filters, search, links to findings and the keyboard, with scripts and without: what is shown is what was asked for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chromium import OpenedPage, Opener
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from chataudit.findings import Finding, Report

PageOf = Callable[[str], Path]
ReportOf = Callable[[str], Report]

SAMPLE = "bad-class"
KEYS: dict[str, Callable[[Finding], list[str]]] = {
    "recommendation": lambda finding: [str(finding.recommendation)],
    "severity": lambda finding: [finding.severity],
    "month": lambda finding: [finding.at[:7]] if finding.at else [],
    "author": lambda finding: finding.participants,
}
BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])


def choose(page: OpenedPage, field: str, value: str) -> None:
    """Choose as people do: open the filters, then pick."""
    page.run("document.querySelectorAll('.filters, .by-author').forEach((each) => { each.open = true; })")
    Select(page.driver.find_element(By.ID, f"by-{field}")).select_by_value(value)


def options(page: OpenedPage, field: str) -> dict[str, str]:
    found = page.driver.find_elements(By.CSS_SELECTOR, f"#by-{field} option")
    return {each.get_attribute("value") or "": (each.get_attribute("textContent") or "").strip() for each in found}


def told(field: str, value: str, label: str) -> str:
    """What an option stands for, in the words of the report's data."""
    return {"recommendation": label.partition(".")[0], "severity": value, "month": value[1:], "author": label}[field]


@BOTH
@pytest.mark.parametrize("field", KEYS)
def test_each_choice_shows_exactly_its_findings(open_page: Opener, page_of: PageOf, report_of: ReportOf, field: str, scripts: bool):
    page = open_page(page_of(SAMPLE), scripts=scripts)
    findings = list(report_of(SAMPLE).findings)
    page.open_all()

    for value, label in options(page, field).items():
        choose(page, field, value)
        page.open_all()
        expected = [each.id for each in findings if not value or told(field, value, label) in KEYS[field](each)]
        assert sorted(page.shown(".finding")) == sorted(expected), label


@BOTH
def test_choices_narrow_each_other(open_page: Opener, page_of: PageOf, report_of: ReportOf, scripts: bool):
    page = open_page(page_of(SAMPLE), scripts=scripts)
    findings = list(report_of(SAMPLE).findings)
    wanted = next(each for each in findings if each.severity == "major" and each.at)

    choose(page, "recommendation", f"r{wanted.recommendation:02}")
    choose(page, "severity", "major")
    choose(page, "month", f"m{(wanted.at or '')[:7]}")
    page.open_all()

    expected = [
        each.id
        for each in findings
        if (each.recommendation, each.severity, (each.at or "")[:7]) == (wanted.recommendation, "major", (wanted.at or "")[:7])
    ]
    assert page.shown(".finding") == expected


def test_choice_opens_what_it_shows_and_counts_it(open_page: Opener, page_of: PageOf, report_of: ReportOf):
    page = open_page(page_of(SAMPLE))

    choose(page, "severity", "major")

    expected = [each.id for each in report_of(SAMPLE).findings if each.severity == "major"]
    assert page.shown(".finding") == expected
    assert page.driver.find_element(By.ID, "matching").text.split()[-1] == str(len(expected))
    assert set(page.shown(".rec")) == {f"r{int(each.recommendation):02}" for each in report_of(SAMPLE).findings if each.severity == "major"}


def search(page: OpenedPage, words: str) -> None:
    page.run("document.querySelector('.filters').open = true")
    page.driver.find_element(By.ID, "search").send_keys(words)


def said(finding: Finding) -> str:
    return " ".join([finding.excerpt or "", *(quote.text for quote in [*finding.before, *finding.after])]).lower().replace("ё", "е")


def test_search_shows_the_findings_that_hold_the_words(open_page: Opener, page_of: PageOf, report_of: ReportOf):
    page = open_page(page_of(SAMPLE))
    quotes = [each.excerpt for each in report_of(SAMPLE).findings if each.excerpt and "ё" in each.excerpt and "\n" not in each.excerpt]
    words = quotes[0][:40].strip()

    search(page, words.upper().replace("Ё", "Е"))

    expected = [each.id for each in report_of(SAMPLE).findings if words.lower().replace("ё", "е") in said(each)]
    assert expected
    WebDriverWait(page.driver, 10).until(lambda _: page.shown("#matching"))
    assert page.shown(".finding") == expected


def test_search_for_what_nobody_wrote_says_so(open_page: Opener, page_of: PageOf):
    page = open_page(page_of(SAMPLE))

    search(page, "ыыыыы")

    WebDriverWait(page.driver, 10).until(lambda _: page.shown("#matching"))
    assert page.shown(".finding") == []
    assert page.driver.find_element(By.ID, "matching").text.endswith(" 0")


def test_reset_brings_everything_back_as_it_was(open_page: Opener, page_of: PageOf):
    page = open_page(page_of(SAMPLE))
    page.run("document.querySelector('#r07 details').open = true")
    before = (page.shown(".rec"), page.shown(".finding"))
    choose(page, "severity", "major")
    search(page, "а")

    page.driver.find_element(By.ID, "reset").click()

    assert (page.shown(".rec"), page.shown(".finding")) == before
    assert page.shown("#matching") == []


@BOTH
def test_link_to_a_finding_opens_it(open_page: Opener, page_of: PageOf, report_of: ReportOf, scripts: bool):
    anchor = list(report_of(SAMPLE).findings)[-1].id

    page = open_page(page_of(SAMPLE), fragment=anchor, scripts=scripts)

    assert anchor in page.shown(".finding")
    top, height = page.run("return [document.getElementById(arguments[0]).getBoundingClientRect().top, innerHeight]", anchor)
    assert 0 <= top < height


@BOTH
def test_links_within_the_page_lead_somewhere(open_page: Opener, page_of: PageOf, sample: str, scripts: bool):
    page = open_page(page_of(sample), scripts=scripts)

    lost = "return [...document.links].filter((each) => !document.getElementById(each.hash.slice(1))).map((each) => each.outerHTML)"
    assert page.run(lost) == []


def test_all_are_opened_and_closed_at_once(open_page: Opener, page_of: PageOf, report_of: ReportOf):
    page = open_page(page_of(SAMPLE))

    page.driver.find_element(By.ID, "expand").click()
    opened = page.shown(".finding")
    page.driver.find_element(By.ID, "collapse").click()

    assert len(opened) == len(report_of(SAMPLE).findings)
    assert page.shown(".finding") == []


def focused(page: OpenedPage) -> tuple[str, str, float]:
    """What the keyboard is on: its name, its tag and how thick the line around it is."""
    return page.run("""
        const at = document.activeElement, style = getComputedStyle(at);
        const name = at.id || at.closest("article")?.id || at.textContent.trim();
        return [name, at.tagName, style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)];
    """)


@BOTH
def test_keyboard_reaches_filters_and_recommendations_and_shows_where_it_is(open_page: Opener, page_of: PageOf, scripts: bool):
    page = open_page(page_of("good-class"), scripts=scripts)
    reached = []

    for _ in range(40):
        page.driver.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(focused(page))
        if reached[-1][1] == "SUMMARY":
            page.driver.switch_to.active_element.send_keys(Keys.ENTER)
        if reached[-1][0] == "r01":
            break

    places = [place for place, _, _ in reached]
    assert {"by-recommendation", "by-severity", "by-month", "by-author", "r01"} <= set(places)
    assert ("search" in places) == scripts
    assert [place for place, _, line in reached if line < 2] == []
    assert page.run("return document.querySelector('#r01 details').open")
