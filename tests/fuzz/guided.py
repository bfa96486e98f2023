"""Inputs led by what they reach: atheris mutates, by its own means and by ours, in a process of its own."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # what is imported here would be imported before it can be watched
    from .judging import Outcome

_REACHED: Final = re.compile(r"cov: (\d+) ft: (\d+)")
_OURS: Final = 0.5  # of inputs are changed by our mutator, which knows the formats


def run_guided(target: str, runs: int, output: Path) -> Outcome:
    """Run atheris in a child process and return what it found; its own words go to standard error.

    Raises:
        SystemExit: atheris is not installed.
    """
    try:
        import atheris  # noqa: F401  - the child needs it
    except ImportError:
        sys.exit("atheris is not installed: pip install '.[fuzz]'")
    from .judging import Outcome

    output.mkdir(parents=True, exist_ok=True)
    answer = output / f"{target}.json"
    command = [sys.executable, "-m", "tests.fuzz.guided", target, str(runs), str(output), str(answer)]
    child = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)
    sys.stderr.write(child.stderr)
    if not answer.exists():
        return Outcome(crashes={f"process ended with {child.returncode}": "see standard error"})
    outcome = Outcome(**json.loads(answer.read_text(encoding="utf-8")))
    reached = _REACHED.findall(child.stderr)
    if reached:
        sys.stderr.write("edges {}, features {}\n".format(*reached[-1]))
    return outcome


def _fuzz(target: str, runs: int, output: Path, answer: Path) -> None:
    import atheris

    with atheris.instrument_imports(include=["chataudit"]):
        from . import judging
        from .targets import TARGETS
    from .mutator import mutate

    outcome = judging.Outcome()
    seeds = TARGETS[target].seeds()
    corpus = output / f"{target}-seeds"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)

    def change(content: bytes, max_size: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < _OURS:
            return mutate([content, chance.choice(seeds)], chance)[:max_size]
        return bytes(atheris.Mutate(content, len(content)))

    def read(content: bytes) -> None:
        judging.judge(TARGETS[target], content, outcome, output)
        if outcome.inputs >= runs:  # libFuzzer ends without a word to Python
            outcome.seconds = sum(os.times()[:2])
            told = {"inputs": outcome.inputs, "taken": outcome.taken, "crashes": outcome.crashes, "seconds": outcome.seconds}
            answer.write_text(json.dumps(told), encoding="utf-8")

    atheris.Setup([sys.argv[0], f"-runs={runs + 1}", "-max_len=262144", "-rss_limit_mb=0", "-timeout=600", str(corpus)], read, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    _fuzz(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
