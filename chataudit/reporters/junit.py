"""A report as JUnit XML for build servers: a suite a chat, a case a recommendation."""

from datetime import datetime
from typing import BinaryIO, Final

from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from chataudit.findings import RecommendationResult, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.lines import tell_finding
from chataudit.reporters.terminal_text import one_line
from chataudit.reporters.xml_text import xml_text
from chataudit.wording import wording

_SHOWN: Final = 20  # findings of a recommendation; build servers show a failure's text whole


class JunitReporter:
    """Writes a failure for what is violated or only partly met; what could not be checked is skipped."""

    name = "junit"
    suffix = ".junit.xml"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the suite, with the first findings of each recommendation or, with `show_all`, all."""
        suites = JUnitXml("chataudit")
        suites.add_testsuite(_suite(report, None if options.show_all else _SHOWN))
        suites.update_statistics()
        out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
        out.write(suites.tostring())
        out.write(b"\n")


def _suite(report: Report, limit: int | None) -> TestSuite:
    chat = report.chat
    suite = TestSuite(_line(chat.title or wording(report.language, "report.chat.untitled")))
    suite.timestamp = f"{datetime.fromisoformat(report.generated_at):%Y-%m-%dT%H:%M:%S}"  # the schema has no offset
    facts = {"source": chat.source, "platform": chat.platform, "rulebook": f"{report.rulebook.name} {report.rulebook.version}"}
    counts = {"score": report.score, "checked": report.checked, "findings": len(report.findings)}
    redacted = {"redacted": chat.redacted} if chat.redacted else {}
    for name, value in (facts | counts | {"chataudit": report.chataudit} | redacted).items():
        suite.add_property(name, _line("" if value is None else str(value)))
    suite.add_testcases([_case(report, result, limit) for result in report.recommendations])
    return suite


def _case(report: Report, result: RecommendationResult, limit: int | None) -> TestCase:
    name = wording(report.language, "formats.recommendation", number=f"{result.number:02}", title=result.title)
    case = TestCase(_line(name), classname=_line(f"chataudit.{report.rulebook.name}"), time=0)
    if result.verdict in ("violated", "partly"):
        failure = Failure(_line(result.reason), type_=result.verdict)
        failure.text = "\n".join(map(_line, _details(report, result, limit)))
        case.result = [failure]
    elif result.verdict != "met":
        case.result = [Skipped(_line(" ".join([result.reason, *result.needs_text])), type_=result.verdict)]
    return case


def _details(report: Report, result: RecommendationResult, limit: int | None) -> list[str]:
    verdict = wording(report.language, f"report.verdict.{result.verdict}")
    lines = [wording(report.language, "formats.verdict", verdict=verdict, reason=result.reason), result.advice]
    findings = report.findings.of(result.number, limit)
    lines += [f"- {tell_finding(finding, report.language)}" for finding in findings]
    if len(findings) < result.findings:
        lines.append(wording(report.language, "report.findings.shown", shown=len(findings), count=result.findings))
    return [line for line in lines if line]


def _line(text: str) -> str:
    return xml_text(one_line(text))
