"""Weeks in which parents write and the teacher does not. 2 September 2024 is a Monday."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import people_of, rule_file

from chataudit.asking import Answers
from chataudit.detectors.silence import find_weeks

RULES = rule_file("rules: [{id: R01.silence, kind: silence, weeks: 2, title: {ru: молчание}}]")
TEACHER_WRITES = "[10:00] Учитель: да\n"


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        (TEACHER_WRITES + "[+7d] Ольга: да\n[+7d] Ольга: да", [{"count": 2, "since": "09.09.2024"}]),
        (TEACHER_WRITES + "[+7d] Ольга: да\n[+14d] Ольга: да", [{"count": 2, "since": "09.09.2024"}]),  # the week between has no talk
        (
            "[10:00] Ольга: да\n[+7d] Ольга: да\n[+7d] Ольга: да\n[+1m] Учитель: да\n[+7d] Ольга: да\n[+7d] Ольга: да\n[+7d] Ольга: да",
            [{"count": 2, "since": "02.09.2024"}, {"count": 3, "since": "23.09.2024"}],
        ),
        (TEACHER_WRITES + "[+7d] Ольга: да", []),
        (TEACHER_WRITES + "[+6d] Ольга: да\n[+1d] Ольга: да\n[+6d] Учитель: да\n[+2d] Ольга: да", []),
        (TEACHER_WRITES, []),
    ],
)
def test_two_weeks_in_a_row_without_the_teacher_are_a_run(lines: str, runs: list[dict[str, object]], ask: Callable[..., Answers]) -> None:
    matches = ask(RULES, lines).matches_of("R01.silence")

    assert list(matches.details or ()) == runs
    assert people_of(matches) == ["Мария Петровна"] * len(runs)


def test_weeks_before_the_teacher_joined_do_not_count(ask: Callable[..., Answers]) -> None:
    lines = "[10:00] Ольга: да\n[+7d] Ольга: да\n[+8d] -- invite Ольга: Учитель\n[+1d] Ольга: да\n[+1d] Учитель: да"
    context = ask(RULES, lines).context

    assert context is not None
    assert find_weeks(context).silent.tolist() == [False]


@pytest.mark.parametrize("teachers", [(), ("Анна Ильинична",)])
def test_silence_of_nobody_or_of_one_outside_the_chat_is_no_finding(teachers: tuple[str, ...], ask: Callable[..., Answers]) -> None:
    answers = ask(RULES, "[10:00] Ольга: да\n[+7d] Ольга: да\n[+7d] Ольга: да", teachers=teachers)

    assert len(answers.matches_of("R01.silence")) == 0


def test_events_are_no_words_of_the_teachers(ask: Callable[..., Answers]) -> None:
    lines = TEACHER_WRITES + "[+7d] Ольга: да\n[+1d] -- pin Учитель\n[+6d] Ольга: да"

    assert len(ask(RULES, lines).matches_of("R01.silence")) == 1
