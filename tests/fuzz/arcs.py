"""Which lines of the program follow each other while something runs; too slow for every input, so a sample of them is traced."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_PACKAGE = "/chataudit/"


@contextmanager
def traced(arcs: set[tuple[str, int, int]]) -> Iterator[None]:
    """Add the steps from line to line to `arcs`: file, line, next line."""
    last: dict[FrameType, int] = {}

    def on_line(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            arcs.add((frame.f_code.co_filename, last.get(frame, 0), frame.f_lineno))
            last[frame] = frame.f_lineno
        elif event == "return":
            last.pop(frame, None)
        return on_line

    def on_call(frame: FrameType, _event: str, _argument: object) -> Any:
        name = frame.f_code.co_filename
        return on_line if _PACKAGE in name and "/tests/" not in name else None

    sys.settrace(on_call)
    try:
        yield
    finally:
        sys.settrace(None)
