"""The undecoded messages of a Telegram JSON in, the columns of the message table out, a batch at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Final

import msgspec
import numpy as np
import numpy.typing as npt
from msgspec import Raw

from chataudit.parsers.telegram_cells import CELLS, KIND_OF_MEDIA_TYPE, RARE_CELLS
from chataudit.parsers.telegram_entities import settle_text
from chataudit.parsers.telegram_events import LOSES, event_of
from chataudit.parsers.telegram_ids import make_unique
from chataudit.parsers.telegram_names import People
from chataudit.parsers.telegram_odd import read_odd
from chataudit.parsers.telegram_schema import ABSENT, Message, Row, Service, Unsupported, decode_row
from chataudit.parsers.telegram_service import as_written, says_something
from chataudit.parsers.telegram_shown import has_speaking_name
from chataudit.parsers.telegram_times import parse_dates, parse_seconds

BATCH: Final = 2000  # rows decoded at once: few enough to need no memory, enough for loops in C

_OFTEN_REPEATED: Final = 200  # characters; longer texts seldom repeat

_UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class Columns:
    """The columns of a chat, filled batch by batch.

    Attributes:
        values: the columns that `build_messages` takes but for the times and the rare cells.
        rare: the columns that few rows fill, as cells by row.
        sent_at: local times, an array a batch, NaT where missing.
        seconds: seconds since 1970 UTC, an array a batch, NaN where missing.
        strange: counts of (wording key, name of what was not understood).
        skipped: indices of the objects that are no message, among all objects.
    """

    def __init__(self) -> None:
        self.values: dict[str, list[Any]] = {name: [] for name in (*CELLS, "author", "author_id")}
        self.rare: dict[str, dict[int, Any]] = {name: {} for name in (*RARE_CELLS, "event", "members", "title")}
        self.sent_at: list[npt.NDArray[np.datetime64]] = []
        self.seconds: list[npt.NDArray[np.float64]] = []
        self.strange: Counter[tuple[str, str]] = Counter()
        self.skipped: list[int] = []
        self._topics: set[str] = set()
        self._people = People()
        self._texts: dict[str, str] = {}

    @property
    def deleted(self) -> frozenset[str]:
        """The display names that stand for deleted accounts."""
        return frozenset(self._people.deleted)

    @property
    def people(self) -> frozenset[str]:
        """The display names of those who wrote, acted or are told of; none made for deleted accounts."""
        told = (name for names in self.rare["members"].values() if names for name in names.split("\n"))
        return frozenset(filter(None, (*told, *self.values["author"]))) - self.deleted

    def read(self, objects: Iterable[Raw | bytes]) -> None:
        """Read all messages of a chat."""
        remaining = iter(objects)
        n_read = 0
        while batch := list(islice(remaining, BATCH)):
            self._add(self._decode(batch, n_read))
            n_read += len(batch)
        if self._topics:  # a reply to the opening of a topic only says in which topic of a forum a message stands
            self.rare["reply_to"] = {row: replied for row, replied in self.rare["reply_to"].items() if replied not in self._topics}
        if n_repeated := make_unique(self.values["id"]):
            self.strange["parsers.repeated_ids", ""] = n_repeated

    def _decode(self, batch: Sequence[Raw | bytes], n_read: int) -> list[Row]:
        try:
            return list(map(decode_row, batch))
        except _UNREADABLE:
            read = [self._decode_one(each) for each in batch]
        self.skipped += [n_read + position for position, row in enumerate(read) if row is None]
        return [row for row in read if row is not None]

    def _decode_one(self, message: Raw | bytes) -> Row | None:
        try:
            return decode_row(message)
        except _UNREADABLE:
            return read_odd(bytes(message), self.strange)

    def _add(self, rows: list[Row]) -> None:
        start = len(self.values["id"])
        rows = [row if row.__class__ is Message else as_written(row) for row in rows]
        messages = [row if row.__class__ is Message else _as_message(row) for row in rows]  # type: ignore[arg-type]
        for message in messages:
            if message.text_entities is not ABSENT:
                settle_text(message, self.strange)
        self.sent_at.append(parse_dates([message.date for message in messages]))
        self.seconds.append(parse_seconds([message.date_unixtime for message in messages]))
        for name, cells_of in CELLS.items():
            self.values[name] += cells_of(messages)
        for name, rare_cells_of in RARE_CELLS.items():
            self.rare[name] |= rare_cells_of(enumerate(messages, start))
        self._share_texts(start)
        people = [self._people[message.from_, message.from_id] for message in messages]
        self.values["author"] += [name for name, _ in people]
        self.values["author_id"] += [author_id for _, author_id in people]
        kinds = self.values["kind"][start:]
        if n_absent := sum(kind == "hidden" and row.__class__ is Message for row, kind in zip(rows, kinds, strict=True)):
            self.strange["parsers.contents_absent", ""] += n_absent
        for at, row in enumerate(rows, start):
            if row.__class__ is not Message:
                self._add_event(at, row)
        self.strange.update(
            ("parsers.unknown_media_type", media_type)
            for message in messages
            if (media_type := message.media_type) is not None and media_type not in KIND_OF_MEDIA_TYPE
        )
        named = (message for message, kind in zip(messages, kinds, strict=True) if kind != "text" or message.author is not None)
        if n_speaking := sum(map(has_speaking_name, named)):
            self.strange["parsers.speaking_names", ""] += n_speaking

    def _share_texts(self, start: int) -> None:
        """Keep one copy of texts that repeat («спасибо»), as they do all the time."""
        texts = self.values["text"]
        texts[start:] = [self._texts.setdefault(text, text) if len(text) < _OFTEN_REPEATED else text for text in texts[start:]]

    def _add_event(self, at: int, row: Row) -> None:
        if not isinstance(row, Service):
            self.values["kind"][at] = "hidden"
            self.strange["parsers.unsupported", ""] += 1
            return
        actor = self.values["author"][at]
        members = [self._people[name, None][0] or "" for name in row.members or ()]
        if row.members == [None] and row.actor is None:
            members = [actor]  # a deleted account that came or went by itself: its name is gone twice
        event = event_of(row.action, actor, members, row.title)
        if not event.known:
            self.strange["parsers.unknown_action", str(row.action)] += 1
        if row.action in LOSES:
            self.strange[LOSES[row.action], ""] += 1
        if says_something(row):
            self.strange["telegram.speaking_events", ""] += 1
        if row.action == "topic_created":
            self._topics.add(self.values["id"][at])
        self.values["kind"][at] = "service"
        self.rare["event"][at] = event.event
        self.rare["members"][at] = "\n".join(event.members) or None
        self.rare["title"][at] = event.title


def _as_message(row: Service | Unsupported) -> Message:
    """Give a service row the shape of a message, so that all rows fill their columns alike."""
    message = Message(id=row.id, date=row.date, date_unixtime=row.date_unixtime)
    if isinstance(row, Service):
        message.from_, message.from_id = row.actor, row.actor_id
        message.text = row.text or row.information_text
    return message
