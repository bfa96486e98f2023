"""The rules measured on the labelled chats, where they are at hand: no figure falls below its floor.

Only figures are looked at, never a mistake: whoever tunes a rule on the chats that measure it measures nothing.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from command_line import ROOT
from corpus_summary import VARIABLE, find_shared

from chataudit.evaluation.counting import count_chats
from chataudit.evaluation.labelled_chats import read_labelled_chats
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook

SHARED = find_shared()

pytestmark = pytest.mark.skipif(SHARED is None, reason=f"no labelled chats in ../shared, nor does {VARIABLE} name their folder")


@dataclass(frozen=True)
class Measuring:
    """One run over the chats: how, and the floor of each figure, from 0 to 1."""

    name: str
    floors: dict[str, float]
    arguments: list[str] = field(default_factory=list)


MEASURINGS = [
    Measuring(
        "all chats",
        {
            "macro F1": 0.85,
            "verdicts": 0.90,
            "R06.name": 0.95,
            # what follows from the data itself
            "R07.picture": 0.98,
            "R07.sticker": 0.98,
            "R11.late": 0.98,
            "R14.burst": 0.98,
            "beginning": 1.0,
            "announced hours": 1.0,
        },
    ),
    Measuring("chats that nobody reads", {"macro F1": 0.80, "verdicts": 0.90}, ["--only", "d3,d4"]),
    Measuring("teacher not named", {"teacher inferred": 1.0}, ["--no-teacher"]),
]


def score(arguments: list[str], folder: Path) -> tuple[dict[str, Any], str]:
    """Run the scoring tool; return what it counted and what it printed."""
    assert SHARED is not None
    result = folder / "score.json"
    program = f'"{sys.executable}" -m chataudit'
    command = [sys.executable, str(SHARED / "tools" / "score.py"), "--cmd", program, "--json", str(result), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.returncode == 0, f"score.py ended with {done.returncode}"
    scored = json.loads(result.read_text(encoding="utf-8"))
    assert not scored["failed"], f"not audited: {[(name, code) for name, code, _ in scored['failed']]}"
    return scored, done.stdout


def measure(arguments: list[str], folder: Path) -> dict[str, float]:
    """Run the scoring tool; return its figures."""
    scored, printed = score(arguments, folder)
    shares = {name: int(right) / int(of) for name, right, of in re.findall(r"(beginning|announced hours) right (\d+)/(\d+)", printed)}
    teacher_right, *teacher_not = scored["teacher"]
    return {
        "macro F1": scored["macro_f1"],
        "verdicts": scored["verdict_accuracy"],
        "R06.name": scored["names"]["f1"],
        "teacher inferred": teacher_right / max(1, teacher_right + sum(teacher_not)),
        **{code: each["f1"] for code, each in scored["codes"].items()},
        **shares,
    }


@pytest.mark.parametrize("measuring", MEASURINGS, ids=lambda measuring: measuring.name)
def test_no_figure_falls_below_its_floor(measuring: Measuring, tmp_path: Path):
    figures = measure(measuring.arguments, tmp_path)

    below = {name: round(figures[name], 3) for name, floor in measuring.floors.items() if not figures[name] >= floor}
    assert not below


def test_evaluation_counts_what_the_scoring_tool_counts(tmp_path: Path):
    assert SHARED is not None
    scored, _ = score(["--only", "d1,d2"], tmp_path)

    counted = count_chats(read_labelled_chats([SHARED / "corpus"], ["d1", "d2"]), load_rulebook(builtin_rules()))

    ours = {code: (each.right, each.wrong, each.missed) for code, each in counted.items()}
    assert ours == {code: (each["tp"], each["fp"], each["fn"]) for code, each in scored["codes"].items() if code in ours}
