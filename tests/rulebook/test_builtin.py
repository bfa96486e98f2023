"""The rulebook that the program ships, in what does not depend on the tuning of its words."""

import pytest

import chataudit
from chataudit.detectors.base import BaseRule
from chataudit.rulebook.builtin import DEFAULT, builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook, structures

# Shipped weights, as the report's page gives them.
WEIGHTS = {9: 10, 10: 10, 2: 7, 12: 7, 16: 7, 1: 3, 3: 3, 4: 3, 6: 3, 7: 3, 8: 3, 11: 3, 13: 3, 5: 1, 14: 1, 15: 1}
# Severities, as the page of the recommendations gives them; what depends on the message is `minor` by itself.
MAJOR = {
    "R01.teacher_absent",
    "R03.not_creator",
    "R05.uncontrolled",
    "R08.missing",
    "R09.disclosure",
    "R13.literacy",
    "R15.open_group",
    "R16.missing",
}
FINDINGS = {
    *("R01.side_chat", "R01.teacher_absent", "R02.unanswered", "R02.rumour", "R02.silent_weeks", "R03.not_creator", "R04.unreached"),
    *("R05.uncontrolled", "R06.name", "R07.sticker", "R07.picture", "R07.congratulation", "R07.advertisement", "R07.acknowledgement"),
    *("R07.offtopic", "R08.missing", "R09.disclosure", "R09.personal_data", "R10.conflict", "R11.late", "R12.child", "R13.literacy"),
    *("R14.burst", "R15.open_link", "R16.missing", "R16.late_joiner"),
}
EVIDENCE = {"R02.rebuttal", "R04.contact", "R08.purpose", "R10.reported", "R11.hours", "R12.redirect", "R16.rules"}


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(builtin_rules())


def test_rulebook_has_the_sixteen_recommendations_with_their_weights(rulebook: Rulebook) -> None:
    assert {number: each.weight for number, each in rulebook.recommendations.items()} == WEIGHTS


def test_rulebook_has_the_codes_of_the_definitions(rulebook: Rulebook) -> None:
    effects = {rule: described.effect for rule, described in rulebook.rules.items() if rule != "R15.open_group"}

    assert {rule for rule, effect in effects.items() if effect == "finding"} == FINDINGS
    assert {rule for rule, effect in effects.items() if effect == "evidence"} == EVIDENCE


def test_severities_are_those_of_the_definitions(rulebook: Rulebook) -> None:
    major = {rule for rule, described in rulebook.rules.items() if described.severity == "major"}

    assert major == MAJOR & rulebook.rules.keys()


def test_every_rule_belongs_to_the_recommendation_of_its_code(rulebook: Rulebook) -> None:
    assert all(int(rule[1:3]) == number for rule, number in rulebook.recommendation_of.items())


def test_every_text_for_people_is_in_both_languages(rulebook: Rulebook) -> None:
    described: list[object] = [*rulebook.rules.values(), *rulebook.recommendations.values()]
    for rule in structures(described, BaseRule):
        assert set(rule.title) == {"ru", "en"}, rule.id
        assert set(rule.message or rule.title) == {"ru", "en"}, rule.id
    for each in rulebook.recommendations.values():
        for texts in (each.title, each.clause, each.why, each.advice, *(case.because for case in each.verdict.cases)):
            assert set(texts) == {"ru", "en"}, each.number


def test_built_in_folders_lie_beside_the_package_or_in_it() -> None:
    assert (builtin_rules() / "pack.yaml").is_file()
    assert builtin_rules() == builtin_rules(DEFAULT)
    assert not builtin_rules("martian").exists()
    assert chataudit.__version__
