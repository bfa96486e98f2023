"""One check: exports audited, findings counted beside the baseline, the result written, the exit code told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

import chataudit
from chataudit.config import files_named_in
from chataudit.days import parse_day_or_age
from chataudit.errors import ConfigError, ExitCode
from chataudit.findings import Finding, Report, RulebookName
from chataudit.gate.baseline import Digester, find_stale, has_expired, read_baseline
from chataudit.gate.counting import fails_by_score, hide_words, is_earlier, narrow, select_all, select_findings
from chataudit.gate.key import KEY_NAME, check_key, find_key
from chataudit.gate.look import Looked, LookOptions, load_rules, look, unread_code
from chataudit.gate.result import SCHEMA, Accepted, CheckedExport, CheckResult
from chataudit.reporters.base import encoding_of, open_output
from chataudit.reporters.checks import CHECK_REPORTERS
from chataudit.rulebook.rulebook import Rulebook
from chataudit.scan import check_fail_on, report_time
from chataudit.wording import choose


@dataclass(frozen=True)
class CheckOptions:
    """What the command line was asked for; names as its options."""

    look: LookOptions
    fail_on: str = "violated"
    since: str | None = None
    baseline: Path | None = None
    baseline_key: Path | None = None
    format: str = "terminal"
    output: Path | None = None
    quotes: bool = False
    exit_zero: bool = False


@dataclass
class _Gate:
    """What decides whether a finding counts, and what of the baseline was met on the way.

    Attributes:
        matching: digests of the findings met; chats: of the chats.
        expired: entries that matched after their last day, by id.
    """

    options: CheckOptions
    since: str | None
    today: date
    digester: Digester | None
    accepted: dict[str, Accepted]
    matching: set[str] = field(default_factory=set)
    chats: set[str] = field(default_factory=set)
    expired: dict[str, Accepted] = field(default_factory=dict)

    def accepts(self, finding: Finding, report: Report) -> bool:
        """Say whether the baseline leaves a finding out."""
        entry = self.accepted.get(self.digester.of_finding(finding, report.chat)) if self.digester else None
        if entry is not None and has_expired(entry, self.today):
            self.expired[entry.id] = entry
            return False
        return entry is not None

    def note(self, report: Report) -> None:
        """Note which entries a chat still bears out, whatever the threshold and the day."""
        if self.digester:
            self.chats.add(self.digester.of_chat(report.chat))
            self.matching.update(self.digester.of_finding(each, report.chat) for each in select_all(report))


def run_check(options: CheckOptions) -> ExitCode:
    """Check the exports and write the result.

    Raises:
        ChatAuditError: wrong options, baseline or rules; nothing there to check.
    """
    check_fail_on(options.fail_on)
    if options.format not in CHECK_REPORTERS:
        raise ConfigError("cli.bad_format", value=options.format, known=", ".join(CHECK_REPORTERS))
    at = report_time()
    gate = _make_gate(options, at.date())
    rulebook = load_rules(options.look)
    exports: list[CheckedExport] = []
    reports: list[Report] = []
    codes: list[ExitCode] = []
    inputs = [*(files_named_in(options.look.config) if options.look.config else []), *_files_of_gate(options)]
    for looked in look(replace(options.look, names=options.quotes), rulebook, at):
        inputs += looked.inputs
        exports.append(_judge(looked, gate))
        codes.append(looked.code)
        if looked.report is not None:
            reports.append(narrow(looked.report, exports[-1].findings, looked.place))
    result = _sum_up(exports, gate, rulebook, at)
    with open_output(options.output, protected=inputs) as out:
        CHECK_REPORTERS[options.format](result, reports, out, encoding_of(options.output))
    failed = any(each.outcome == "failed" for each in exports) and not options.exit_zero
    return unread_code(codes) or (ExitCode.FINDINGS if failed else ExitCode.AUDITED)


def _files_of_gate(options: CheckOptions) -> list[Path]:
    if options.baseline is None:
        return []
    return [options.baseline, options.baseline_key or options.baseline.parent / KEY_NAME]


def _make_gate(options: CheckOptions, today: date) -> _Gate:
    since = _parse_since(options.since, today) if options.since else None
    if options.baseline is None:
        return _Gate(options, since, today, None, {})
    baseline = read_baseline(options.baseline)
    digester = find_key(options.baseline, options.baseline_key)
    check_key(baseline.key_id, digester, options.baseline)
    return _Gate(options, since, today, digester, {each.id: each for each in baseline.accepted})


def _parse_since(text: str, today: date) -> str:
    try:
        return parse_day_or_age(text, today).isoformat()
    except ValueError as error:
        raise ConfigError("gate.bad_day", value=text[:40]) from error


def _judge(looked: Looked, gate: _Gate) -> CheckedExport:
    report = looked.report
    if report is None:
        return CheckedExport(place=looked.place, outcome="unread", reason=looked.reason)
    gate.note(report)
    level = gate.options.fail_on
    selected = select_findings(report, level)
    left = [each for each in selected if not gate.accepts(each, report)]
    counted = [each for each in left if not is_earlier(each, gate.since)]
    return CheckedExport(
        place=looked.place,
        outcome="failed" if counted or fails_by_score(report, level) else "passed",
        title=report.chat.title,
        score=report.score,
        checked=report.checked,
        recommendations=len(report.recommendations),
        violated=[each.number for each in report.recommendations if each.verdict == "violated"],
        partly=[each.number for each in report.recommendations if each.verdict == "partly"],
        findings=counted if gate.options.quotes else hide_words(counted, report),
        accepted=len(selected) - len(left),
        earlier=len(left) - len(counted),
    )


def _sum_up(exports: list[CheckedExport], gate: _Gate, rulebook: Rulebook, at: datetime) -> CheckResult:
    language = gate.options.look.language
    return CheckResult(
        schema=SCHEMA,
        chataudit=chataudit.__version__,
        language=language,
        rulebook=RulebookName(rulebook.pack.name, rulebook.pack.version, choose(rulebook.pack.title, language)),
        generated_at=at.isoformat(timespec="seconds"),
        fail_on=gate.options.fail_on,
        since=gate.since,
        passed=all(each.outcome == "passed" for each in exports),
        exports=exports,
        stale=find_stale(gate.accepted.values(), gate.matching, gate.chats),
        expired=list(gate.expired.values()),
    )
