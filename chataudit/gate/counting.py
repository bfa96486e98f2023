"""A report and a threshold in, the findings that count out; and a report that holds those alone, without words and names.

A verdict belongs to the whole chat, and a gate has to tell what is new from what is known. So `violated` counts the findings
of violated recommendations and `partly` those of partly met ones too: they can be dated and accepted one by one. A verdict that
rests on no finding counts as one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from chataudit.findings import SEVERITIES, Finding, FindingList, RecommendationResult, Report, Severity, Verdict

VERDICT_RULE: Final = "verdict"  # what stands for the code of a rule where a verdict rests on no finding
_SCORE: Final = "score:"
_GRAVE: Final[dict[str, tuple[Verdict, ...]]] = {"violated": ("violated",), "partly": ("violated", "partly")}
_LEAST: Final[dict[str, Severity]] = {"major": "major", "minor": "minor"}
_BELOW_ALL: Final = SEVERITIES.index("info")


def select_findings(report: Report, level: str) -> list[Finding]:
    """Return the findings at or above a level of `--fail-on`, by recommendation, the most serious first; of a score none."""
    if level.startswith(_SCORE):
        return []
    least = SEVERITIES.index(_LEAST[level]) if level in _LEAST else _BELOW_ALL + 1
    selected: list[Finding] = []
    for result in report.recommendations:
        if level in _LEAST or result.verdict in _GRAVE[level]:
            own = [finding for finding in report.findings.of(result.number) if SEVERITIES.index(finding.severity) >= least]
            selected += own if own or level in _LEAST else [_verdict_alone(result)]
    return selected


def select_all(report: Report) -> list[Finding]:
    """Return every finding that some level could count."""
    selected = {finding.id + finding.explanation: finding for level in ("minor", "partly") for finding in select_findings(report, level)}
    return list(selected.values())


def fails_by_score(report: Report, level: str) -> bool:
    """Say whether the level is a score that the chat does not reach; what is accepted or old does not change a score."""
    return level.startswith(_SCORE) and (report.score is None or report.score < int(level.removeprefix(_SCORE)))


def is_earlier(finding: Finding, since: str | None) -> bool:
    """Say whether a finding's message was written before the day `since`; without a message it is a present state, never earlier."""
    return since is not None and finding.at is not None and finding.at[: len(since)] < since


def _verdict_alone(result: RecommendationResult) -> Finding:
    rule = f"{VERDICT_RULE}.{result.number}"
    severity: Severity = "major" if result.verdict == "violated" else "minor"
    return Finding(f"f-{rule}", rule, result.number, severity, "high", [], [], None, None, result.reason, [], [], [])


def hide_words(findings: Iterable[Finding], report: Report) -> list[Finding]:
    """Return the findings without what people wrote and without their names: a rule's title says what each is."""
    titles = {rule.rule: rule.title for result in report.recommendations for rule in result.rules}
    return [
        msgspec.structs.replace(each, participants=[], excerpt=None, before=[], after=[], explanation=titles.get(each.rule, each.explanation))
        for each in findings
    ]


def narrow(report: Report, findings: Sequence[Finding], place: str) -> Report:
    """Return the report with these findings alone and no teacher's name; its source is the place that the gate was given."""
    chat = msgspec.structs.replace(report.chat, teachers=[], source=place)
    return msgspec.structs.replace(report, chat=chat, findings=FindingList(findings), evidence=[])
