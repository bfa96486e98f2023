"""Policies about what follows: a report, a redirect, kept hours, an announcement in time."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers
from chataudit.verdicts.base import Between, Measures

CASES = "cases: [{verdict: met, because: {ru: да}}]"
SPEAKING = """
rules:
  - {id: R01.word, kind: message, title: {ru: слово}, match: {role: [parent], say: [слово]}}
  - {id: R01.reply, kind: message, effect: evidence, title: {ru: ответ}, match: {role: [teacher], say: [ответ]}}
"""
REPORTED = f"{{policy: reported, of: R01.word, by: R01.reply, within: 48h, episode: {{gap: 2h, messages: 2}}, {CASES}}}"
REDIRECTED = f"{{policy: redirected, of: R01.word, by: R01.reply, gap: 6h, within: 24h, {CASES}}}"
QUARREL = "[10:00] Ольга: слово\n[10:10] Ирина: слово"


@pytest.fixture
def measure(ask: Callable[..., Answers]) -> Callable[..., Measures]:
    """The measures of a policy on a chat."""

    def measures(verdict: str, lines: str, rules: str = SPEAKING, **settings: object) -> Measures:
        answers = ask(rule_file(rules, verdict=verdict), lines, **settings)
        return answers.decide(answers.rulebook.recommendations[1])[1]

    return measures


Measuring = Callable[..., Measures]


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        ("[10:00] Учитель: да", (0, 0, 0, 0, 0)),
        ("[10:00] Ольга: слово", (1, 0, 0, 0, 1)),
        (QUARREL, (2, 1, 1, 1, 2)),
        ("[10:00] Ольга: слово\n[10:10] Ольга: слово", (2, 1, 0, 0, 2)),
        (QUARREL + "\n[10:20] Учитель: ответ", (2, 1, 1, 0, 0)),
        (QUARREL + "\n[+48h] Учитель: ответ", (2, 1, 1, 0, 0)),
        (QUARREL + "\n[+2881m] Учитель: ответ", (2, 1, 1, 1, 2)),
        ("[09:00] Учитель: ответ\n" + QUARREL, (2, 1, 1, 1, 2)),
        ("[10:00] Ольга: слово\n[10:05] Учитель: ответ\n[10:10] Ирина: слово", (2, 1, 1, 0, 0)),
        (QUARREL + "\n[10:20] Учитель: ответ\n[+3h] Ольга: слово", (3, 1, 1, 0, 1)),  # a lone one is in no episode
        (QUARREL + "\n[10:20] Анна: ответ", (2, 1, 1, 1, 2)),
    ],
)
def test_episodes_are_counted_with_those_not_reported(lines: str, counts: tuple[int, ...], measure: Measuring) -> None:
    measures = measure(REPORTED, lines)

    assert tuple(measures[name] for name in ("conflicts", "episodes", "escalated", "unreported", "outside")) == counts


def test_report_may_have_been_an_unknown_teachers(measure: Measuring) -> None:
    measures = measure(REPORTED, QUARREL + "\n[+1d] Анна: слово", teachers=())

    assert measures["unreported"] == Between(0, 1, ("teacher",))
    assert measures["outside"] == Between(1, 3, ("teacher",))


@pytest.mark.parametrize(
    ("lines", "matters", "bare"),
    [
        ("[10:00] Учитель: да", 0, 0),
        ("[10:00] Ольга: слово\n[+6h] Ирина: слово", 1, 1),
        ("[10:00] Ольга: слово\n[+361m] Ирина: слово", 2, 2),
        ("[10:00] Ольга: слово\n[+24h] Учитель: ответ", 1, 0),
        ("[10:00] Ольга: слово\n[+25h] Учитель: ответ", 1, 1),
        ("[10:00] Ольга: слово\n[+1m] Учитель: ответ\n[+7h] Ирина: слово", 2, 1),
        ("[10:00] Учитель: ответ\n[+1m] Ольга: слово", 1, 1),
    ],
)
def test_matters_are_counted_with_those_not_redirected(lines: str, matters: int, bare: int, measure: Measuring) -> None:
    measures = measure(REDIRECTED, lines)

    assert (measures["matters"], measures["bare"], measures["bare_share"]) == (matters, bare, bare / max(1, matters))


def test_redirect_may_have_been_an_unknown_teachers(measure: Measuring) -> None:
    assert measure(REDIRECTED, "[10:00] Ольга: слово", teachers=())["bare_share"] == Between(0, 1, ("teacher",))
    assert measure(REDIRECTED, "[10:00] Ольга: да", teachers=())["bare_share"] == 0


HOURS = """
rules:
  - {id: R01.late, kind: late, title: {ru: поздно}, info_when: {say: [срочно]}}
  - {id: R01.hours, kind: message, effect: evidence, announces_hours: true, title: {ru: часы}, match: {role: [teacher], say: [писать]}}
