"""Counts of what a parser did not understand in, its warnings out: names cut short, and few enough to be read."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Final

from chataudit.chat import Skipped

MAX_NAME: Final = 40  # characters; a name longer than any of a messenger's was written to be read
MAX_NAMES: Final = 20  # of one kind


def tell_strange(strange: Mapping[tuple[str, str], int]) -> Iterator[Skipped]:
    """Yield a warning for each (wording key, name); names beyond the first many of a key are counted together as «…».

    Args:
        strange: how often each was met; a name may be empty.
    """
    for key, found in groupby(sorted(strange.items()), key=lambda each: each[0][0]):
        counted = [(name, count) for (_, name), count in found]
        for name, count in counted[:MAX_NAMES]:
            yield Skipped(key, {"name": _cut(name), "count": count} if name else {"count": count})
        if rest := sum(map(itemgetter(1), counted[MAX_NAMES:])):
            yield Skipped(key, {"name": "…", "count": rest})


def _cut(name: str) -> str:
    return name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 1]}…"
