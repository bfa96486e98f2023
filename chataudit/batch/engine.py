"""Where tasks run: in this process, or spread over processes of this computer. Another engine has three methods to write."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from math import inf
from multiprocessing.connection import wait
from time import monotonic
from typing import Final, Generic, Protocol, TypeVar

from chataudit.batch.children import importing_nothing_here
from chataudit.batch.worker import READY, TOO_LARGE, serve

Given = TypeVar("Given")
Got = TypeVar("Got")
Got_co = TypeVar("Got_co", covariant=True)

_LONGEST_WAIT: Final = 3600.0  # seconds; waiting without a limit cannot be interrupted on Windows


class Loss(Enum):
    """Why a task has no result."""

    DIED = "died"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    ON_CLUSTER = "on_cluster"  # died or took too long or too much: another machine does not tell which


@dataclass(frozen=True)
class Limits:
    """What one task may take; None for no limit.

    Attributes:
        timeout_s: seconds; a process needs more to start, which do not count.
        memory_mb: megabytes of data (where the system limits them: Linux does).
    """

    timeout_s: int | None = None
    memory_mb: int | None = None


class Engine(Protocol[Given, Got_co]):
    """Runs one function on many tasks; the function must be importable and return something, tasks and results must pickle."""

    def submit(self, task: Given) -> None:
        """Take a task."""

    def as_completed(self) -> Iterator[tuple[Given, Got_co | Loss]]:
        """Yield each task with its result, in any order; or with why there is none."""

    def close(self) -> None:
        """Let go of everything; tasks not yet begun are dropped."""


class InlineEngine(Generic[Given, Got]):
    """Runs tasks one after another in this process, which no limit can protect."""

    def __init__(self, function: Callable[[Given], Got]) -> None:
        self._function = function
        self._waiting: deque[Given] = deque()

    def submit(self, task: Given) -> None:
        """See `Engine.submit`."""
        self._waiting.append(task)

    def as_completed(self) -> Iterator[tuple[Given, Got | Loss]]:
        """See `Engine.as_completed`."""
        while self._waiting:
            task = self._waiting.popleft()
            try:
                result: Got | Loss = self._function(task)
            except MemoryError:
                result = Loss.TOO_LARGE
            yield task, result

    def close(self) -> None:
        """See `Engine.close`."""
        self._waiting.clear()


class ProcessEngine(Generic[Given, Got]):
    """Runs tasks in `jobs` processes, started anew on every system alike; each has one task in hand.

    A task that takes too long or too much, or kills its process, costs that process only: another takes its place.
    """

    def __init__(self, function: Callable[[Given], Got], jobs: int, limits: Limits) -> None:
        self._function = function
        self._jobs = jobs
        self._limits = limits
        self._waiting: deque[Given] = deque()
        self._workers: list[_Worker[Given, Got]] = []

    def submit(self, task: Given) -> None:
        """See `Engine.submit`."""
        self._waiting.append(task)

    def as_completed(self) -> Iterator[tuple[Given, Got | Loss]]:
        """See `Engine.as_completed`."""
        while self._waiting or any(each.task for each in self._workers):
            self._hand_out()
            busy = [each for each in self._workers if each.task]
            patience = min(_LONGEST_WAIT, max(0.0, min(each.deadline for each in busy) - monotonic()))
            wait([each.connection for each in busy], timeout=patience)
            for worker in busy:
                task, result = worker.take()
                if result is None:
                    continue
                if isinstance(result, Loss):
                    self._workers.remove(worker)
                    worker.end()
                yield task, result
        self.close()

    def close(self) -> None:
        """See `Engine.close`."""
        self._waiting.clear()
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        for worker in self._workers:
            if self._waiting and worker.task is None:
                worker.begin(self._waiting.popleft())
        while self._waiting and len(self._workers) < self._jobs:
            worker = _Worker(self._function, self._limits)
            self._workers.append(worker)
            worker.begin(self._waiting.popleft())


class _Worker(Generic[Given, Got]):
    """A process and the task that it has in hand."""

    def __init__(self, function: Callable[[Given], Got], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.task: tuple[Given] | None = None
        self.deadline = inf
        self._timeout_s = limits.timeout_s or inf
        self._is_ready = False
        self._process = context.Process(target=serve, args=(theirs, function, limits.memory_mb), daemon=True)
        with importing_nothing_here():
            self._process.start()
        theirs.close()  # so that its end is seen when the process dies

    def begin(self, task: Given) -> None:
        """Hand the process a task; its time runs from when the process is there to take it."""
        self.task = (task,)
        self.deadline = monotonic() + self._timeout_s if self._is_ready else inf
        with suppress(OSError):  # it has died: `take` will see that
            self.connection.send(task)

    def take(self) -> tuple[Given, Got | Loss | None]:
        """Return the task with its result, with why there will be none, or with None while it is at work."""
        assert self.task is not None
        (task,) = self.task
        result = self._receive()
        if result is not None:
            self.task = None
        return task, result

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()

    def _receive(self) -> Got | Loss | None:
        try:
            while self.connection.poll():
                kind, result = self.connection.recv()
                if kind != READY:
                    return Loss.TOO_LARGE if kind == TOO_LARGE else result
                self._is_ready = True
                self.deadline = monotonic() + self._timeout_s
        except (EOFError, OSError):
            return Loss.DIED
        return Loss.TOO_LONG if monotonic() >= self.deadline else None


def make_engine(function: Callable[[Given], Got], jobs: int, limits: Limits) -> Engine[Given, Got]:
    """Return the engine for so many processes; for one without limits it is this process itself."""
    return InlineEngine(function) if jobs == 1 and limits == Limits() else ProcessEngine(function, jobs, limits)
