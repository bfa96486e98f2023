"""A report as a Markdown document: to be pasted into a letter, an issue or a wiki."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from chataudit.findings import Finding, RecommendationResult, Report, Verdict
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.lines import tell_place, tell_quote, tell_reason
from chataudit.reporters.markdown_ready import ready_of
from chataudit.reporters.markdown_text import plain
from chataudit.reporters.reassurance import is_enough_checked
from chataudit.reporters.times import show_date, show_moment
from chataudit.wording import platform_name, wording

_SHOWN: Final = 10  # findings of each rule
_SIGNS: Final[dict[Verdict, str]] = {"met": "✓", "partly": "~", "violated": "✗", "unknown": "?", "not_applicable": "–"}


class MarkdownReporter:
    """Writes the report in the order of the terminal's: chat, score, the sixteen, findings, what follows."""

    name = "markdown"
    suffix = ".md"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the document: of every rule the first findings, all with `show_all`."""
        limit = None if options.show_all else _SHOWN
        out.writelines(line.encode() + b"\n" for line in _Document(report).lines(limit))


class _Document:
    """The lines of a report, section by section. Whatever a report holds goes through `_say` or `plain`."""

    def __init__(self, report: Report) -> None:
        self._report = report

    def lines(self, of_each_rule: int | None) -> Iterator[str]:
        """Return the lines, with at most so many findings of each rule."""
        yield from self._head()
        yield from self._recommendations()
        yield from self._findings(of_each_rule)
        yield from self._next_steps()
        yield from self._ready()
        yield from self._foot()

    def _say(self, key: str, **values: object) -> str:
        """Return a text of ours, filled, as Markdown."""
        return plain(wording(self._report.language, key, **values))

    def _head(self) -> Iterator[str]:
        report, chat = self._report, self._report.chat
        yield f"# {plain(chat.title or '') or self._say('report.chat.untitled')}"
        yield ""
        facts = [self._say("report.chat.origin", platform=platform_name(report.language, chat.platform), source=chat.source)]
        if chat.first_message_at and chat.last_message_at:
            facts.append(self._say("report.chat.period", first=show_date(chat.first_message_at), last=show_date(chat.last_message_at)))
        facts.append(self._say("report.chat.messages", count=chat.message_count))
        facts.append(self._say("report.chat.participants", count=chat.participant_count))
        yield "- " + " · ".join(facts)
        for line in self._known():
            yield f"- {line}"
        yield ""
        yield f"**{self._score()}**"
        yield ""

    def _known(self) -> Iterator[str]:
        """Tell who teaches and what the export does not show."""
        report, chat = self._report, self._report.chat
        for teacher in chat.teachers:
            how = "inferred" if teacher.origin == "inferred" else "given" if teacher.present else "given_absent"
            yield self._say(f"report.teacher.{how}", name=teacher.name, percent=round(teacher.confidence * 100))
        if not chat.teachers:
            yield self._say("report.teacher.none")
        if not chat.holds_beginning:
            yield self._say("report.limit.beginning")
        if chat.truncated:
            yield self._say("report.limit.truncated")
        if chat.hides:
            yield self._say("report.limit.hides", what=", ".join(wording(report.language, f"report.hides.{each}") for each in chat.hides))
        if chat.redacted:
            yield self._say(f"redaction.notice.{chat.redacted}")

    def _score(self) -> str:
        report = self._report
        parts = [self._say("report.score.none") if report.score is None else self._say("report.score", score=report.score)]
        if report.score is not None and report.score_low != report.score_high:
            parts.append(self._say("report.score.range", low=report.score_low, high=report.score_high))
        parts.append(self._say("report.checked", checked=report.checked, all=len(report.recommendations)))
        if not is_enough_checked(report):
            parts.append(self._say("report.little_data"))
        return " · ".join(parts)

    def _recommendations(self) -> Iterator[str]:
        yield f"## {self._say('formats.heading.recommendations')}"
        yield ""
        yield "| " + " | ".join(self._say(f"report.column.{name}") for name in ("number", "verdict", "findings", "recommendation")) + " |"
        yield "| ---: | --- | ---: | --- |"
        for result in self._report.recommendations:
            verdict = f"{_SIGNS[result.verdict]} {self._say(f'report.verdict.{result.verdict}')}"
            told = ". ".join(text for text in (f"**{plain(result.title)}**", plain(result.reason)) if text)
            yield f"| {result.number} | {verdict} | {result.findings} | {told} |"
        yield ""

    def _findings(self, of_each_rule: int | None) -> Iterator[str]:
        found = [result for result in self._report.recommendations if result.findings]
        if found:
            yield f"## {self._say('report.heading.findings')}"
            yield ""
        cut = False
        for result in found:
            findings = self._report.findings.of(result.number, of_each_rule=of_each_rule)
            cut |= len(findings) < result.findings
            yield f"### {result.number}. {plain(result.title)}"
            yield ""
            yield self._count(result, len(findings))
            yield ""
            for finding in findings:
                yield from self._finding(finding)
            yield ""
        if cut:
            yield self._say("report.findings.elsewhere")
            yield ""

    def _count(self, result: RecommendationResult, shown: int) -> str:
        if shown < result.findings:
            return self._say("report.findings.shown", shown=shown, count=result.findings)
        return self._say("report.findings.count", count=result.findings)

    def _finding(self, finding: Finding) -> Iterator[str]:
        language = self._report.language
        severity = wording(language, f"severity.{finding.severity}")
        yield "- " + " · ".join(plain(part) for part in (severity, tell_place(finding, language), tell_reason(finding)) if part)
        if finding.excerpt is not None:
            yield f"  > {plain(tell_quote(finding, language))}"

    def _next_steps(self) -> Iterator[str]:
        results = self._report.recommendations
        failed = [each for each in results if each.verdict in ("violated", "partly")]
        failed.sort(key=lambda each: (each.verdict != "violated", -each.weight, each.number))
        yield from self._section("report.heading.unchecked", [(each, each.needs_text) for each in results if each.verdict == "unknown"])
        yield from self._section("report.heading.advice", [(each, [each.advice]) for each in failed if each.advice])
        yield from self._section("report.heading.questions", [(each, each.questions) for each in results if each.questions])

    def _ready(self) -> Iterator[str]:
        offering = [each for each in self._report.recommendations if each.ready_texts]
        if offering:
            yield f"## {self._say('ready.heading')}"
            yield ""
            yield self._say("ready.note")
            yield ""
        for result in offering:
            yield f"### {result.number}. {plain(result.title)}"
            yield ""
            yield from ready_of(result, self._report.language, level=4)

    def _section(self, heading: str, entries: list[tuple[RecommendationResult, list[str]]]) -> Iterator[str]:
        if not entries:
            return
        yield f"## {self._say(heading)}"
        yield ""
        for result, texts in entries:
            yield f"- **{result.number}. {plain(result.title)}** {' '.join(plain(text) for text in texts)}".rstrip()
        yield ""

    def _foot(self) -> Iterator[str]:
        report = self._report
        if report.chat.warnings:
            yield f"## {self._say('report.heading.warnings')}"
            yield ""
        for warning in report.chat.warnings:
            where = "" if warning.line is None else self._say("report.warnings.line", lines=warning.line) + " · "
            yield f"- {where}" + (plain(warning.text) if where else f"— {plain(warning.text)}")
        if report.chat.warnings:
            yield ""
        made = self._say("report.made.rules", name=report.rulebook.name, version=report.rulebook.version)
        yield f"chataudit {plain(report.chataudit)} · {made} · {show_moment(report.generated_at)}"
