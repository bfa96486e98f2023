"""A verdict from measures that may be unknown, or known between two bounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chataudit.findings import Verdict
from chataudit.matching.scalars import parse_comparison
from chataudit.verdicts.base import Between, Case, Decision, Measure, Measures, Missing, decide


def case(verdict: Verdict, /, **when: str) -> Case:
    return Case(verdict, {"en": verdict}, {name: parse_comparison(text) for name, text in when.items()})


SHARE = [case("met", share="== 0"), case("violated", share=">= 0.15"), case("partly")]
ANNOUNCED = [case("met", found=">= 1"), case("violated", begins="== 1"), Case("unknown", {}, {}, ["beginning"])]


def verdict(cases: list[Case], **measures: Measure) -> tuple[Verdict, tuple[str, ...], bool]:
    decision = decide(cases, measures)
    return decision.verdict, decision.needs, decision.at_least


@pytest.mark.parametrize(("share", "expected"), [(0, "met"), (0.1, "partly"), (0.15, "violated"), (1, "violated")])
def test_first_case_that_applies_decides(share: float, expected: Verdict) -> None:
    assert verdict(SHARE, share=share) == (expected, (), False)


def test_case_asks_for_all_its_comparisons() -> None:
    cases = [case("violated", runs=">= 3", per_100=">= 1"), case("partly")]

    assert verdict(cases, runs=3, per_100=1) == ("violated", (), False)
    assert verdict(cases, runs=3, per_100=0.9) == ("partly", (), False)


def test_words_are_compared_as_words() -> None:
    cases = [case("met", creator="teacher"), case("violated", creator="!= unknown"), case("unknown")]

    assert [verdict(cases, creator=who)[0] for who in ("teacher", "other", "unknown")] == ["met", "violated", "unknown"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 0.0, ("met", (), False)),
        (0.0, 0.1, ("unknown", ("media",), False)),  # nothing visible stands
        (0.0, 0.9, ("unknown", ("media",), False)),
        (0.1, 0.12, ("partly", (), False)),
        (0.1, 0.9, ("partly", (), True)),  # «не менее»
        (0.2, 0.9, ("violated", (), False)),
    ],
)
def test_milder_of_two_bounds_stands(low: float, high: float, expected: tuple[str, tuple[str, ...], bool]) -> None:
    assert verdict(SHARE, share=Between(low, high, ("media",))) == expected


def test_measure_that_is_missing_leaves_the_verdict_open() -> None:
    assert verdict(SHARE, share=Missing(("text",))) == ("unknown", ("text",), False)


def test_missing_measure_does_not_matter_where_another_rules_the_case_out() -> None:
    cases = [case("met", share="== 0", noise="== 0"), case("violated")]

    assert verdict(cases, share=Missing(("media",)), noise=3) == ("violated", (), False)


def test_finding_stands_though_a_graver_case_cannot_be_judged() -> None:
    cases = [case("violated", silent="> 0.5"), case("partly", unanswered=">= 1"), case("met")]

    assert verdict(cases, silent=Missing(("teacher",)), unanswered=2) == ("partly", (), True)
    assert verdict(cases, silent=Missing(("teacher",)), unanswered=0) == ("unknown", ("teacher",), False)


def test_finding_stands_surely_where_what_is_missing_would_say_the_same() -> None:
    cases = [case("violated", silent="> 0.5"), case("violated", unanswered=">= 1"), case("met")]

    assert verdict(cases, silent=Missing(("teacher",)), unanswered=2) == ("violated", (), False)


def test_milder_case_that_cannot_be_judged_is_given_the_benefit_of_the_doubt() -> None:
    cases = [case("met", redirected="== 1"), case("partly", told="== 1"), case("violated")]

    assert verdict(cases, redirected=Missing(("teacher",)), told=0) == ("unknown", ("teacher",), False)
    assert verdict(cases, redirected=0, told=Missing(("teacher",))) == ("partly", (), True)


def test_silence_is_no_proof() -> None:
    assert verdict(ANNOUNCED, found=0, begins=0) == ("unknown", ("beginning",), False)
    assert verdict(ANNOUNCED, found=0, begins=1) == ("violated", (), False)
    assert verdict(ANNOUNCED, found=Between(0, 1, ("teacher",)), begins=1) == ("unknown", ("teacher",), False)
    assert verdict(ANNOUNCED, found=1, begins=0) == ("met", (), False)


def test_what_does_not_apply_is_no_verdict_to_be_lenient_with() -> None:
    cases = [case("partly", links=">= 1"), case("not_applicable")]

    assert verdict(cases, links=0) == ("not_applicable", (), False)
    assert verdict(cases, links=Between(0, 1, ("text",))) == ("unknown", ("text",), False)


def test_decision_tells_the_case_that_gave_it() -> None:
    assert decide(SHARE, {"share": 0.1}) == Decision("partly", SHARE[2])


GRAVITY = {"met": 0, "not_applicable": 0, "unknown": 1, "partly": 2, "violated": 3}
SHARES = st.floats(0, 1).map(lambda value: round(value, 2))


def blurred(share: float, low: float, high: float) -> Measures:
    return {"share": Between(min(share, low), max(share, high), ("media",))}


@given(SHARES, SHARES, SHARES)
def test_knowing_less_never_makes_a_verdict_met_or_graver(share: float, low: float, high: float) -> None:
    known, hidden = decide(SHARE, {"share": share}).verdict, decide(SHARE, blurred(share, low, high)).verdict

    assert GRAVITY[hidden] <= max(GRAVITY[known], GRAVITY["unknown"])
    assert hidden != "met" or known == "met"
