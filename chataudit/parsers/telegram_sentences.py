"""The sentences by which Telegram's HTML export tells service events, as events of the message table.

They are English whatever the language of the app; their wording is `export_output_html.cpp`'s.
"""

import re
from typing import Final, NamedTuple

from chataudit.parsers.telegram_events import LOSES, Event

_SENTENCES: Final = tuple(
    (event, re.compile(pattern, re.DOTALL))
    for event, pattern in (
        ("create_group", r"(?P<actor>.+?) created group «(?P<title>.*?)»(?: with members (?P<members>.+))?"),
        ("create_group", r"Channel «(?P<title>.*)» created"),
        ("topic", r"(?P<actor>.+?) created topic «(?P<words>.*)»"),
        ("topic", r"(?P<actor>.+?) changed topic (?:title to )?(?P<words>.*)"),
        ("rename", r"(?P<actor>.+?) changed group title to «(?P<title>.*)»"),
        ("rename", r"Channel title changed to «(?P<title>.*)»"),
        ("photo", r"(?P<actor>.+?) (?:changed|removed|deleted) group photo"),
        ("photo", r"Channel photo (?:changed|removed)"),
        ("call", r"(?P<actor>.+?) invited (?P<members>.+) to the (?:voice|video) chat"),
        ("call", r"(?P<actor>.+?) (?:started|scheduled a) (?:voice|video) chat.*"),
        ("call", r"(?:Voice|Video) chat.*"),
        ("invite", r"(?P<actor>.+?) invited (?P<members>.+)"),
        ("remove", r"(?P<actor>.+?) removed (?P<members>.+)"),
        ("join", r"(?P<actor>.+?) joined group by (?:link(?: from .*)?|request)"),
        ("migrate", r"(?P<actor>.+?) converted (?:this group to a supergroup|a basic group to this supergroup(?P<words>.*))"),
        ("pin", r"(?P<actor>.+?) pinned .+"),
        ("settings", r"(?P<actor>.+?) has set messages (?:not )?to (?P<deletes>auto-delete).*"),
        ("settings", r"New messages will (?:not )?(?P<deletes>auto-delete).*"),
        ("settings", r"(?P<actor>.+?) (?:disabled chat theme|changed chat theme to .*|set (?:a new|the same) background for this chat)"),
        ("settings", r"Channel theme was .*|(?P<clears>History cleared)"),
        ("other", r"(?P<actor>.+?) (?:scored \d+ in|sent you a gift)(?P<words>.*)"),
        ("other", r"(?P<actor>.+?) (?:took a screenshot|joined Telegram|requested your phone number)"),
        ("other", r"(?P<actor>.+?) (?:suggests to use this photo|is now within .+|boosted the group.*)"),
        ("other", r"(?:You |requested: ).*"),
    )
)


class Told(NamedTuple):
    """What a service sentence tells: who acted, and what happened. `event.known` says whether it was understood.

    `words` are what the actor wrote in it, but for the chat's title; `loses` is the key of the warning where messages went.
    """

    actor: str | None
    event: Event
    words: str | None = None
    loses: str | None = None


def read_sentence(sentence: str) -> Told:
    """Return the event that a service sentence tells."""
    for event, pattern in _SENTENCES:
        found = pattern.fullmatch(sentence)
        if found is None:
            continue
        parts = found.groupdict()
        actor, members = parts.get("actor"), _split_names(parts.get("members"))
        # People who come or go by themselves are told of as inviting or removing themselves.
        if members == (actor,) and event in ("invite", "remove"):
            return Told(actor, Event("join" if event == "invite" else "leave"))
        action = "set_messages_ttl" if parts.get("deletes") else "clear_history" if parts.get("clears") else ""
        return Told(actor, Event(event, members, parts.get("title")), parts.get("words"), LOSES.get(action))
    return Told(None, Event("other", known=False))


def _split_names(names: str | None) -> tuple[str, ...]:
    """Split «A, B and C». A name with a comma in it falls apart: the export does not tell where names end."""
    if not names:
        return ()
    first, joint, last = names.rpartition(" and ")
    return tuple([*first.split(", "), last] if joint else [names])
