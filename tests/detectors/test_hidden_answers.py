"""An attachment that the export hides, where a question is answered by it or by nothing: whether it was, nobody knows."""

from collections.abc import Callable

import pytest
from laws.judging import shipped_rules

from chataudit.findings import RecommendationResult, Report

ASKED = "[10:00] Учитель: Рада всех видеть\n[10:05] Ольга: во сколько завтра собрание?\n"
LATER = "[+2d] Ирина: макулатуру сдали\n"
Judge = Callable[[str], RecommendationResult]


@pytest.fixture
def judge(report_on: Callable[..., Report]) -> Judge:
    """The shipped rulebook's verdict on the teacher's part."""
    return lambda lines: next(each for each in report_on(lines, shipped_rules()).recommendations if each.number == 2)


@pytest.mark.parametrize("who", ["Учитель", "Ирина"])
def test_question_that_only_it_may_have_answered_leaves_the_verdict_open(judge: Judge, who: str):
    result = judge(f"{ASKED}[10:07] {who}: <hidden>\n{LATER}")

    assert (result.verdict, result.needs) == ("unknown", ["media"])
    assert (result.measures["unanswered_low"], result.measures["unanswered_high"]) == (0, 1)
    assert result.findings == 0  # nobody is blamed for it


@pytest.mark.parametrize(
    "answer",
    ["[10:07] Учитель: в шесть вечера\n", "[10:07] Учитель: <voice>\n", "[10:06] Ирина: <hidden>\n[10:07] Учитель: собрание в шесть\n"],
    ids=["a text", "a voice message", "a text behind it"],
)
def test_answer_that_is_seen_settles_it(judge: Judge, answer: str):
    assert judge(ASKED + answer + LATER).verdict == "met"


def test_thanks_for_it_settle_it(judge: Judge):
    assert judge(f"{ASKED}[10:07] Учитель: <hidden>\n[10:09] Ольга: спасибо большое!\n{LATER}").verdict == "met"


def test_question_that_nothing_answers_stands_whatever_else_is_hidden(judge: Judge):
    more = "[+1d] Ольга: а форму завтра надевать?\n[+4m] Учитель: <hidden>\n[+9h] Ирина: что принести на труды?\n"
    result = judge(ASKED + more + LATER)

    assert result.verdict in ("partly", "violated")
    assert result.findings > 0
