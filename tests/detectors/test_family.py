"""Families of the roster whom nobody reached."""

from collections.abc import Callable
from datetime import date

from tiny_rulebooks import people_of, rule_file

from chataudit.asking import Answers
from chataudit.config import RosterRow

RULES = rule_file(
    """
rules:
  - {id: R01.unreached, kind: unreached_family, title: {ru: семья}}
  - {id: R01.contact, kind: message, effect: evidence, title: {ru: связь}, match: {role: [teacher], say: [позвонить]}}
""",
    verdict="{policy: reached, contact: R01.contact, cases: [{verdict: met, because: {ru: да}}]}",
)
ROSTER = (
    RosterRow("Иванов Пётр", "Иванова Ольга", None),
    RosterRow("Ким Тимур", "Ким Анна", None),
    RosterRow("Юсупова Анна", "Юсупова Лейла", date(2024, 9, 1)),
)
LINES = "[10:00] Ольга Иванова: да"


def test_family_outside_without_a_contact_is_found_by_its_child(ask: Callable[..., Answers]) -> None:
    assert people_of(ask(RULES, LINES, roster=ROSTER).matches_of("R01.unreached")) == ["Ким Тимур"]


def test_family_that_may_be_in_the_chat_is_no_finding(ask: Callable[..., Answers]) -> None:
    assert len(ask(RULES, LINES + "\n[10:01] 🌸: да", roster=ROSTER).matches_of("R01.unreached")) == 0


def test_without_a_roster_there_is_nothing_to_find(ask: Callable[..., Answers]) -> None:
    assert len(ask(RULES, LINES).matches_of("R01.unreached")) == 0
