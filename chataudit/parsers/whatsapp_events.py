"""Events of a WhatsApp chat: a line that the messenger wrote in, what happened, who acted, about whom, and the new title out.

Whether the messenger speaks is told by the structure of the line, elsewhere; words only tell what it says.
"""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final, NamedTuple

from chataudit.parsers.whatsapp_strings import any_of, drop_marks, table

_LONGEST: Final = (
    10_000  # characters of a sentence of the messenger's, which may name many people; in longer ones every wording would be tried at length
)
_QUOTE: Final = '["«»“”„‟]'
_PLACEHOLDERS: Final = {
    "{actor}": r"(?P<actor>\S.*?)",
    "{members}": r"(?P<members>\S.*)",
    "{title}": r"(?P<title>.+)",
    "{old}": r".+",
    "{a}": r"(?:\(-?а\)|\(-?ла\)|[аоиы])?",
    "{sya}": r"(?:ся|[аои]сь)(?:\(-?\w+\))?",
    "{v}": r"(?:в|ла|ли)(?:\(-?\w+\))?",
    "{vsya}": r"(?:вся|лася|лися)(?:\(-?\w+\))?",
    '"': _QUOTE,
    " ": r"\s+",
}
_LONGEST_NAME: Final = 200  # characters; the messenger allows 25, phone books some more
# «Подробнее», «Tap to learn more» and the like follow an event; so may a full stop.
_TAIL: Final = r"(?:\.\s+(?:Нажмите|Подробнее|Tap|Click|Learn|Торкніться).*|\.)?"


class Event(NamedTuple):
    """What the messenger tells.

    Attributes:
        event: one of `chataudit.messages.EVENTS`.
        actor: who acted, as written; None where nobody is named.
        members: whom the event is about, as written and not yet split; None where nobody.
        title: the chat's new title.
    """

    event: str
    actor: str | None = None
    members: str | None = None
    title: str | None = None


@lru_cache(maxsize=10_000)  # asked once to tell a line of text from an event, and once to read the event
def read_event(text: str) -> Event | None:
    """Read an event of known wording; None where the wording is unknown, or too long for one."""
    if len(text) > _LONGEST:
        return None
    line = drop_marks(text).strip()
    for event, pattern in _patterns():
        found = pattern.fullmatch(line)
        if found:
            named = found.groupdict()
            return Event(event, named.get("actor"), named.get("members"), named.get("title"))
    return None


def is_known_event(text: str) -> bool:
    """Say whether the text is an event of known wording, from its first word to its last."""
    return read_event(text) is not None


def guess_event(text: str) -> Event:
    """Tell an event of unknown wording by its stems; «other» where none is known."""
    line = drop_marks(text)
    return next((Event(event) for event, pattern in _stems() if pattern.search(line)), Event("other"))


def tells_of_disappearing(text: str) -> bool:
    """Say whether a settings event is about messages that vanish by themselves."""
    return _disappearing().search(text) is not None


def has_event_stem(text: str) -> bool:
    """Say whether a stem of events stands in the text."""
    return any(pattern.search(text) for _, pattern in _stems())


def split_members(members: str, known: Collection[str]) -> list[str]:
    """Split a list of names at its commas, and at an «и» or "and" beside a known name or a number.

    Args:
        members: the names, as written, joined by «, ».
        known: names that are known otherwise; one of them may hold a comma itself.
    """
    pieces = [piece for piece in drop_marks(members).strip().split(", ") if piece]
    widest = 1 + max((name.count(", ") for name in known if len(name) <= _LONGEST_NAME), default=0)
    names: list[str] = []
    start = 0
    while start < len(pieces):
        for width in range(min(widest, len(pieces) - start), 0, -1):
            name = ", ".join(pieces[start : start + width])
            if width == 1 or name in known:
                names += _split_at_and(name, known)
                start += width
                break
    return names


def find_self(name: str) -> str | None:
    """Return the nominative of «Вы» or "You" if that is what the name is, else None."""
    return _selves().get(name.casefold())


def _split_at_and(name: str, known: Collection[str]) -> list[str]:
    if name in known or len(name) > 2 * _LONGEST_NAME:
        return [name]
    for found in re.finditer(rf"\s{any_of('members', 'and')}\s", name):
        halves = name[: found.start()], name[found.end() :]
        if any(half in known or half.startswith("+") for half in halves):
            return list(halves)
    return [name]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((event, _compile(row)) for event, rows in table("events").items() for row in rows)


@cache
def _stems() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((event, re.compile("|".join(stems), re.IGNORECASE)) for event, stems in table("stems").items())


@cache
def _disappearing() -> re.Pattern[str]:
    return re.compile("|".join(table("disappearing", "stems")), re.IGNORECASE)


@cache
def _selves() -> dict[str, str]:
    return {form: nominative for nominative, forms in table("self").items() for form in forms}


def _compile(row: str) -> re.Pattern[str]:
    pattern = row
    for placeholder, expression in _PLACEHOLDERS.items():
        pattern = pattern.replace(placeholder, expression)
    return re.compile(pattern + _TAIL, re.DOTALL)
