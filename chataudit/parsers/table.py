"""A table of messages (`chataudit export` writes it, and anybody may for another messenger) in, a `Chat` out.

Form: a folder or zip with `chat.json`, the messages and the participants, each as CSV, JSON Lines or Parquet; or a file
of messages alone. `chataudit export --schema` prints the fields.
"""

import re
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final, Literal

import msgspec
import numpy as np
import pandas as pd

from chataudit.chat import HIDEABLE, PARTICIPANT_COLUMNS, Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions
from chataudit.parsers.offsets import find_offsets
from chataudit.parsers.table_cells import check_columns
from chataudit.parsers.table_rows import PARQUET, read_heading, read_rows
from chataudit.table_schema import MESSAGE_FIELDS, PARTICIPANT_FIELDS, SCHEMA, Field
from chataudit.wording import knows

_FACTS: Final = re.compile(rb'\s*\{\s*"schema"\s*:\s*"' + re.escape(SCHEMA.rpartition("/")[0]).encode())
_PLATFORM: Final = re.compile(r"\w[\w .+-]{0,39}")
_COLUMN_OF: Final = {"replies": "reply_to", "edits": "edited", "reactions": "reactions", "user_ids": "author_id", "media": "kind"}


class _Warning(msgspec.Struct, forbid_unknown_fields=True):
    key: str
    details: dict[str, str | int | float | bool | None] = {}
    line: int | None = None


class Facts(msgspec.Struct, forbid_unknown_fields=True):
    """What `chat.json` tells; see `chataudit.table_schema`."""

    schema: Literal["chataudit.table/1"] = SCHEMA
    messages: str = ""
    participants: str | None = None
    title: str | None = None
    platform: str = "table"
    source: str | None = None
    timezone: Literal["export", "given"] | None = None
    hides: list[Literal["media", "replies", "seconds", "edits", "reactions", "deletions", "user_ids", "offsets"]] | None = None
    truncated: bool = False
    warnings: list[_Warning] = []
    guarded: bool = False


class Table:
    """Reads a table by its `chat.json`."""

    name = "table"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`."""
        return _FACTS.match(entry.head) is not None

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        facts = _read_facts(entry)
        people = _open(entry, facts.participants) if facts.participants else None
        return _read_table(_open(entry, facts.messages), people, facts, options)


class TableMessages:
    """Reads a file of messages alone."""

    name = "table_messages"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`: a heading with the columns that a table must have."""
        required = {name for name, field in MESSAGE_FIELDS.items() if field.required}
        return entry.head.startswith(PARQUET) or required <= set(read_heading(entry.head))

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`."""
        return _read_table(entry, None, Facts(title=PurePath(entry.name).stem), options)


def _read_facts(entry: Entry) -> Facts:
    try:
        facts = msgspec.json.decode(entry.read().removeprefix(b"\xef\xbb\xbf"), type=Facts)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ExportError("table.bad_facts", problem=str(error)[:200]) from error
    if not _PLATFORM.fullmatch(facts.platform):
        raise ExportError("table.bad_platform")
    if not all(knows(warning.key) for warning in facts.warnings):
        raise ExportError("table.bad_facts", problem="warnings")
    return facts


def _open(entry: Entry, name: str) -> Entry:
    if entry.sibling is None or name not in entry.siblings:
        raise ExportError("table.no_file", file=PurePath(name).name[:80])
    return entry.sibling(name)


def _read_table(entry: Entry, people: Entry | None, facts: Facts, options: ReadOptions) -> Chat:
    lines, columns, n_bad = _read_columns(entry, MESSAGE_FIELDS, guarded=facts.guarded)
    present = set(columns)
    if not lines:
        raise ExportError("parsers.no_messages")
    _complete(columns, lines, entry.name)
    timezone = facts.timezone
    if all(each is None for each in columns["utc_offset_min"]) and options.timezone:
        columns["utc_offset_min"], timezone = find_offsets(np.asarray(columns["sent_at"], dtype="datetime64[s]"), options.timezone), "given"
    elif timezone is None and facts.hides is None and None not in columns["utc_offset_min"]:
        timezone = "export"
    messages = build_messages(columns)
    told = (Skipped(each.key, dict(each.details), each.line) for each in facts.warnings)
    hides = set(_find_hidden(messages, present) if facts.hides is None else facts.hides)
    return Chat(
        title=facts.title,
        platform=facts.platform,
        source=facts.source or entry.name,
        messages=messages,
        participants=_read_participants(people, messages, guarded=facts.guarded) if people else build_participants(messages),
        hides=frozenset(hides - {"offsets"} if timezone == "given" else hides),
        warnings=(*told, *([Skipped("table.bad_bytes", {"count": n_bad})] if n_bad else [])),
        truncated=facts.truncated,
        timezone=timezone,
    )


