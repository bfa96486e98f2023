"""Conditions answered for all messages of a chat at once: a condition and a scene in, a flag for each row out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from chataudit.conditions.condition import Condition, Nearby, Only, Range, Together
from chataudit.conditions.respelling import find_respellings
from chataudit.conditions.scene import Scene
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Regex
from chataudit.matching.spans import EMPTY, Flags, Positions, Spans, cover
from chataudit.messages import KINDS


def holds(condition: Condition, scene: Scene) -> Flags:
    """Return, per row of the message table, whether the condition holds; service events satisfy none.

    Raises:
        KeyError: a name that the rulebook lacks (its loader checks names, so this is a bug).
    """
    known = scene.recall(condition)
    if known is not None:
        return known
    flags = scene.judged.copy()
    for key, answer in _ANSWERS.items():
        asked = getattr(condition, key)
        if asked is None:
            continue
        flags &= answer(asked, scene)
        if not flags.any():
            break
    if condition.signs is not None:
        flags &= weigh(condition, scene) >= condition.threshold - 1e-9
    scene.remember(condition, flags)
    return flags


def weigh(condition: Condition, scene: Scene) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return, per row, the weights of the condition's signs that hold, added up."""
    total = np.zeros(scene.size)
    for sign in condition.signs or ():
        total[holds(sign, scene)] += sign.weight
    return total


def signs_of(condition: Condition, scene: Scene) -> list[tuple[Condition, Flags]]:
    """Return the named parts of a condition with the rows where each holds, in the order written."""
    named: list[tuple[Condition, Flags]] = []
    if condition.sign is not None:
        named.append((condition, holds(condition, scene)))
    for part in [*(condition.all or ()), *(condition.any or ()), *(condition.signs or ()), *(condition.at_least.of if condition.at_least else ())]:
        named += signs_of(part, scene)
    if condition.is_ is not None:
        named += signs_of(scene.conditions[condition.is_], scene)
    return named


