"""In which encoding the standard streams are read at their other end, and plain signs for what that encoding cannot write."""

from __future__ import annotations

import codecs
import io
import os
import stat
import sys
import unicodedata
from collections.abc import Mapping
from typing import Final, TextIO

ERRORS: Final = "chataudit.plain"  # the name under which codecs know `replace_by_plain_signs`

_RUSSIAN: Final = "Ёё"
_PLAIN: Final = {
    "✓": "+", "✗": "x", "…": "...", "–": "-", "—": "-", "−": "-", "«": '"', "»": '"', "“": '"', "”": '"', "„": '"', "’": "'",
    "№": "N", "·": "-", "•": "-", "→": "->", "↵": "/", "≤": "<=", "≥": ">=", "×": "x", "⋮": "...", "█": "#", "\u2060": "", "\u200d": "", "\ufe0f": "",
}  # fmt: skip


def prepare_streams(streams: tuple[TextIO, ...]) -> None:
    """Let the streams write what is read right at their other end, and never fail at a sign."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=choose_encoding(stream, os.environ, console_encoding()), errors=ERRORS)


def choose_encoding(stream: TextIO, environment: Mapping[str, str], console: str | None) -> str:
    """Return the encoding of a stream: the one that Python was told of, the Windows console's for a pipe, else UTF-8.

    PowerShell decodes what a program pipes by the console's code page (866), while Python would write the one of Windows (1251).
    A terminal, a file and everything outside of Windows get what Python chose, unless that cannot write Russian.

    Args:
        stream: standard output or standard error.
        environment: the process's variables.
        console: the encoding of the Windows console that the process belongs to; None where there is none.
    """
    own = stream.encoding
    if console and not environment.get("PYTHONIOENCODING") and not stream.isatty():
        own = console if _is_pipe(stream) else "utf-8"
    try:
        _RUSSIAN.encode(own)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return own


def console_encoding() -> str | None:
    """Return the encoding in which a Windows console reads what it is sent; None where none is attached, or under Git's shell."""
    if sys.platform != "win32" or sys.flags.utf8_mode or "MSYSTEM" in os.environ:
        return None
    import ctypes

    page = ctypes.windll.kernel32.GetConsoleOutputCP()
    return f"cp{page}" if page else None


def replace_by_plain_signs(error: UnicodeError) -> tuple[str, int]:
    r"""Handle what an encoding cannot write: ✓ becomes «+», é becomes «e», an emoji `\U0001f525`; nothing becomes a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        replaced, end = codecs.backslashreplace_errors(error)
        return str(replaced), end
    bad = error.object[error.start : error.end]
    return "".join(_plain(char, error.encoding) for char in bad), error.end


def _plain(char: str, encoding: str) -> str:
    decomposed = "".join(each for each in unicodedata.normalize("NFKD", char) if not unicodedata.combining(each))
    simpler = _PLAIN.get(char, decomposed)
    try:
        simpler.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("ascii", "backslashreplace").decode("ascii")
    return simpler


codecs.register_error(ERRORS, replace_by_plain_signs)


def _is_pipe(stream: TextIO) -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False
