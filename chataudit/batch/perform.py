"""Tasks in, their results out: what an earlier run kept is recalled, the rest is run; whatever goes wrong with a task is its result."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Final

from chataudit.batch.engine import Engine, Limits, Loss
from chataudit.batch.progress import show_progress
from chataudit.batch.store import Store
from chataudit.batch.summary import ChatResult
from chataudit.batch.task import Audited, Kept, Task, keep
from chataudit.plugins import warn_of
from chataudit.remote.storage import StorageGoneError
from chataudit.reporters.terminal_text import disarm, one_line
from chataudit.wording import Language, wording

_log = logging.getLogger("chataudit.batch")

_LOSSES: Final[dict[Loss, str]] = {
    Loss.DIED: "batch.died",
    Loss.TOO_LONG: "batch.too_long",
    Loss.TOO_LARGE: "batch.too_large",
    Loss.ON_CLUSTER: "cluster.lost_task",
}
_PATIENCE: Final = 3  # tasks after each other that found the storage gone; the next would wait for it, too


def perform(
    tasks: Sequence[Task],
    store: Store,
    *,
    open_engine: Callable[[int], Engine[Task, Kept | Audited]],
    limits: Limits,
    language: Language,
) -> dict[str, ChatResult]:
    """Run the tasks whose results no earlier run kept; return all results by the name of the reports.

    Args:
        tasks: of one batch; store: its folder.
        open_engine: given how many tasks there are, returns what runs them; an `Audited` that it yields is kept here.
        limits: of each task.
        language: of the reasons of what could not be audited.

    Raises:
        StorageGoneError: the storage of the exports no longer answers.
    """
    store.sweep()
    recalled = {task.name: store.recall(task.name, task.key) for task in tasks}
    results = {name: kept for name, kept in recalled.items() if kept is not None}
    waiting = [task for task in tasks if task.name not in results]
    if not waiting:
        return results
    with closing(open_engine(len(waiting))) as engine, show_progress(len(tasks), len(results), language) as advance:
        for task in sorted(waiting, key=lambda each: -each.size):  # one that is begun last keeps all others waiting
            engine.submit(task)
        gone = 0
        for task, result in engine.as_completed():
            gone = gone + 1 if isinstance(result, Audited) and result.is_storage_gone else 0
            if gone == _PATIENCE and isinstance(result, Audited):
                raise StorageGoneError("remote.broken_off", reason=result.result.reason)
            if isinstance(result, Loss):
                store.discard_reports(task.name, task.formats)  # begun, or of an earlier run: nothing will link to them
                results[task.name] = _tell_loss(result, limits, language)
            else:
                kept = keep(task, result) if isinstance(result, Audited) else result
                results[task.name] = kept.result
                for error in kept.skipped:
                    warn_of(error)
            _note_crash(task, results[task.name])
            advance()
    return results


def _tell_loss(loss: Loss, limits: Limits, language: Language) -> ChatResult:
    reason = wording(language, _LOSSES[loss], seconds=limits.timeout_s, memory=limits.memory_mb)
    return ChatResult(status="unread", reason=reason)


def _note_crash(task: Task, result: ChatResult) -> None:
    """Log where a task broke: a bug of ours, which its row alone would hide."""
    if result.trace:
        _log.error("%s: %s", disarm(one_line(task.place)), " < ".join(reversed(result.trace)))
