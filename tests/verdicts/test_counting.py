"""Policies that count messages, findings and names."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers
from chataudit.verdicts.base import Between, Measures

ANY = "cases: [{verdict: met, because: {ru: да}}]"
WORDS = """
rules:
  - {id: R01.word, kind: message, title: {ru: слово}, match: {say: [слово]}, info_when: {role: [teacher]}}
  - {id: R01.deed, kind: message, title: {ru: дело}, match: {say: [дело]}}
  - {id: R01.praise, kind: message, effect: evidence, title: {ru: хвала}, match: {say: [слово]}}
"""
NAMES = "rules: [{id: R01.name, kind: display_name, title: {ru: имя}, parts: {surname: {ru: ф}, given: {ru: и}, patronymic: {ru: о}}}]"


@pytest.fixture
def measure(ask: Callable[..., Answers]) -> Callable[..., Measures]:
    """The measures of a policy on a chat."""

    def measures(policy: str, rules: str, lines: str) -> Measures:
        answers = ask(rule_file(rules, verdict=f"{{policy: {policy}, {ANY}}}"), lines)
        return answers.decide(answers.rulebook.recommendations[1])[1]

    return measures


Measuring = Callable[..., Measures]


def test_findings_are_counted_and_evidence_and_information_are_not(measure: Measuring) -> None:
    lines = "[10:00] Ольга: слово\n[10:01] Ирина: дело\n[10:02] Учитель: слово\n-- pin Ольга\n[10:03] Анна: да"

    assert measure("count", WORDS, lines) == {"messages": 4, "findings": 2, "per_100": 50}


def test_empty_chat_has_no_share(measure: Measuring) -> None:
    assert measure("count", WORDS, "") == {"messages": 0, "findings": 0, "per_100": 0}
    assert measure("share_of_messages", WORDS, "")["share"] == 0
    assert measure("share_of_participants", NAMES, "")["share"] == 0


def test_message_with_two_findings_is_one_message_of_the_share(measure: Measuring) -> None:
    lines = "[10:00] Ольга: слово и дело\n[10:01] Ирина: да\n-- pin Ольга\n[10:02] Анна: да\n[10:03] Анна: да"

    assert measure("share_of_messages", WORDS, lines) == {"messages": 4, "noise": 1, "hidden": 0, "share": 0.25}


def test_attachment_of_unknown_kind_counts_as_nothing_and_as_a_finding(measure: Measuring) -> None:
    lines = "[10:00] Ольга: слово\n[10:01] Ирина: <hidden>\n[10:02] Ирина: <hidden> слово\n[10:03] Анна: да"

    assert measure("share_of_messages", WORDS, lines)["share"] == Between(0.5, 0.75, ("media",))


def test_findings_that_hidden_attachments_may_hold_are_counted_as_none_and_as_all(measure: Measuring) -> None:
    pictures = "rules: [{id: R01.picture, kind: message, needs: [media], title: {ru: снимок}, match: {kind: [photo]}}]"
    lines = "[10:00] Ольга: <photo>\n[10:01] Ирина: <hidden>\n[10:02] Анна: да\n[10:03] Анна: да"

    assert measure("count", pictures, lines) == {
        "messages": 4,
        "findings": Between(1, 2, ("media",)),
        "per_100": Between(25, 50, ("media",)),
    }
    assert measure("count", WORDS, lines)["findings"] == 0


def test_names_are_counted_by_those_who_wrote(measure: Measuring) -> None:
    lines = "-- create_group Ирина: Ольга\n[10:00] Иванова Анна Петровна: да\n[10:01] Ольга: да\n[10:02] Ольга: да"

    assert measure("share_of_participants", NAMES, lines) == {"people": 2, "short": 1, "unsure": 0, "share": 0.5}


def test_name_that_cannot_be_judged_may_be_either(measure: Measuring) -> None:
    """«Зюбрик» is where a patronymic would stand, and no known one."""
    measures = measure("share_of_participants", NAMES, "[10:00] Ольга: да\n[10:01] Иванова Анна Петровна: да\n[10:02] Иванова Анна Зюбрик: да")

    assert measures == {"people": 3, "short": 1, "unsure": 1, "share": Between(1 / 3, 2 / 3, ("text",))}
