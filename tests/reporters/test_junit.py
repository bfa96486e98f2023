"""The JUnit report, read back by a reader of XML."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

from reading_back import render

from chataudit.findings import Report


def suite_of(report: Report, *, show_all: bool = False) -> ET.Element:
    (suite,) = ET.fromstring(render("junit", report, show_all=show_all))
    return suite


def test_chat_is_a_suite_and_every_recommendation_a_case(report: Report) -> None:
    suite = suite_of(report)
    cases = suite.findall("testcase")
    assert (suite.get("name"), suite.get("timestamp")) == ("2 «Б» 🎒", "2026-11-22T10:00:00")
    assert [case.get("name", "")[:3] for case in cases] == [f"{number:02}." for number in range(1, 17)]


def test_verdicts_are_outcomes(report: Report) -> None:
    outcomes = {case.get("name", "")[:2]: [(each.tag, each.get("type")) for each in case] for case in suite_of(report).findall("testcase")}
    assert outcomes["01"] == []
    assert outcomes["02"] == [("failure", "partly")]
    assert outcomes["06"] == [("failure", "violated")]
    assert outcomes["15"] == [("skipped", "not_applicable")]


def test_counts_are_those_of_the_cases(report: Report) -> None:
    suite = suite_of(report)
    assert [int(suite.get(name, "-1")) for name in ("tests", "failures", "skipped", "errors")] == [
        16,
        len(suite.findall(".//failure")),
        len(suite.findall(".//skipped")),
        0,
    ]
    assert {each.get("name"): each.get("value") for each in suite.iter("property")}["findings"] == str(len(report.findings))


def test_failure_tells_its_findings_and_how_many_are_left_out(make_report: Callable[..., Report], report: Report) -> None:
    many = make_report(findings=type(report.findings)([report.findings[3]] * 30))
    told = next(case.findtext("failure") or "" for case in suite_of(many).findall("testcase") if case.get("name", "").startswith("07"))
    assert told.count("«спс»") == 20
    every = next(
        case.findtext("failure") or "" for case in suite_of(many, show_all=True).findall("testcase") if case.get("name", "").startswith("07")
    )
    assert every.count("«спс»") == 30
