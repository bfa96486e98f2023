r"""Tiny chats in a notation of one line a message, built through the same table as real exports.

    [10:00] Ольга: кто идёт на экскурсию?
    [10:05:30] Учитель: (reply 1) завтра скажу
    [+3m] Ирина: <photo> это с экскурсии
    [+1d] Ирина: спасибо   <<
    -- create_group Учитель: Ольга, Ирина
    -- leave Ирина

A time earlier than the line before is of the next day; `+30s`, `+5m`, `+2h`, `+1d` count from the line before. `<<` at the
end marks a line; `\n` is a line break within a message. A name that ends in «bot» is a bot's. Which
authors stand for teachers the rulebook's `cast` says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import pandas as pd

from chataudit.chat import Chat, Platform, build_participants
from chataudit.context.rules import Cast
from chataudit.errors import BadScalar
from chataudit.messages import EVENTS, build_messages
from chataudit.parsers.telegram_names import find_bots

START: Final = datetime(2024, 9, 2, 12)  # noqa: DTZ001  - local time of an invented chat; a Monday
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_LINE: Final = re.compile(r"\[(?:(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)|\+(?P<span>\d{1,5})(?P<unit>[smhd]))\]\s*(?P<author>[^:]+):\s?(?P<body>.*)")
_MARK: Final = re.compile(r"\s*<<\s*$")
_REPLY: Final = re.compile(r"\(reply (\d+)\)\s*")
_MEDIA: Final = re.compile(r"<(photo|video|gif|round_video|sticker|voice|audio|document|poll|location|contact|deleted|hidden)(?:\s+([^>]*))?>\s*")
_SERVICE: Final = re.compile(
    r"(?:\[(?P<clock>\d{1,2}:\d{2})\]\s*|\[\+(?P<span>\d{1,5})(?P<unit>[smhd])\]\s*)?--\s*(?P<event>\w+)\s+(?P<author>[^:]+?)(?::\s*(?P<members>.*))?"
)
_ALIASES: Final = {"invite_members": "invite", "join_by_link": "join", "remove_members": "remove", "pin_message": "pin", "edit_title": "rename"}


@dataclass(frozen=True)
class TinyChat:
    """A chat written in the notation, the rows of its marked lines, and the teachers who are in it."""

    chat: Chat
    marked: tuple[int, ...]
    teachers: tuple[str, ...]


def build_tiny_chat(text: str, cast: Cast, *, platform: Platform = "telegram", hides: Sequence[str] = (), silent_teacher: bool = True) -> TinyChat:
    """Build a chat from the notation.

    Args:
        silent_teacher: where the chat has no teacher, one is there who says nothing.

    Raises:
        BadScalar: a line that cannot be made out.
    """
    columns: dict[str, list[Any]] = {
        name: [] for name in ("id", "sent_at", "kind", "event", "author", "text", "reply_to", "emoji", "file", "members", "forwarded_from", "edited")
    }
    marked: list[int] = []
    now = START
    for line in (line.strip() for line in text.strip().splitlines()):
        if not line:
            continue
        is_marked = bool(_MARK.search(line))
        row, now = _read_line(_MARK.sub("", line), now, cast, first=not columns["id"])
        if is_marked:
            marked.append(len(columns["id"]))
        row["id"] = _id_of(len(columns["id"]) + 1)
        for name, values in columns.items():
            values.append(row.get(name, False if name == "edited" else None))
    bots = find_bots(name for name in columns["author"] if name)
    messages = build_messages(columns)
    participants = build_participants(messages, bots=bots)
    present = [name for name in dict.fromkeys(cast.teachers.values()) if name in set(participants["name"])]
    if not present and silent_teacher:
        present = [next(iter(cast.teachers.values()))]
        extra = participants.iloc[:1].assign(name=present[0], n_messages=0, participant_id=None).astype(participants.dtypes.to_dict())
        participants = pd.concat([participants, extra], ignore_index=True)
    chat = Chat(None, platform, "notation", messages, participants, frozenset(hides))
    return TinyChat(chat, tuple(marked), tuple(present))


def _read_line(line: str, now: datetime, cast: Cast, *, first: bool) -> tuple[dict[str, Any], datetime]:
    service = _SERVICE.fullmatch(line)
    found = service or _LINE.fullmatch(line)
    if found is None:
        raise BadScalar("examples.bad_line", line=line[:60])
    now = _next_time(found, now, first=first)
    author = _author(found.group("author"), cast)
    if service:
        members = [_author(name, cast) for name in (found.group("members") or "").split(",") if name.strip()]
        event = _ALIASES.get(found.group("event"), found.group("event"))
        if event not in EVENTS:
            raise BadScalar("examples.bad_line", line=line[:60])
        return {"sent_at": now, "kind": "service", "event": event, "author": author, "text": "", "members": "\n".join(members) or None}, now
    row: dict[str, Any] = {"sent_at": now, "author": author, "kind": "text"}
    body = found.group("body")
    if reply := _REPLY.match(body):
        row["reply_to"], body = _id_of(reply.group(1)), body[reply.end() :]
    if body.startswith("(forward) "):
        row["forwarded_from"], body = "", body[len("(forward) ") :]
    if media := _MEDIA.match(body):
        row["kind"], body = media.group(1), body[media.end() :]
        row["emoji" if row["kind"] == "sticker" else "file"] = media.group(2)
    row["text"] = body.replace("\\n", "\n").strip()
    return row, now


def _id_of(line: int | str) -> str:
    return f"line {line}"  # not a number: Telegram's message 1 would say that the chat begins here


def _author(name: str, cast: Cast) -> str:
    return cast.teachers.get(name.strip(), name.strip())


def _next_time(found: re.Match[str], now: datetime, *, first: bool) -> datetime:
    if found.group("span"):
        return now + timedelta(**{_UNITS[found.group("unit")]: int(found.group("span"))})
    if found.group("clock") is None:
        return now
    hours, minutes, *seconds = map(int, found.group("clock").split(":"))
    if hours > 23 or max([minutes, *seconds]) > 59:
        raise BadScalar("examples.bad_line", line=found.group(0)[:60])
    at = now.replace(hour=hours, minute=minutes, second=seconds[0] if seconds else 0)
    return at if first or at >= now else at + timedelta(days=1)
