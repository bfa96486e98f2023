"""Labelled chats (JSONL): what people wrote and which codes an attentive reader gave it, laid out as their export would be.

The first line is about the chat (messenger, title, teacher, roster); each further line is a message with its `labels`, codes of
rules, those of evidence with a leading plus. `tests/labelled/README.md` describes the keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from chataudit.chat import Chat, build_participants
from chataudit.config import RosterRow
from chataudit.errors import ConfigError
from chataudit.messages import EVENTS, KINDS, build_messages

_DELETED_ACCOUNT: Final = "Deleted Account"
_EVENTS: Final = {
    "invite_members": "invite",
    "join_by_link": "join",
    "remove_members": "remove",
    "pin_message": "pin",
    "edit_title": "rename",
    "edit_photo": "photo",
    "edit_description": "description",
}


class _Child(msgspec.Struct, frozen=True):
    child: str
    parents: list[str]
    contacted_on: str | None = None


class _Head(msgspec.Struct, frozen=True):
    """The first line; further keys are for people and for other measures."""

    chat: str
    platform: Literal["telegram", "whatsapp-android", "whatsapp-ios"]
    title: str
    teacher: str | None = None
    teachers: list[str] = []
    roster: list[_Child] | None = None


class _Service(msgspec.Struct, frozen=True):
    action: str
    title: str | None = None
    members: list[str] | None = None


class _Line(msgspec.Struct, frozen=True):
    n: int
    ts: datetime
    author: str
    kind: str
    text: str = ""
    labels: list[str] = []
    reply_to: int | None = None
    edited: bool = False
    forwarded_from: str | None = None
    sticker_emoji: str | None = None
    file: str | None = None
    service: _Service | None = None


@dataclass(frozen=True)
class LabelledChat:
    """A chat and its labels.

    Attributes:
        name: the chat's id among the labelled ones.
        numbers: per row of the message table, the message's number in the file.
        labels: per code, the rows that bear it.
        teachers: display names; empty where the chat has none or nobody says who it is.
        roster: the class's list where there is one.
    """

    name: str
    chat: Chat
    numbers: tuple[int, ...]
    labels: dict[str, frozenset[int]]
    teachers: tuple[str, ...]
    roster: tuple[RosterRow, ...] | None


def read_labelled_chats(paths: Sequence[Path], only: Sequence[str] = ()) -> Iterator[LabelledChat]:
    """Read labelled chats from files, or from all `.jsonl` files of folders, in the order of their names.

    Args:
        only: names of files, without ending; all where empty.

    Raises:
        ConfigError: no such file, no labelled chat in it, or a line that cannot be made out.
    """
    files = [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    files = [file for file in files if not only or file.stem in only]
    if not files:
        raise ConfigError("labelled.none", path=", ".join(path.name for path in paths))
    for file in files:
        yield _read(file)


def _read(file: Path) -> LabelledChat:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("labelled.unreadable", path=file.name) from error
    head: _Head | None = None
    messages: list[_Line] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            if head is None:
                head = msgspec.json.decode(line, type=_Head)
            else:
                messages.append(_checked(msgspec.json.decode(line, type=_Line)))
        except (msgspec.MsgspecError, ValueError) as error:
            raise ConfigError("labelled.bad_line", path=file.name, line=number) from error
    if head is None or not messages:
        raise ConfigError("labelled.unreadable", path=file.name)
    shown = [message for message in messages if not (head.platform == "telegram" and _leaves_no_trace(message))]
    labels: dict[str, set[int]] = {}
    for row, message in enumerate(shown):
        for code in message.labels:
            labels.setdefault(code.removeprefix("+"), set()).add(row)
    return LabelledChat(
        file.stem,
        _build(head, shown),
        tuple(message.n for message in shown),
        {code: frozenset(rows) for code, rows in labels.items()},
        tuple(head.teachers or filter(None, [head.teacher])),
        _roster(head),
    )


def _checked(message: _Line) -> _Line:
    event = message.service and _EVENTS.get(message.service.action, message.service.action)
    if message.kind not in KINDS or (message.kind == "service") != (event is not None) or (event or "other") not in EVENTS:
        raise ValueError(message.kind)
    return message


def _leaves_no_trace(message: _Line) -> bool:
    return message.kind == "deleted" or (message.service is not None and message.service.action == "edit_description")


def _build(head: _Head, messages: list[_Line]) -> Chat:
    """Lay the messages out with what the messenger's export would show of them."""
    telegram, seconds = head.platform == "telegram", head.platform != "whatsapp-android"
    columns: dict[str, list[Any]] = {
        name: [] for name in ("id", "sent_at", "kind", "event", "author", "text", "reply_to", "forwarded_from", "edited", "emoji", "file", "members")
    }
    for message in messages:
        event = message.service and _EVENTS.get(message.service.action, message.service.action)
        members = (message.service.members or []) if message.service else []
        if event == "leave" and not members:
            members = [message.author]
        row = {
            "id": str(message.n + (1000 if telegram else 0)),  # a Telegram message numbered 1 would say that the chat begins there
            "sent_at": message.ts if seconds else message.ts.replace(second=0),
            "kind": message.kind,
            "event": event,
            "author": message.author,
            "text": message.text,
            "reply_to": str(message.reply_to + 1000) if telegram and message.reply_to else None,
            "forwarded_from": message.forwarded_from if telegram else None,
            "edited": message.edited,
            "emoji": message.sticker_emoji if telegram else None,
            "file": message.file if message.kind == "document" else None,
            "members": "\n".join(members) or None,
        }
        for name, values in columns.items():
            values.append(row[name])
    table = build_messages(columns)
    hides = {"deletions", "offsets"} if telegram else {"replies", "user_ids", "reactions", "offsets", *(() if seconds else ("seconds",))}
    people = build_participants(table, deleted=frozenset({_DELETED_ACCOUNT}))
    return Chat(head.title, "telegram" if telegram else "whatsapp", f"{head.chat}.jsonl", table, people, frozenset(hides))


def _roster(head: _Head) -> tuple[RosterRow, ...] | None:
    if head.roster is None:
        return None
    days = [date.fromisoformat(each.contacted_on) if each.contacted_on else None for each in head.roster]
    return tuple(RosterRow(each.child, parent, day) for each, day in zip(head.roster, days, strict=True) for parent in each.parents)
