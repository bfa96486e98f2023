"""The result of a check as JUnit XML: a suite an export, a case a recommendation; what counts makes a case fail."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from chataudit.findings import Finding, RecommendationResult, Report
from chataudit.gate.result import CheckedExport, CheckResult
from chataudit.reporters.check_text import tell_checked_finding, tell_export
from chataudit.reporters.terminal_text import one_line
from chataudit.reporters.xml_text import xml_text
from chataudit.wording import wording

_SHOWN: Final = 20  # findings of a recommendation; build servers show a failure's text whole
_CLASS: Final = "chataudit"


def write_check_junit(result: CheckResult, reports: Sequence[Report], out: BinaryIO) -> None:
    """Write the suites; an export that was not read is an error, one that fails by its score alone a failure."""
    suites = JUnitXml("chataudit")
    left = iter(reports)
    for export in result.exports:
        report = None if export.outcome == "unread" else next(left)
        suite = TestSuite(_line(export.place))
        suite.timestamp = f"{datetime.fromisoformat(result.generated_at):%Y-%m-%dT%H:%M:%S}"  # the schema has no offset
        suite.add_testcases(_cases(export, report, result))
        suites.add_testsuite(suite)
    suites.update_statistics()
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(suites.tostring())
    out.write(b"\n")


def _cases(export: CheckedExport, report: Report | None, result: CheckResult) -> list[TestCase]:
    if report is None:
        unread = TestCase(_line(export.place), classname=_CLASS, time=0)
        unread.result = [Error(_line(export.reason or ""), type_="unread")]
        return [unread]
    counted = {number: list(findings) for number, findings in groupby(export.findings, attrgetter("recommendation"))}
    cases = [_case(each, counted.get(each.number, []), report) for each in report.recommendations]
    if export.outcome == "failed" and not export.findings:
        score = TestCase(_line(result.fail_on), classname=_CLASS, time=0)
        score.result = [Failure(_line(tell_export(export, result.language)), type_="score")]
        cases.append(score)
    return cases


def _case(recommendation: RecommendationResult, findings: list[Finding], report: Report) -> TestCase:
    language = report.language
    name = wording(language, "formats.recommendation", number=f"{recommendation.number:02}", title=recommendation.title)
    case = TestCase(_line(name), classname=_CLASS, time=0)
    if findings:
        failure = Failure(_line(recommendation.reason), type_=recommendation.verdict)
        lines = [f"- {each.rule}: {tell_checked_finding(each, language)}" for each in findings[:_SHOWN]]
        if len(findings) > _SHOWN:
            lines.append(wording(language, "report.findings.shown", shown=_SHOWN, count=len(findings)))
        failure.text = "\n".join(map(_line, lines))
        case.result = [failure]
    elif recommendation.verdict in ("unknown", "not_applicable"):
        case.result = [Skipped(_line(" ".join([recommendation.reason, *recommendation.needs_text])), type_=recommendation.verdict)]
    return case


def _line(text: str) -> str:
    return xml_text(one_line(text))
