"""Questions without an answer. The chat's last day is not judged, so each chat here ends a week later."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import lines_of, rule_file

from chataudit.asking import Answers
from chataudit.detectors.unanswered import Unanswered

RULES = rule_file("""
rules:
  - id: R01.unanswered
    kind: unanswered
    title: {ru: без ответа}
    within: 24h
    question: {role: [parent], question: true}
    answer: {not: {only: {of: [тоже, интересно]}}, question: false}
    linking: {plain: {kind: [text]}, brief: {words: {max: 2}}, closes: {say: [находить, найти]}, thanks: {say: [спасибо]}}
""")
LATER = "\n[+7d] Анна: до свидания"


@pytest.fixture
def unanswered(ask: Callable[..., Answers]) -> Callable[[str], list[list[int]]]:
    return lambda lines: lines_of(ask(RULES, lines + LATER).matches_of("R01.unanswered"))


Finds = Callable[[str], list[list[int]]]


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Ольга: во сколько собрание?",
        "[10:00] Ольга: во сколько собрание?\n[10:05] Ирина: тоже интересно",
        "[10:00] Ольга: во сколько собрание?\n[10:05] Ольга: хотелось бы знать",
        "[10:00] Ольга: во сколько собрание?\n[+25h] Учитель: в шесть",
    ],
)
def test_question_without_an_answer_in_a_day_is_found(lines: str, unanswered: Finds) -> None:
    assert unanswered(lines) == [[1]]


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Ольга: во сколько собрание?\n[10:05] Учитель: в шесть",
        "[10:00] Ольга: во сколько собрание?\n[10:05] Ирина: в шесть",
        "[10:00] Ольга: во сколько собрание?\n[+23h] Учитель: в шесть",
        "[10:00] Учитель: кто идёт?",
        "[10:00] Ольга: собрание в шесть",
    ],
)
def test_answered_question_and_what_is_none_are_spared(lines: str, unanswered: Finds) -> None:
    assert unanswered(lines) == []


def test_questions_of_the_last_day_are_not_judged(ask: Callable[..., Answers]) -> None:
    answers = ask(RULES, "[10:00] Ольга: кто идёт?\n[+2h] Ирина: а сколько сдаём?\n[+23h] Анна: а когда?")

    assert lines_of(answers.matches_of("R01.unanswered")) == [[1]]


def test_reply_answers_the_question_that_it_replies_to(unanswered: Finds) -> None:
    lines = "[10:00] Ольга: во сколько собрание?\n[10:01] Ирина: сколько сдаём?\n[10:05] Анна: (reply 1) в шесть"

    assert unanswered(lines) == [[2]]


def test_teacher_answers_questions_that_stand_close_together(unanswered: Finds) -> None:
    assert unanswered("[10:00] Ольга: во сколько?\n[10:04] Ирина: а сколько?\n[10:10] Учитель: в шесть, по триста") == []


def test_times_to_the_teachers_answer_are_told(ask: Callable[..., Answers]) -> None:
    answers = ask(RULES, "[10:00] Ольга: во сколько собрание?\n[10:05] Ирина: вроде в шесть\n[10:30] Учитель: да, собрание в шесть" + LATER)
    rule = answers.rulebook.rules["R01.unanswered"]
    assert isinstance(rule, Unanswered)
    assert answers.context is not None

    questions = rule.answers(answers.context)

    assert (questions.rows.tolist(), questions.answer.tolist(), questions.teacher_answer.tolist()) == ([0], [1], [2])


def test_empty_chat_has_no_question(ask: Callable[..., Answers]) -> None:
    assert lines_of(ask(RULES, "").matches_of("R01.unanswered")) == []
