"""A chat that takes too long or too much is a row with the limit in it; with more of either it is audited."""

import sys
from pathlib import Path

import pytest
from batch_folders import batch, files_of, summary_of, write_chat
from command_line import MEMO, run

from chataudit.batch.engine import Limits, Loss
from chataudit.batch.perform import perform
from chataudit.batch.store import Store
from chataudit.batch.summary import ChatResult
from chataudit.batch.task import Task
from chataudit.config import Settings
from chataudit.errors import ExitCode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_chat(tmp_path / "школы" / "2А")
    return tmp_path / "школы"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits what a process holds as data")
def test_limit_of_memory_is_told_and_the_chat_is_tried_again_with_more(folder: Path, tmp_path: Path):
    output = tmp_path / "отчёты"

    outcome = run("batch", folder, "--output", output, "--rules", MEMO, "--jobs", 1, "--memory", 64)

    assert outcome.code == ExitCode.NO_EXPORT
    assert "2А/result.json: не уложился в 64 МБ памяти" in outcome.out.replace("\u00a0", " ")
    assert batch(folder, output).code == ExitCode.AUDITED
    assert summary_of(output)["rows"][0]["result"]["reason"] is None


def test_limits_change_no_byte(folder: Path, tmp_path: Path):
    run("batch", folder, "--output", tmp_path / "с", "--rules", MEMO, "--jobs", 1, "--timeout", 3600, "--memory", 8192)
    batch(folder, tmp_path / "без")

    assert files_of(tmp_path / "с") == files_of(tmp_path / "без")


class Stopwatch:
    """An engine in which every task takes too long."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []

    def submit(self, task: Task) -> None:
        self.tasks.append(task)

    def as_completed(self) -> list[tuple[Task, ChatResult | Loss]]:
        return [(task, Loss.TOO_LONG) for task in self.tasks]

    def close(self) -> None:
        self.tasks.clear()


def test_limit_of_time_is_told_and_nothing_half_written_stays(tmp_path: Path):
    (tmp_path / "chats").mkdir()
    (tmp_path / "chats" / "2А.json").write_bytes(b"{}")
    task = Task(
        place="2А",
        path=tmp_path,
        member=None,
        span=None,
        settings=Settings(),
        rules=tmp_path,
        rules_digest="",
        plugins=(),
        program="",
        language="ru",
        generated_at="",
        formats=("json",),
        output=tmp_path,
        name="2А",
        label=None,
        key=None,
    )

    results = perform([task], Store(tmp_path), open_engine=lambda _: Stopwatch(), limits=Limits(timeout_s=90), language="ru")

    assert results["2А"].status == "unread"
    assert (results["2А"].reason or "").replace("\u00a0", " ").startswith("не уложился в 90 секунд;")
    assert not files_of(tmp_path)
