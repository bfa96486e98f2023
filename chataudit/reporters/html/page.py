"""A report → what its page shows, in the page's order; the template only lays it out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chataudit.findings import SEVERITIES, Evidence, Finding, RecommendationResult, Report, Verdict
from chataudit.reporters.html.anchors import Anchors
from chataudit.reporters.html.drawings import Drawings, draw, show_month
from chataudit.reporters.html.style import Choice, Filters
from chataudit.reporters.reassurance import Tone, may_reassure, tone_of_score
from chataudit.wording import wording

_OF_EACH_RULE: Final = 200  # findings; a browser on an old laptop copes with so many of some thirty rules
_EVIDENCE: Final = 20
_FIRST_STEPS: Final = 5
_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}")

SIGNS: Final[dict[Verdict, str]] = {"met": "✓", "partly": "~", "violated": "✗", "unknown": "?", "not_applicable": "–"}


@dataclass(frozen=True)
class ShownFinding:
    """A finding and where it stands in the page: its anchor, the title of its rule, its marks for the filters."""

    finding: Finding
    anchor: str
    rule_title: str
    marks: str


@dataclass(frozen=True)
class ShownRecommendation:
    """A recommendation with the first of its findings and of what speaks for it."""

    result: RecommendationResult
    mark: str
    findings: Sequence[ShownFinding]
    evidence: Sequence[Evidence]
    evidence_count: int


@dataclass(frozen=True)
class Page:
    """All that the template lays out.

    Attributes:
        reassures: green is allowed.
        verdicts: how many recommendations have each verdict, none left out.
        first_steps: what is not met, the worst and weightiest first, at most a few.
        ready: the recommendations that offer ready texts.
        hides: what the export cannot show, for people.
        of_each_rule: at most so many findings of each rule are in the page; None for all.
    """

    tone: Tone
    reassures: bool
    verdicts: dict[Verdict, int]
    signs: dict[Verdict, str]
    recommendations: Sequence[ShownRecommendation]
    first_steps: Sequence[ShownRecommendation]
    ready: Sequence[ShownRecommendation]
    unknown: Sequence[ShownRecommendation]
    asking: Sequence[ShownRecommendation]
    filters: Filters
    drawings: Drawings
    hides: list[str]
    of_each_rule: int | None


def build_page(report: Report, *, show_all: bool) -> Page:
    """Gather what the page shows: of each rule the first findings, or all."""
    of_each_rule = None if show_all else _OF_EACH_RULE
    found = {result.number: report.findings.of(result.number, of_each_rule=of_each_rule) for result in report.recommendations}
    months = sorted({month for findings in found.values() for each in findings if (month := _month(each))})
    names = sorted({name for findings in found.values() for each in findings for name in each.participants}, key=str.casefold)
    code_of = {name: number for number, name in enumerate(names, start=1)}
    anchors = Anchors()
    shown = [_show(result, found[result.number], report.evidence, code_of, anchors) for result in report.recommendations]
    failed = [each for each in shown if each.result.verdict in ("violated", "partly")]
    failed.sort(key=lambda each: (each.result.verdict != "violated", -each.result.weight, each.result.number))
    return Page(
        tone=tone_of_score(report),
        reassures=may_reassure(report),
        verdicts={verdict: sum(each.verdict == verdict for each in report.recommendations) for verdict in SIGNS},
        signs=SIGNS,
        recommendations=shown,
        first_steps=[each for each in failed if each.result.advice][:_FIRST_STEPS],
        ready=[each for each in shown if each.result.ready_texts],
        unknown=[each for each in shown if each.result.verdict == "unknown"],
        asking=[each for each in shown if each.result.questions],
        filters=_filters(report, months, names),
        drawings=draw(report.charts, report.language),
        hides=[wording(report.language, f"report.hides.{what}") for what in report.chat.hides],
        of_each_rule=of_each_rule,
    )


def _show(
    result: RecommendationResult, findings: Sequence[Finding], evidence: Sequence[Evidence], code_of: dict[str, int], anchors: Anchors
) -> ShownRecommendation:
    titles = {each.rule: each.title for each in result.rules}
    own = [each for each in evidence if each.recommendation == result.number]
    return ShownRecommendation(
        result=result,
        mark=f"r{result.number:02}",
        findings=[ShownFinding(each, anchors.make(each.id), titles.get(each.rule, each.rule), " ".join(_marks(each, code_of))) for each in findings],
        evidence=own[:_EVIDENCE],
        evidence_count=len(own),
    )


def _marks(finding: Finding, code_of: dict[str, int]) -> list[str]:
    month = _month(finding)
    return [finding.severity, *([f"m{month}"] if month else []), *dict.fromkeys(f"a{code_of[name]}" for name in finding.participants)]


def _month(finding: Finding) -> str | None:
    dated = _MONTH.match(finding.at or "")
    return dated.group() if dated else None


def _filters(report: Report, months: list[str], names: list[str]) -> Filters:
    language = report.language
    return Filters(
        recommendations=[Choice(f"r{each.number:02}", f"{each.number}. {each.title}") for each in report.recommendations if each.findings],
        severities=[Choice(each, wording(language, f"severity.{each}")) for each in reversed(SEVERITIES)],
        months=[Choice(f"m{each}", show_month(each, language)) for each in months],
        authors=[Choice(f"a{number}", name) for number, name in enumerate(names, start=1)],
    )
