"""Findings against labels: what is right, wrong and missed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import labelling, message_rule

from chataudit.evaluation.counting import Counts, count_chats, macro_f1
from chataudit.evaluation.labelled_chats import read_labelled_chats
from chataudit.reliability import tell_reliability, wilson_interval
from chataudit.rulebook.labelling import Reliability
from chataudit.rulebook.rulebook import Rulebook

Writes = Callable[..., Path]


def counted(path: Path, rulebook: Rulebook, code: str = "R01.word") -> tuple[int, int, int]:
    counts = count_chats(read_labelled_chats([path]), rulebook)[code]
    return counts.right, counts.wrong, counts.missed


def test_findings_are_right_wrong_or_missed(labelled: Writes, rulebook: Rulebook):
    path = labelled(("слово", ["R01.word"]), ("слово", []), ("дело", ["R01.word"]), ("тело", []))

    assert counted(path, rulebook) == (1, 1, 1)


def test_mistakes_name_chat_and_message(labelled: Writes, rulebook: Rulebook):
    counts = count_chats(read_labelled_chats([labelled(("раз", []), ("слово", []))]), rulebook)["R01.word"]

    assert [(each.chat, each.number, each.wrong) for each in counts.mistakes] == [("chat", 2, True)]


def test_rules_that_nobody_labels_are_not_counted(labelled: Writes, make_rulebook: Callable[..., Rulebook]):
    book = labelling(make_rulebook(message_rule("{say: [слово]}")), codes=[])

    assert count_chats(read_labelled_chats([labelled(("слово", []))]), book) == {}


def test_messages_of_a_kind_count_as_labelled(labelled: Writes, make_rulebook: Callable[..., Rulebook]):
    book = labelling(make_rulebook(message_rule("{kind: [photo]}")), kinds={"R01.word": ["photo"]})

    assert counted(labelled(("раз", []), {"kind": "photo"}), book) == (1, 0, 0)


@pytest.mark.parametrize(("text", "expected"), [("👍👍", (0, 0, 0)), ("👍 да", (0, 0, 1))])
def test_message_without_words_may_be_either_of_two(labelled: Writes, make_rulebook: Callable[..., Rulebook], text: str, expected: tuple[int, ...]):
    files = [message_rule("{say: [слово]}"), message_rule('{say: ["@emoji"]}', rule="R02.word", number=2)]
    book = labelling(make_rulebook(*files), codes=["R01.word", "R02.word"], alike_without_words=[["R01.word", "R02.word"]])

    assert counted(labelled((text, ["R01.word"])), book) == expected


def test_finding_that_another_label_allows_is_not_wrong(labelled: Writes, make_rulebook: Callable[..., Rulebook]):
    files = [message_rule("{say: [слово]}"), message_rule("{say: [дело]}", rule="R02.word", number=2)]
    book = labelling(make_rulebook(*files), codes=["R01.word", "R02.word"], may_also_be={"R01.word": "R02.word"})

    assert counted(labelled(("слово", ["R02.word"]), ("слово", [])), book) == (0, 1, 0)


def test_mean_leaves_out_rules_with_next_to_no_labels():
    assert macro_f1([Counts(right=3), Counts(right=2), Counts(right=1, missed=2)]) == pytest.approx((1 + 0.5) / 2)


@pytest.mark.parametrize(("part", "whole", "interval"), [(0, 0, (0.0, 1.0)), (8, 10, (0.49, 0.94)), (10, 10, (0.72, 1.0)), (0, 10, (0.0, 0.28))])
def test_interval_is_wilsons(part: int, whole: int, interval: tuple[float, float]):
    assert wilson_interval(part, whole) == pytest.approx(interval, abs=0.005)


def test_reliability_is_told_in_hundreds():
    told = tell_reliability(Reliability(right=45, wrong=5, missed=50), "en")

    assert (
        told == "The rule errs in about 10 of 100 findings (likely 4 to 21; seen on 50\u00a0findings in labelled chats) and misses about 53 of 100."
    )


def test_reliability_of_few_findings_is_not_told_in_hundreds():
    assert tell_reliability(Reliability(right=3, wrong=0, missed=1), "en") == (
        "Too early to say how often the rule errs: it gave 3\u00a0findings in labelled chats."
    )
