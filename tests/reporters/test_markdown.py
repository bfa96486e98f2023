"""The Markdown report, read back by a parser of Markdown."""

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt
from reading_back import render

from chataudit.findings import Report
from chataudit.reporters.markdown_text import plain


def shown(text: str) -> str:
    """A text as a reader of the rendered document sees it."""
    (token,) = [each for each in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(f"Слово {plain(text)}") if each.type == "inline"]
    return "".join(child.content for child in token.children or ()).removeprefix("Слово ").replace("\u2060", "")


def test_every_recommendation_has_a_row_with_its_verdict(report: Report) -> None:
    rows = [line.split(" | ") for line in render("markdown", report).decode().splitlines() if re.match(r"\| [0-9]", line)]
    assert [row[0] for row in rows] == [f"| {number}" for number in range(1, 17)]
    assert [int(row[2]) for row in rows] == [each.findings for each in report.recommendations]


def test_every_finding_is_there_when_all_are_asked_for(report: Report) -> None:
    lines = [line for line in render("markdown", report, show_all=True).decode().splitlines() if re.search(r"\(R\d\d\.", line)]
    assert len(lines) == len(report.findings)
    assert any("05.09.2024\u00a008:03" in line for line in lines)


def test_what_is_left_out_is_counted(make_report: Callable[..., Report], report: Report) -> None:
    many = make_report(findings=type(report.findings)([report.findings[3]] * 30))
    text = render("markdown", many).decode()
    assert len(re.findall(r"R07\.acknowledgement", text)) == 10
    assert "--all" in text


def test_document_follows_the_reports_language(make_report: Callable[..., Report]) -> None:
    assert "## What to do" in render("markdown", make_report("en")).decode()


@pytest.mark.parametrize(
    "text", ["*а* _б_ `в` [г](д) <е> & | ~~ж~~ # $з$ \\", "&lt;b&gt;", "http://evil.example", "www.evil.example", "a@b", "{{ x }}"]
)
def test_escaped_text_is_shown_as_it_was_written(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize("text", ["http://evil.example", "WWW.evil.example", "@someone", "a@evil.example"])
def test_nothing_is_left_that_github_would_make_a_link_of(text: str) -> None:
    assert not re.search(r"(?<!\\)://|www\.|@\w", plain(text), re.IGNORECASE)