def _read_columns(entry: Entry, fields: Mapping[str, Field], *, guarded: bool) -> tuple[list[int], dict[str, list[Any]], int]:
    """Return the line of each row, the columns, and how many signs are damaged."""
    try:
        rows = read_rows(entry, guarded=guarded)
        return rows.lines, check_columns(rows, fields), rows.n_bad
    except ExportError as error:
        error.details.setdefault("source", entry.name)
        raise


def _complete(columns: dict[str, list[Any]], lines: list[int], source: str) -> None:
    """Fill what may be left out, and check what one column says of another."""
    n = len(lines)
    for name in ("id", "kind", "event", "utc_offset_min", "edited"):
        columns.setdefault(name, [None] * n)
    columns.setdefault("line", lines)
    columns["id"] = [str(row) if each is None else each for row, each in enumerate(columns["id"], 1)]
    columns["text"] = [each or "" for each in columns["text"]]
    columns["edited"] = [bool(each) for each in columns["edited"]]
    columns["kind"] = [kind or ("service" if event else "text") for kind, event in zip(columns["kind"], columns["event"], strict=True)]
    offsets = [each.utcoffset() for each in columns["sent_at"]]
    columns["utc_offset_min"] = [
        given if offset is None else round(offset.total_seconds() / 60) for given, offset in zip(columns["utc_offset_min"], offsets, strict=True)
    ]
    columns["sent_at"] = [each.replace(tzinfo=None) for each in columns["sent_at"]]
    seen: set[str] = set()
    for row, line in enumerate(lines):
        if columns["id"][row] in seen:
            raise ExportError("table.repeated_id", source=source, line=line)
        seen.add(columns["id"][row])
        if (columns["kind"][row] == "service") != (columns["event"][row] is not None):
            raise ExportError("table.kind_of_event", source=source, line=line)


def _find_hidden(messages: pd.DataFrame, present: set[str]) -> set[str]:
    """Return what a table cannot show: whatever has no column."""
    hidden = {what for what, column in _COLUMN_OF.items() if column not in present}
    if not (messages["sent_at"].to_numpy().astype("int64") % 60).any():
        hidden.add("seconds")
    if not messages["kind"].eq("deleted").any():
        hidden.add("deletions")
    if messages["utc_offset_min"].isna().any():
        hidden.add("offsets")
    return hidden & set(HIDEABLE)


def _read_participants(entry: Entry, messages: pd.DataFrame, *, guarded: bool) -> pd.DataFrame:
    lines, columns, _ = _read_columns(entry, PARTICIPANT_FIELDS, guarded=guarded)
    n = len(lines)
    if "n_messages" not in columns:
        written = messages.loc[messages["kind"].ne("service"), "author"].value_counts()
        columns["n_messages"] = [int(written.get(name, 0)) for name in columns["name"]]
    for name in ("joined_at", "left_at"):
        columns[name] = [each and each.replace(tzinfo=None) for each in columns.get(name, [None] * n)]
    defaults: Mapping[str, Any] = {"kind": "person", "n_messages": 0, "present_from_start": False}
    filled = {name: [defaults.get(name) if each is None else each for each in columns.get(name, [None] * n)] for name in PARTICIPANT_COLUMNS}
    return pd.DataFrame(
        {
            name: pd.Series(np.asarray(filled[name], dtype=dtype) if dtype.startswith("datetime") else filled[name], dtype=dtype)
            for name, dtype in PARTICIPANT_COLUMNS.items()
        }
    )
