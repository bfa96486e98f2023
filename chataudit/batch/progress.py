"""How far a batch is, on a terminal only: a bar with the time left, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from chataudit.wording import Language, wording


@contextmanager
def show_progress(total: int, done: int, language: Language) -> Iterator[Callable[[], None]]:
    """Show the bar while the block runs; what is given to the block notes that one more is done.

    Args:
        total: exports in all; done: how many of them an earlier run finished, which say nothing of the time left.
        language: of the one word beside the bar.
    """
    if not sys.stderr.isatty() or total == done:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(wording(language, "batch.progress"), total=total, completed=done)
        yield lambda: progress.advance(task)
