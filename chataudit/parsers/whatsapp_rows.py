"""The rows of the message table: WhatsApp's records in, the table's columns, the chat's title and what stayed unclear out."""

from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from typing import Any

from chataudit.parsers.whatsapp_events import (
    Event,
    find_self,
    guess_event,
    has_event_stem,
    is_known_event,
    read_event,
    split_members,
    tells_of_disappearing,
)
from chataudit.parsers.whatsapp_media import Body, find_special, read_body
from chataudit.parsers.whatsapp_records import Records
from chataudit.parsers.whatsapp_senders import display_name
from chataudit.parsers.whatsapp_shapes import read_shapes
from chataudit.parsers.whatsapp_strings import LTR
from chataudit.parsers.whatsapp_titles import find_pseudo_sender


@dataclass
class Rows:
    """The columns of the message table that the text fills, and what was noticed on the way.

    Attributes:
        columns: for `chataudit.messages.build_messages`, all but `id`, `line` and the times.
        title: the chat's name, as events or the pseudo-sender tell it.
        unknown_events: lines of events of unknown wording.
        unknown_media: lines of placeholders of unknown wording.
        absent: lines of messages whose contents the export does not hold.
        disappearing: lines of events about messages that vanish by themselves.
        unnamed_selves: lines of events about «Вы», of whom nobody told who that is.
    """

    columns: dict[str, Any]
    title: str | None = None
    unknown_events: list[int] = field(default_factory=list)
    unknown_media: list[int] = field(default_factory=list)
    absent: list[int] = field(default_factory=list)
    disappearing: list[int] = field(default_factory=list)
    unnamed_selves: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Contents:
    """What the records hold: the places where the messenger speaks, the bodies that are more than typed text, and placeholders of unknown wording."""

    spoken: list[int]
    special: dict[int, Body]
    unknown: list[int]


def build_rows(records: Records, me: str | None) -> Rows:
    """Tell of every record whether a person or the messenger speaks, and what.

    Args:
        records: the entries of the file.
        me: display name of the export's maker, where known.
    """
    contents = _read_contents(records)
    chat_name = _find_chat_name(records, contents)
    rows = Rows(_message_columns(records, contents))
    rows.unknown_media = [records.lines[row] for row in contents.unknown]
    rows.absent = [records.lines[row] for row, body in contents.special.items() if body.absent]
    of_chat = [row for row in contents.special if records.senders[row] == chat_name] if chat_name else []
    events = {row: _read_event(records, row) for row in contents.spoken} | dict.fromkeys(of_chat, Event("call"))
    unread = {row for row in contents.spoken if read_event(records.bodies[row]) is None}
    rows.unknown_events = [records.lines[row] for row in contents.spoken if row in unread]
    rows.disappearing = [
        records.lines[row] for row, event in sorted(events.items()) if event.event == "settings" and tells_of_disappearing(records.bodies[row])
    ]
    me = me or _find_self(records, contents, events, chat_name)
    known = {display_name(sender) for sender in set(records.senders) if sender and sender != chat_name}
    for row, event in sorted(events.items()):
        people = [_actor(event, records.senders[row], chat_name), *(_person(name) for name in split_members(event.members or "", known))]
        if any(name and find_self(name) for name in people):
            people = [me if name and find_self(name) else name for name in people]  # nobody where it is not known who that is
            rows.unnamed_selves += [] if me else [records.lines[row]]
        members = "\n".join(name for name in people[1:] if name) or None
        # What no column tells is kept as text: the sentence of an event that is guessed, or not understood.
        text = records.bodies[row] if row in unread else ""
        _set_cells(rows.columns, row, kind="service", event=event.event, author=people[0], members=members, title=event.title, text=text)
    rows.title = _find_title(records, events, chat_name)
    return rows


def _read_contents(records: Records) -> _Contents:
    spoken = [row for row, sender in enumerate(records.senders) if sender is None]
    has_marks = records.ios and any(LTR in body for body in records.bodies)
    if records.ios and not has_marks:
        mute = _senders_of_events_only(records)
        spoken += [row for row, sender in enumerate(records.senders) if sender in mute]
    special: dict[int, Body] = {}
    silent = set(spoken)
    typing: set[str | None] = {sender for sender, body in zip(records.senders, records.bodies, strict=True) if sender and not body.startswith(LTR)}
    two = len(set(records.senders)) <= 2
    people = frozenset(display_name(sender) for sender in set(records.senders) if sender)
    for row in find_special(records.bodies):
        if row in silent:
            continue
        body = read_body(records.bodies[row], ios=records.ios, needs_mark=has_marks, people=people)
        if not (records.ios and body.kind == "text" and body.text.startswith(LTR)) or _was_typed(records, row, typing, is_talk_of_two=two):
            special[row] = body
        elif records.marked[row]:
            special[row] = body._replace(kind="hidden")
        else:
            spoken.append(row)
    knows_language = _knows_language(records, spoken, special)
    shaped = read_shapes(_iter_unread(records, spoken, special, has_marks=has_marks), records.senders, knows_language=knows_language)
    special = dict(sorted((special | shaped).items()))
    unknown = [row for row, body in special.items() if body.kind == "hidden" and not body.absent and (records.ios or row in shaped)]
    return _Contents(spoken, special, unknown)


