"""All conversations of the laws in one index of texts, so that thousands of them can be judged: what a text holds is looked up once.

That it changes no verdict, since no text is judged by the words of another, is a law of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, cached_property
from typing import Any, Final
from unittest import mock

import numpy as np
from laws.conversations import EVERYTHING_SAID

from chataudit.conditions.scene import Scene
from chataudit.matching.features import MARKS
from chataudit.matching.scalars import Regex
from chataudit.matching.scanning import Scanned, scan_texts
from chataudit.matching.search import Search
from chataudit.matching.text_index import TextIndex

_NUMBER_OF: Final = {text: number for number, text in enumerate(EVERYTHING_SAID)}
_searches: dict[Any, Search] = {}  # by the classes of words and the order of the lists


@contextmanager
def one_index() -> Iterator[None]:
    """Let every chat of one rulebook be judged by the one index; a text that is not of `EVERYTHING_SAID` is a KeyError."""
    with ExitStack() as stack:
        for name, make in _SHARED.items():
            shared = cached_property(make)
            shared.__set_name__(Scene, name)
            stack.enter_context(mock.patch.object(Scene, name, shared))
        stack.enter_context(mock.patch.object(Scene, "define_class", _define_class))
        yield


def _texts(scene: Scene) -> tuple[Any, list[str]]:
    return np.array([_NUMBER_OF[text] for text in scene.chat.messages["text"].tolist()], dtype=np.int64), list(EVERYTHING_SAID)


def _search(scene: Scene) -> Search:
    classes, lists = tuple(sorted(scene.classes.items())), tuple(scene.lists)
    if (classes, lists) not in _searches:
        _searches[classes, lists] = Search(TextIndex(EVERYTHING_SAID, scene.morphology, dict(classes)), scene.lists, scene.morphology)
    return _searches[classes, lists]


_SHARED: Final[dict[str, Callable[[Scene], Any]]] = {
    "_texts": _texts,
    "search": _search,
    "index": lambda scene: scene.search.index,
    "_scanned": lambda scene: _scan(tuple(scene.expressions)),
}


@cache
def _scan(expressions: Sequence[Regex]) -> Scanned:
    return scan_texts(list(EVERYTHING_SAID), expressions, MARKS)


def _define_class(scene: Scene, name: str, words: frozenset[str]) -> None:
    scene.classes[name] = words
    scene.forget()
    for shared in ("search", "index"):
        scene.__dict__.pop(shared, None)
