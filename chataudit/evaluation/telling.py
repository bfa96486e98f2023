"""Evaluations told to people: a table of rules, the mistakes of one, fitted weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from chataudit.evaluation.counting import ENOUGH_LABELS, Counts, macro_f1
from chataudit.evaluation.labelled_chats import LabelledChat
from chataudit.reliability import wilson_interval
from chataudit.rulebook.labelling import FittedWeights
from chataudit.wording import Language, wording

_COLUMNS: Final = ("rule", "right", "wrong", "missed", "precision", "recall", "f1")


def tell_counts(counts: Mapping[str, Counts], chats: Sequence[LabelledChat], language: Language) -> str:
    """Return a line a rule: found rightly, wrongly, missed; precision and recall with 95 per cent intervals; F1; and their mean."""
    rows = [[wording(language, f"eval.column.{name}") for name in _COLUMNS]]
    rows += [_row(code, each) for code, each in counts.items() if each.right + each.wrong + each.missed]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    lines = ["  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]) for row in rows]
    mean = macro_f1(counts.values())
    judged = sum(each.right + each.missed >= ENOUGH_LABELS for each in counts.values())
    messages = sum(len(chat.numbers) for chat in chats)
    lines.append(wording(language, "eval.chats", chats=len(chats), messages=messages))
    lines.append(wording(language, "eval.macro", count=judged, f1="—" if mean is None else f"{mean:.3f}"))
    return "\n".join(lines)


def _row(code: str, counts: Counts) -> list[str]:
    precision = _with_interval(counts.right, counts.right + counts.wrong)
    recall = _with_interval(counts.right, counts.right + counts.missed)
    f1 = "—" if counts.f1 is None else f"{counts.f1:.2f}"
    return [code, str(counts.right), str(counts.wrong), str(counts.missed), precision, recall, f1]


def _with_interval(part: int, whole: int) -> str:
    if not whole:
        return "—"
    low, high = wilson_interval(part, whole)
    return f"{100 * part / whole:.0f} ({100 * low:.0f}–{100 * high:.0f})"


def tell_mistakes(counts: Counts, language: Language) -> str:
    """Return the messages on which a rule and the readers disagree, a line each; they are the project's own invented ones."""
    lines = []
    for mistake in counts.mistakes:
        kind = wording(language, "eval.wrong" if mistake.wrong else "eval.missed")
        lines.append(f"{kind}  {mistake.chat}:{mistake.number}  {mistake.author}: {mistake.text!r}")
    return "\n".join(lines)


def tell_weights(code: str, name: str, fitted: FittedWeights, language: Language) -> str:
    """Return fitted weights, the heaviest first, and how they did on the chats held back."""
    lines = [wording(language, "fit.weights", code=code, set=name, messages=fitted.messages)]
    lines += [f"  {weight:6.2f}  {sign}" for sign, weight in sorted(fitted.weights.items(), key=lambda each: -each[1])]
    seen = fitted.held_back
    lines.append(
        wording(language, "fit.held_back", chats=fitted.held_back_chats, right=seen.right, wrong=seen.wrong, missed=seen.missed),
    )
    return "\n".join(lines)
