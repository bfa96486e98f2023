"""Where tasks run: in this process, or spread over processes of this computer. Another engine has three methods to write."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait as wait_for
from typing import Final, Generic, Protocol, TypeVar

Given = TypeVar("Given")
Got = TypeVar("Got")
Got_co = TypeVar("Got_co", covariant=True)

_AHEAD: Final = 2  # tasks handed out for each process: the next is there when one is done, and few are lost when one dies


class Engine(Protocol[Given, Got_co]):
    """Runs one function on many tasks; the function must be importable, tasks and results must pickle."""

    def submit(self, task: Given) -> None:
        """Take a task."""

    def as_completed(self) -> Iterator[tuple[Given, Got_co | None]]:
        """Yield each task with its result, in any order; with None where the process that ran it died."""

    def close(self) -> None:
        """Let go of everything; tasks not yet begun are dropped."""


class InlineEngine(Generic[Given, Got]):
    """Runs tasks one after another in this process."""

    def __init__(self, function: Callable[[Given], Got]) -> None:
        self._function = function
        self._waiting: deque[Given] = deque()

    def submit(self, task: Given) -> None:
        """See `Engine.submit`."""
        self._waiting.append(task)

    def as_completed(self) -> Iterator[tuple[Given, Got | None]]:
        """See `Engine.as_completed`."""
        while self._waiting:
            task = self._waiting.popleft()
            yield task, self._function(task)

    def close(self) -> None:
        """See `Engine.close`."""
        self._waiting.clear()


class ProcessEngine(Generic[Given, Got]):
    """Runs tasks in `jobs` processes, started anew on every system alike.

    When a process dies, all tasks handed out are lost: each is then tried alone, so that only the guilty one fails.
    """

    def __init__(self, function: Callable[[Given], Got], jobs: int) -> None:
        self._function = function
        self._jobs = jobs
        self._waiting: deque[Given] = deque()
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, task: Given) -> None:
        """See `Engine.submit`."""
        self._waiting.append(task)

    def as_completed(self) -> Iterator[tuple[Given, Got | None]]:
        """See `Engine.as_completed`."""
        running: dict[Future[Got], Given] = {}
        while self._waiting or running:
            lost = self._hand_out(running)
            done, _ = wait(running, return_when=FIRST_COMPLETED) if running else (set(), set())
            for future in done:
                task = running.pop(future)
                if isinstance(future.exception(), BrokenProcessPool):
                    lost.append(task)
                else:
                    yield task, future.result()
            if lost:  # all that runs is lost with them
                suspects = [*lost, *running.values()]
                running.clear()
                self.close_pool()
                yield from ((task, self._try_alone(task)) for task in suspects)
        self.close_pool()

    def close(self) -> None:
        """See `Engine.close`."""
        self._waiting.clear()
        self.close_pool()

    def close_pool(self) -> None:
        """End the processes; the next task begins with new ones."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _hand_out(self, running: dict[Future[Got], Given]) -> list[Given]:
        """Hand tasks out as far as there is room; return one that could not be, because a process has just died."""
        self._pool = self._pool or self._start(self._jobs)
        while self._waiting and len(running) < _AHEAD * self._jobs:
            task = self._waiting.popleft()
            try:
                running[self._pool.submit(self._function, task)] = task
            except BrokenProcessPool:
                return [task]
        return []

    def _try_alone(self, task: Given) -> Got | None:
        with self._start(1) as alone:
            try:
                return alone.submit(self._function, task).result()
            except BrokenProcessPool:
                return None

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_prepare)


def make_engine(function: Callable[[Given], Got], jobs: int) -> Engine[Given, Got]:
    """Return the engine for so many processes; for one it is this process itself."""
    return InlineEngine(function) if jobs == 1 else ProcessEngine(function, jobs)


def _prepare() -> None:
    """Make a new process leave Ctrl-C to its parent, and not outlive it where that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
