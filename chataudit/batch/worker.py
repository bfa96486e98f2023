"""The other side of an engine's pipe: tasks come in, results go out, until the parent is gone or the memory is used up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any, Final

READY: Final = "ready"
DONE: Final = "done"
TOO_LARGE: Final = "too large"
_MB: Final = 1 << 20


def serve(connection: Connection[Any, Any], function: Callable[[Any], Any], memory_mb: int | None) -> None:
    """Run the function on every task that comes, with so much memory at most; after one for which it was too little, end."""
    _prepare()
    lift = _limit_memory(memory_mb) if memory_mb is not None else None
    try:
        _run_tasks(connection, function)
    except MemoryError:
        if lift is not None:
            lift()  # telling takes some, too
        connection.send((TOO_LARGE, None))


def _run_tasks(connection: Connection[Any, Any], function: Callable[[Any], Any]) -> None:
    connection.send((READY, None))
    while True:
        try:
            task = connection.recv()
        except EOFError:
            return
        connection.send((DONE, function(task)))


def _prepare() -> None:
    """Make this process leave Ctrl-C to its parent, and not outlive it where that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _limit_memory(memory_mb: int) -> Callable[[], None] | None:
    """Limit what this process may hold as data (of the address space, libraries reserve far more than they use); return what ends that."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    kind = resource.RLIMIT_DATA
    before, hard = resource.getrlimit(kind)
    wanted = memory_mb * _MB
    resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    return lambda: resource.setrlimit(kind, (before, hard))
