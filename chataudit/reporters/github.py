"""A report as annotations of a GitHub Actions run: lines of workflow commands."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from chataudit.findings import Finding, RecommendationResult, Report, Severity, Verdict
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.lines import tell_finding
from chataudit.reporters.terminal_text import one_line, shorten
from chataudit.wording import wording

_VERDICT_LEVELS: Final[dict[Verdict, str]] = {"violated": "error", "partly": "warning"}
_LEVELS: Final[dict[Severity, str]] = {"major": "error", "minor": "warning", "info": "notice"}
_SHOWN: Final = 3  # findings of a recommendation, in its annotation
_TITLE: Final = 200


class GithubReporter:
    """Writes an annotation for each recommendation that is not met.

    GitHub shows ten errors and ten warnings of a step and keeps the rest in the log: an annotation a finding would hide most
    recommendations. None names a file: findings have no line in the repository.
    """

    name = "github"
    suffix = ".github.txt"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the annotations; with `show_all` also one for each finding."""
        out.writelines(line.encode() + b"\n" for line in _commands(report, show_all=options.show_all))


def _commands(report: Report, *, show_all: bool) -> Iterator[str]:
    for result in report.recommendations:
        title = _title(report, result)
        level = _VERDICT_LEVELS.get(result.verdict)
        if level is not None:
            yield command(level, title, _lines(report, result))
        if show_all:
            for finding in report.findings.of(result.number):
                yield command(_LEVELS[finding.severity], title, [_told(report, finding)])
    checked = wording(report.language, "report.checked", checked=report.checked, all=len(report.recommendations))
    score = wording(report.language, "report.score.none" if report.score is None else "report.score", score=report.score)
    yield command("notice", _chat(report), [f"{score} · {checked}"])


def _title(report: Report, result: RecommendationResult) -> str:
    named = wording(report.language, "formats.recommendation", number=result.number, title=result.title)
    return f"{_chat(report)} · {named}"


def _chat(report: Report) -> str:
    return f"{report.chat.title or wording(report.language, 'report.chat.untitled')} ({report.chat.source})"


def _lines(report: Report, result: RecommendationResult) -> list[str]:
    verdict = wording(report.language, f"report.verdict.{result.verdict}")
    lines = [wording(report.language, "formats.verdict", verdict=verdict, reason=result.reason)]
    findings = report.findings.of(result.number, _SHOWN)
    lines += [f"- {_told(report, finding)}" for finding in findings]
    if len(findings) < result.findings:
        lines.append(wording(report.language, "report.findings.shown", shown=len(findings), count=result.findings))
    return lines


def _told(report: Report, finding: Finding) -> str:
    return tell_finding(finding, report.language)


def command(level: str, title: str, lines: list[str]) -> str:
    """Return a workflow command; no line of it can end early, whatever strangers wrote in it."""
    message = "\n".join(one_line(line) for line in lines)
    return f"::{level} title={_property(shorten(one_line(title), _TITLE))}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
