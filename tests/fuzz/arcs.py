"""Which lines of the program follow each other while something runs; too slow for every input, so a sample of them is traced."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, Final

import chataudit

_PACKAGE = "/chataudit/"
_ROOT: Final = Path(chataudit.__file__).parent
_FUNCTION: Final = 0x1  # flag of code that has locals of its own: no module, no body of a class


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


def count_reached(arcs: set[tuple[str, int, int]], modules: Sequence[str]) -> tuple[int, int]:
    """Return how many lines of the functions in these files (patterns under the package) were reached, and how many there are."""
    seen: dict[str, set[int]] = {}
    for file, _, line in arcs:
        seen.setdefault(file, set()).add(line)
    files = sorted({path for pattern in modules for path in _ROOT.glob(pattern)})
    lines = {str(path): _lines_of(compile(path.read_bytes(), str(path), "exec")) for path in files}
    return sum(len(each & seen.get(file, set())) for file, each in lines.items()), sum(map(len, lines.values()))


def _lines_of(code: CodeType) -> set[int]:
    """Return the lines of all functions; a function's first is its `def`, which runs when it is made."""
    own = {line for _, _, line in code.co_lines() if line} if code.co_flags & _FUNCTION else set()
    if not code.co_name.startswith("<"):
        own.discard(code.co_firstlineno)
    return own.union(*(_lines_of(inner) for inner in code.co_consts if isinstance(inner, CodeType)))
