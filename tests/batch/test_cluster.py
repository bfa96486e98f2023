"""A batch on a Dask cluster of two workers, on this machine and nowhere else: the same bytes, whatever becomes of a worker."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from batch_folders import batch, files_of, summary_of, write_account, write_chat, write_page, write_whatsapp
from network_guard import loopback

from chataudit.batch.apart import audit_apart
from chataudit.batch.cluster import DaskEngine
from chataudit.batch.engine import Limits, Loss
from chataudit.batch.task import Task
from chataudit.config import Settings
from chataudit.errors import ConfigError
from chataudit.plugins import all_plugins
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.compiled import digest_rules

distributed = pytest.importorskip("distributed")

HERE = "127.0.0.1"


@pytest.fixture(scope="module", autouse=True)
def talking_within_this_computer() -> Iterator[None]:
    with loopback():
        yield


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, host=HERE, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def run_all(scheduler: str, function: Callable[[Any], Any], tasks: list[Any], limits: Limits = Limits()) -> list[tuple[Any, Any]]:  # noqa: B008
    with closing(DaskEngine(function, scheduler, 2, limits)) as engine:
        for task in tasks:
            engine.submit(task)
        return list(engine.as_completed())


def die() -> None:
    time.sleep(0.5)  # a nanny does not start a process anew that dies while it is still being started
    os._exit(9)


def die_once(marker: Path) -> str:
    if marker.suffix == ".fatal" and not marker.exists():
        marker.touch()
        die()
    return marker.name


def double_unless_fatal(number: int) -> int:
    if number == 3:
        die()
    return 2 * number


def double_unless_endless(number: int) -> int:
    if number == 3:
        time.sleep(3600)
    return 2 * number


def write_exports(folder: Path) -> Path:
    for number in range(4):
        write_chat(folder / f"школа {number}", f"{number}А")
    write_page(folder / "страница")
    write_whatsapp(folder / "текст")
    write_account(folder / "аккаунт", первый="private_group", второй="private_group")
    (folder / "пусто").mkdir()
    (folder / "пусто" / "result.json").touch()
    return folder


def task_for(path: Path, output: Path) -> Task:
    from chataudit import __version__

    return Task(
        place=path.name,
        path=path,
        member=None,
        span=None,
        settings=Settings(),
        rules=None,
        rules_digest=digest_rules(builtin_rules()),
        plugins=tuple(map(str, all_plugins())),
        program=__version__,
        language="ru",
        generated_at="2026-01-01T00:00:00+00:00",
        formats=("json",),
        output=output,
        name="chat",
        label=None,
        key="key",
    )


def test_cluster_writes_the_same_bytes_as_this_computer_alone(tmp_path: Path, scheduler: str):
    folder = write_exports(tmp_path / "выгрузки")

    here = batch(folder, tmp_path / "здесь", SOURCE_DATE_EPOCH="0")
    there = batch(folder, tmp_path / "там", "--engine", "dask", "--scheduler", scheduler, SOURCE_DATE_EPOCH="0")

    assert (there.code, there.err) == (here.code, "")
    assert files_of(tmp_path / "там") == files_of(tmp_path / "здесь")


def test_what_one_engine_finished_the_other_does_not_repeat(tmp_path: Path, scheduler: str):
    folder = write_exports(tmp_path / "выгрузки")
    batch(folder, tmp_path / "отчёты", SOURCE_DATE_EPOCH="0")
    before = {path: path.stat().st_ino for path in (tmp_path / "отчёты" / "chats").iterdir()}

    batch(folder, tmp_path / "отчёты", "--engine", "dask", "--scheduler", scheduler, SOURCE_DATE_EPOCH="0")

    assert {path: path.stat().st_ino for path in (tmp_path / "отчёты" / "chats").iterdir()} == before


def test_dead_worker_costs_the_repetition_of_its_task(tmp_path: Path, scheduler: str):
    tasks = [tmp_path / f"{number}{'.fatal' if number == 2 else ''}" for number in range(6)]

    assert sorted(run_all(scheduler, die_once, tasks)) == [(task, task.name) for task in tasks]


def test_task_that_kills_every_worker_costs_the_others_nothing(scheduler: str):
    assert dict(run_all(scheduler, double_unless_fatal, list(range(6)))) == {n: Loss.ON_CLUSTER if n == 3 else 2 * n for n in range(6)}


def test_cluster_that_has_lost_all_its_workers_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.batch.cluster._REVIVAL_S", 0.5)
    with (
        distributed.LocalCluster(n_workers=1, threads_per_worker=1, host=HERE, dashboard_address=None) as cluster,
        closing(DaskEngine(double_unless_endless, cluster.scheduler_address, 1, Limits())) as engine,
    ):
        engine.submit(3)
        cluster.scale(0)
        with pytest.raises(ConfigError) as told:
            list(engine.as_completed())

    assert told.value.key == "cluster.workers_gone"


def test_task_that_takes_too_long_costs_the_others_nothing(scheduler: str):
    results = dict(run_all(scheduler, double_unless_endless, list(range(6)), Limits(timeout_s=1)))

    assert results == {n: Loss.ON_CLUSTER if n == 3 else 2 * n for n in range(6)}


def test_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.batch.cluster._PATIENCE_S", 1)

    with pytest.raises(ConfigError) as caught:
        DaskEngine(len, "tcp://127.0.0.1:1", 1, Limits())

    assert caught.value.key == "cluster.unreachable"


def test_worker_finds_a_rulebook_by_its_name(tmp_path: Path):
    task = task_for(write_chat(tmp_path), tmp_path / "отчёты")
    named = replace(task, rules=Path("volgograd-43"), rules_digest=digest_rules(builtin_rules("volgograd-43")))

    assert len(audit_apart(named).result.recommendations) == 10


def test_worker_with_the_same_program_and_rules_audits_and_writes_nothing(tmp_path: Path):
    audited = audit_apart(task_for(write_chat(tmp_path), tmp_path / "отчёты"))

    assert (audited.result.status, list(audited.reports)) == ("audited", ["chats/chat.json"])
    assert not (tmp_path / "отчёты").exists()


@pytest.mark.parametrize(
    ("difference", "told"),
    [
        ({"program": "0.0.1"}, "на рабочей машине chataudit"),
        ({"rules_digest": "0"}, "на рабочей машине другие файлы правил"),
        ({"rules": Path("sparrow-school")}, "на рабочей машине другие файлы правил"),
        ({"plugins": ("parsers sparrow chataudit-sparrow 0.2.0",)}, "на рабочей машине другие расширения"),
        ({"path": Path("нет.json")}, "рабочая машина не видит файла"),
    ],
)
def test_worker_that_would_do_otherwise_refuses_for_this_once(tmp_path: Path, difference: dict[str, Any], told: str):
    audited = audit_apart(replace(task_for(write_chat(tmp_path), tmp_path / "отчёты"), **difference))

    assert audited.result.status == "unread"
    assert (audited.result.reason or "").startswith(told)
    assert not audited.lasts


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--engine", "ray"], "--engine ray: такого нет; есть processes, dask."),
        (["--engine", "dask"], "С --engine dask нужен и --scheduler: адрес вида tcp://машина:8786 или слово local."),
        (["--scheduler", "local"], "--scheduler нужен только вместе с --engine dask."),
        (
            ["--engine", "dask", "--scheduler", "машина"],
            "--scheduler машина: нужен адрес вида tcp://машина:8786 или tls://машина:8786, либо слово local.",
        ),
    ],
)
def test_options_that_do_not_fit_are_told_in_a_sentence(tmp_path: Path, options: list[str], told: str):
    outcome = batch(write_chat(tmp_path / "выгрузки").parent, tmp_path / "отчёты", *options)

    assert (outcome.code, outcome.sentence()) == (2, told)


def test_without_the_extra_its_line_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.batch.engines.find_spec", lambda _: None)

    outcome = batch(write_chat(tmp_path / "выгрузки").parent, tmp_path / "отчёты", "--engine", "dask", "--scheduler", "local")

    assert (outcome.code, outcome.sentence()) == (2, "Для проверки на кластере нужна библиотека Dask: pip install 'chataudit[dask]'.")


def test_cluster_of_this_computer_needs_no_address(tmp_path: Path):
    folder = write_chat(tmp_path / "выгрузки").parent

    assert batch(folder, tmp_path / "отчёты", "--engine", "dask", "--scheduler", "local").code == 0
    assert summary_of(tmp_path / "отчёты")["audited"] == 1
