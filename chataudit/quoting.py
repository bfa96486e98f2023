"""Rows of the message table as a report quotes them: id, author, time, words."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from chataudit.conditions.scene import Scene
from chataudit.findings import Quote
from chataudit.messages import KINDS
from chataudit.wording import Language, wording

EXCERPT_CHARACTERS = 400
_KEPT = 10_000  # quotes kept for the findings beside
_NO_OFFSET = -10_000


class Quotes:
    """Quotes messages; neighbours are quoted again and again, so the latest quotes are kept."""

    def __init__(self, scene: Scene, language: Language) -> None:
        messages = scene.chat.messages
        self._ids, self._words, self._authors = (messages[name].to_numpy(dtype=object) for name in ("id", "text", "author"))
        self._seconds = scene.seconds
        self._offsets = messages["utc_offset_min"].fillna(_NO_OFFSET).to_numpy(dtype="int64")
        self._kind = scene.kind
        self._emoji = messages["emoji"]
        self._kinds = [wording(language, f"kind.{kind}") for kind in KINDS]
        self._kept: dict[int, Quote] = {}

    def quote(self, row: int) -> Quote:
        """Return the message of a row: its own words, or its kind in brackets where it has none."""
        if row not in self._kept:
            self.prepare(np.array([row], dtype=np.int64))
        return self._kept[row]

    def prepare(self, rows: npt.NDArray[np.int64]) -> None:
        """Quote many rows at once, which is several times quicker; rows below 0 are passed over."""
        if len(self._kept) > _KEPT:
            self._kept.clear()
        rows = rows[rows >= 0]
        times = np.datetime_as_string(self._seconds[rows].astype("datetime64[s]"), unit="s").tolist()
        offsets = self._offsets[rows]
        suffixes = {minutes: "" if minutes == _NO_OFFSET else shown_offset(minutes) for minutes in np.unique(offsets).tolist()}
        columns = (rows.tolist(), self._ids[rows].tolist(), self._authors[rows].tolist(), times, offsets.tolist(), self._words[rows].tolist())
        for row, message_id, author, time, offset, words in zip(*columns, strict=True):
            name = author if isinstance(author, str) else None
            self._kept[row] = Quote(message_id, name, time + suffixes[offset], self._shown(row, words))

    def _shown(self, row: int, words: str) -> str:
        if words.strip():
            return words if len(words) <= EXCERPT_CHARACTERS else words[: EXCERPT_CHARACTERS - 1] + "…"
        emoji = self._emoji.iat[row]
        kind = self._kinds[self._kind[row]]
        return f"[{kind} {emoji}]" if isinstance(emoji, str) and emoji else f"[{kind}]"


def shown_offset(minutes: int) -> str:
    """Return an offset from UTC as «+03:00»."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
