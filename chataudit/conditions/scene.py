"""A chat laid out for conditions: the message table as arrays, its texts as an index, who is who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from chataudit.chat import Chat
from chataudit.conditions.condition import Condition
from chataudit.matching.search import Lists, Search
from chataudit.matching.spans import Flags
from chataudit.matching.text_index import TextIndex
from chataudit.messages import KINDS
from chataudit.russian.morphology import Morphology

Rows = np.ndarray[Any, np.dtype[np.int64]]


@dataclass
class Scene:
    """A chat as conditions look at it. Arrays are parallel to the message table; row numbers are positions in it, from 0.

    Attributes:
        chat: the chat.
        lists, conditions: the rulebook's named lists of patterns and named conditions.
        classes: further classes of words by name, as texts (names of participants and the like).
        roles: per role, a flag for each author code.
        matched: answers which messages a rule matched, by its id.
    """

    chat: Chat
    lists: Lists
    conditions: Mapping[str, Condition]
    morphology: Morphology
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    roles: dict[str, Flags] = field(default_factory=dict)
    matched: Callable[[str], Flags] | None = None
    remembered: dict[int, Flags] = field(default_factory=dict)
    kept: list[Condition] = field(default_factory=list)  # keeps the keys of `remembered` alive

    @cached_property
    def size(self) -> int:
        """Number of rows."""
        return len(self.chat.messages)

    @cached_property
    def kind(self) -> np.ndarray[Any, np.dtype[np.int8]]:
        """Per row, the position of its kind in KINDS."""
        return np.asarray(self.chat.messages["kind"].cat.codes.to_numpy(), dtype=np.int8)

    @cached_property
    def judged(self) -> Flags:
        """Rows that are messages: service events are not judged."""
        return self.kind != KINDS.index("service")

    @cached_property
    def judged_rows(self) -> Rows:
        """Numbers of the rows that are judged."""
        return np.flatnonzero(self.judged)

    @cached_property
    def seconds(self) -> Rows:
        """Local time of each row in seconds."""
        return np.asarray(self.chat.messages["sent_at"].to_numpy().astype("datetime64[s]").astype("int64"))

    @cached_property
    def _identities(self) -> tuple[Rows, list[str]]:
        messages = self.chat.messages
        names, ids = messages["author"].to_numpy(dtype=object), messages["author_id"].to_numpy(dtype=object)
        identity = np.where(pd.isna(ids), names, ids)
        codes, _ = pd.factorize(identity, use_na_sentinel=True)
        display = [""] * (int(codes.max()) + 1 if len(codes) else 0)
        known, first = np.unique(codes, return_index=True)
        for code, row in zip(known, first, strict=True):
            if code >= 0:
                display[code] = names[row] if isinstance(names[row], str) else ""
        return np.asarray(codes, dtype=np.int64), display

    @property
    def author(self) -> Rows:
        """Per row, the code of its author; -1 where nobody is named."""
        return self._identities[0]

    @property
    def author_names(self) -> list[str]:
        """Display names by author code."""
        return self._identities[1]

    @cached_property
    def reply_row(self) -> Rows:
        """Per row, the row that it replies to, or -1."""
        return np.asarray(self.chat.messages["reply_to"].fillna(0).to_numpy(dtype="int64") - 1)

    @cached_property
    def _texts(self) -> tuple[Rows, list[str]]:
        codes, texts = pd.factorize(self.chat.messages["text"].to_numpy(dtype=object))
        return np.asarray(codes, dtype=np.int64), list(texts)

    @property
    def text_id(self) -> Rows:
        """Per row, the number of its text among the distinct ones."""
        return self._texts[0]

    @property
    def texts(self) -> list[str]:
        """The distinct texts."""
        return self._texts[1]

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """Rows with addresses hidden behind words, and those addresses in lower case."""
        column = self.chat.messages["links"]
        return [(int(row), str(column.iat[row]).lower()) for row in np.flatnonzero(column.notna().to_numpy())]

    @cached_property
    def index(self) -> TextIndex:
        """The distinct texts as a positional index."""
        return TextIndex(self.texts, self.morphology, self.classes)

    @cached_property
    def search(self) -> Search:
        """Look-ups of patterns in the index."""
        return Search(self.index, self.lists, self.morphology)

    @cached_property
    def lowered(self) -> str:
        """All distinct texts in lower case, joined by NUL, for regular expressions."""
        return "\x00".join(text.replace("\x00", " ") for text in self.texts).lower()

    @cached_property
    def lowered_starts(self) -> Rows:
        """Where each distinct text begins in `lowered`."""
        ends = np.fromiter((found for found in _positions(self.lowered, "\x00")), dtype=np.int64)
        return np.concatenate([[0], ends + 1])

    def define_class(self, name: str, words: frozenset[str]) -> None:
        """Name the words of a further class; what was looked up before is forgotten."""
        self.classes[name] = words
        self.remembered.clear()
        self.__dict__.pop("search", None)

    def by_text(self, flags: Flags) -> Flags:
        """Spread flags of distinct texts over the rows; service events have none."""
        return flags[self.text_id] & self.judged

    def has_role(self, role: str) -> Flags:
        """Per row, whether its author has the role."""
        flags = self.roles.get(role)
        if flags is None or not len(flags):
            return np.zeros(self.size, dtype=bool)
        return np.where(self.author >= 0, flags[self.author], False)


def _positions(text: str, char: str) -> list[int]:
    found, at = [], text.find(char)
    while at >= 0:
        found.append(at)
        at = text.find(char, at + 1)
    return found
