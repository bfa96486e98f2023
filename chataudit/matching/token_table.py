"""Distinct texts as tokens: what stands at each position and in which sentence of which text, as arrays.

Texts repeat and words repeat, so each distinct text is split once and each distinct word is folded once.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np

from chataudit.matching.spans import Flags, Positions
from chataudit.russian.tokens import COMMA, TEXT_END, find_tokens, fold, is_break, token_class

_BLOCK = 5000  # texts split at once
_TEXT_END, _BREAK, _QUESTION, _COMMA, _WORD = range(5)  # sorts of tokens; what is no word only divides words


def _sort(token: str) -> int:
    if token == TEXT_END:
        return _TEXT_END
    if token == COMMA:
        return _COMMA
    if is_break(token):
        return _QUESTION if "?" in token else _BREAK
    return _WORD


def _tokenise(texts: Sequence[str]) -> tuple[Positions, list[str]]:
    """Split texts into tokens, a block at a time: a token as text takes ten times the room of its number.

    Returns:
        The number of each token, and the distinct tokens by number; after each text but the last stands TEXT_END.
    """
    numbers: dict[str, int] = defaultdict(count().__next__)
    blocks = []
    for start in range(0, len(texts), _BLOCK):
        block = texts[start : start + _BLOCK]
        joined = TEXT_END.join([text.replace(TEXT_END, " ") for text in block])
        tokens = find_tokens(joined + TEXT_END if start + _BLOCK < len(texts) else joined)
        blocks.append(np.fromiter(map(numbers.__getitem__, tokens), dtype=np.int32, count=len(tokens)))
    return (np.concatenate(blocks) if blocks else np.zeros(0, dtype=np.int32)), list(numbers)


class TokenTable:
    """Words by position, over all texts; commas and ends of sentences are told of the words beside them.

    Attributes:
        texts: the distinct texts.
        sentence: per position, the number of its sentence (over all texts).
        text_of: per position, the number of its text.
        comma_after: per position, whether a comma follows.
        starts: per text, its first position; one more at the end.
        type_at: per position, the number of its distinct (folded) word in `types`; class_of_type: of what class each is.
        capital_at: per position, whether the word begins with a capital letter.
        shouted, long_word: per position, whether a word of three letters and more stands there (in capitals).
        questions: per text, whether a sentence of it ends with a question mark; asked_sentences: the numbers of such sentences.
        ends_with_question: per text, whether its last sentence does.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._split(*_tokenise(texts))

    def _split(self, codes: Positions, surfaces: list[str]) -> None:
        kind = np.fromiter((_sort(surface) for surface in surfaces), dtype=np.int8, count=len(surfaces))
        self._fold_types(surfaces)
        kinds = kind[codes] if len(codes) else np.zeros(0, np.int8)
        kept = kinds == _WORD
        before_comma = np.flatnonzero(kinds == _COMMA) - 1
        text_number = np.cumsum(kinds == _TEXT_END, dtype=np.int32)
        sentence_number = np.cumsum((kinds != _WORD) & (kinds != _COMMA), dtype=np.int32)
        surface = codes[kept]
        self.text_of: Positions = text_number[kept]
        self.sentence: Positions = sentence_number[kept]
        self.type_at: Positions = self._type_of_surface[surface] if len(surface) else surface
        followed = np.zeros(len(kinds), dtype=bool)
        followed[before_comma[before_comma >= 0]] = True
        self.comma_after: Flags = followed[kept]
        self.starts = np.searchsorted(self.text_of, np.arange(len(self.texts) + 1)).astype(np.int32)
        self.questions = np.zeros(len(self.texts), dtype=bool)
        asked = kinds == _QUESTION
        self.questions[text_number[asked]] = True
        self.asked_sentences = sentence_number[asked] - 1
        self.ends_with_question = self._find_last_questions(kinds, text_number)
        self.capital_at: Flags = self._capital_of_surface[surface] if len(surface) else np.zeros(0, bool)
        self.shouted: Flags = self._shouted_of_surface[surface] if len(surface) else np.zeros(0, bool)
        self.long_word: Flags = self._long_of_surface[surface] if len(surface) else np.zeros(0, bool)

    def _find_last_questions(self, kinds: np.ndarray, text_number: Positions) -> Flags:
        ends = np.zeros(len(self.texts), dtype=bool)
        meaningful = np.flatnonzero((kinds != _TEXT_END) & (kinds != _COMMA))
        if len(meaningful):
            owner = text_number[meaningful]
            last = np.flatnonzero(np.append(owner[1:] != owner[:-1], True))
            ends[owner[last]] = kinds[meaningful[last]] == _QUESTION
        return ends

    def _fold_types(self, surfaces: list[str]) -> None:
        types: dict[str, int] = {}
        of_surface, capital, shouted, long = [], [], [], []
        self.class_of_type: list[str] = []
        for surface in surfaces:
            folded = surface if _sort(surface) != _WORD else fold(surface)
            number = types.setdefault(folded, len(types))
            if number == len(self.class_of_type):
                self.class_of_type.append("" if _sort(surface) != _WORD else token_class(surface))
            of_surface.append(number)
            capital.append(surface[0].isupper())
            long.append(len(surface) > 2 and surface.isalpha())
            shouted.append(long[-1] and surface.isupper())
        self.types = list(types)
        self._type_of_surface = np.array(of_surface, dtype=np.int32)
        self._capital_of_surface = np.array(capital, dtype=bool)
        self._long_of_surface = np.array(long, dtype=bool)
        self._shouted_of_surface = np.array(shouted, dtype=bool)
