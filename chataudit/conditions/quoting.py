"""What a message puts between quotation marks, and whether another message held it before."""

from __future__ import annotations

import re
from functools import reduce
from typing import Final

import numpy as np

from chataudit.conditions.scene import Rows, Scene
from chataudit.matching.spans import Flags
from chataudit.russian.tokens import COMMA, find_tokens, is_break

_LAUGH: Final = r"[?!]{0,3}\){2,}|[?!]{0,3} ?[\U0001f602\U0001f606\U0001f923\U0001f926]"
# What every such text holds; cheap to look for, as it begins with a set of characters.
_MARK: Final = re.compile(r"[«\"“„)\U0001f602\U0001f606\U0001f923\U0001f926](?:(?<!\))|(?=\)))")
_QUOTED: Final = re.compile(r'«([^«»\x00]{1,80})»|["“„]([^"“”„\n\x00]{1,80})["”“]' + rf"|\A([^\W\d_]{{4,}})(?={_LAUGH})")


def find_quotations(scene: Scene) -> list[tuple[int, int]]:
    """Return the runs of words between quotation marks: the first position and the one behind the last, in order.

    So is a text's first word that a laugh follows: «ложить)) так не говорят».
    """
    index = scene.index
    runs = []
    for number in scene.marked(_MARK).tolist():
        text, start, end = scene.texts[number], int(index.starts[number]), int(index.starts[number + 1])
        at = counted = 0
        for found in _QUOTED.finditer(text):
            inside = found.span(found.lastindex or 0)
            counted += _count_words(text[at : inside[0]])
            length = _count_words(text[slice(*inside)])
            if length and start + counted + length <= end:
                runs.append((start + counted, start + counted + length))
            counted, at = counted + length, inside[1]
    return runs


def _count_words(text: str) -> int:
    return sum(token != COMMA and not is_break(token) for token in find_tokens(text))


def find_echoes(scene: Scene, within: int) -> Flags:
    """Return, per row, whether what it quotes stood, word for word, in a message before it by another.

    Args:
        within: seconds between the two messages at most.
    """
    index = scene.index
    flags = np.zeros(scene.size, dtype=bool)
    rows = scene.judged_rows
    order = rows[np.argsort(scene.text_id[rows], kind="stable")]
    firsts = np.searchsorted(scene.text_id[order], np.arange(len(scene.texts) + 1))

    def rows_of(text: int) -> Rows:
        return order[firsts[text] : firsts[text + 1]]

    for start, end in scene.quotations:
        quoting = rows_of(int(index.text_of[start]))
        words = index.type_at[start:end].tolist()
        places = [index.positions({word}) - distance for distance, word in enumerate(words)]
        places.sort(key=len)
        held = reduce(np.intersect1d, places)
        held = held[(held >= 0) & (index.text_of[np.maximum(held, 0)] == index.text_of[np.minimum(held + len(words) - 1, len(index.text_of) - 1)])]
        texts = np.unique(index.text_of[held])
        for text in texts[texts != index.text_of[start]].tolist():
            said = rows_of(text)
            waited = scene.seconds[quoting][:, None] - scene.seconds[said][None, :]
            other = scene.author[quoting][:, None] != scene.author[said][None, :]
            flags[quoting] |= np.any(other & (quoting[:, None] > said[None, :]) & (waited >= 0) & (waited <= within), axis=1)
    return flags
