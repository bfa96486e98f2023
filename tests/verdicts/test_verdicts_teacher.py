"""Policies about the teacher's part."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers
from chataudit.chat import Chat
from chataudit.verdicts.base import Measures, Missing

CASES = "cases: [{verdict: met, because: {ru: да}}]"
RULES = """
rules:
  - id: R01.unanswered
    kind: unanswered
    title: {ru: без ответа}
    within: 24h
    question: {role: [parent], question: true}
    answer: {question: false}
    linking: {plain: {kind: [text]}, brief: {words: {max: 2}}, closes: {say: [находить]}, thanks: {say: [спасибо]}}
  - {id: R01.rumour, kind: message, title: {ru: слух}, match: {say: [говорят]}}
  - {id: R01.rebuttal, kind: message, effect: evidence, title: {ru: ответ}, match: {role: [teacher], say: [неправда]}}
"""
ACTIVE = f"{{policy: teacher_active, questions: R01.unanswered, rumours: R01.rumour, rebuttals: R01.rebuttal, rebutted_within: 48h, {CASES}}}"
CONTROLLED = f"{{policy: controlled, questions: R01.unanswered, {CASES}}}"
PRESENT = f"{{policy: teacher_present, kept_from: {{say: [учительница]}}, {CASES}}}"
ADMINISTERED = f"{{policy: administered, {CASES}}}"
TEACHER_LACKS = Missing(("teacher",))


@pytest.fixture
def measure(ask: Callable[..., Answers]) -> Callable[..., Measures]:
    """The measures of a policy on a chat."""

    def measures(verdict: str, lines: str | Chat, **settings: object) -> Measures:
        answers = ask(rule_file(RULES, verdict=verdict), lines, **settings)
        return answers.decide(answers.rulebook.recommendations[1])[1]

    return measures


Measuring = Callable[..., Measures]


@pytest.mark.parametrize(
    ("lines", "teachers", "expected"),
    [
        ("[10:00] Учитель: да", ("Мария Петровна",), {"teacher": "present", "members_known": 0, "kept": 0}),
        ("-- create_group Ольга: Ирина\n[10:00] Ирина: да", ("Мария Петровна",), {"teacher": "absent", "members_known": 1, "kept": 0}),
        ("[10:00] Ольга: учительнице не показываем", (), {"teacher": "unknown", "members_known": 0, "kept": 1}),
        ("-- create_group Ольга: Учитель", ("Мария Петровна",), {"teacher": "present", "members_known": 1, "kept": 0}),
    ],
)
def test_teacher_is_present_absent_or_unknown(lines: str, teachers: tuple[str, ...], expected: Measures, measure: Measuring) -> None:
    assert measure(PRESENT, lines, teachers=teachers) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("-- create_group Учитель: Ольга\n-- pin Учитель", {"creator": "teacher", "work": 2}),
        ("-- create_group Ольга: Учитель\n-- pin Учитель", {"creator": "other", "work": 1}),
        ("-- create_group Ольга: Учитель\n-- leave Учитель", {"creator": "other", "work": 0}),
        ("[10:00] Учитель: да\n-- pin Ольга", {"creator": "unknown", "work": 0}),
    ],
)
def test_creation_and_administration_are_told_by_who_did_them(lines: str, expected: Measures, measure: Measuring) -> None:
    assert measure(ADMINISTERED, lines) == expected


def test_of_an_unknown_teacher_no_work_is_known(measure: Measuring) -> None:
    assert measure(ADMINISTERED, "-- create_group Ольга: Ирина", teachers=()) == {"creator": TEACHER_LACKS, "work": TEACHER_LACKS}


def test_questions_rumours_and_silent_weeks_are_counted(measure: Measuring) -> None:
    lines = """
        [10:00] Ольга: во сколько собрание?
        [10:30] Учитель: в шесть
        [+7d] Ирина: говорят, форму отменят
        [+7d] Ирина: а экскурсия когда?
        [+7d] Ольга: нашлись лыжи
    """

    assert measure(ACTIVE, lines) == {
        "questions": 2,
        "unanswered": 1,
        "unanswered_share": 0.5,
        "rumours": 1,
        "unrebutted": 1,
        "weeks": 4,
        "silent_weeks": 3,
        "silent_share": 0.75,
        "silent_runs": 1,
        "median_answer_min": 30.0,
    }


@pytest.mark.parametrize(("pause", "unrebutted"), [("1m", 0), ("48h", 0), ("49h", 1)])
def test_rumour_is_rebutted_by_the_teacher_in_time(pause: str, unrebutted: int, measure: Measuring) -> None:
    lines = f"[10:00] Ирина: говорят, форму отменят\n[+{pause}] Учитель: неправда"

    assert measure(ACTIVE, lines)["unrebutted"] == unrebutted


def test_what_was_said_before_the_rumour_is_no_rebuttal(measure: Measuring) -> None:
    assert measure(ACTIVE, "[10:00] Учитель: неправда\n[10:05] Ирина: говорят, форму отменят")["unrebutted"] == 1


def test_without_a_teacher_questions_are_still_counted(measure: Measuring) -> None:
    measures = measure(ACTIVE, "[10:00] Ольга: во сколько?\n[+7d] Ирина: говорят, каникулы", teachers=())

    assert (measures["questions"], measures["unanswered"]) == (1, 1)
    assert measures["silent_share"] == measures["unrebutted"] == TEACHER_LACKS


def test_chat_without_rumours_lacks_no_rebuttal(measure: Measuring) -> None:
    assert measure(ACTIVE, "[10:00] Ольга: да", teachers=())["unrebutted"] == 0


def test_teacher_who_never_answered_has_no_median(measure: Measuring) -> None:
    assert measure(ACTIVE, "[10:00] Учитель: да")["median_answer_min"] == Missing(())


def test_control_is_the_teachers_own_answers(measure: Measuring, make_chat: Callable[..., Chat]) -> None:
    lines = "[10:00] Ольга: во сколько?\n[10:05] Ирина: в шесть\n[+1d] Ольга: а где?\n[+5m] Учитель: в зале\n[+7d] Ирина: да"

    assert measure(CONTROLLED, replace(make_chat(lines), platform="whatsapp")) == {
        "platform": "whatsapp",
        "teacher": "present",
        "questions": 2,
        "unreplied": 1,
        "unreplied_share": 0.5,
    }


def test_control_by_an_unknown_teacher_is_not_known(measure: Measuring) -> None:
    measures = measure(CONTROLLED, "[10:00] Ольга: во сколько?\n[+7d] Ирина: да", teachers=())

    assert measures["platform"] == "telegram"
    assert measures["unreplied_share"] == TEACHER_LACKS