def _say(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    return scene.by_text(scene.index.texts_of(scene.search.find_any(patterns)))


def _begins(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    index = scene.index
    spans = scene.search.find_any(patterns)
    at_start = scene.ornaments_before[spans.first] >= spans.first - index.starts[index.text_of[spans.first]]
    return scene.by_text(index.texts_of(Spans(spans.first[at_start], spans.last[at_start])))


def _opens(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    index = scene.index
    spans = scene.search.find_any(patterns)
    at_start = scene.ornaments_before[spans.first] >= spans.first - index.sentence_start[spans.first]
    return scene.by_text(index.texts_of(Spans(spans.first[at_start], spans.last[at_start])))


def _ends(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    index = scene.index
    spans = scene.search.find_any(patterns)
    left = index.starts[index.text_of[spans.last] + 1] - 1 - spans.last
    at_end = scene.ornaments_after[spans.last] >= left
    return scene.by_text(index.texts_of(Spans(spans.first[at_end], spans.last[at_end])))


def _only(only: Only, scene: Scene) -> Flags:
    index = scene.index
    covered = cover([scene.search.find_any(only.of)], len(index.text_of))
    left = np.bincount(index.text_of[~covered], minlength=len(index.texts))
    has_words = index.starts[1:] > index.starts[:-1]
    return scene.by_text((left <= only.spare) & has_words)


def _each_sentence(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    index = scene.index
    bare = ~np.isin(index.sentence, index.sentence[scene.search.find_any(patterns).first]) & ~scene.ornaments
    left = np.bincount(index.text_of[bare], minlength=len(index.texts))
    return scene.by_text((left == 0) & (index.starts[1:] > index.starts[:-1]))


def _respells(span: int, scene: Scene) -> Flags:
    return find_respellings(scene, span)


def _together(together: Together, scene: Scene) -> Flags:
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


def _question(asked: bool, scene: Scene) -> Flags:
    return scene.by_text(scene.index.questions == asked)


def _asks(patterns: Sequence[Pattern], scene: Scene) -> Flags:
    spans = scene.search.find_any(patterns)
    asked = scene.index.asked[spans.last]
    return scene.by_text(scene.index.texts_of(Spans(spans.first[asked], spans.last[asked])))


def _regex(expressions: Sequence[Regex], scene: Scene) -> Flags:
    rows = scene.by_text(np.logical_or.reduce([scene.has_expression(expression) for expression in expressions]))
    for row, links in scene.links:
        rows[row] |= any(expression.compiled.search(links) for expression in expressions)
    return rows


def _has(features: Sequence[str], scene: Scene) -> Flags:
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


def _words(size: Range, scene: Scene) -> Flags:
    return scene.by_text((scene.word_counts >= size.min) & (scene.word_counts <= size.max))


def _kind(kinds: Sequence[str], scene: Scene) -> Flags:
    return np.isin(scene.kind, [KINDS.index(kind) for kind in kinds])


def _role(roles: Sequence[str], scene: Scene) -> Flags:
    return np.asarray(np.logical_or.reduce([scene.has_role(role) for role in roles]))


def _forwarded(forwarded: bool, scene: Scene) -> Flags:
    return np.asarray(scene.chat.messages["forwarded_from"].notna().to_numpy() == forwarded)


def _reply(reply: bool, scene: Scene) -> Flags:
    return np.asarray((scene.reply_row >= 0) == reply)


def _replied(condition: Condition, scene: Scene) -> Flags:
    flags = holds(condition, scene)
    return np.where(scene.reply_row >= 0, flags[scene.reply_row], False)


def _before(near: Nearby, scene: Scene) -> Flags:
    return _beside(near, scene, back=True)


def _after(near: Nearby, scene: Scene) -> Flags:
    return _beside(near, scene, back=False)


def _beside(near: Nearby, scene: Scene, *, back: bool) -> Flags:
    """Look at each of the neighbours in turn, for all rows at once."""
    rows = scene.judged_rows
    wanted, seconds, author = holds(near.is_, scene)[rows], scene.seconds[rows], scene.author[rows]
    found = np.zeros(len(rows), dtype=bool)
    for distance in range(1, min(near.messages, len(rows) - 1) + 1):
        here, there = (slice(distance, None), slice(None, -distance)) if back else (slice(None, -distance), slice(distance, None))
        seen = wanted[there] & (np.abs(seconds[here] - seconds[there]) <= near.within)
        if near.by != "any":
            seen &= (author[here] == author[there]) == (near.by == "same")
        found[here] |= seen
    flags = np.zeros(scene.size, dtype=bool)
    flags[rows] = found
    return flags


def _quiet_before(span: int, scene: Scene) -> Flags:
    rows = scene.judged_rows
    quiet = np.ones(len(rows), dtype=bool)
    quiet[1:] = np.diff(scene.seconds[rows]) >= span
    flags = np.zeros(scene.size, dtype=bool)
    flags[rows] = quiet
    return flags


def _rule(names: Sequence[str], scene: Scene) -> Flags:
    assert scene.matched is not None
    return np.asarray(np.logical_or.reduce([scene.matched(name) for name in names]))


def _is(name: str, scene: Scene) -> Flags:
    return holds(scene.conditions[name], scene)


def _all(conditions: Sequence[Condition], scene: Scene) -> Flags:
    return np.asarray(np.logical_and.reduce([holds(condition, scene) for condition in conditions]))


def _any(conditions: Sequence[Condition], scene: Scene) -> Flags:
    return np.asarray(np.logical_or.reduce([holds(condition, scene) for condition in conditions]))


def _not(condition: Condition, scene: Scene) -> Flags:
    return ~holds(condition, scene)


def _at_least(asked: Any, scene: Scene) -> Flags:
    return np.asarray(np.sum([holds(condition, scene) for condition in asked.of], axis=0) >= asked.count)


# The cheapest first: an answer that leaves no row ends the asking.
_ANSWERS: Final[dict[str, Callable[[Any, Scene], Flags]]] = {
    "kind": _kind,
    "role": _role,
    "forwarded": _forwarded,
    "reply": _reply,
    "say": _say,
    "together": _together,
    "each_sentence": _each_sentence,
    "begins": _begins,
    "ends": _ends,
    "opens": _opens,
    "only": _only,
    "asks": _asks,
    "question": _question,
    "words": _words,
    "regex": _regex,
    "is_": _is,
    "all": _all,
    "any": _any,
    "not_": _not,
    "at_least": _at_least,
    "has": _has,
    "quiet_before": _quiet_before,
    "replied": _replied,
    "before": _before,
    "after": _after,
    "rule": _rule,
    "respells": _respells,
}
