"""Parts of a rulebook that its examples never reach."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import message_rule

from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.coverage import dead_entries, find_unreached
from chataudit.trials.trial import read_examples

Makes = Callable[..., Rulebook]
UNLESS = ", unless: [{name: polite, because: {ru: вежливо}, say: [пожалуйста]}]"


@pytest.fixture
def unreached(make_rulebook: Makes, tmp_path: Path) -> Callable[..., list[tuple[str, str]]]:
    """What the examples of a rule never reach: which sort of part, and the part."""

    def find(match: str, more: str = "", *, found: str = "[]", spared: str = "[]") -> list[tuple[str, str]]:
        rulebook = make_rulebook(message_rule(match, more) + f"---\nexamples: {{R01.word: {{found: {found}, spared: {spared}}}}}\n")
        return [(each.key, each.what) for each in find_unreached(rulebook, read_examples(tmp_path, rulebook))]

    return find


Finds = Callable[..., list[tuple[str, str]]]


def test_rule_whose_every_part_is_reached_is_covered(unreached: Finds) -> None:
    match = "{any: [{say: [слово]}, {say: [дело]}]}"

    assert unreached(match, UNLESS, found='["слово", "дело"]', spared='["слово, пожалуйста"]') == []


def test_pattern_that_no_example_holds_is_told(unreached: Finds) -> None:
    assert unreached("{say: [слово, дело]}", found='["слово"]') == [("unreached_pattern", "дело")]


def test_branch_that_no_example_reaches_is_told_by_its_sign_or_words(unreached: Finds) -> None:
    match = "{any: [{say: [слово]}, {sign: {ru: знак}, say: [дело]}, {say: [тело]}]}"

    assert unreached(match, found='["слово"]') == [("unreached_branch", "знак"), ("unreached_branch", "тело")]


def test_exception_that_spares_no_example_is_told(unreached: Finds) -> None:
    assert ("unused_exception", "polite") in unreached("{say: [слово]}", UNLESS, found='["слово"]', spared='["пожалуйста"]')


def test_rule_that_never_fires_is_told(unreached: Finds) -> None:
    assert ("never_fires", "") in unreached("{say: [слово]}", spared='["дело"]')


def test_rule_without_examples_is_told(make_rulebook: Makes, tmp_path: Path) -> None:
    rulebook = make_rulebook(message_rule("{say: [слово]}"))

    assert [(each.key, each.rule) for each in find_unreached(rulebook, read_examples(tmp_path, rulebook))] == [("no_examples", "R01.word")]


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
