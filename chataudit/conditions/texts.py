"""What can be told from the text of a message alone, for all messages of a chat at once: a flag for each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from chataudit.conditions.condition import Only, Range, Together
from chataudit.conditions.scene import Scene
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Regex
from chataudit.matching.spans import EMPTY, Flags, Positions, Spans, cover


def say(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether any of the patterns stands in the text."""
    return scene.by_text(scene.index.texts_of(scene.search.find_any(patterns)))


def begins(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether the text begins with one of the patterns, ornaments aside."""
    index = scene.index
    spans = scene.search.find_any(patterns)
    at_start = scene.ornaments_before[spans.first] >= spans.first - index.starts[index.text_of[spans.first]]
    return scene.by_text(index.texts_of(Spans(spans.first[at_start], spans.last[at_start])))


def opens(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether a sentence of the text begins with one of the patterns, ornaments aside."""
    index = scene.index
    spans = scene.search.find_any(patterns)
    at_start = scene.ornaments_before[spans.first] >= spans.first - index.sentence_start[spans.first]
    return scene.by_text(index.texts_of(Spans(spans.first[at_start], spans.last[at_start])))


def ends(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether the text ends with one of the patterns, ornaments aside."""
    index = scene.index
    spans = scene.search.find_any(patterns)
    left = index.starts[index.text_of[spans.last] + 1] - 1 - spans.last
    at_end = scene.ornaments_after[spans.last] >= left
    return scene.by_text(index.texts_of(Spans(spans.first[at_end], spans.last[at_end])))


def only(only: Only, scene: Scene) -> Flags:
    """Per row, whether nothing but the patterns stands in the text."""
    index = scene.index
    covered = cover([scene.search.find_any(only.of)], len(index.text_of))
    left = np.bincount(index.text_of[~covered], minlength=len(index.texts))
    has_words = index.starts[1:] > index.starts[:-1]
    return scene.by_text((left <= only.spare) & has_words)


def each_sentence(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether every sentence of the text holds one of the patterns."""
    index = scene.index
    bare = ~np.isin(index.sentence, index.sentence[scene.search.find_any(patterns).first]) & ~scene.ornaments
    left = np.bincount(index.text_of[bare], minlength=len(index.texts))
    return scene.by_text((left == 0) & (index.starts[1:] > index.starts[:-1]))


def together(together: Together, scene: Scene) -> Flags:
    """Per row, whether words of every group stand near each other."""
    index = scene.index
    groups = [scene.search.find_any(patterns) for patterns in together.groups]
    if together.within is None:
        sentences = set(index.sentence[groups[0].first].tolist())
        for spans in groups[1:]:
            sentences &= set(index.sentence[spans.first].tolist())
        positions = np.flatnonzero(np.isin(index.sentence, list(sentences))) if sentences else EMPTY.first
    else:
        positions = _near(groups, together.within, index.sentence)
    flags = np.zeros(len(index.texts), dtype=bool)
    flags[index.text_of[positions]] = True
    return scene.by_text(flags)


def _near(groups: list[Spans], within: int, sentence: Positions) -> Positions:
    """Return the positions of the first group's spans near which, in their sentence, every other group has one."""
    anchor = groups[0]
    kept = np.ones(len(anchor.first), dtype=bool)
    for spans in groups[1:]:
        if not len(spans.first):
            return EMPTY.first
        next_first = spans.first[np.minimum(np.searchsorted(spans.first, anchor.last + 1), len(spans.first) - 1)]
        gap = next_first - anchor.last - 1
        ahead = (gap >= 0) & (gap <= within) & (sentence[next_first] == sentence[anchor.last])
        lasts = np.sort(spans.last)
        previous_last = lasts[np.maximum(np.searchsorted(lasts, anchor.first) - 1, 0)]
        gap = anchor.first - previous_last - 1
        behind = (gap >= 0) & (gap <= within) & (sentence[previous_last] == sentence[anchor.first])
        kept &= ahead | behind
    return anchor.first[kept]


def question(asked: bool, scene: Scene) -> Flags:
    """Per row, whether a sentence of the text ends with a question mark."""
    return scene.by_text(scene.index.questions == asked)


def asks(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether one of the patterns stands in such a sentence."""
    spans = scene.search.find_any(patterns)
    asked = scene.index.asked[spans.last]
    return scene.by_text(scene.index.texts_of(Spans(spans.first[asked], spans.last[asked])))


def quotes(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    """Per row, whether one of the patterns stands between quotation marks."""
    spans = scene.search.find_any(patterns)
    quoted = scene.quoted[spans.first] & scene.quoted[spans.last]
    return scene.by_text(scene.index.texts_of(Spans(spans.first[quoted], spans.last[quoted])))


def regex(expressions: Sequence[Regex], scene: Scene) -> Flags:
    """Per row, whether any of the expressions is found in the text or in an address hidden behind it."""
    found = [scene.has_expression(expression) for expression in expressions]
    rows = scene.by_text(np.logical_or.reduce(found) if found else np.zeros(len(scene.texts), dtype=bool))
    for row, links in scene.links:
        rows[row] |= any(expression.compiled.search(links) for expression in expressions)
    return rows


def has(features: Sequence[str], scene: Scene) -> Flags:
    """Per row, whether the text has any of the features."""
    flags = np.zeros(len(scene.texts), dtype=bool)
    for feature in features:
        by_words = _FEATURES_OF_WORDS.get(feature)
        flags |= by_words(scene) if by_words else scene.has_feature(feature)
    return scene.by_text(flags)


def _emoji_only(scene: Scene) -> Flags:
    index = scene.index
    emoji = index.texts_of(index.spans(index.of_class("emoji")))
    others = np.bincount(index.text_of[~scene.ornaments], minlength=len(index.texts))
    return np.asarray(emoji & (others == 0))


def _shouting(scene: Scene) -> Flags:
    """Texts of at least two words in capitals, which make up most of their words of three letters and more."""
    index = scene.index
    shouted = np.bincount(index.text_of[index.shouted], minlength=len(index.texts))
    words = np.bincount(index.text_of[index.long_word], minlength=len(index.texts))
    return (shouted >= 2) & (shouted > 0.7 * words)


_FEATURES_OF_WORDS: Final[dict[str, Callable[[Scene], Flags]]] = {"emoji_only": _emoji_only, "shouting": _shouting}


def words(size: Range, scene: Scene) -> Flags:
    """Per row, whether the text has so many words."""
    return scene.by_text((scene.word_counts >= size.min) & (scene.word_counts <= size.max))
