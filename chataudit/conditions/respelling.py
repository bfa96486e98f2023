"""Messages that set right a word of somebody else: the dictionary holds the word that they give and lacks the one before."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process

from chataudit.conditions.condition import Respelling
from chataudit.conditions.scene import Rows, Scene
from chataudit.matching.spans import Flags, Positions
from chataudit.matching.text_index import TextIndex

BACK: Final = 5  # messages before it that it may correct
LENGTHS: Final = 2  # letters by which the two words may differ in length
LIKENESS: Final = 70  # per cent of letters that two words share in order: «придти» and «прийти» 83
_BLOCK: Final = 20_000  # pairs of messages compared at once
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
    replying = rows[short & (scene.reply_row[rows] >= 0)]
    pairs = [(replying, scene.reply_row[replying])]
    for distance in range(1, min(BACK, len(rows) - 1) + 1):
        near = short[distance:] & (seconds[distance:] - seconds[:-distance] <= wanted.within) & (author[distance:] != author[:-distance])
        near &= (words.giving_letters[text[distance:]] & words.wrong_letters[text[:-distance]]) != 0
        at = np.flatnonzero(near)
        pairs.append((rows[at + distance], rows[at]))
    for giving, wrong in pairs:
        for start in range(0, len(giving), _BLOCK):
            asked = giving[start : start + _BLOCK]
            flags[asked] |= words.respell(scene.text_id[asked], scene.text_id[wrong[start : start + _BLOCK]])
    return flags


class _Words:
    """Some of the positions of an index, by text.

    Attributes:
        types: of the words there, text after text; `first` and `count` tell which of them each text has.
        letters: per text, the first letters of its words, a bit each.
    """

    def __init__(self, index: TextIndex, positions: npt.NDArray[np.intp], letters: npt.NDArray[np.int64]) -> None:
        self.types = index.type_at[positions]
        bounds = np.searchsorted(positions, index.starts).astype(np.int32)
        self.first, self.count = bounds[:-1], np.diff(bounds)
        some = np.flatnonzero(self.count)
        self.letters = np.zeros(len(self.count), dtype=np.int64)
        if len(some):
            self.letters[some] = np.bitwise_or.reduceat(letters[self.types], self.first[some])


class SpelledWords:
    """The longer words of each distinct text, those that the dictionary holds apart from those that it lacks.

    Attributes:
        opening_ends: per text, the position behind its first sentence.
        giving_letters: per text, the first letters of the known words of its first sentence, a bit each.
        wrong_letters: per text, those of the words that the dictionary lacks.
    """

    def __init__(self, scene: Scene) -> None:
        index = self._index = scene.index
        fits = np.array([len(word) >= SHORTEST and word.isalpha() for word in index.types], dtype=bool)
        known = np.array([fit and index.knows(word) for fit, word in zip(fits, index.types, strict=True)], dtype=bool)
        behind = np.searchsorted(index.sentence, np.append(index.sentence, 0)[index.starts[:-1]], side="right")
        self.opening_ends = np.minimum(behind, index.starts[1:]).astype(np.int32)
        self._letter = np.array([ord(word[0]) for word in index.types], dtype=np.int32)
        self._length = np.array([len(word) for word in index.types], dtype=np.int32)
        bits = np.int64(1) << (self._letter % 63).astype(np.int64)
        opening = np.arange(len(index.text_of), dtype=np.int32) < self.opening_ends[index.text_of]
        self._giving = _Words(index, np.flatnonzero(known[index.type_at] & opening), bits)
        self._wrong = _Words(index, np.flatnonzero((fits & ~known)[index.type_at]), bits)
        self.giving_letters, self.wrong_letters = self._giving.letters, self._wrong.letters

    def respell(self, texts: Rows, others: Rows) -> Flags:
        """Return, per pair of texts, whether a word of the first sentence of the one is nearly a strange word of the other.

        Words alike but for their first letter are left alone: one is seldom mistaken there, and this saves most comparing.
        """
        giving, wrong = self._giving, self._wrong
        counts = giving.count[texts] * wrong.count[others]
        pair = np.repeat(np.arange(len(texts)), counts)
        at = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
        across = wrong.count[others][pair]
        word = giving.types[giving.first[texts][pair] + at // np.maximum(across, 1)]
        other = wrong.types[wrong.first[others][pair] + at % np.maximum(across, 1)]
        near = (self._letter[word] == self._letter[other]) & (np.abs(self._length[word] - self._length[other]) <= LENGTHS)
        alike = np.zeros(len(texts), dtype=bool)
        alike[pair[near][self._are_alike(word[near], other[near])]] = True
        return alike

    def _are_alike(self, words: Positions, others: Positions) -> Flags:
        """Return, per pair of words, whether they share enough letters; each distinct pair is compared once."""
        types = self._index.types
        distinct, number = np.unique(words.astype(np.int64) * len(types) + others, return_inverse=True)
        if not len(distinct):
            return np.zeros(0, dtype=bool)
        left, right = ([types[each] for each in half.tolist()] for half in np.divmod(distinct, len(types)))
        return np.asarray(process.cpdist(left, right, scorer=fuzz.ratio, dtype=np.float64) >= LIKENESS)[number]
