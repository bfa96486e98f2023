"""Take each defence away in a copy and see that its test notices: `python -m tests.defences [WORD]`, those whose names hold the word.

Prints a line a defence as Markdown. Exits with 1 where a test notices nothing.
"""

import signal
import sys
import tempfile
from functools import cache
from pathlib import Path

from .removing import copy_project, read_defences, run_test, try_without


def main(word: str = "") -> int:
    """Try the defences; a test that fails before anything is taken away would prove nothing."""
    unnoticed = 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the test that runs ends, too
    sys.stdout.write("| defence | file | test | noticed |\n|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        copy_project(Path(folder))
        passes = cache(lambda test: run_test(test, Path(folder)) is None)
        for defence in (each for each in read_defences() if word in each.name):
            try:
                complaint = try_without(defence, Path(folder)) if passes(defence.test) else "**fails always**"
            except LookupError as error:
                complaint = f"**not run**: {error}"
            unnoticed += complaint is None or complaint.startswith("**")
            told = " ".join((complaint or "**no**").split()).replace("|", "\\|")
            sys.stdout.write(f"| {defence.name} | {defence.file} | `{defence.test}` | {told[:100]} |\n")
            sys.stdout.flush()
    return int(unnoticed > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
