"""Parts of a rulebook whose loss its examples would not notice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import message_rule

from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.coverage import Coverage, dead_entries
from chataudit.trials.trial import read_examples

Makes = Callable[..., Rulebook]
UNLESS = ", unless: [{name: polite, because: {ru: вежливо}, say: [пожалуйста]}]"


@pytest.fixture
def uncovered(make_rulebook: Makes, tmp_path: Path) -> Callable[..., list[tuple[str, str]]]:
    """What could be taken out of a rule unnoticed: how that shows, and the part."""

    def find(match: str, more: str = "", *, found: str = "[]", spared: str = "[]", shared: str = "") -> list[tuple[str, str]]:
        rulebook = make_rulebook(message_rule(match, more) + shared + f"---\nexamples: {{R01.word: {{found: {found}, spared: {spared}}}}}\n")
        coverage = Coverage(rulebook, read_examples(tmp_path, rulebook))
        coverage.look_at("R01.word")
        coverage.look_at_shared()
        return [(each.key, each.what) for each in coverage.uncovered]

    return find


Finds = Callable[..., list[tuple[str, str]]]


def test_rule_whose_every_part_is_needed_by_an_example_is_covered(uncovered: Finds) -> None:
    match = "{any: [{say: [слово]}, {say: [дело]}]}"

    assert uncovered(match, UNLESS, found='["слово", "дело"]', spared='["слово, пожалуйста"]') == []


def test_pattern_that_no_example_holds_is_told(uncovered: Finds) -> None:
    assert uncovered("{say: [слово, дело]}", found='["слово"]') == [("unreached", "дело")]


def test_pattern_that_another_always_stands_in_for_is_told(uncovered: Finds) -> None:
    assert uncovered("{say: [слово, =слово]}", found='["слово"]') == [("needless", "слово"), ("needless", "=слово")]


def test_pattern_that_one_example_needs_may_share_the_others(uncovered: Finds) -> None:
    assert uncovered("{say: [слово, дело]}", found='["слово и дело", "слово", "дело"]') == []


def test_branch_that_no_example_reaches_is_told_by_its_sign_or_words(uncovered: Finds) -> None:
    match = "{any: [{say: [слово]}, {sign: {ru: знак}, say: [дело]}, {say: [тело]}]}"

    assert uncovered(match, found='["слово"]') == [("unreached", "знак"), ("unreached", "дело"), ("unreached", "тело"), ("unreached", "тело")]


def test_exception_that_spares_no_example_is_told(uncovered: Finds) -> None:
    assert ("needless", "polite") in uncovered("{say: [слово]}", UNLESS, found='["слово"]', spared='["пожалуйста"]')


def test_sign_without_whose_weight_the_rule_finds_as_much_is_told(uncovered: Finds) -> None:
    match = "{signs: [{say: [слово]}, {weight: 0.5, say: [дело]}]}"

    assert ("needless", "дело") in uncovered(match, found='["слово", "слово и дело"]')


def test_part_of_a_named_condition_that_the_rule_rests_on_is_told(uncovered: Finds) -> None:
    shared = "conditions: {spoken: {say: [слово, дело]}}\n"

    assert uncovered("{is: spoken}", found='["слово"]', shared=shared) == [("unreached", "дело")]


def test_rule_that_never_fires_is_told(uncovered: Finds) -> None:
    assert ("never_fires", "") in uncovered("{say: [слово]}", spared='["дело"]')


def test_rule_without_examples_is_told(make_rulebook: Makes, tmp_path: Path) -> None:
    rulebook = make_rulebook(message_rule("{say: [слово]}"))
    coverage = Coverage(rulebook, read_examples(tmp_path, rulebook))
    coverage.look_at("R01.word")

    assert [(each.key, each.rule) for each in coverage.uncovered] == [("no_examples", "R01.word")]


@pytest.mark.parametrize(
    ("entry", "dead"),
    [
        ("спасибо", False),
        ("=спс", False),
        ("от души", False),
        ("сдать#impr", False),
        ("(мама|папа) очень? рад", False),
        ("нет .. чат", False),
        ("Мария, скажите", False),
        ("@participant", False),
        ("=Да.", True),  # a sentence ends before the full stop
        ("спасибо#impr", True),  # no such form
    ],
)
def test_entry_of_a_list_that_cannot_fire_is_told(entry: str, make_rulebook: Makes, *, dead: bool) -> None:
    rulebook = make_rulebook(message_rule("{say: [<list>]}") + f'words: {{list: [слово, "{entry}"]}}\n')

    assert [each.what for each in dead_entries(rulebook)] == ([entry] if dead else [])
