"""A few hundred inputs for every reader of strangers' bytes, the same each time; the long run is `python -m tests.fuzz`."""

from pathlib import Path

import pytest
from fuzz.running import make_input, run_children, run_inputs
from fuzz.targets import TARGETS, attempt

RUNS = 200


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_is_written_is_read_or_refused(target: str, tmp_path: Path):
    outcome = run_inputs(target, range(1, RUNS), tmp_path)

    assert outcome.crashes == {}, outcome.tell(TARGETS[target])
    assert 0 < outcome.taken < outcome.inputs


@pytest.mark.parametrize("target", TARGETS)
def test_an_input_is_taken_before_it_is_changed(target: str, tmp_path: Path):
    assert any(attempt(TARGETS[target], seed, tmp_path) for seed in TARGETS[target].seeds())


def test_inputs_are_the_same_each_time():
    assert [make_input("telegram_json", number) for number in range(40)] == [make_input("telegram_json", number) for number in range(40)]


def test_time_and_memory_of_a_child_are_enough_for_every_input(tmp_path: Path):
    outcome = run_children("telegram_json", 60, tmp_path)

    assert (outcome.inputs, outcome.crashes) == (60, {})
