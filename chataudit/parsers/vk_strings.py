"""VK's own strings: `vk_strings.toml` in, typed tables and compiled patterns out, read when first needed."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

USER: Final = "\x01"  # stand in an event's sentence for a name, a title and a quoted message, whatever those hold
TITLE: Final = "\x02"
QUOTE: Final = "\x03"

_PARTS: Final = {
    "{user}": USER,
    "{title}": f"«?(?:{TITLE}|[^«»]+)»?",
    "{quote}": f"«?(?:{QUOTE}|.*?)»?",
    "{a}": "(?:а|о|и)?",
}


@cache
def words(area: str, name: str) -> frozenset[str]:
    """Return a list of words."""
    return frozenset(_strings()[area][name])


@cache
def pattern(area: str, name: str) -> re.Pattern[str]:
    """Return a regular expression."""
    return re.compile(_strings()[area][name], re.IGNORECASE)


@cache
def date_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the regular expressions of a message's date."""
    return tuple(re.compile(each, re.IGNORECASE) for each in _strings()["dates"]["patterns"])


@cache
def months() -> dict[str, int]:
    """Return the number of each month by all its names."""
    return {name: number for number, names in enumerate(_strings()["dates"]["months"], 1) for name in names}


@cache
def attachment_kinds() -> dict[str, str]:
    """Return the kind of each attachment by what VK calls it."""
    return {name: kind for kind, names in _strings()["attachments"].items() if isinstance(names, list) for name in names}


@cache
def event_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the regular expressions of whole sentences, each with its event, in the order in which they are tried."""
    return tuple((event, re.compile(_fill(each))) for event, sentences in _strings()["events"].items() for each in sentences)


def _fill(sentence: str) -> str:
    for name, part in _PARTS.items():
        sentence = sentence.replace(name, part)
    return sentence


@cache
def _strings() -> dict[str, Any]:
    return tomllib.loads(files("chataudit.parsers").joinpath("vk_strings.toml").read_text(encoding="utf-8"))
