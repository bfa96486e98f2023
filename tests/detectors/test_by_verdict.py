"""Findings that stand because a verdict does."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers

VERDICT = """
    policy: administered
    cases:
      - {verdict: met, when: {creator: teacher}, because: {ru: сама}}
      - {verdict: violated, when: {creator: other}, because: {ru: не она}}
      - {verdict: unknown, because: {ru: не видно}}
"""
RULES = rule_file(
    """
rules:
  - {id: R01.other, kind: by_verdict, verdicts: [violated], when: {creator: other}, title: {ru: не она}}
  - {id: R01.idle, kind: by_verdict, verdicts: [violated], when: {work: ">= 1"}, title: {ru: ведёт}}
""",
    verdict=VERDICT,
)


def found(answers: Answers) -> list[str]:
    """The rules with a finding once the verdict is known."""
    answers.decide(answers.rulebook.recommendations[1])
    return [rule for rule in answers.rulebook.rules if len(answers.matches_of(rule))]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ("-- create_group Ольга: Учитель", ["R01.other"]),
        ("-- create_group Ольга: Учитель\n-- pin Учитель", ["R01.other", "R01.idle"]),
        ("-- create_group Учитель: Ольга", []),
        ("[10:00] Ольга: да", []),
    ],
)
def test_finding_stands_where_verdict_and_measures_call_for_it(lines: str, rules: list[str], ask: Callable[..., Answers]) -> None:
    assert found(ask(RULES, lines)) == rules


def test_unknown_measure_calls_for_nothing(ask: Callable[..., Answers]) -> None:
    assert found(ask(RULES, "-- create_group Ольга: Ирина", teachers=())) == []


def test_finding_is_about_the_chat_and_not_about_a_message(ask: Callable[..., Answers]) -> None:
    answers = ask(RULES, "-- create_group Ольга: Учитель")
    found(answers)

    assert list(answers.matches_of("R01.other").rows) == [()]
