"""WhatsApp's own strings: `whatsapp_strings.toml` in, typed tables and compiled patterns out, read when first needed."""

import re
from functools import cache
from typing import Any, Final

# Marks of direction: invisible, and put by WhatsApp where they tell placeholders and events from typed text.
MARKS: Final = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c"
LTR: Final = "\u200e"

_MARK = re.compile(f"[{MARKS}]")


def drop_marks(text: str) -> str:
    """Return the text without invisible marks of direction."""
    return text if text.isascii() else _MARK.sub("", text)


@cache
def table(*path: str) -> Any:
    """Return the part of the data file at `path`: a table or a list, as TOML gives it."""
    found: Any = _strings()
    for key in path:
        found = found[key]
    return found


@cache
def any_of(*path: str) -> str:
    """Return a regular expression that matches any string of the list at `path`, the longest first."""
    return "(?:" + "|".join(re.escape(each) for each in sorted(table(*path), key=len, reverse=True)) + ")"


@cache
def _strings() -> dict[str, Any]:
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files("chataudit.parsers").joinpath("whatsapp_strings.toml").read_text(encoding="utf-8"))
