"""Messages in quiet hours."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import lines_of, rule_file

from chataudit.asking import Answers
from chataudit.detectors.base import Matches

RULES = rule_file("""
rules:
  - id: R01.late
    kind: late
    title: {ru: поздно}
    major_when: {quiet_before: 30m}
    info_when: {role: [teacher], say: [срочно]}
    unless: [{name: thanks, because: {ru: вежливо}, say: [спасибо]}]
  - {id: R01.hours, kind: message, effect: evidence, announces_hours: true, title: {ru: часы}, match: {role: [teacher], say: [писать]}}
""")


@pytest.fixture
def find(ask: Callable[..., Answers]) -> Callable[[str], Matches]:
    return lambda lines: ask(RULES, lines).matches_of("R01.late")


Finds = Callable[[str], Matches]


def test_message_at_night_is_late_and_one_by_day_is_not(find: Finds) -> None:
    assert lines_of(find("[20:59] Ольга: да\n[21:00] Ирина: да\n[23:00] -- pin Ольга\n[06:59] Ольга: да\n[07:00] Ольга: да")) == [[2], [4]]


def test_announced_hours_hold_after_the_announcement(find: Finds) -> None:
    matches = find("[19:00] Ольга: да\n[19:05] Учитель: пишем с 8 до 18\n[19:10] Ольга: да")

    assert lines_of(matches) == [[3]]
    assert matches.details == [{"hours": "08:00–18:00"}]


@pytest.mark.parametrize(("pause", "severity"), [("29m", "minor"), ("30m", "major"), ("3h", "major")])
def test_late_start_of_a_talk_is_major(pause: str, severity: str, find: Finds) -> None:
    assert list(find(f"[20:45] Ольга: да\n[+{pause}] Ирина: да").severities or ()) == [severity]


def test_service_event_does_not_make_a_start_a_continuation(find: Finds) -> None:
    assert list(find("[20:00] Ольга: да\n[21:20] -- pin Ольга\n[21:21] Ирина: да").severities or ()) == ["major"]


def test_teachers_urgent_notice_is_for_information(find: Finds) -> None:
    matches = find("[22:00] Учитель: срочно! завтра уроков нет\n[22:50] Ольга: срочно!")

    assert list(matches.severities or ()) == ["info", "major"]


def test_exception_spares_its_message(find: Finds) -> None:
    assert lines_of(find("[22:00] Ольга: спасибо\n[22:01] Ирина: да")) == [[2]]
