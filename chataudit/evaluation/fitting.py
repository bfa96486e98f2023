"""Weights of a rule's signs fitted to labelled chats: logistic regression, with some chats kept out of it to see that it holds.

Run by those who tend the rules, never by a scan: the weights are written into the rulebook and read from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np

from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds
from chataudit.errors import ConfigError
from chataudit.evaluation.counting import ask_labelled
from chataudit.evaluation.labelled_chats import LabelledChat
from chataudit.rulebook.labelling import FittedWeights, Reliability
from chataudit.rulebook.rulebook import Rulebook
from chataudit.rulebook.structures import structures

HELD_BACK: Final = 4  # every so many chats one is kept out of the fit
_FOLDS: Final = 5
_STRENGTHS: Final = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)  # of regularisation, inverse
_BETA: Final = 0.6  # of the F measure that chooses: a false finding is worse than a missed one

Matrix = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class _Material:
    """The messages that a rule looks at, of all chats.

    Attributes:
        signs: per message and sign, 1 where it holds.
        labelled: per message, whether readers gave it the code.
        chat: per message, the number of its chat.
        out_of_sight: per chat, labelled messages that the rule does not look at, whatever its weights.
    """

    signs: Matrix
    labelled: Flags
    chat: np.ndarray[Any, np.dtype[np.int64]]
    out_of_sight: np.ndarray[Any, np.dtype[np.int64]]


def fit_weights(code: str, chats: Sequence[LabelledChat], rulebook: Rulebook, today: date) -> tuple[str, FittedWeights]:
    """Fit the weights of a rule's signs.

    Returns:
        The name of the set and the weights, scaled so that a message counts where they add up to 1.

    Raises:
        ConfigError: the rule has no signs with fitted weights, or there are too few labels.
    """
    condition = next((each for each in structures(rulebook.rules[code], Condition) if each.weights is not None and each.signs), None)
    if condition is None or condition.weights is None:
        raise ConfigError("labelled.no_signs", code=code)
    names = [sign.is_ or "" for sign in condition.signs or ()]
    material = _gather(code, chats, rulebook, condition)
    held_back = material.chat % HELD_BACK == HELD_BACK - 1
    if min(material.labelled[held_back].sum(), material.labelled[~held_back].sum()) < _FOLDS:
        raise ConfigError("labelled.too_few", code=code, count=int(material.labelled.sum()))
    strength = _choose_strength(material, ~held_back)
    weights = _fit(material, ~held_back, strength)
    away = np.arange(len(chats)) % HELD_BACK == HELD_BACK - 1
    reliability = _count(material, held_back, weights, int(material.out_of_sight[away].sum()))
    final = _fit(material, np.ones(len(held_back), dtype=bool), strength)
    return condition.weights, FittedWeights(
        on=today.isoformat(),
        chats=len(chats),
        messages=sum(len(chat.numbers) for chat in chats),
        labelled=int(material.labelled.sum() + material.out_of_sight.sum()),
        held_back_chats=int(away.sum()),
        held_back=reliability,
        weights={name: round(float(weight), 2) for name, weight in zip(names, final, strict=True)},
    )


def _gather(code: str, chats: Sequence[LabelledChat], rulebook: Rulebook, condition: Condition) -> _Material:
    signs, labelled, numbers, unseen = [], [], [], []
    for number, chat in enumerate(chats):
        answers = ask_labelled(chat, rulebook)
        assert answers.context is not None
        scene = answers.context.scene
        answers.found.clear()
        scene.forget()
        scene.remember(condition, scene.judged)  # as if it held everywhere: what is then found is what the rule looks at
        looked_at = answers.matches_of(code).flags(scene.size)
        marked = np.zeros(scene.size, dtype=bool)
        marked[list(chat.labels.get(code, ()))] = True
        signs.append(np.array([holds(sign, scene)[looked_at] for sign in condition.signs or ()], dtype=float).T)
        labelled.append(marked[looked_at])
        numbers.append(np.full(int(looked_at.sum()), number))
        unseen.append(int((marked & ~looked_at).sum()))
    return _Material(np.concatenate(signs), np.concatenate(labelled), np.concatenate(numbers), np.array(unseen))


def _fit(material: _Material, rows: Flags, strength: float) -> Matrix:
    """Return the weights, scaled so that they add up to 1 where the best threshold lies."""
    from sklearn.linear_model import LogisticRegression  # of the extra `fit`

    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(material.signs[rows], material.labelled[rows])
    coefficients, intercept = model.coef_[0], float(model.intercept_[0])
    scores = _cross_scores(material, rows, strength)
    cut = _best_cut(scores, material.labelled[rows])
    room = max(cut - intercept, 0.5)  # a message without any sign is never found
    return np.asarray(coefficients / room)


def _cross_scores(material: _Material, rows: Flags, strength: float) -> Matrix:
    """Return each message's log-odds by weights fitted without its chat's fold."""
    from sklearn.linear_model import LogisticRegression

    signs, labelled, fold = material.signs[rows], material.labelled[rows], material.chat[rows] % _FOLDS
    scores = np.zeros(len(labelled))
    for number in range(_FOLDS):
        away = fold == number
        if away.any() and labelled[~away].any():
            model = LogisticRegression(C=strength, max_iter=2000).fit(signs[~away], labelled[~away])
            scores[away] = model.decision_function(signs[away])
    return scores


def _best_cut(scores: Matrix, labelled: Flags) -> float:
    cuts = np.unique(np.round(scores, 3))
    return float(max(cuts, key=lambda cut: _measure(scores >= cut, labelled)))


def _choose_strength(material: _Material, rows: Flags) -> float:
    def quality(strength: float) -> float:
        scores = _cross_scores(material, rows, strength)
        return _measure(scores >= _best_cut(scores, material.labelled[rows]), material.labelled[rows])

    return max(_STRENGTHS, key=quality)


def _measure(found: Flags, labelled: Flags) -> float:
    """Return the F measure of _BETA."""
    right, wrong, missed = (found & labelled).sum(), (found & ~labelled).sum(), (~found & labelled).sum()
    square = _BETA * _BETA
    return float((1 + square) * right / ((1 + square) * right + square * missed + wrong)) if right else 0.0


def _count(material: _Material, rows: Flags, weights: Matrix, out_of_sight: int) -> Reliability:
    found, labelled = material.signs[rows] @ weights >= 1 - 1e-9, material.labelled[rows]
    return Reliability(int((found & labelled).sum()), int((found & ~labelled).sum()), int((~found & labelled).sum()) + out_of_sight)
