"""Many inputs in child processes behind limits; a child that dies takes one input with it, and the next goes on after it."""

import json
import multiprocessing
import random
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from .arcs import traced
from .judging import Outcome, judge, keep
from .limits import limit_memory
from .mutator import mutate
from .targets import TARGETS

PIECE: Final = 2_000  # inputs a child; a fresh one begins without what a leak has left
_TRACED: Final = 50  # one input in so many is traced


def make_input(target: str, number: int) -> bytes:
    """Return the input of this number, the same on every machine."""
    return mutate(TARGETS[target].seeds(), random.Random(f"{target}:{number}"))


def run_inputs(target: str, numbers: range, output: Path, *, tracing: bool = False) -> Outcome:
    """Read mutated inputs in this process; tracing some of them tells how much of the program they reach."""
    outcome = Outcome()
    begun = time.process_time()
    for number in numbers:
        content = make_input(target, number)
        _write_current(output, target, number)
        with traced(outcome.arcs) if tracing and not number % _TRACED else nullcontext():
            judge(TARGETS[target], content, outcome, output)
    outcome.seconds = time.process_time() - begun
    return outcome


def run_children(target: str, runs: int, output: Path, tell: Callable[[str], object] = lambda _: None, first: int = 0) -> Outcome:
    """Read mutated inputs piece by piece, each in a child process of its own."""
    output.mkdir(parents=True, exist_ok=True)
    total = Outcome()
    begin, end = first, first + runs
    while begin < end:
        numbers = range(begin, min(begin + PIECE, end))
        outcome, begin = _run_child(target, numbers, output)
        total.add(outcome)
        tell(total.tell(TARGETS[target]))
    return total


def _run_child(target: str, numbers: range, output: Path) -> tuple[Outcome, int]:
    """Return what a child found, and the number of the first input that it left."""
    answer = output / f"{target}.json"
    child = multiprocessing.get_context("spawn").Process(target=_work, args=(target, numbers, output, answer))
    child.start()
    child.join()
    if child.exitcode == 0:
        told = json.loads(answer.read_text(encoding="utf-8"))
        answer.unlink()
        return Outcome(**told | {"arcs": {tuple(arc) for arc in told["arcs"]}}), numbers.stop
    died = int(_current(output, target).read_text(encoding="ascii"))
    name = keep(make_input(target, died), output, target)
    return Outcome(died + 1 - numbers.start, crashes={f"process died with {child.exitcode}": name}), died + 1


def _work(target: str, numbers: range, output: Path, answer: Path) -> None:
    limit_memory()
    told: dict[str, Any] = asdict(run_inputs(target, numbers, output, tracing=True))
    answer.write_text(json.dumps(told | {"arcs": sorted(told["arcs"])}), encoding="utf-8")


def _current(output: Path, target: str) -> Path:
    return output / f"{target}.current"


def _write_current(output: Path, target: str, number: int) -> None:
    _current(output, target).write_text(str(number), encoding="ascii")
