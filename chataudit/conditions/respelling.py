"""Messages that set right a word of somebody else: the dictionary holds the word that they give and lacks the one before."""

from __future__ import annotations

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
    for distance in range(1, min(BACK, len(rows) - 1) + 1):
        near = short[distance:] & (seconds[distance:] - seconds[:-distance] <= wanted.within) & (author[distance:] != author[:-distance])
        # Words alike but for their first letter are left alone: one is seldom mistaken, and this saves most comparing.
        near &= (words.known_letters[text[distance:]] & words.strange_letters[text[:-distance]]) != 0
        for at in np.flatnonzero(near & ~flags[rows[distance:]]).tolist():
            flags[rows[at + distance]] = words.respell(int(text[at + distance]), int(text[at]))
    replying = rows[short & (scene.reply_row[rows] >= 0) & ~flags[rows]]
    for row in replying.tolist():
        flags[row] = words.respell(int(scene.text_id[row]), int(scene.text_id[scene.reply_row[row]]))
    return flags


class SpelledWords:
    """The longer words of each distinct text, those that the dictionary holds apart from those that it lacks.

    Attributes:
        opening_ends: per text, the position behind its first sentence.
        known_letters, strange_letters: per text, the first letters of either, a bit each.
    """

    def __init__(self, scene: Scene) -> None:
        index = self._index = scene.index
        fits = np.array([len(word) >= SHORTEST and word.isalpha() for word in index.types], dtype=bool)
        known = np.array([fit and index.knows(word) for fit, word in zip(fits, index.types, strict=True)], dtype=bool)
        letter = np.array([1 << (ord(word[0]) % 63) if fit else 0 for fit, word in zip(fits, index.types, strict=True)], dtype=np.int64)
        behind = np.searchsorted(index.sentence, np.append(index.sentence, 0)[index.starts[:-1]], side="right")
        self.opening_ends = np.minimum(behind, index.starts[1:])
        self._known, self._strange = known, fits & ~known
        self.known_letters = self._letters_of_texts(np.where(known, letter, 0))
        self.strange_letters = self._letters_of_texts(np.where(known, 0, letter))

    def _letters_of_texts(self, letters: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        of_text = np.zeros(len(self._index.texts), dtype=np.int64)
        np.bitwise_or.at(of_text, self._index.text_of, letters[self._index.type_at])
        return of_text

    def respell(self, text: int, other: int) -> bool:
        """Say whether a word of a text's first sentence is nearly a strange word of another."""
        strange = self._within(other, int(self._index.starts[other + 1]), self._strange)
        return any(_are_alike(word, wrong) for word in self._within(text, int(self.opening_ends[text]), self._known) for wrong in strange)

    def _within(self, text: int, end: int, wanted: Flags) -> list[str]:
        numbers = self._index.type_at[self._index.starts[text] : end]
        return [self._index.types[number] for number in numbers[wanted[numbers]].tolist()]


def _are_alike(word: str, other: str) -> bool:
    near = word[0] == other[0] and abs(len(word) - len(other)) <= LENGTHS
    return near and fuzz.ratio(word, other) >= LIKENESS
