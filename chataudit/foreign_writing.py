"""A chat laid out in, a warning out if notably many of its messages are in what the rules cannot read: silence there proves nothing."""

import re
from typing import Final

from chataudit.chat import Skipped
from chataudit.conditions.scene import Scene
from chataudit.russian.morphology import morphology

_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
_ADDRESS: Final = re.compile(r"\S{0,60}(?:://|www\.|@|\w[./]\w)\S{0,200}")
_RUSSIAN: Final = re.compile("[а-яё]+", re.IGNORECASE)
_OF_OTHERS: Final = re.compile("(?![а-яё])[\u0400-\u04ff]", re.IGNORECASE)
_LONG: Final = 4  # letters: shorter words are as often shorthand as another language's
_FEWEST_WORDS: Final = 2
_FEWEST_MESSAGES: Final = 10
_NOTABLE: Final = 0.1  # of Russian chats with all their slang and slips at most one or two messages in a hundred look foreign


def warn_of_foreign_writing(scene: Scene) -> list[Skipped]:
    """Return one warning if more than a tenth of at least ten messages of two words and more are hardly Russian."""
    written = [_is_foreign(text) for text in scene.texts]
    of_rows = [foreign for row in scene.judged_rows.tolist() if (foreign := written[scene.text_id[row]]) is not None]
    if len(of_rows) < _FEWEST_MESSAGES or sum(of_rows) <= _NOTABLE * len(of_rows):
        return []
    return [Skipped("scene.foreign_writing", {"count": sum(of_rows), "all": len(of_rows)})]


def _is_foreign(text: str) -> bool | None:
    """Say whether most words of a text are not Russian; None of a text of fewer than two."""
    has_address = any(sign in text for sign in "./@")
    words = _WORD.findall(_ADDRESS.sub(" ", text) if has_address else text)
    if len(words) < _FEWEST_WORDS:
        return None
    return 2 * sum(map(_count_as_foreign, words)) > len(words)


def _count_as_foreign(word: str) -> int:
    """Return 2 for a word with Cyrillic letters of another language, 1 for one in no dictionary, else 0; what begins with a capital may be a name."""
    if _RUSSIAN.fullmatch(word):
        return int(len(word) >= _LONG and word[0].islower() and not morphology().knows(word))
    return 2 if _OF_OTHERS.search(word) else 1
