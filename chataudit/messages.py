"""The message table: what every parser ends with and every check reads. Its columns are described here and nowhere else.

One row an entry of the export, service events included, in the order of the file. `text` is evidence: it is what the
author wrote, verbatim; whatever is folded or split for matching is computed beside it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

# With pyarrow installed pandas would keep texts in it, which refuses half a character: the table is the same with it and without.
pd.options.mode.string_storage = "python"


class Column(NamedTuple):
    """A column of the message table: its dtype, what it holds, what a missing value says (`None`: never missing)."""

    dtype: str
    meaning: str
    missing: str | None


Kind = Literal[
    "text",  # words only
    "photo",
    "video",
    "gif",
    "round_video",
    "sticker",
    "voice",
    "audio",
    "document",
    "poll",
    "location",
    "contact",
    "call",
    "deleted",  # the export shows that a message stood here
    "hidden",  # an attachment whose kind the export does not tell, or contents that it does not hold (a story, a dice)
    "other",  # media of a kind that we do not know (a game, an invoice, …)
    "empty",  # neither text nor media
    "service",  # what the messenger wrote: see `event`
]
KINDS: Final[tuple[str, ...]] = get_args(Kind)

EVENTS: Final = (
    "create_group",
    "invite",  # `members` were added by `author`
    "join",  # `author` came by link or request
    "remove",  # `members` were removed by `author`
    "leave",  # `author` left
    "rename",
    "photo",
    "description",
    "pin",
    "settings",  # who may write, admin rights, disappearing messages
    "migrate",
    "topic",
    "call",
    "notice",  # encryption, security code: the messenger speaks for itself
    "other",  # kept, counted in the chat's warnings
)

COLUMNS: Final[dict[str, Column]] = {
    "n": Column("int64", "number of the row, from 1 without gaps", None),
    "id": Column("str", "the messenger's own message id; in a text export the ordinal of the entry, from 1", None),
    "line": Column("Int64", "line of the source file where the entry begins, from 1", "the format has no lines of its own"),
    "sent_at": Column("datetime64[s]", "local time of the chat, without zone", None),
    "utc_offset_min": Column("Int32", "minutes east of UTC at that moment", "neither export nor config tells the zone"),
    "kind": Column("category", "one of KINDS", None),
    "event": Column("str", "one of EVENTS", "not a service event"),
    "author": Column("str", "display name, untouched; of a service event, who acted", "the messenger itself, or nobody named"),
    "author_id": Column("str", "the messenger's id of the author", "the format has no ids"),
    "text": Column("str", "text or caption, verbatim; behind it, a line each, what a poll, a place, a game or buttons say; '' if none", None),
    "links": Column("str", "addresses hidden behind words of the text or under buttons, a line each", "none"),
    "reply_to": Column("Int64", "`n` of the message replied to", "no reply, or to a message outside the export"),
    "forwarded_from": Column("str", "display name of the origin, '' if unknown", "not a forward"),
    "album": Column("Int64", "number of the album, from 1", "not one of an album"),
    "edited": Column("bool", "the export marks it as edited", None),
    "file": Column("str", "name of the attached file, never its path", "no file, or no name"),
    "emoji": Column("str", "emoji of a sticker", "not a sticker, or not told"),
    "members": Column("str", "participants that a service event is about, a line each", "none"),
    "title": Column("str", "the chat's title that a service event sets", "none"),
    "reactions": Column("Int32", "number of reactions under the message", "the format has none"),
}

ALBUM_KINDS: Final = ("photo", "video", "gif", "round_video", "document", "audio", "hidden")
ALBUM_GAP_S: Final = 1  # definitions, 14: each at most one second after the one before


def build_messages(columns: dict[str, Any]) -> pd.DataFrame:
    """Build the message table from a parser's columns, and check it.

    Args:
        columns: lists of equal length for any of COLUMNS but `n` and `album`, which are computed here; `id`, `sent_at`,
            `kind` and `text` are required, the rest default to missing. None stands for a missing value. A column that few
            rows fill may be a dict of its cells by row (from 0) instead. `reply_to` holds the *ids* of the messages replied
            to. The table takes the lists over: `columns` is emptied, so that a large chat is not held twice.

    Returns:
        The table: one row an entry, columns exactly COLUMNS, in their order.

    Raises:
        ValueError: a required column is absent, or a value does not fit its column (a parser's bug).
    """
    ids = columns["id"]
    length = len(ids)
    index = pd.RangeIndex(length)
    built: dict[str, pd.Series[Any]] = {}
    for name, column in COLUMNS.items():
        values = _required(columns, name) if name == "kind" else columns.pop(name, None)
        if name == "n":  # whatever a parser says, rows are numbered here
            built[name] = pd.Series(np.arange(1, length + 1), index=index, dtype="int64")
        elif name == "reply_to":
            built[name] = _rows_of_ids(ids, values, index)
        elif name == "kind":
            built[name] = pd.Series(pd.Categorical(values, categories=list(KINDS)), index=index)
        elif values is None or isinstance(values, dict):
            built[name] = _spread(name, column, values or {}, index)
        elif name == "sent_at":
            built[name] = pd.Series(np.asarray(values, dtype="datetime64[s]"), index=index)
        else:
            built[name] = pd.Series(values, index=index, dtype=column.dtype)
        del values
    table = pd.DataFrame(built, columns=list(COLUMNS), copy=False)
    table["album"] = _albums(table)
    check_messages(table)
    return table


def check_messages(messages: pd.DataFrame) -> None:
    """Check that a table is a message table.

    Raises:
        ValueError: a column is absent or of another dtype, a value is missing where it never is, or a kind is unknown.
    """
    if list(messages.columns) != list(COLUMNS):
        raise ValueError(f"columns differ: {sorted(set(messages.columns) ^ set(COLUMNS))}")
    for name, column in COLUMNS.items():
        series = messages[name]
        if series.dtype != column.dtype:
            raise ValueError(f"column {name} is {series.dtype}, not {column.dtype}")
        if column.missing is None and series.isna().any():
            raise ValueError(f"column {name} has missing values")
    if messages["id"].duplicated().any():
        raise ValueError("ids repeat")
    service = messages["kind"] == "service"
    if not messages["event"].notna().equals(service):
        raise ValueError("exactly the service rows have an event")
    unknown = set(messages["event"].dropna().unique()) - set(EVENTS)
    if unknown:
        raise ValueError(f"unknown events: {sorted(unknown)}")


def _required(columns: dict[str, Any], name: str) -> Any:
    if name not in columns:
        raise ValueError(f"column {name} is required")
    return columns.pop(name)


def _spread(name: str, column: Column, cells: dict[int, Any], index: pd.RangeIndex) -> "pd.Series[Any]":
    """Return a column of which only some cells are given; building it from a list of None takes ten times as long."""
    if column.missing is None and name != "edited":
        raise ValueError(f"column {name} is required")
    if not cells:
        return pd.Series(False if name == "edited" else np.nan, index=index, dtype=column.dtype)
    values = np.full(len(index), False if name == "edited" else np.nan, dtype=object)
    values[list(cells)] = list(cells.values())
    return pd.Series(values, index=index, dtype=column.dtype)


def _rows_of_ids(ids: "Iterable[str]", replied: dict[int, str] | Sequence[str | None] | None, index: pd.RangeIndex) -> "pd.Series[Any]":
    cells = replied if isinstance(replied, dict) else {row: entry for row, entry in enumerate(replied or ()) if entry is not None}
    if not cells:
        return pd.Series(np.nan, index=index, dtype="Int64")
    asked = set(cells.values())
    number_of = {entry: number for number, entry in enumerate(ids, start=1) if entry in asked}
    known = {row: number_of[entry] for row, entry in cells.items() if entry in number_of}
    numbers = np.full(len(index), np.nan)
    numbers[list(known)] = list(known.values())
    return pd.Series(numbers, index=index).astype("Int64")


def _albums(messages: pd.DataFrame) -> "pd.Series[Any]":
    """Number the albums: consecutive media of one author, each at most ALBUM_GAP_S after the one before.

    Where all times are whole minutes the export has no seconds, and an album cannot be told from separate messages: none is numbered.
    """
    seconds = messages["sent_at"].to_numpy().astype("int64")
    if not (seconds % 60).any():
        return pd.Series(np.nan, index=messages.index, dtype="Int64")
    media = messages["kind"].isin(ALBUM_KINDS).to_numpy()
    author = messages["author"].fillna("").to_numpy()
    gap_s = np.diff(seconds)
    joined = np.zeros(len(messages), dtype=bool)
    joined[1:] = media[1:] & media[:-1] & (author[1:] == author[:-1]) & (gap_s >= 0) & (gap_s <= ALBUM_GAP_S)
    member = joined.copy()
    member[:-1] |= joined[1:]
    number = np.cumsum(member & ~joined)
    return pd.Series(np.where(member, number, -1), index=messages.index).astype("Int64").where(member)