def _iter_unread(records: Records, spoken: list[int], special: dict[int, Body], *, has_marks: bool) -> Iterator[tuple[int, str]]:
    """Return what was read as typed, or as a placeholder of unknown wording; where iOS puts marks, what bears none was typed."""
    read = {row for row, body in special.items() if body.text != records.bodies[row]}.union(spoken)
    return ((row, body) for row, body in enumerate(records.bodies) if row not in read and (LTR in body or not has_marks))


def _knows_language(records: Records, spoken: list[int], special: dict[int, Body]) -> bool:
    """Say whether the messenger's own words were understood anywhere in the file."""
    if any(body.kind != "text" and not body.absent and not body.text.startswith(LTR) for body in special.values()):
        return True
    return any(is_known_event(records.bodies[row]) for row in spoken)


def _was_typed(records: Records, row: int, typing: Set[str | None], *, is_talk_of_two: bool) -> bool:
    """Say whether a body that begins with the mark of the messenger's sentences is a person's: he writes elsewhere, and no event is worded so.

    In a group the messenger puts a person's name only before what he did himself; in a talk of two, before everything.
    """
    sender, body = records.senders[row], records.bodies[row]
    if sender not in typing or records.marked[row]:
        return False
    event = read_event(body)
    if is_talk_of_two:
        return event is None and not has_event_stem(body)
    who = _person(event.actor or event.members or "") if event else ""
    return not who or (display_name(sender or "") != who and not find_self(who))


def _senders_of_events_only(records: Records) -> set[str]:
    """Return the senders of a file without marks that stand before nothing but events of known wording."""
    typing: set[str] = set()
    for sender, body in zip(records.senders, records.bodies, strict=True):
        if sender and sender not in typing and not is_known_event(body):
            typing.add(sender)
    return {sender for sender in records.senders if sender} - typing


def _find_chat_name(records: Records, contents: _Contents) -> str | None:
    if not records.ios:
        return None
    nobody = {*contents.spoken, *(row for row, body in contents.special.items() if body.kind == "call")}
    persons = {sender for row, sender in enumerate(records.senders) if row not in nobody}
    return find_pseudo_sender(
        [(sender, records.bodies[row]) for row in contents.spoken if (sender := records.senders[row]) and sender not in persons]
    )


def _read_event(records: Records, row: int) -> Event:
    return read_event(records.bodies[row]) or guess_event(records.bodies[row])


def _find_self(records: Records, contents: _Contents, events: dict[int, Event], chat_name: str | None) -> str | None:
    """Find who made the export: who deleted a message as «Вы», or, in a group on iOS, stands before an event of «Вы»."""
    rows = [row for row, body in contents.special.items() if body.by_self]
    if chat_name:
        rows += [row for row, event in events.items() if event.actor and find_self(_person(event.actor)) and records.senders[row] != chat_name]
    names = {display_name(sender) for row in rows if (sender := records.senders[row])}
    return names.pop() if len(names) == 1 else None


def _actor(event: Event, sender: str | None, chat_name: str | None) -> str | None:
    """Tell who acted: whom the sentence names, else the person before it; in a talk of two the other one stands before everything."""
    if event.actor:
        return _person(event.actor)
    is_person = chat_name is not None and sender is not None and sender != chat_name and event.event != "notice"
    return display_name(sender) if is_person and sender else None


def _person(name: str) -> str:
    shown = display_name(name)
    return find_self(shown) or shown


def _message_columns(records: Records, contents: _Contents) -> dict[str, Any]:
    """Return the columns as if nobody but persons spoke."""
    n = len(records.bodies)
    shown = {sender: display_name(sender) for sender in set(records.senders) if sender}
    columns: dict[str, Any] = {
        "author": [shown.get(sender or "") for sender in records.senders],
        "text": records.bodies.copy(),
        "kind": ["text"] * n,
        **{name: {} for name in ("edited", "file", "event", "members", "title")},  # cells by row: few rows have them
    }
    for row, body in contents.special.items():
        _set_cells(columns, row, kind=body.kind, text=body.text, file=body.file, edited=body.edited)
    return columns


def _set_cells(columns: dict[str, Any], row: int, **cells: object) -> None:
    for name, value in cells.items():
        columns[name][row] = value


def _find_title(records: Records, events: dict[int, Event], chat_name: str | None) -> str | None:
    """Choose the newest name told: of the last renaming, of the pseudo-sender (in a talk of two, before the notice), of the creation."""
    titles = {event.event: event.title for _, event in sorted(events.items()) if event.title}
    of_notice = next((records.senders[row] for row, event in sorted(events.items()) if event.event == "notice"), None)
    told = chat_name or of_notice
    return titles.get("rename") or (display_name(told) if told else None) or titles.get("create_group")
