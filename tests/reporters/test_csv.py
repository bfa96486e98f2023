"""The findings as CSV: for spreadsheets, which take some texts for formulas, and for programs."""

from collections.abc import Callable

import pytest
from reading_back import read_table, render

from chataudit.findings import FindingList, Report
from chataudit.reporters.csv import defuse


def test_every_finding_has_a_line(report: Report) -> None:
    heads, *rows = read_table(render("csv", report))
    assert (heads[0], heads[-1]) == ("№", "Код замечания")
    assert [row[-1] for row in rows] == [each.id for each in report.findings]


def test_time_is_written_so_that_spreadsheets_of_every_language_read_it(report: Report) -> None:
    heads, *rows = read_table(render("csv", report))
    times = [row[heads.index("Время")] for row in rows]
    assert times[:2] == ["2024-09-05 08:03:11", ""]


def test_english_report_has_commas_as_english_spreadsheets_do(make_report: Callable[..., Report]) -> None:
    heads, *rows = read_table(render("csv", make_report("en")), delimiter=",")
    assert heads[:2] == ["No.", "Recommendation"]
    assert {len(row) for row in rows} == {len(heads)}


def test_report_without_findings_has_headings_only(make_report: Callable[..., Report]) -> None:
    assert len(read_table(render("csv", make_report(findings=FindingList([]))))) == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(1)", "  '@SUM(1)"),
        ("-1", "'-1"),
        ("＝1", "'＝1"),
        ("да,=1+1", "да,'=1+1"),
        ("да; @x", "да; '@x"),
        ("да\n=1", "да ↵ =1"),
    ],
)
def test_what_a_spreadsheet_would_compute_is_marked_as_text(text: str, shown: str) -> None:
    assert defuse(text) == shown


@pytest.mark.parametrize("text", ["1+1=2", "спасибо ;-)", "приду, - сказала она", "a@b.example", "«=»", "какой-то"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert defuse(text) == text
