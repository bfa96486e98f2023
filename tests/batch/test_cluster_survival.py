"""A cluster whose workers are killed in the middle of a batch: their tasks are done again, and the bytes are those of an undisturbed run."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from batch_folders import files_of
from batch_many import write_many
from command_line import MEMO, ROOT
from network_guard import loopback

from chataudit.errors import ExitCode

distributed = pytest.importorskip("distributed")

EXPORTS = 24

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")


@pytest.fixture
def cluster() -> Iterator[Any]:
    options: dict[str, Any] = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None, "worker_dashboard_address": None}
    with loopback(), distributed.LocalCluster(n_workers=2, **options) as running:
        yield running


def start(folder: Path, output: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "chataudit", "batch", str(folder), "--output", str(output), "--rules", str(MEMO), "--format", "html", *options]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "0"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def finish(running: subprocess.Popen[str]) -> tuple[int, str]:
    _, told = running.communicate(timeout=300)
    return running.returncode, told


def kill_at_work(cluster: Any, running: subprocess.Popen[str]) -> None:
    """Kill a worker that has a task in hand, without a warning."""
    while running.poll() is None:
        at_work = [address for address, worker in list(cluster.scheduler.workers.items()) if worker.processing]
        if at_work:
            pid = next(nanny.pid for nanny in cluster.workers.values() if nanny.worker_address == at_work[0])
            os.kill(pid, signal.SIGKILL)
            return
    pytest.fail("the batch was over before a worker was killed")


def await_results(output: Path, count: int, running: subprocess.Popen[str]) -> None:
    while running.poll() is None and len(list((output / ".state").glob("*.json"))) < count:
        time.sleep(0.005)


def test_workers_killed_in_the_middle_cost_nothing_but_time(tmp_path: Path, cluster: Any):
    folder, whole, disturbed = (tmp_path / name for name in ("школы", "целиком", "с потерями"))
    write_many(folder, EXPORTS)
    assert finish(start(folder, whole, "--jobs", "2")) == (ExitCode.SOME_UNREAD, "")

    running = start(folder, disturbed, "--engine", "dask", "--scheduler", cluster.scheduler_address)
    for count in (EXPORTS // 4, EXPORTS // 2):
        await_results(disturbed, count, running)
        kill_at_work(cluster, running)

    assert finish(running) == (ExitCode.SOME_UNREAD, "")
    assert files_of(disturbed) == files_of(whole)
