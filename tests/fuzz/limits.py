"""Walls around an input: processor time by a timer of its own, memory by RLIMIT_AS over what the program needs anyway."""

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

SECONDS_A_MB: Final = 5
MEMORY_MB: Final = 512  # over the imports; the largest input is a quarter of a megabyte


class Hang(BaseException):
    """An input took too long. No `except Exception` on the way may swallow it."""


@contextmanager
def in_time(n_bytes: int) -> Iterator[None]:
    """Raise Hang in what takes more than SECONDS_A_MB of processor time a begun megabyte."""

    def stop(*_: object) -> None:
        raise Hang

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS_A_MB * (1 + n_bytes // (1 << 20)))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def limit_memory() -> None:
    """Let this process take MEMORY_MB more than it has, for good."""
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    most = taken + MEMORY_MB * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
