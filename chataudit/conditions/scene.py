"""A chat laid out for conditions: the message table as arrays, its texts as an index, who is who."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from chataudit.chat import Chat
from chataudit.conditions.condition import Condition
from chataudit.matching.features import MARKS, find_features, mark_of
from chataudit.matching.scalars import Regex
from chataudit.matching.scanning import Numbers, Scanned, scan_texts
from chataudit.matching.search import Lists, Search
from chataudit.matching.spans import Flags
from chataudit.matching.text_index import TextIndex
from chataudit.messages import KINDS
from chataudit.russian.disguised_words import join_cut_words
from chataudit.russian.morphology import Morphology
from chataudit.russian.running_text import in_running_text
from chataudit.russian.seen_text import as_seen

if TYPE_CHECKING:
    from chataudit.conditions.respelling import SpelledWords

_LONGEST_RUN = 255  # smiles in a row

Rows = np.ndarray[Any, np.dtype[np.int64]]


@dataclass
class Scene:
    """A chat as conditions look at it. Arrays are parallel to the message table; row numbers are positions in it, from 0.

    Attributes:
        chat: the chat.
        lists, conditions: the rulebook's named lists of patterns and named conditions.
        expressions: the regular expressions of the rulebook's conditions.
        classes: further classes of words by name, as texts (names of participants and the like).
        roles: per role, a flag for each author code.
        matched: answers which messages a rule matched, by its id.
        fitted: weights of signs by the name of their set and of the sign.
    """

    chat: Chat
    lists: Lists
    conditions: Mapping[str, Condition]
    morphology: Morphology
    expressions: Sequence[Regex] = ()
    fitted: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    classes: dict[str, frozenset[str]] = field(default_factory=dict)
    roles: dict[str, Flags] = field(default_factory=dict)
    matched: Callable[[str], Flags] | None = None
    _features: dict[str, Flags] = field(default_factory=dict)
    _answers: dict[int, tuple[Condition, npt.NDArray[np.uint8]]] = field(default_factory=dict)

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
        return np.asarray(self.kind != KINDS.index("service"))

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
        for code, row in zip(*np.unique(codes, return_index=True), strict=True):
            if code >= 0 and isinstance(names[row], str):
                display[code] = names[row]
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
        # `pd.factorize` would leave beside every text its UTF-8 form, as long as the chat is held.
        number_of: dict[str, int] = {}
        codes = [number_of.setdefault(in_running_text(join_cut_words(as_seen(text))), len(number_of)) for text in self.chat.messages["text"].tolist()]
        return np.array(codes, dtype=np.int64), list(number_of)

    @property
    def text_id(self) -> Rows:
        """Per row, the number of its text among the distinct ones."""
        return self._texts[0]

    @property
    def texts(self) -> list[str]:
        """The distinct texts, as they are seen, a sentence in a column as running text."""
        return self._texts[1]

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """Rows with addresses hidden behind words, and those addresses in lower case."""
        column = self.chat.messages["links"]
        return [(row, str(column.iat[row]).lower()) for row in np.flatnonzero(column.notna().to_numpy()).tolist()]

    @cached_property
    def index(self) -> TextIndex:
        """The distinct texts as a positional index."""
        return TextIndex(self.texts, self.morphology, self.classes)

    @cached_property
    def search(self) -> Search:
        """Look-ups of patterns in the index."""
        return Search(self.index, self.lists, self.morphology)

    @cached_property
    def _scanned(self) -> Scanned:
        return scan_texts(self.texts, self.expressions, MARKS)

    def has_expression(self, expression: Regex) -> Flags:
        """Per distinct text, whether a regular expression is found in it; all of the rulebook's are looked for in one pass."""
        if expression not in self._scanned.expressions:
            self._scanned.expressions.update(scan_texts(self.texts, [expression]).expressions)
        return self._scanned.expressions[expression]

    def marked(self, mark: re.Pattern[str]) -> Numbers:
        """Return the numbers of the distinct texts that bear a mark."""
        if mark not in self._scanned.marked:
            self._scanned.marked.update(scan_texts(self.texts, marks=[mark]).marked)
        return self._scanned.marked[mark]

    def has_feature(self, feature: str) -> Flags:
        """Per distinct text, whether it has the feature."""
        if feature not in self._features:
            self._features[feature] = find_features(self.texts, feature, self.marked(mark_of(feature)).tolist())
        return self._features[feature]

    @cached_property
    def word_counts(self) -> Rows:
        """Per distinct text, the number of its words."""
        words = self.index.positions(self.index.of_class("word"))
        return np.bincount(self.index.text_of[words], minlength=len(self.index.texts))

    @cached_property
    def ornaments(self) -> Flags:
        """Per position of the index, whether an emoji or a smile stands there."""
        flags = np.zeros(len(self.index.text_of), dtype=bool)
        for name in ("emoji", "smile"):
            flags[self.index.positions(self.index.of_class(name))] = True
        return flags

    @cached_property
    def ornaments_before(self) -> npt.NDArray[np.uint8]:
        """Per position, how many ornaments stand right before it."""
        return _run_lengths(self.ornaments)

    @cached_property
    def ornaments_after(self) -> npt.NDArray[np.uint8]:
        """Per position, how many ornaments stand right behind it."""
        return _run_lengths(self.ornaments[::-1])[::-1]

    @cached_property
    def spelled_words(self) -> SpelledWords:
        """The longer words of each text, those that the dictionary holds apart from those that it lacks."""
        from chataudit.conditions.respelling import SpelledWords

        return SpelledWords(self)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Runs of words between quotation marks: the first position of the index and the one behind the last."""
        from chataudit.conditions.quoting import find_quotations

        return find_quotations(self)

    @cached_property
    def quoted(self) -> Flags:
        """Per position of the index, whether it stands between quotation marks."""
        flags = np.zeros(len(self.index.text_of), dtype=bool)
        for start, end in self.quotations:
            flags[start:end] = True
        return flags

    def define_class(self, name: str, words: frozenset[str]) -> None:
        """Name the words of a further class; what was looked up before is forgotten."""
        self.classes[name] = words
        self.index.define_class(name, words)
        self.forget()
        self.__dict__.pop("search", None)

    def remember(self, condition: Condition, flags: Flags) -> None:
        """Remember where a condition holds, a bit a row: a rulebook has a thousand of them."""
        self._answers[id(condition)] = (condition, np.packbits(flags))

    def recall(self, condition: Condition) -> Flags | None:
        """Return where a condition holds, if that was remembered."""
        answer = self._answers.get(id(condition))
        return None if answer is None else np.unpackbits(answer[1], count=self.size).astype(bool)

    def forget(self) -> None:
        """Forget all answers: what they rest on has changed."""
        self._answers.clear()

    def by_text(self, flags: Flags) -> Flags:
        """Spread flags of distinct texts over the rows; service events have none."""
        return flags[self.text_id] & self.judged

    def has_role(self, role: str) -> Flags:
        """Per row, whether its author has the role."""
        flags = self.roles.get(role)
        if flags is None or not len(flags):
            return np.zeros(self.size, dtype=bool)
        return np.where(self.author >= 0, flags[self.author], False)


def _run_lengths(flags: Flags) -> npt.NDArray[np.uint8]:
    """Per position, the length of the run of true flags that ends right before it, at most _LONGEST_RUN."""
    if not len(flags):
        return np.zeros(0, dtype=np.uint8)
    numbers = np.arange(len(flags), dtype=np.int32)
    last_false = np.maximum.accumulate(np.where(flags, -1, numbers))
    runs = numbers - last_false
    return np.concatenate([[0], np.minimum(runs[:-1], _LONGEST_RUN)]).astype(np.uint8)
