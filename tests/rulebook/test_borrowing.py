"""A rulebook that uses another: it gets the words and conditions that it names, and none of its rules."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_rulebooks import TINY_RULES, message_rule

from chataudit.errors import RulebookError
from chataudit.rulebook import builtin
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

LENDER = """
chataudit: 1
words:
  named: [ёлка, "<deeper>"]
  deeper: [шишка]
  other: [снег]
conditions:
  also: {say: ["<named>"]}
  unused: {say: ["<other>"]}
"""


@pytest.fixture
def lend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rulebook]:
    """Write a rulebook that uses another one, and read it."""
    rules = tmp_path / "rules"
    monkeypatch.setattr("chataudit.rulebook.choosing.builtin_names", lambda: ["lender"])
    monkeypatch.setattr("chataudit.rulebook.choosing.builtin_rules", lambda name=builtin.DEFAULT: rules / name)

    def read(own: str, lender: str = LENDER) -> Rulebook:
        pack = TINY_RULES.replace("  name: tiny", "  name: own\n  uses: [lender]")
        files = {
            "lender": [TINY_RULES, lender, message_rule('{say: ["<named>"]}', rule="L.word")],
            "own": [pack, own],
        }
        for folder, texts in files.items():
            (rules / folder).mkdir(parents=True)
            for number, text in enumerate(texts):
                (rules / folder / f"{number}.yaml").write_text(text, encoding="utf-8")
        return load_rulebook(rules / "own")

    return read


def test_what_is_named_comes_with_what_it_names_in_turn(lend: Callable[..., Rulebook]):
    rulebook = lend(message_rule("{is: also}"))

    assert set(rulebook.lists) == {"named", "deeper"}
    assert set(rulebook.conditions) == {"also"}
    assert rulebook.borrowed == {"named", "deeper", "also"}


def test_its_rules_and_recommendations_stay_with_it(lend: Callable[..., Rulebook]):
    rulebook = lend(message_rule('{say: ["<named>"]}'))

    assert list(rulebook.rules) == ["R01.word"]
    assert (rulebook.pack.name, list(rulebook.recommendations)) == ("own", [1])


def test_own_list_of_the_same_name_is_one_s_own(lend: Callable[..., Rulebook]):
    rulebook = lend(message_rule('{say: ["<named>"]}') + "words: {named: [мишура]}\n")

    assert [pattern.text for pattern in rulebook.lists["named"]] == ["мишура"]
    assert rulebook.borrowed == frozenset()


def test_condition_that_asks_a_rule_left_behind_is_a_mistake(lend: Callable[..., Rulebook]):
    with pytest.raises(RulebookError) as caught:
        lend(message_rule("{is: also}"), LENDER.replace('also: {say: ["<named>"]}', "also: {rule: [L.word]}"))

    assert [each.key for each in caught.value.complaints] == ["rules.unknown_rule_near"]
