"""An exception that is a bug of ours in, its place in the program out: never its message, which may quote a chat."""

import traceback
from pathlib import Path
from typing import Final

from chataudit import __version__
from chataudit.wording import Language, wording

_FRAMES: Final = 8


def trace_of(error: BaseException) -> list[str]:
    """Return the last calls that led to an exception («file:line function»), the innermost last, then the exception's kind."""
    frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
    return [*(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames), type(error).__name__]


def tell_crash(error: BaseException, language: Language) -> str:
    """Return what to tell a user: that the program broke, and a line for its developers."""
    trace = " < ".join([f"chataudit {__version__}", *reversed(trace_of(error))])
    return wording(language, "crash.told", error=type(error).__name__, trace=trace)
