"""Messages that set right a word of somebody else: the dictionary holds the word that they give and lacks the one before."""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from chataudit.conditions.condition import Respelling
from chataudit.conditions.scene import Scene
from chataudit.matching.spans import Flags

BACK: Final = 5  # messages before it that it may correct
LENGTHS: Final = 2  # letters by which the two words may differ in length
LIKENESS: Final = 70  # per cent of letters that two words share in order: «придти» and «прийти» 83
_KEPT_TEXTS: Final = 4096
SHORTEST: Final = 4  # letters; shorter words are alike by chance


def find_respellings(scene: Scene, wanted: Respelling, among: Flags) -> Flags:
    """Return, per row, whether its first sentence, if short enough, respells a word of one of the BACK messages before it.

    So does a reply a word of the message that it replies to, however far off.

    Args:
        among: the rows asked about.
    """
    index = scene.index
    flags = np.zeros(scene.size, dtype=bool)
    rows = scene.judged_rows
    words = scene.spelled_words
    text, seconds, author = scene.text_id[rows], scene.seconds[rows], scene.author[rows]
    length = (words.opening_ends - index.starts[:-1])[text]
    short = (length > 0) & (length <= wanted.words) & among[rows]
    pairs = [np.zeros((0, 2), dtype=np.int64)]
    for distance in range(1, min(BACK, len(rows) - 1) + 1):
        near = short[distance:] & (seconds[distance:] - seconds[:-distance] <= wanted.within) & (author[distance:] != author[:-distance])
        near &= (words.giving_shapes[text[distance:]] & words.wrong_shapes[text[:-distance]]) != 0
        at = np.flatnonzero(near)
        pairs.append(np.column_stack([at + distance, at]))
    together = np.concatenate(pairs)
    for at, before in together[np.lexsort((-together[:, 1], together[:, 0]))].tolist():  # in order: neighbours' words are still remembered
        if not flags[rows[at]]:
            flags[rows[at]] = words.respell(int(text[at]), int(text[before]))
    replying = rows[short & (scene.reply_row[rows] >= 0) & ~flags[rows]]
    for row in replying.tolist():
        flags[row] = words.respell(int(scene.text_id[row]), int(scene.text_id[scene.reply_row[row]]))
    return flags


class SpelledWords:
    """The longer words of each distinct text, those that the dictionary holds apart from those that it lacks.

    Attributes:
        opening_ends: per text, the position behind its first sentence.
        giving_shapes: per text, the shapes of the words that the known ones of its first sentence may set right, a bit each.
        wrong_shapes: per text, the shapes of its strange words.

    A shape is a first letter and a length. Words alike but for their first letter are left alone: one is seldom mistaken there, and comparing
    shapes saves most comparing of words.
    """

    def __init__(self, scene: Scene) -> None:
        index = self._index = scene.index
        fits = np.array([len(word) >= SHORTEST and word.isalpha() for word in index.types], dtype=bool)
        known = np.array([fit and index.knows(word) for fit, word in zip(fits, index.types, strict=True)], dtype=bool)
        behind = np.searchsorted(index.sentence, np.append(index.sentence, 0)[index.starts[:-1]], side="right")
        self.opening_ends = np.minimum(behind, index.starts[1:])
        self._known, self._strange = known, fits & ~known
        wrong, giving = np.zeros(len(fits), dtype=np.int64), np.zeros(len(fits), dtype=np.int64)
        for number in np.flatnonzero(fits).tolist():
            word = index.types[number]
            if known[number]:
                giving[number] = _shapes(word, range(len(word) - LENGTHS, len(word) + LENGTHS + 1))
            else:
                wrong[number] = _shapes(word, [len(word)])
        opening = np.arange(len(index.text_of)) < self.opening_ends[index.text_of]
        self.giving_shapes = self._gather(np.where(opening, giving[index.type_at], 0))
        self.wrong_shapes = self._gather(wrong[index.type_at])
        self._giving, self._wrong = functools.lru_cache(_KEPT_TEXTS)(self._find_giving), functools.lru_cache(_KEPT_TEXTS)(self._find_wrong)

    def _gather(self, bits: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return, per text, the bits of all its positions together."""
        index = self._index
        held = np.flatnonzero(index.starts[1:] > index.starts[:-1])
        of_text = np.zeros(len(index.texts), dtype=np.int64)
        of_text[held] = np.bitwise_or.reduceat(bits, index.starts[held]) if len(held) else 0
        return of_text

    def respell(self, text: int, other: int) -> bool:
        """Say whether a word of a text's first sentence is nearly a strange word of another."""
        wrong = self._wrong(other)
        return any(_are_alike(word, each) for word in self._giving(text) for each in wrong.get(word[0], ()))

    def _find_giving(self, text: int) -> list[str]:
        """Return the words of a text's first sentence that may set another right."""
        return self._within(text, int(self.opening_ends[text]), self._known)

    def _find_wrong(self, text: int) -> dict[str, list[str]]:
        """Return the words of a text that may be wrong, by their first letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._within(text, int(self._index.starts[text + 1]), self._strange):
            found[word[0]].append(word)
        return found

    def _within(self, text: int, end: int, wanted: Flags) -> list[str]:
        numbers = self._index.type_at[self._index.starts[text] : end]
        return [self._index.types[number] for number in numbers[wanted[numbers]].tolist()]


def _shapes(word: str, lengths: Iterable[int]) -> int:
    """Return a bit for each shape; two shapes may share one, which costs a comparison."""
    return functools.reduce(operator.or_, (1 << ((5 * ord(word[0]) + length) % 63) for length in lengths))


def _are_alike(word: str, other: str) -> bool:
    return abs(len(word) - len(other)) <= LENGTHS and fuzz.ratio(word, other) >= LIKENESS
