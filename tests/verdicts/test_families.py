"""The policy about families outside the chat."""

from collections.abc import Callable
from datetime import date

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers
from chataudit.config import RosterRow
from chataudit.verdicts.base import Measures

RULES = rule_file(
    "rules: [{id: R01.contact, kind: message, effect: evidence, title: {ru: связь}, match: {role: [teacher], say: [позвонить]}}]",
    verdict="{policy: reached, contact: R01.contact, cases: [{verdict: met, because: {ru: да}}]}",
)
ROSTER = (
    RosterRow("Иванов Пётр", "Иванова Ольга", None),
    RosterRow("Ким Тимур", "Ким Анна", None),
    RosterRow("Юсупова Анна", "Юсупова Лейла", date(2024, 9, 1)),
)


@pytest.fixture
def measure(ask: Callable[..., Answers]) -> Callable[..., Measures]:
    """The measures of a chat, of those asked for."""

    def measures(lines: str, *names: str, roster: tuple[RosterRow, ...] | None = None) -> Measures:
        answers = ask(RULES, lines, roster=roster)
        found = answers.decide(answers.rulebook.recommendations[1])[1]
        return {name: found[name] for name in names}

    return measures


Measuring = Callable[..., Measures]


def test_families_outside_are_counted_with_those_nobody_reached(measure: Measuring) -> None:
    measures = measure("[10:00] Ольга Иванова: да", "roster", "families", "outside", "unreached", "share_low", roster=ROSTER)

    assert measures == {"roster": 1, "families": 3, "outside": 2, "unreached": 1, "share_low": 0.5}


def test_families_that_may_be_in_the_chat_give_two_bounds(measure: Measuring) -> None:
    lines = "[10:00] Ольга Иванова: да\n[10:01] 🌸: да"
    measures = measure(lines, "outside", "unreached", "not_established", "unreached_high", "share_low", "share_high", roster=ROSTER)

    assert measures == {"outside": 0, "unreached": 0, "not_established": 2, "unreached_high": 1, "share_low": 0, "share_high": 0.5}


def test_chat_with_all_families_has_no_share(measure: Measuring) -> None:
    assert measure("[10:00] Ольга Иванова: да", "outside", "share_low", "share_high", roster=ROSTER[:1]) == {
        "outside": 0,
        "share_low": 0,
        "share_high": 0,
    }


@pytest.mark.parametrize(
    ("lines", "left", "unreached"),
    [
        ("[10:00] Ольга: да\n-- leave Ольга", 1, 1),
        ("[10:00] Ольга: да\n-- leave Ольга\n[10:05] Учитель: Ольге позвонила", 1, 0),
        ("[10:00] Учитель: Ольге позвонила\n-- leave Ольга", 1, 0),
        ("[10:00] Учитель: Ольге позвонила\n[10:01] -- leave Ольга", 1, 1),
        ("[10:00] Ольга: да\n-- remove Учитель: Ольга", 0, 0),
        ("[10:00] Ольга: да\n-- leave Ольга\n-- invite Учитель: Ольга", 0, 0),
        ("[10:00] Ольга: да", 0, 0),
    ],
)
def test_without_a_roster_leavings_are_counted_with_those_no_contact_follows(lines: str, left: int, unreached: int, measure: Measuring) -> None:
    assert measure(lines, "roster", "left", "left_unreached") == {"roster": 0, "left": left, "left_unreached": unreached}
