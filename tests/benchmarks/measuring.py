"""A command in, what its whole process took out: wall time, time on the processors, memory. Linux only: memory is read from /proc."""

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLING_S = 0.01
_KB_IN_MB = 1024
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"  # where it is set, every start compiles every module anew, as no user's does


@dataclass(frozen=True)
class Usage:
    """What a process and those that it started took.

    Attributes:
        cpu_s: user and system time of all of them.
        peak_anon_mb: the most anonymous memory (RssAnon) that they held together, as sampled.
        max_rss_mb: the largest resident size that one of them reached, pages of mapped files included.
    """

    wall_s: float
    cpu_s: float
    peak_anon_mb: float
    max_rss_mb: float


class RunError(RuntimeError):
    """A measured command did not end well."""


def measure(command: Sequence[str], environment: dict[str, str] | None = None) -> Usage:
    """Run a command to its end, its output dropped.

    Raises:
        RunError: it ended with an error; its last words are told.
    """
    started = time.perf_counter()
    inherited = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=inherited | (environment or {}))
    peaks = [0.0]
    done = threading.Event()
    sampler = threading.Thread(target=_sample, args=(process.pid, done, peaks))
    sampler.start()
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    done.set()
    sampler.join()
    if process.returncode:
        raise RunError(f"{' '.join(command)[:200]}: {said.decode(errors='replace')[-400:]}")
    return Usage(wall_s, used.ru_utime + used.ru_stime, max(peaks), used.ru_maxrss / _KB_IN_MB)


def _sample(pid: int, done: threading.Event, peaks: list[float]) -> None:
    while not done.wait(_SAMPLING_S):
        peaks.append(sum(_anonymous_mb(each) for each in _family(pid)))


def _family(pid: int) -> list[int]:
    """Return a process and all that it started."""
    try:
        children = [int(child) for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text().split()]
    except OSError:  # it has just ended
        return [pid]
    return [pid, *(other for child in children for other in _family(child))]


def _anonymous_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / _KB_IN_MB for line in status.splitlines() if line.startswith("RssAnon")), 0.0)
