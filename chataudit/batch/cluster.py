"""Tasks run on a Dask cluster: on machines elsewhere, or in processes here; results come back, nothing is written there.

A worker that dies costs the repetition of the one task that it had in hand: the scheduler gives that to another.
"""

from __future__ import annotations

import faulthandler
import logging
import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import ExitStack, suppress
from functools import partial
from time import monotonic, sleep
from typing import Final, Generic, TypeVar

import dask
import distributed

import chataudit
from chataudit.batch.children import importing_nothing_here
from chataudit.batch.engine import Limits, Loss
from chataudit.errors import ConfigError

Given = TypeVar("Given")
Got = TypeVar("Got")

_PATIENCE_S: Final = 30  # for a scheduler to answer, and for its first worker
_RECOUNT_S: Final = 2.0  # workers come and go
_LOOK_S: Final = 0.01  # between two looks whether a task is done
_REVIVAL_S: Final = 120.0  # for a worker to come back where all have gone: one that died is started anew by its nanny
_LOOPBACK: Final = "127.0.0.1"
_SETTINGS: Final = {
    "distributed.comm.timeouts.connect": f"{_PATIENCE_S}s",
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.worker.profile.enabled": False,  # it samples each thread a hundred times a second
    "distributed.admin.tick.interval": "1s",  # fifty times a second, by default, each process looks whether its loop is late …
    "distributed.admin.system-monitor.interval": "5s",  # … and twice a second what the machine does, which nobody is shown
    "distributed.scheduler.work-stealing": False,  # no worker has a second task that another could take
}


class DaskEngine(Generic[Given, Got]):
    """Runs tasks on the workers of a scheduler; each has one in hand, so that none dies of another's fault.

    Args:
        function: importable on the workers; it must not raise but MemoryError.
        address: of the scheduler; None to start one here, that nobody else can reach.
        processes: of that one.
        limits: of each task; the memory of workers elsewhere is as they were started with.

    Raises:
        ConfigError: the scheduler does not answer, or has no workers.
    """

    def __init__(self, function: Callable[[Given], Got], address: str | None, processes: int, limits: Limits) -> None:
        for name in ("distributed", "distributed.client"):  # the second has a level of its own
            logging.getLogger(name).setLevel(logging.ERROR)  # a worker lost is the engine's daily work
        self._function = partial(run_within, function, limits.timeout_s)
        self._waiting: deque[Given] = deque()
        self._held: dict[str, Given] = {}
        self._slots = 0
        self._counted_at = -_RECOUNT_S
        with ExitStack() as stack:
            stack.enter_context(dask.config.set(_SETTINGS))
            if address is None:
                stack.enter_context(importing_nothing_here())  # as long as the cluster: it starts lost workers anew
                address = stack.enter_context(_start_here(processes, limits)).scheduler_address
            self._address = address
            self._client = stack.enter_context(self._connect())
            self._stack = stack.pop_all()

    def submit(self, task: Given) -> None:
        """See `Engine.submit`."""
        self._waiting.append(task)

    def as_completed(self) -> Iterator[tuple[Given, Got | Loss]]:
        """See `Engine.as_completed`.

        Raises:
            ConfigError: the scheduler is gone, or all workers are, or they lack the program.
        """
        coming = distributed.as_completed(loop=self._client.loop)
        self._hand_out(coming)
        while self._wait(coming):
            future = next(coming)
            task, result = self._held.pop(future.key), self._take(future)
            self._hand_out(coming)
            yield task, result

    def close(self) -> None:
        """See `Engine.close`."""
        self._waiting.clear()
        self._stack.close()

    def _connect(self) -> distributed.Client:
        try:
            client = distributed.Client(self._address, timeout=_PATIENCE_S, set_as_default=False)
        except (OSError, ValueError) as error:  # a TimeoutError is an OSError
            raise ConfigError("cluster.unreachable", address=self._address) from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE_S)
        except TimeoutError as error:
            client.close()
            raise ConfigError("cluster.no_workers", address=self._address) from error
        return client

    def _hand_out(self, coming: distributed.as_completed) -> None:
        if monotonic() - self._counted_at >= _RECOUNT_S:
            self._slots = max(1, sum(self._client.nthreads().values()))
            self._counted_at = monotonic()
        while self._waiting and len(self._held) < self._slots:
            task = self._waiting.popleft()
            future = self._client.submit(self._function, task, pure=False)
            self._held[future.key] = task
            coming.add(future)

    def _wait(self, coming: distributed.as_completed) -> bool:
        """Wait until a task is done; say whether one is. Workers that have all gone do not come back by themselves for long."""
        seen_at = counted_at = monotonic()
        while not coming.is_empty() and not coming.has_ready():
            sleep(_LOOK_S)
            now = monotonic()
            if now - counted_at >= _RECOUNT_S:
                counted_at = now
                seen_at = now if self._client.nthreads() else seen_at
            if now - seen_at > _REVIVAL_S:
                raise ConfigError("cluster.workers_gone", address=self._address)
        return not coming.is_empty()

    def _take(self, future: distributed.Future) -> Got | Loss:
        try:
            result: Got | Loss = future.result()
        except distributed.KilledWorker:
            return Loss.ON_CLUSTER
        except ModuleNotFoundError as error:
            raise ConfigError("cluster.no_program", version=chataudit.__version__) from error
        except (CancelledError, OSError) as error:
            raise ConfigError("cluster.broken_off", address=self._address) from error
        future.release()
        return result


def run_within(function: Callable[[Given], Got], timeout_s: int | None, task: Given) -> Got | Loss:
    """Run a task on a worker; one that takes too long ends the whole process, since nothing else ends every kind of work."""
    with suppress(MemoryError), open(os.devnull, "w") as nowhere:  # noqa: PTH123  - the traceback is nobody's business
        if timeout_s is not None:
            faulthandler.dump_traceback_later(timeout_s, exit=True, file=nowhere)
        try:
            return function(task)
        finally:
            faulthandler.cancel_dump_traceback_later()
    return Loss.TOO_LARGE


def _start_here(processes: int, limits: Limits) -> distributed.LocalCluster:
    """Start a scheduler and workers of this computer that only this computer reaches."""
    memory = f"{limits.memory_mb}MB" if limits.memory_mb is not None else 0
    return distributed.LocalCluster(
        n_workers=processes,
        threads_per_worker=1,
        memory_limit=memory,
        host=_LOOPBACK,
        dashboard_address=None,
        worker_dashboard_address=None,
    )
