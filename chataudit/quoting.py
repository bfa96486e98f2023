"""Rows of the message table as a report quotes them: id, author, time, words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from chataudit.conditions.scene import Scene
from chataudit.findings import Quote
from chataudit.messages import KINDS
from chataudit.wording import Language, wording

EXCERPT_CHARACTERS = 400
_KEPT = 10_000  # quotes kept for the findings beside
_NO_OFFSET = -10_000


class QuoteColumns(NamedTuple):
    """What quotes of some messages hold, a list a field of `Quote`."""

    ids: list[str]
    authors: list[str | None]
    moments: list[str]
    texts: list[str]


class Quotes:
    """Quotes messages; neighbours are quoted again and again, so the latest quotes are kept."""

    def __init__(self, scene: Scene, language: Language) -> None:
        messages = scene.chat.messages
        self._ids, self._words, authors = (messages[name].to_numpy(dtype=object) for name in ("id", "text", "author"))
        self._authors = np.where(messages["author"].isna().to_numpy(), np.array(None), authors)
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
        self._kept.update(zip(rows.tolist(), map(Quote, *self.columns(rows)), strict=True))

    def columns(self, rows: npt.NDArray[np.int64]) -> QuoteColumns:
        """Return what the quotes of many rows hold."""
        times = np.datetime_as_string(self._seconds[rows].astype("datetime64[s]"), unit="s").tolist()
        return QuoteColumns(
            self._ids[rows].tolist(),
            self._authors[rows].tolist(),
            [time + shown_offset(minutes) for time, minutes in zip(times, self._offsets[rows].tolist(), strict=True)],
            [
                words if 0 < len(words) <= EXCERPT_CHARACTERS and not words.isspace() else self._shown(row, words)
                for row, words in zip(rows.tolist(), self._words[rows].tolist(), strict=True)
            ],
        )

    def _shown(self, row: int, words: str) -> str:
        if words and not words.isspace():
            return words[: EXCERPT_CHARACTERS - 1] + "…"
        emoji = self._emoji.iat[row]
        kind = self._kinds[self._kind[row]]
        return f"[{kind} {emoji}]" if isinstance(emoji, str) and emoji else f"[{kind}]"


@cache
def shown_offset(minutes: int) -> str:
    """Return an offset from UTC as «+03:00», nothing where it is not known."""
    return "" if minutes == _NO_OFFSET else f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
