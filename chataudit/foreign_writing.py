"""A chat laid out in, a warning out if notably many of its messages are in letters that the rules cannot read: silence there proves nothing."""

import re
from typing import Final

from chataudit.chat import Skipped
from chataudit.conditions.scene import Scene

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ADDRESS: Final = re.compile(r"\S{0,60}(?:://|www\.|@|\w[./]\w)\S{0,200}")
_LATIN: Final = re.compile("[A-Za-z]")
_FEWEST_WORDS: Final = 2
_FEWEST_MESSAGES: Final = 10
_NOTABLE: Final = 0.2


def warn_of_foreign_writing(scene: Scene) -> list[Skipped]:
    """Return one warning if a fifth and more of at least ten messages of two words and more hold mostly Latin words."""
    written = [_is_latin(text) for text in scene.texts]
    of_rows = [latin for row in scene.judged_rows.tolist() if (latin := written[scene.text_id[row]]) is not None]
    if len(of_rows) < _FEWEST_MESSAGES or sum(of_rows) < _NOTABLE * len(of_rows):
        return []
    return [Skipped("scene.foreign_writing", {"count": sum(of_rows), "all": len(of_rows)})]


def _is_latin(text: str) -> bool | None:
    """Say whether most words of a text are Latin; None of a text of fewer than two."""
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    if len(words) < _FEWEST_WORDS:
        return None
    return 2 * sum(bool(_LATIN.match(word)) for word in words) > len(words)
