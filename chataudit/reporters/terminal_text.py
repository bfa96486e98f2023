"""Text that strangers wrote → text that a terminal shows and does not obey."""

import re
import unicodedata
from typing import Final

_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats (bidi among them), half characters, separators
_KEPT: Final = frozenset("\n\t\u200d")  # the joiner holds emoji families together; U+FE0F is a mark and kept anyway
_COMMAND: Final = re.compile(r"(?<=:)(?=:)|(?<=##)(?=\[)")  # in the log of GitHub Actions `::error::` begins a command, and `##[` does
_JOINER: Final = "\u2060"  # shows nothing and joins nothing: it only stands between
_LINE_ENDS: Final = re.compile(r"(?<![ \t])[ \t]*+(?:\r?\n[ \t]*)++")  # from the first blank on: from each would be quadratic

NEWLINE_MARK: Final = " ↵ "


def visible(text: str) -> str:
    r"""Return the text with every code point that acts rather than shows written as `\uXXXX`.

    Line feeds and tabs stay. Everything from a report passes through here on its way to a terminal.
    """
    if text.isprintable():
        return text
    return "".join(char if _shows(char) else _escape(char) for char in text)


def one_line(text: str, newline: str = " ") -> str:
    """Return the text as one visible line; `newline` stands for line ends, so that no name or quote can forge a line."""
    return visible(_LINE_ENDS.sub(newline, text).replace("\t", " "))


def disarm(text: str) -> str:
    """Return visible text so that a build server, whose log a terminal may be, finds no command in it."""
    return _COMMAND.sub(_JOINER, text)


def log_line(text: str) -> str:
    """Return the text as one visible line that a build server's log takes for no command."""
    return disarm(one_line(text))


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most `limit` characters and `…`, between words if there is a blank near, never after a joiner."""
    if len(text) <= limit:
        return text
    cut = text[:limit]
    blank = cut.rfind(" ", limit * 3 // 4)
    return cut[: blank if blank > 0 else limit].rstrip(" ,;:\u200d\ufe0f") + "…"


def _shows(char: str) -> bool:
    # Not `isprintable` alone: it denies emoji that are younger than this Python, and every blank but U+0020.
    return char in _KEPT or char.isprintable() or unicodedata.category(char) not in _HIDDEN


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
