"""Whether a report may look reassuring: green says «all is well» at a glance, so it has to be earned."""

from typing import Final, Literal

from chataudit.findings import Report

_ENOUGH: Final = 0.75  # of the recommendations: a good score over fewer says little
_GOOD_SCORE: Final = 90
_FAIR_SCORE: Final = 50

Tone = Literal["good", "fair", "poor", "little"]


def is_enough_checked(report: Report) -> bool:
    """Say whether enough recommendations could be checked for the score to say something."""
    return report.checked >= _ENOUGH * len(report.recommendations)


def may_reassure(report: Report) -> bool:
    """Say whether enough was checked and nothing serious stands."""
    return is_enough_checked(report) and not any(
        finding.severity == "major" for result in report.recommendations for finding in report.findings.of(result.number, 1)
    )


def tone_of_score(report: Report) -> Tone:
    """Return how a score is shown: `good` only where the report may reassure, `little` where too little was checked."""
    if report.score is None or not is_enough_checked(report):
        return "little"
    if report.score >= _GOOD_SCORE and may_reassure(report):
        return "good"
    return "fair" if report.score >= _FAIR_SCORE else "poor"
