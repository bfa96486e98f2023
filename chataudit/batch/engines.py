"""What the user said of where to audit in, the engine out; cluster libraries are loaded only for who asked for one."""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from typing import Final

from chataudit.batch.engine import Engine, Limits, make_engine
from chataudit.batch.task import Audited, Kept, Task, audit_one
from chataudit.errors import ConfigError

PROCESSES: Final = "processes"
DASK: Final = "dask"
LOCAL: Final = "local"
_ADDRESS: Final = re.compile(r"(?:tcp|tls)://\S+:\d+")


def check_engine(engine: str, scheduler: str | None) -> None:
    """Refuse an engine that there is not, and a scheduler that does not fit it.

    Raises:
        ConfigError: so, or the library of the engine is not installed.
    """
    if engine not in (PROCESSES, DASK):
        raise ConfigError("cluster.bad_engine", value=engine, known=f"{PROCESSES}, {DASK}")
    if engine == PROCESSES:
        if scheduler is not None:
            raise ConfigError("cluster.scheduler_alone")
        return
    if scheduler is None:
        raise ConfigError("cluster.no_scheduler")
    if scheduler != LOCAL and not _ADDRESS.fullmatch(scheduler):
        raise ConfigError("cluster.bad_scheduler", value=scheduler)
    if find_spec("distributed") is None:
        raise ConfigError("cluster.no_extra")


def open_engine(engine: str, tasks: int, *, scheduler: str | None, jobs: int | None, limits: Limits) -> Engine[Task, Kept | Audited]:
    """Return the engine for so many tasks.

    Args:
        engine, scheduler: as `check_engine` let them pass.
        tasks: how many are to be run.
        jobs: how many at once on this computer; None for one a core.
        limits: of each task.

    Raises:
        ConfigError: the cluster does not answer.
    """
    processes = min(jobs or os.cpu_count() or 1, tasks)
    if engine == PROCESSES or scheduler is None:
        return make_engine(audit_one, processes, limits)
    from chataudit.batch.apart import audit_apart
    from chataudit.batch.cluster import DaskEngine

    return DaskEngine(audit_apart, None if scheduler == LOCAL else scheduler, processes, limits)
