"""Who stands before an entry's text: the text behind a header in, the sender as written, and the display name of a person, out."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from chataudit.parsers.whatsapp_events import has_event_stem, read_event
from chataudit.parsers.whatsapp_strings import LTR, drop_marks

# The sender ends at the first «: » of the line.
SENDER: Final = r"(?:(?P<sender>(?!: )[^\n:]*(?::(?! )[^\n:]*)*): )?"

_SENDER: Final = re.compile(SENDER)
_LONGEST_NAME: Final = 60  # a longer «sender» may be an event with a colon in it
_QUOTES: Final = re.compile('["«»“”„]')
_PHONE: Final = re.compile(r"\+?[\d\s()\u2010-\u2012-]{6,}")
_PHONE_SIGNS: Final = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-", "\u2012": "-"})


def split_sender(rest: str) -> tuple[str | None, str]:
    """Split what stands behind a header into sender and body; the sender is None where there is none."""
    found = _SENDER.match(rest)
    assert found is not None, "the sender is optional"
    if found["sender"]:
        return found["sender"], rest[found.end() :]
    first, _, more = rest.partition("\n")
    if len(first) > 1 and first.endswith(":"):  # an empty body, its space trimmed
        return first[:-1], more
    return None, rest


def repair_senders(senders: Sequence[str | None], bodies: Sequence[str]) -> tuple[list[str | None], list[str]]:
    """Repair the splits at a «: » that belongs to a name or to the title in an event.

    Returns:
        The senders and bodies of all entries, those split wrongly split again.
    """
    often = Counter(senders)
    events = {sender for sender in often if sender and often[sender] < 3 and _may_be_event(sender)}
    longer = _names_with_colon(senders, bodies)
    if not events and not longer:
        return list(senders), list(bodies)
    repaired = [_repair(sender, body, events, longer) for sender, body in zip(senders, bodies, strict=True)]
    return [sender for sender, _ in repaired], [body for _, body in repaired]


@cache
def display_name(raw: str) -> str:
    """Return a person's display name: without marks of direction and the tilde of those who are in no phone book.

    The signs of a phone number are made alike, since the same number comes with plain and with unbreakable spaces and hyphens.
    """
    name = drop_marks(raw).strip().removeprefix("~").strip()
    return name.translate(_PHONE_SIGNS) if _PHONE.fullmatch(name) else name


def _may_be_event(sender: str) -> bool:
    return len(sender) > _LONGEST_NAME or _QUOTES.search(sender) is not None or has_event_stem(sender)


def _names_with_colon(senders: Sequence[str | None], bodies: Sequence[str]) -> dict[str, set[str]]:
    """Return, for the beginnings of names like «Школа: Мария», how they go on: each of their texts has a second «: » behind one of a few words."""
    plain: set[str | None] = {None}
    ways_on: dict[str, Counter[str]] = {}
    marked: Counter[str] = Counter()
    for sender, body in zip(senders, bodies, strict=True):
        if sender in plain:
            continue
        assert sender is not None, "entries without a sender are plain"
        more, colon, behind = body.partition(": ")
        if not colon or "\n" in more or more.startswith(LTR):
            plain.add(sender)
            continue
        ways_on.setdefault(sender, Counter())[more] += 1
        marked[sender] += behind.startswith(LTR)
    return {
        sender: set(ways)
        for sender, ways in ways_on.items()
        if sender not in plain and min(ways.values()) > 1 and (ways.total() > 2 or marked[sender] == ways.total())
    }


def _repair(sender: str | None, body: str, events: set[str], longer: dict[str, set[str]]) -> tuple[str | None, str]:
    if sender in events:
        whole = f"{sender}: {body}"
        event = read_event(whole)
        if event and (event.event == "notice" or 0 < len(event.actor or "") < len(sender or "")):  # else the event is what a person wrote
            return None, whole
    elif sender in longer:
        more, _, behind = body.partition(": ")
        return f"{sender}: {more}", behind
    return sender, body
