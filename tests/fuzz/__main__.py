"""The long run: `python -m tests.fuzz TARGET --runs 100000 [--engine mutate|atheris]`; `all` takes every target.

`mutate` changes real-looking files (needs nothing), `atheris` is led by what it covers (`pip install '.[fuzz]'`). Prints inputs, inputs
a second of processor time, what was reached, and crashes; crashing inputs stay in the output folder. `--show N` prints input N of
`mutate` instead. Exits with 1 where anything crashed.
"""

import argparse
import sys
from pathlib import Path

from .judging import Outcome
from .running import make_input, run_children
from .targets import TARGETS


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--engine", choices=["mutate", "atheris"], default="mutate")
    parser.add_argument("--output", type=Path, default=Path("fuzz-crashes"))
    parser.add_argument("--show", type=int, help="write one input to standard output instead of reading any")
    asked = parser.parse_args()
    if asked.show is not None:
        sys.stdout.buffer.write(make_input(asked.target, asked.show))
        return 0
    crashed = False
    for target in TARGETS if asked.target == "all" else [asked.target]:
        outcome = _run(target, asked)
        _tell(outcome.tell(TARGETS[target]))
        crashed |= bool(outcome.crashes)
    return int(crashed)


def _run(target: str, asked: argparse.Namespace) -> Outcome:
    if asked.engine == "atheris":
        from .guided import run_guided

        return run_guided(target, asked.runs, asked.output)
    return run_children(target, asked.runs, asked.output, _tell_progress, asked.first)


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _tell_progress(text: str) -> None:
    sys.stderr.write(f"{text.partition(chr(10))[0]}\n")


if __name__ == "__main__":
    sys.exit(main())
