"""Standard output and error that survive whoever reads them: closed early (`| head`) they swallow the rest, full they fail once."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any, Final, TextIO

_PIPE_CLOSED: Final = (errno.EPIPE, errno.EINVAL)  # Windows answers EINVAL where others answer EPIPE

# What stands for a stream that was closed before the program began, or a file would get its number: standard output takes nothing then.
_WHEN_CLOSED: Final = {0: os.O_RDONLY, 1: os.O_RDONLY, 2: os.O_WRONLY}


class StreamError(OSError):
    """A standard stream takes no more, and not because its reader has seen enough."""


class _Patient(io.FileIO):
    """A file descriptor of a standard stream; after a failure it leads nowhere, so that nothing fails again at exit."""

    def write(self, piece: Any, /) -> int:
        try:
            return super().write(piece)
        except OSError as error:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            if error.errno in _PIPE_CLOSED:
                return len(memoryview(piece).cast("B"))
            raise StreamError(error.errno, error.strerror) from error


def guard_streams() -> None:
    """Put patient streams in place of standard output and error; a terminal of Windows and what a test puts there stay."""
    for descriptor, mode in _WHEN_CLOSED.items():
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, mode)  # takes the lowest number that is free: this one
    sys.stdout, sys.stderr = _guard(sys.stdout or _open(1)), _guard(sys.stderr or _open(2))


def flush_streams() -> None:
    """Write what is left.

    Raises:
        StreamError: standard output takes no more.
    """
    sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.flush()


def _open(descriptor: int) -> TextIO:
    return io.TextIOWrapper(io.BufferedWriter(_Patient(descriptor, "wb", closefd=False)), "utf-8")


def _guard(stream: TextIO) -> TextIO:
    binary = getattr(stream, "buffer", None)
    raw = getattr(binary, "raw", binary)  # with PYTHONUNBUFFERED there is no buffer between
    if type(raw) is not io.FileIO or not isinstance(stream, io.TextIOWrapper):
        return stream
    stream.flush()
    buffered = io.BufferedWriter(_Patient(raw.fileno(), "wb", closefd=False))
    return io.TextIOWrapper(buffered, stream.encoding, stream.errors, line_buffering=stream.line_buffering or raw is binary)
