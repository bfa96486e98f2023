"""A text as it is seen in, the same with its words in a row out, if somebody wrote a sentence as a column, a word to a line.

Rules stop at the ends of sentences, so a line feed or a full stop behind every word would hide a sentence from them. A column of
things to bring or of surnames is a list, not a sentence: it holds no preposition, no conjunction and no verb.
"""

import re
from typing import Final

from chataudit.russian.morphology import morphology

_DIVIDER: Final = re.compile(r"\n|(?<![.…;!])[.…;!]++(?=\s|\Z)")
_FEWEST: Final = 3  # pieces of a sentence
_FEWEST_LETTERS: Final = 4  # «д\nу\nр\nа»
_ALONE: Final = 0.8  # of the pieces are single words
_LINKING: Final = frozenset({"PREP", "CONJ"})
_ACTING: Final = frozenset({"VERB", "INFN", "NPRO", "PRCL"})
_LIKELY: Final = 0.5


def in_running_text(text: str) -> str:
    """Return the words of a sentence that is written as a column in a row, any other text as it is."""
    if text.count("\n") < _FEWEST - 1 and text.count(".") + text.count("!") + text.count("…") + text.count(";") < _FEWEST - 1:
        return text
    pieces = [piece for each in _DIVIDER.split(text) if (piece := each.strip())]
    alone = [piece for piece in pieces if " " not in piece]
    if len(pieces) < _FEWEST or len(alone) < _ALONE * len(pieces):
        return text
    by_lines = text.strip().count("\n") >= len(pieces) - 1
    return " ".join(pieces) if _is_sentence(pieces, by_lines=by_lines) or _is_word(alone, pieces) else text


def _is_word(alone: list[str], pieces: list[str]) -> bool:
    return len(pieces) >= _FEWEST_LETTERS and len(alone) == len(pieces) and all(len(piece) == 1 and piece.isalpha() for piece in pieces)


def _is_sentence(pieces: list[str], *, by_lines: bool) -> bool:
    """Say whether one of the pieces only a sentence could hold: short answers («Да. Поняла. Спасибо.») hold verbs, but not on lines of their own.

    A verb in capitals may be a surname («Гуляй») unless it is the first word.
    """
    return any(
        _is_read_as(piece, _LINKING) or (by_lines and (at == 0 or piece[0].islower()) and _is_read_as(piece, _ACTING))
        for at, piece in enumerate(pieces)
    )


def _is_read_as(piece: str, grammemes: frozenset[str]) -> bool:
    word = piece.strip(',:-–—«»"()')
    return word.isalpha() and morphology().chance_of(word, grammemes) >= _LIKELY