"""
KEPT = f"{{policy: hours_kept, late: R01.late, announced_by: R01.hours, starts: {{quiet_before: 30m}}, {CASES}}}"


def test_late_starts_are_counted_among_all_messages(measure: Measuring) -> None:
    lines = "[12:00] Ольга: да\n[22:00] Ольга: да\n[22:10] Ирина: да\n[+1d] Анна: срочно\n-- pin Ольга"

    assert measure(KEPT, lines, HOURS) == {"announced": 0, "late": 3, "starts": 1, "starts_after": 0, "share": 0.25}


def test_late_starts_after_the_announcement_are_told_apart(measure: Measuring) -> None:
    lines = "[22:00] Ольга: да\n[+12h] Учитель: пишем с 8 до 20\n[20:30] Ольга: да"

    measures = measure(KEPT, lines, HOURS)

    assert (measures["announced"], measures["starts"], measures["starts_after"]) == (1, 2, 1)


def test_hours_may_have_been_announced_by_an_unknown_teacher(measure: Measuring) -> None:
    assert measure(KEPT, "[12:00] Ольга: да", HOURS, teachers=())["announced"] == Between(0, 1, ("teacher",))


ANNOUNCING = """
rules:
  - {id: R01.word, kind: message, effect: evidence, title: {ru: слово}, match: {role: [teacher], say: [слово]}}
  - {id: R01.deed, kind: message, effect: evidence, title: {ru: дело}, match: {role: [teacher], say: [дело]}}
"""
ANNOUNCED = f"{{policy: announced, of: [R01.word, R01.deed], within: 7d, {CASES}}}"
BEGINS = "-- create_group Учитель: Ольга\n"


@pytest.mark.parametrize(
    ("lines", "found", "in_time", "holds_beginning"),
    [
        (BEGINS + "[+1d] Учитель: слово и дело", 2, 2, 1),
        (BEGINS + "[+1d] Учитель: слово\n[+1d] Учитель: слово", 1, 1, 1),
        (BEGINS + "[+7d] Учитель: слово", 1, 1, 1),
        (BEGINS + "[+8d] Учитель: слово\n[+1d] Учитель: дело", 2, 0, 1),
        (BEGINS + "[+1d] Ольга: слово", 0, 0, 1),
        ("[10:00] Учитель: слово", 1, 0, 0),
        ("[10:00] Ольга: да", 0, 0, 0),
    ],
)
def test_announcements_are_counted_at_all_and_in_time(lines: str, found: int, in_time: int, holds_beginning: int, measure: Measuring) -> None:
    expected = {"found": found, "in_time": in_time, "wanted": 2, "holds_beginning": holds_beginning}

    assert measure(ANNOUNCED, lines, ANNOUNCING) == expected


def test_announcement_may_have_been_an_unknown_teachers(measure: Measuring) -> None:
    begun = measure(ANNOUNCED, "-- create_group Ольга: Ирина\n[+1d] Ирина: слово", ANNOUNCING, teachers=())
    not_begun = measure(ANNOUNCED, "[10:00] Ирина: слово", ANNOUNCING, teachers=())

    assert (begun["found"], begun["in_time"]) == (Between(0, 2, ("teacher",)), Between(0, 2, ("teacher",)))
    assert not_begun["in_time"] == Between(0, 0, ("teacher",))
