"""Weights fitted to labelled chats."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tiny_rulebooks import message_rule

from chataudit.errors import ConfigError, RulebookError
from chataudit.evaluation.fitting import fit_weights
from chataudit.evaluation.labelled_chats import read_labelled_chats
from chataudit.evaluation.writing import write_fitted
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

Writes = Callable[..., Path]
Makes = Callable[..., Rulebook]
SIGNS = "{signs: [{is: ill}, {is: child}, {is: teacher}], weights: matter}"
CONDITIONS = "conditions: {ill: {say: [болеть]}, child: {say: [сын]}, teacher: {say: [учитель]}}\n"
TODAY = date(2025, 9, 1)


@pytest.fixture
def chats(labelled: Writes, tmp_path: Path) -> Path:
    """Eight chats in which only an ill son is a matter, whatever is said of teachers."""
    said = [("учитель болеет", []), ("сын болеет", ["R01.word"]), ("сын дома", []), ("болеет сын у нас", ["R01.word"]), ("болеет сосед", [])]
    for number in range(8):
        labelled(*said, *said, name=f"c{number}")
    return tmp_path


def fit(rulebook: Rulebook, folder: Path) -> dict[str, float]:
    _, fitted = fit_weights("R01.word", list(read_labelled_chats([folder])), rulebook, TODAY)
    return fitted.weights


def test_signs_that_make_the_matter_together_reach_one_only_together(make_rulebook: Makes, chats: Path):
    weights = fit(make_rulebook(message_rule(SIGNS) + CONDITIONS), chats)

    assert weights["ill"] + weights["child"] >= 1
    assert max(weights["ill"], weights["child"]) < 1


def test_sign_that_speaks_against_weighs_less_than_nothing(make_rulebook: Makes, chats: Path):
    assert fit(make_rulebook(message_rule(SIGNS) + CONDITIONS), chats)["teacher"] < 0


def test_chats_held_back_show_how_the_weights_do(make_rulebook: Makes, chats: Path):
    _, fitted = fit_weights("R01.word", list(read_labelled_chats([chats])), make_rulebook(message_rule(SIGNS) + CONDITIONS), TODAY)

    assert (fitted.chats, fitted.messages, fitted.labelled, fitted.held_back_chats) == (8, 80, 32, 2)
    assert (fitted.held_back.right, fitted.held_back.wrong, fitted.held_back.missed) == (8, 0, 0)


def test_written_weights_are_read_and_decide(make_rulebook: Makes, chats: Path, tmp_path: Path, ask: Callable[..., object]):
    rule = message_rule(SIGNS) + CONDITIONS
    name, fitted = fit_weights("R01.word", list(read_labelled_chats([chats])), make_rulebook(rule), TODAY)
    write_fitted({name: fitted}, tmp_path)

    assert load_rulebook(tmp_path).fitted == {"matter": fitted}
    answers = ask(rule, "[10:00] Ольга: сын болеет\n[10:01] Ольга: сын дома")
    assert [list(rows) for rows in answers.matches_of("R01.word").rows] == [[0]]  # type: ignore[attr-defined]


def test_rule_without_signs_to_weigh_is_told(make_rulebook: Makes, chats: Path):
    with pytest.raises(ConfigError) as error:
        fit(make_rulebook(message_rule("{say: [сын]}")), chats)

    assert error.value.key == "labelled.no_signs"


def test_too_few_labels_are_told(make_rulebook: Makes, labelled: Writes, tmp_path: Path):
    for number in range(4):
        labelled(("сын болеет", []), ("болеет", []), name=f"c{number}")

    with pytest.raises(ConfigError) as error:
        fit(make_rulebook(message_rule(SIGNS) + CONDITIONS), tmp_path)

    assert error.value.key == "labelled.too_few"


@pytest.mark.parametrize(
    ("match", "key"),
    [("{signs: [{say: [сын]}], weights: matter}", "rules.nameless_sign"), ("{signs: [{is: ill}], weights: matter}", "rules.unknown_sign")],
)
def test_weights_that_do_not_fit_their_signs_are_told(make_rulebook: Makes, match: str, key: str):
    fitted = (
        'fitted: {matter: {on: "2025-09-01", chats: 1, messages: 1, labelled: 1, held_back_chats: 0, '
        "held_back: {right: 0, wrong: 0, missed: 0}, weights: {child: 1.0}}}\n"
    )

    with pytest.raises(RulebookError) as error:
        make_rulebook(message_rule(match) + CONDITIONS + fitted)

    assert key in [each.key for each in error.value.complaints]
