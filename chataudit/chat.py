"""A chat as a parser leaves it: the message table, the participants, and what the export could not tell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, cast

import numpy as np
import pandas as pd

Names = np.ndarray[Any, np.dtype[Any]]

Platform = Literal["telegram", "whatsapp", "vk"]

# What an export may be unable to show. Rules that need one of these judge `unknown`, never «clean».
HIDEABLE: Final = ("media", "replies", "seconds", "edits", "reactions", "deletions", "user_ids", "offsets")

PARTICIPANT_COLUMNS: Final[dict[str, str]] = {
    "name": "str",  # display name, untouched
    "participant_id": "str",  # the messenger's id; NA where the format has none
    "kind": "str",  # person, bot, channel, deleted (an account that is gone)
    "n_messages": "int64",  # messages written, service events aside
    "joined_at": "datetime64[s]",  # local time at which an event shows the joining; NaT where not shown
    "left_at": "datetime64[s]",  # of the last leaving or removal that no joining follows; NaT where none
    "present_from_start": "bool",  # a member of the group from its creation on
}


@dataclass(frozen=True)
class Skipped:
    """Input that was not understood or not read, to be counted and shown.

    Attributes:
        key: wording key of what happened.
        details: values that fill the wording: counts, names of keys, never text of a message.
        line: line of the source, from 1, where one can be told.
    """

    key: str
    details: dict[str, object] = field(default_factory=dict)
    line: int | None = None


@dataclass(frozen=True)
class Chat:
    """One conversation of an export.

    Attributes:
        title: the chat's name; None where the export does not hold it.
        platform: the messenger: a Platform, or another one's name where a table was written of it.
        source: name of the file read, without its folder.
        messages: the message table, `chataudit.messages.COLUMNS`.
        participants: a row a participant, `PARTICIPANT_COLUMNS`, those who wrote or appear in service events.
        hides: what this export cannot show, of HIDEABLE.
        warnings: what was not understood.
        truncated: the export ends before its end (cut file, cap of the messenger).
        timezone: how the offsets are known: «export», «given» or None where they are not known.
    """

    title: str | None
    platform: str
    source: str
    messages: pd.DataFrame
    participants: pd.DataFrame
    hides: frozenset[str] = frozenset()
    warnings: tuple[Skipped, ...] = ()
    truncated: bool = False
    timezone: Literal["export", "given"] | None = None


def build_participants(
    messages: pd.DataFrame, *, bots: frozenset[str] = frozenset(), channels: frozenset[str] = frozenset(), deleted: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """Build the participants' table from the message table.

    Args:
        messages: the message table.
        bots: display names known to be bots.
        channels: display names known to be channels (or the chat itself).
        deleted: display names that stand for deleted accounts.

    Reads: author, author_id, kind, event, members, sent_at.

    Returns:
        A row a participant that wrote, acted or was added, in order of first appearance. Two people of one display name
        are told apart by their ids; what is known of a name alone (members of an event) goes to the first of them.
    """
    roster = _Roster()
    is_service = messages["kind"].eq("service").to_numpy()
    is_notice = messages["event"].eq("notice").fillna(value=False).to_numpy(dtype=bool)
    authors, ids = (messages[name].to_numpy(dtype=object) for name in ("author", "author_id"))
    telling = np.flatnonzero(is_service & ~is_notice)
    told, members, times = (messages[name] for name in ("event", "members", "sent_at"))
    events = [
        _Event(row, authors[row], ids[row], str(told.iat[row]), members.iat[row], cast("pd.Timestamp", times.iat[row])) for row in telling.tolist()
    ]
    _admit(roster, authors, ids, is_notice, events)
    for event in events:
        _apply_event(roster, event)
    written = Counter(zip(authors[~is_service].tolist(), ids[~is_service].tolist(), strict=True))
    for (name, author_id), count in written.items():
        if isinstance(name, str):
            roster.find(name, author_id).n_messages += count
    kind_of = dict.fromkeys(channels, "channel") | dict.fromkeys(bots, "bot") | dict.fromkeys(deleted, "deleted")
    table = pd.DataFrame(
        {
            "name": pd.Series([each.name for each in roster.people], dtype="str"),
            "participant_id": pd.Series([each.participant_id for each in roster.people], dtype="str"),
            "kind": pd.Series([kind_of.get(each.name, "person") for each in roster.people], dtype="str"),
            "n_messages": pd.Series([each.n_messages for each in roster.people], dtype="int64"),
            "joined_at": pd.Series(np.array([each.joined_at for each in roster.people], dtype="datetime64[s]")),
            "left_at": pd.Series(np.array([each.left_at for each in roster.people], dtype="datetime64[s]")),
            "present_from_start": pd.Series([each.present_from_start for each in roster.people], dtype="bool"),
        }
    )
    return table.astype(PARTICIPANT_COLUMNS)


@dataclass
class _Person:
    """A row of the participants' table in the making."""

    name: str
    participant_id: str | None
    n_messages: int = 0
    joined_at: pd.Timestamp | None = None
    left_at: pd.Timestamp | None = None
    present_from_start: bool = False


class _Roster:
    """The participants found so far, in order of first appearance."""

    def __init__(self) -> None:
        self.people: list[_Person] = []
        self._of_name: dict[str, list[_Person]] = {}

    def find(self, name: str, participant_id: object = None) -> _Person:
        """Return the participant of this name and id, a new one if there is none."""
        namesakes = self._of_name.setdefault(name, [])
        if not isinstance(participant_id, str):
            return namesakes[0] if namesakes else self._add(name, None)
        for person in namesakes:
            if person.participant_id is None:  # so far known by name only
                person.participant_id = participant_id
            if person.participant_id == participant_id:
                return person
        return self._add(name, participant_id)

    def _add(self, name: str, participant_id: str | None) -> _Person:
        person = _Person(name, participant_id)
        self.people.append(person)
        self._of_name[name].append(person)
        return person


class _Event(NamedTuple):
    """A service event that tells of people; `row` is its row in the message table."""

    row: int
    author: object
    author_id: object
    event: str
    members: object
    sent_at: pd.Timestamp


def _admit(roster: _Roster, authors: Names, ids: Names, is_notice: Names, events: Sequence[_Event]) -> None:
    """Enter everybody in order of first appearance, as author or as member of an event."""
    first_seen: dict[tuple[object, object], int] = {}
    for row, author in enumerate(zip(authors.tolist(), ids.tolist(), strict=True)):
        if author not in first_seen and isinstance(author[0], str) and not is_notice[row]:
            first_seen[author] = row
    order = [(row, str(name), author_id) for (name, author_id), row in first_seen.items()]
    order += [(event.row, name, None) for event in events for name in _names(event.members)]
    for _, name, author_id in sorted(order, key=lambda each: each[0]):
        roster.find(name, author_id)


def _apply_event(roster: _Roster, event: _Event) -> None:
    """Note who came or went by an event: its members, else its author."""
    actors = [roster.find(event.author, event.author_id)] if isinstance(event.author, str) else []
    members = [roster.find(name) for name in _names(event.members)]
    if event.event == "create_group":
        for person in [*actors, *members]:
            person.joined_at, person.left_at, person.present_from_start = event.sent_at, None, True
    elif event.event in ("invite", "join"):
        for person in members or actors:
            person.joined_at, person.left_at = event.sent_at, None
    elif event.event in ("remove", "leave"):
        for person in members or actors:
            person.left_at = event.sent_at


def _names(members: object) -> list[str]:
    return members.split("\n") if isinstance(members, str) and members else []
