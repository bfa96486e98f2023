"""Conditions answered for all messages of a chat at once: a condition and a scene in, a flag for each row out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import numpy as np

from chataudit.conditions import texts
from chataudit.conditions.condition import Condition, Nearby
from chataudit.conditions.quoting import find_echoes
from chataudit.conditions.respelling import find_respellings
from chataudit.conditions.scene import Scene
from chataudit.matching.spans import Flags
from chataudit.messages import KINDS


def holds(condition: Condition, scene: Scene, *, keep: bool = False) -> Flags:
    """Return, per row of the message table, whether the condition holds; service events satisfy none.

    Args:
        keep: remember the answer; those of conditions with a sign are remembered anyway, as findings name them.

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
    if condition.respells is not None and flags.any():
        flags &= find_respellings(scene, condition.respells, flags)
    if condition.signs is not None:
        flags &= weigh(condition, scene) >= condition.threshold - 1e-9
    if condition.sign is not None or keep:
        scene.remember(condition, flags)
    return flags


def weigh(condition: Condition, scene: Scene) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return, per row, the weights of the condition's signs that hold, added up."""
    total = np.zeros(scene.size)
    for sign in condition.signs or ():
        weight = weight_of(sign, condition, scene)
        if weight:
            total[holds(sign, scene)] += weight
    return total


def weight_of(sign: Condition, condition: Condition, scene: Scene) -> float:
    """Return the weight of a condition's sign: fitted to labelled chats, if it was, else its own."""
    fitted = scene.fitted.get(condition.weights or "")
    return sign.weight if fitted is None else fitted.get(sign.is_ or "", 0.0)


def signs_of(condition: Condition, scene: Scene) -> list[tuple[Condition, Flags]]:
    """Return the named parts of a condition with the rows where each holds, in the order written."""
    named: list[tuple[Condition, Flags]] = []
    if condition.sign is not None:
        named.append((condition, holds(condition, scene)))
    telling = [sign for sign in condition.signs or () if weight_of(sign, condition, scene) > 0]
    for part in [*(condition.all or ()), *(condition.any or ()), *telling, *(condition.at_least.of if condition.at_least else ())]:
        named += signs_of(part, scene)
    if condition.is_ is not None:
        named += signs_of(scene.conditions[condition.is_], scene)
    return named


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
    """Look at the pause since the message before in time: exports hold late arrivals behind later ones."""
    rows = scene.judged_rows[np.argsort(scene.seconds[scene.judged_rows], kind="stable")]  # those of one moment stay as they stand
    quiet = np.ones(len(rows), dtype=bool)
    quiet[1:] = np.diff(scene.seconds[rows]) >= span
    flags = np.zeros(scene.size, dtype=bool)
    flags[rows] = quiet
    return flags


def _rule(names: Sequence[str], scene: Scene) -> Flags:
    assert scene.matched is not None
    return np.asarray(np.logical_or.reduce([scene.matched(name) for name in names]))


def _is(name: str, scene: Scene) -> Flags:
    return holds(scene.conditions[name], scene, keep=True)


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
    "say": texts.say,
    "together": texts.together,
    "each_sentence": texts.each_sentence,
    "begins": texts.begins,
    "ends": texts.ends,
    "opens": texts.opens,
    "only": texts.only,
    "asks": texts.asks,
    "question": texts.question,
    "words": texts.words,
    "regex": texts.regex,
    "quotes": texts.quotes,
    "is_": _is,
    "all": _all,
    "any": _any,
    "not_": _not,
    "at_least": _at_least,
    "has": texts.has,
    "quiet_before": _quiet_before,
    "replied": _replied,
    "before": _before,
    "after": _after,
    "rule": _rule,
    "echoes": lambda span, scene: find_echoes(scene, span),
}
