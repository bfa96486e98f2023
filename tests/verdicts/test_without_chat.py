"""How a class without a chat is judged (definitions, 15)."""

import pytest

from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook
from chataudit.verdicts.without_chat import judge_group


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(builtin_rules())


@pytest.mark.parametrize(
    ("named", "closed", "verdict", "finding"),
    [
        (True, True, "met", None),
        (True, False, "violated", "R15.open_group"),
        (True, None, "unknown", None),
        (False, None, "unknown", None),
        (False, True, "unknown", None),
    ],
)
def test_group_decides(rulebook: Rulebook, named: bool, closed: bool | None, verdict: str, finding: str | None):
    case = judge_group(rulebook.recommendations[15].without_chat, named=named, closed=closed)

    assert case is not None
    assert (case.verdict, case.finding, case.severity) == (verdict, finding, "major")


def test_only_recommendation_15_judges_a_class_without_a_chat(rulebook: Rulebook):
    assert [number for number, each in rulebook.recommendations.items() if each.without_chat] == [15]


def test_what_is_unknown_is_settled_by_the_manifest(rulebook: Rulebook):
    case = judge_group(rulebook.recommendations[15].without_chat, named=False, closed=None)

    assert case is not None
    assert case.needs == ["manifest"]


def test_no_case_no_verdict():
    assert judge_group([], named=True, closed=True) is None
