"""Engines: every task comes back once, whatever becomes of the process that ran it."""

import os
import signal
import sys
import time

import pytest

from chataudit.batch.engine import Limits, Loss, make_engine

FOREVER = 3600
UNLIMITED = Limits()


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number == 3:
        os._exit(9)
    return 2 * number


def double_and_be_interrupted(number: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)  # as a terminal does to all of a program's processes
    return 2 * number


def double_or_dawdle(number: int) -> int:
    if number == 3:
        time.sleep(FOREVER)
    return 2 * number


def double_or_swell(number: int) -> int:
    if number == 3:
        return len(bytearray(1 << 30))
    return 2 * number


def run_nine(function: object, jobs: int, limits: Limits = UNLIMITED) -> dict[int, object]:
    engine = make_engine(function, jobs, limits)  # type: ignore[arg-type]
    for number in range(9):
        engine.submit(number)
    results = list(engine.as_completed())
    engine.close()
    assert len(results) == 9
    return dict(results)  # type: ignore[arg-type]


def doubled_but(lost: Loss) -> dict[int, object]:
    return {number: lost if number == 3 else 2 * number for number in range(9)}


@pytest.mark.parametrize(("jobs", "limits"), [(1, Limits()), (1, Limits(timeout_s=FOREVER)), (2, Limits())])
def test_every_task_comes_back_with_its_result(jobs: int, limits: Limits):
    assert run_nine(double, jobs, limits) == {number: 2 * number for number in range(9)}


@pytest.mark.skipif(os.name == "nt", reason="there a signal sent to a process ends it")
def test_process_leaves_ctrl_c_to_its_parent():
    assert run_nine(double_and_be_interrupted, 2) == {number: 2 * number for number in range(9)}


@pytest.mark.parametrize("jobs", [2, 3])
def test_task_that_kills_its_process_costs_the_others_nothing(jobs: int):
    assert run_nine(double_or_die, jobs) == doubled_but(Loss.DIED)


@pytest.mark.parametrize("jobs", [1, 2])
def test_task_that_takes_too_long_costs_the_others_nothing(jobs: int):
    assert run_nine(double_or_dawdle, jobs, Limits(timeout_s=1)) == doubled_but(Loss.TOO_LONG)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits what a process holds as data")
@pytest.mark.parametrize("jobs", [1, 2])
def test_task_that_takes_too_much_memory_costs_the_others_nothing(jobs: int):
    assert run_nine(double_or_swell, jobs, Limits(memory_mb=512)) == doubled_but(Loss.TOO_LARGE)


def test_engine_without_tasks_is_done_at_once():
    assert list(make_engine(double, 2, Limits()).as_completed()) == []


@pytest.mark.parametrize("limits", [Limits(), Limits(timeout_s=FOREVER)])
def test_closed_engine_begins_no_more_tasks(limits: Limits):
    engine = make_engine(double, 1, limits)
    engine.submit(1)
    engine.close()

    assert list(engine.as_completed()) == []
