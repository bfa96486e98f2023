"""What was measured and fitted, written as YAML files of the rulebook."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from chataudit.rulebook.labelling import FittedWeights, Measured

MEASURED_FILE: Final = "measured.yaml"
FITTED_FILE: Final = "fitted.yaml"


def write_measured(measured: Measured, folder: Path) -> None:
    """Write how often the rules are right into the rulebook's folder."""
    lines = ["# How often the rules are right on labelled chats that they were not tended on. Written by `chataudit rules eval --write`."]
    lines += ["chataudit: 1", "measured:", f'  "on": "{measured.on}"', f'  version: "{measured.version}"']
    lines += [f"  chats: {measured.chats}", f"  messages: {measured.messages}", "  rules:"]
    lines += [f"    {code}: {{right: {each.right}, wrong: {each.wrong}, missed: {each.missed}}}" for code, each in measured.rules.items()]
    (folder / MEASURED_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_fitted(fitted: dict[str, FittedWeights], folder: Path) -> None:
    """Write the fitted weights into the rulebook's folder."""
    lines = ["# Weights of signs fitted to labelled chats; they count where they add up to 1. Written by `chataudit rules fit --write`."]
    lines += ["chataudit: 1", "fitted:"]
    for name, each in sorted(fitted.items()):
        seen = each.held_back
        lines += [f"  {name}:", f'    "on": "{each.on}"']
        lines += [f"    {key}: {getattr(each, key)}" for key in ("chats", "messages", "labelled", "held_back_chats")]
        lines += [f"    held_back: {{right: {seen.right}, wrong: {seen.wrong}, missed: {seen.missed}}}", "    weights:"]
        lines += [f"      {sign}: {weight:g}" for sign, weight in each.weights.items()]
    (folder / FITTED_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
