"""Tasks performed: in an order in which no long one keeps all others waiting at the end."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from chataudit.batch.engine import Limits
from chataudit.batch.perform import perform
from chataudit.batch.store import Store
from chataudit.batch.summary import ChatResult
from chataudit.batch.task import Kept, Task
from chataudit.config import Settings


class NotingEngine:
    """Audits nothing, and remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[Task] = []

    def submit(self, task: Task) -> None:
        self.given.append(task)

    def as_completed(self) -> Iterator[tuple[Task, Kept]]:
        yield from ((task, Kept(ChatResult(status="audited", title=task.name), [])) for task in reversed(self.given))

    def close(self) -> None:
        pass


def test_largest_exports_come_first_and_others_as_they_stand(tmp_path: Path):
    task = Task(
        place="чат",
        path=tmp_path,
        member=None,
        span=None,
        settings=Settings(),
        rules=None,
        rules_digest="",
        plugins=(),
        program="",
        language="ru",
        generated_at="",
        formats=(),
        output=tmp_path,
        name="",
        label=None,
        key=None,
    )
    tasks = [replace(task, name=name, size=size) for name, size in (("а", 5), ("б", 9), ("в", 0), ("г", 9))]
    engine = NotingEngine()

    results = perform(tasks, Store(tmp_path), open_engine=lambda _: engine, limits=Limits(), language="ru")

    assert [each.name for each in engine.given] == ["б", "г", "а", "в"]
    assert {name: result.title for name, result in results.items()} == {name: name for name in "абвг"}
