"""The SARIF report, read back strictly as its schema has it."""

from collections.abc import Callable

import msgspec
import pytest
from reading_back import read_log, render

from chataudit.findings import Finding, FindingList, Report


def test_every_finding_is_a_result_of_its_severity(report: Report) -> None:
    (run,) = read_log(render("sarif", report)).runs
    levels = {"major": "error", "minor": "warning", "info": "note"}
    assert [(each.rule_id, each.level) for each in run.results] == [(each.rule, levels[each.severity]) for each in report.findings]
    assert run.results[0].properties["at"] == "2024-09-05T08:03:11+03:00"


def test_rule_of_the_report_is_a_rule_that_its_results_point_to(report: Report) -> None:
    (run,) = read_log(render("sarif", report)).runs
    assert [each.id for each in run.tool.driver.rules] == ["R07.picture"]
    assert {each.rule_id for each in run.results if each.rule_index == 0} == {"R07.picture"}


def test_warning_is_a_notification_with_its_line(report: Report) -> None:
    (run,) = read_log(render("sarif", report)).runs
    assert [each.properties.get("line") for each in run.invocations[0].tool_execution_notifications] == [each.line for each in report.chat.warnings]


def test_findings_of_one_id_have_fingerprints_of_their_own(make_report: Callable[..., Report], a_finding: Callable[..., Finding]) -> None:
    silences = FindingList([a_finding("R06.name", None, "Инга", None)] * 3)
    (run,) = read_log(render("sarif", make_report(findings=silences))).runs
    assert len({each.partial_fingerprints["primaryLocationLineHash"] for each in run.results}) == 3


def test_file_name_is_an_address_that_can_be_one(report: Report, make_report: Callable[..., Report]) -> None:
    (run,) = read_log(render("sarif", make_report(chat=msgspec.structs.replace(report.chat, source="мой чат.txt")))).runs
    assert run.artifacts[0].location.uri == "%D0%BC%D0%BE%D0%B9%20%D1%87%D0%B0%D1%82.txt"


@pytest.mark.parametrize(
    ("text", "shown"), [("[фото]", "[фото]"), ("[жми](http://evil.example)", "[жми]\u2060(http://evil.example)"), ("{0}", "{\u20600}")]
)
def test_text_is_no_link_and_no_placeholder(make_report: Callable[..., Report], a_finding: Callable[..., Finding], text: str, shown: str) -> None:
    (run,) = read_log(render("sarif", make_report(findings=FindingList([a_finding("R07.picture", 1, "Юлия", text)])))).runs
    assert shown in run.results[0].message.text
