"""How many examples a law is tried on: few and the same ones in the suite, as many as LAW_EXAMPLES says in the long run."""

import os
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

T = TypeVar("T")
_LONG: Final = os.environ.get("LAW_EXAMPLES")
IS_LONG: Final = _LONG is not None


def examples(few: int) -> settings:
    """Return the profile of a law: `few` examples in the suite, 10,000 (or whatever is asked for) in the long run."""
    return settings(
        max_examples=int(_LONG) if _LONG else few,
        derandomize=not _LONG,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def groups(strategy: st.SearchStrategy[T], few: int, at_once: int) -> Iterator[Sequence[T]]:
    """Draw the examples of a law that takes many at a time, as each of its trials starts processes; no failure is made smaller."""
    drawn: list[T] = []

    @examples(few)
    @given(strategy)
    def draw(example: T) -> None:
        drawn.append(example)

    draw()
    for first in range(0, len(drawn), at_once):
        yield drawn[first : first + at_once]
