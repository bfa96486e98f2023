"""What a message puts between quotation marks, and whether another message held it before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final

import numpy as np

from chataudit.conditions.scene import Rows, Scene
from chataudit.matching.spans import Flags, Positions
from chataudit.matching.text_index import TextIndex
from chataudit.russian.tokens import COMMA, find_tokens, is_break

_LAUGH: Final = r"[?!]{0,3}\){2,}|[?!]{0,3} ?[\U0001f602\U0001f606\U0001f923\U0001f926]"
# What every such text holds; cheap to look for, as it begins with a set of characters.
_MARK: Final = re.compile(r"[«\"“„)\U0001f602\U0001f606\U0001f923\U0001f926](?:(?<!\))|(?=\)))")
_NEAREST: Final = 100  # messages before it that hold the quoted words and are looked at: what more of them hold is a common word
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

    def rows_of(texts: Iterable[int]) -> Rows:
        return np.sort(np.concatenate([order[firsts[text] : firsts[text + 1]] for text in texts]))

    quoted: dict[tuple[int, ...], set[int]] = {}
    for start, end in scene.quotations:
        quoted.setdefault(tuple(index.type_at[start:end].tolist()), set()).add(int(index.text_of[start]))
    positions_of = cache(lambda word: index.positions({word}))
    for words, quoting in quoted.items():
        holding = _texts_holding(index, words, positions_of)
        if len(holding) > 1:  # the quoting one holds it, too
            _flag_echoes(scene, rows_of(quoting), rows_of(holding), within, flags)
    return flags


def _texts_holding(index: TextIndex, words: Sequence[int], positions_of: Callable[[int], Positions]) -> list[int]:
    """Return the texts in which words stand one after another; looked for where the rarest of them stands."""
    rarest = min(range(len(words)), key=lambda at: len(positions_of(words[at])))
    first = positions_of(words[rarest]) - rarest
    first = first[(first >= 0) & (first + len(words) <= len(index.type_at))]
    for at, word in enumerate(words):
        first = first[index.type_at[first + at] == word]
    first = first[index.text_of[first] == index.text_of[first + len(words) - 1]]
    found: list[int] = np.unique(index.text_of[first]).tolist()
    return found


def _flag_echoes(scene: Scene, quoting: Rows, holding: Rows, within: int, flags: Flags) -> None:
    """Flag the rows that quote what one of the nearest rows before them held, in another text by another author."""
    before = np.searchsorted(holding, quoting)
    for back in range(1, min(_NEAREST, int(before.max(initial=0))) + 1):
        asked = quoting[before >= back]
        said = holding[before[before >= back] - back]
        waited = scene.seconds[asked] - scene.seconds[said]
        other = (scene.author[asked] != scene.author[said]) & (scene.text_id[asked] != scene.text_id[said])
        flags[asked[other & (waited >= 0) & (waited <= within)]] = True
