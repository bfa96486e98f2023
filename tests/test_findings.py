"""Findings as a sequence that knows its recommendations."""

import msgspec
import pytest

from chataudit.findings import Finding, FindingList


def a_finding(name: str, recommendation: int, severity: str) -> Finding:
    return Finding(name, "R07.picture", recommendation, severity, "high", [], [], None, None, "", [], [], [])


@pytest.fixture
def findings() -> FindingList:
    return FindingList(
        [a_finding("a", 7, "info"), a_finding("b", 7, "minor"), a_finding("c", 9, "major"), a_finding("d", 7, "major"), a_finding("e", 7, "minor")]
    )


def test_findings_of_a_recommendation_come_most_serious_first_else_in_order(findings: FindingList) -> None:
    assert [each.id for each in findings.of(7)] == ["d", "b", "e", "a"]


def test_a_limit_keeps_the_most_serious(findings: FindingList) -> None:
    assert [each.id for each in findings.of(7, 2)] == ["d", "b"]


def test_the_commonest_rule_does_not_hide_the_rest_of_its_recommendation() -> None:
    rules = ["R07.picture", "R07.picture", "R07.picture", "R07.sticker"]
    crowded = FindingList([msgspec.structs.replace(a_finding(f"{number}", 7, "minor"), rule=rule) for number, rule in enumerate(rules)])

    assert [each.id for each in crowded.of(7, of_each_rule=2)] == ["0", "1", "3"]
    assert [each.id for each in crowded.of(7, 2, of_each_rule=2)] == ["0", "1"]


def test_a_recommendation_without_findings_has_none(findings: FindingList) -> None:
    assert list(findings.of(8)) == []


def test_findings_themselves_stay_in_the_reports_order(findings: FindingList) -> None:
    assert [each.id for each in findings] == ["a", "b", "c", "d", "e"]
    assert len(findings) == 5
