"""The shipped rules' own examples: enough of them for every rule that people label, and each says something new."""

import re
from collections import defaultdict

import pytest

from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.trials.trial import Example, Examples, read_examples

ENOUGH = 25
ALIKE_WORDS = 4
SPEAKER = re.compile(r"^\s*(?:\[[^\]]*\]\s*[^:]+:|--.*)", re.MULTILINE)


@pytest.fixture(scope="module")
def examples() -> Examples:
    folder = builtin_rules()
    return read_examples(folder, load_rulebook(folder))


LABELLED = load_rulebook(builtin_rules()).pack.labelling.codes


def words_of(example: str | Example) -> list[list[str]]:
    """The words of each message of an example."""
    text = example if isinstance(example, str) else example.teacher or example.chat or ""
    return [re.findall(r"[а-яёa-z]+", line.lower()) for line in SPEAKER.sub("", text).splitlines()]


@pytest.mark.parametrize("code", LABELLED)
@pytest.mark.parametrize("side", ["found", "spared"])
def test_rule_has_enough_examples(code: str, side: str, examples: Examples) -> None:
    assert len(getattr(examples.of_rules[code], side)) >= ENOUGH


@pytest.mark.parametrize("code", LABELLED)
def test_no_two_examples_of_a_rule_share_four_words_in_a_row(code: str, examples: Examples) -> None:
    own = examples.of_rules[code]
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, example in enumerate([*own.found, *own.spared]):
        for words in words_of(example):
            for at in range(len(words) - ALIKE_WORDS + 1):
                holders[tuple(words[at : at + ALIKE_WORDS])].add(number)

    assert [" ".join(words) for words, numbers in holders.items() if len(numbers) > 1] == []
