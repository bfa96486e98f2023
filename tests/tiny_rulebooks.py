"""Rule files of a few lines of YAML, for tests that do not depend on the rules which the program ships."""

import dataclasses
from pathlib import Path
from typing import Any, Final

import msgspec

from chataudit.conditions.condition import Condition
from chataudit.context.rules import Cast
from chataudit.detectors.base import Matches
from chataudit.matching.scalars import SCALARS
from chataudit.rulebook.labelling import Labelling
from chataudit.rulebook.rulebook import Rulebook
from chataudit.strict_yaml import Reading, read_yaml

TEACHER: Final = "Мария Петровна"
CAST: Final = Cast({"Учитель": TEACHER, "Куратор": "Анна Ильинична"}, "Ольга")
TINY_RULES: Final = Path(__file__).with_name("tiny_rules.yaml").read_text(encoding="utf-8")

COUNT: Final = """
    policy: count
    cases:
      - {verdict: met, when: {findings: "== 0"}, because: {ru: чисто, en: clean}}
      - {verdict: violated, because: {ru: "найдено: {findings}", en: "found: {findings}"}}
"""
_RECOMMENDATION: Final = """
chataudit: 1
recommendation:
  number: {number}
  title: {{ru: Рекомендация {number}, en: Recommendation {number}}}
  clause: {{ru: п. {number}, en: item {number}}}
  why: {{ru: затем, en: because}}
  advice: {{ru: делайте так, en: do so}}
  weight: {weight}
  verdict: {verdict}
"""


def rule_file(rules: str = "", *, verdict: str = COUNT, number: int = 1, weight: int = 1) -> str:
    """Write a rule file: a recommendation, and after it whatever keys are given."""
    return _RECOMMENDATION.format(number=number, weight=weight, verdict=verdict) + rules


def message_rule(match: str, more: str = "", *, rule: str = "R01.word", number: int = 1) -> str:
    """Write a file of one rule on messages."""
    return rule_file(f"rules:\n  - {{id: {rule}, kind: message, title: {{ru: слово, en: word}}, match: {match}{more}}}\n", number=number)


def read_condition(text: str) -> Condition:
    """Read a condition from YAML."""
    reading = Reading("condition", dict(SCALARS))
    condition = read_yaml(text, Condition, reading)
    assert condition is not None, reading.complaints
    return condition


def lines_of(matches: Matches) -> list[list[int]]:
    """Return the matches as numbers of the chat's lines, from 1."""
    return [[row + 1 for row in rows] for rows in matches.rows]


def people_of(matches: Matches) -> list[str]:
    """Return the one person whom each match is about."""
    return [name for (name,) in matches.people]


def labelling(rulebook: Rulebook, **conventions: Any) -> Rulebook:
    """Give a rulebook conventions of how its labels are read."""
    return dataclasses.replace(rulebook, pack=msgspec.structs.replace(rulebook.pack, labelling=Labelling(**conventions)))
