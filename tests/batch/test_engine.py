"""Engines: every task comes back once, whatever becomes of the process that ran it."""

import os

import pytest

from chataudit.batch.engine import make_engine


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_task_comes_back_with_its_result(jobs: int):
    engine = make_engine(double, jobs)
    for number in range(9):
        engine.submit(number)

    assert sorted(engine.as_completed()) == [(number, 2 * number) for number in range(9)]
    engine.close()


def test_task_that_kills_its_process_costs_the_others_nothing():
    engine = make_engine(double_or_die, 2)
    for number in range(9):
        engine.submit(number)

    assert dict(engine.as_completed()) == {number: None if number == 3 else 2 * number for number in range(9)}
    engine.close()


def test_engine_without_tasks_is_done_at_once():
    assert list(make_engine(double, 2).as_completed()) == []


def test_closed_engine_begins_no_more_tasks():
    engine = make_engine(double, 1)
    engine.submit(1)
    engine.close()

    assert list(engine.as_completed()) == []
