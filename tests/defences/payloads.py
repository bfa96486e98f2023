"""Take each gate away in a copy and see which hostile texts are noticed: `python -m tests.defences.payloads [WORD]`, gates whose names hold the word.

Prints a table payload × medium as Markdown, and what is wrong with it: a payload that is not noticed in a medium that it acts in, or is
noticed where it is said to be harmless. Exits with 1 where there is such. With a word, cells of other gates stay open.
Left out are the tests in a browser: they look again at what those of the pages see.
"""

import json
import signal
import sys
import tempfile
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.reporters.hostile_texts import ACTS_IN, MEDIA, PAYLOADS

from .recording import Tried
from .removing import copy_project, run_in_group, taken_away

_LIST: Final = Path(__file__).parent / "gates.toml"
_SECONDS: Final = 900

Cells = Mapping[tuple[str, str], set[str]]  # the gates by which a payload was noticed in a medium


@dataclass(frozen=True)
class Gate:
    """A place where strangers' texts pass on their way into some media: a file, its text that is taken away, what is left."""

    name: str
    media: list[str]
    file: str
    old: str
    new: str


def read_gates() -> list[Gate]:
    """Return all gates that are listed."""
    return [Gate(**each) for each in tomllib.loads(_LIST.read_text(encoding="utf-8"))["gate"]]


def main(word: str = "") -> int:
    """Try the gates; a test that fails before any is taken away would prove nothing."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    noticed: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    gates = [each for each in read_gates() if word in each.name]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_project(copy)
        media = list(dict.fromkeys(medium for gate in gates for medium in gate.media))
        if broken := _find_failing(copy, media):
            raise SystemExit(f"fail before any gate is taken away: {broken}")
        for gate in gates:
            with taken_away(gate.file, gate.old, gate.new, copy):
                failing = _find_failing(copy, gate.media)
            sys.stderr.write(f"{gate.name}: {', '.join(sorted({payload for _, payload in failing}))}\n")
            for cell in failing:
                noticed[cell].add(gate.name)
    sys.stdout.write(_lay_out(noticed))
    wrong = [] if word else find_wrong(noticed)
    sys.stdout.writelines(f"**{each}**\n" for each in wrong)
    return int(bool(wrong))


def find_wrong(noticed: Cells) -> list[str]:
    """Compare what was noticed with where payloads are said to act."""
    meant = {(medium, payload) for payload, media in ACTS_IN.items() for medium in media}
    told = [f"not noticed in {medium}: {payload}" for medium, payload in sorted(meant - noticed.keys())]
    return told + [f"noticed in {medium}, where it is said to be harmless: {payload}" for medium, payload in sorted(noticed.keys() - meant)]


def _find_failing(copy: Path, media: list[str]) -> set[tuple[str, str]]:
    """Run the tests of payloads in some media; return the media and payloads of those that fail."""
    out = copy / "tried.json"
    run_in_group([sys.executable, "-B", "-m", "tests.defences.recording", str(out), *media], copy, _SECONDS)
    tried: Tried = json.loads(out.read_text(encoding="utf-8"))
    out.unlink()
    return {(medium, payload) for medium, payload, fails in tried if fails}


def _lay_out(noticed: Cells) -> str:
    head = f"| payload | {' | '.join(MEDIA)} |\n|---|{'---|' * len(MEDIA)}\n"
    cells = {payload: [f"{len(noticed[medium, payload])} ✓" if (medium, payload) in noticed else "–" for medium in MEDIA] for payload in PAYLOADS}
    rows = [f"| {payload} | {' | '.join(line)} |\n" for payload, line in cells.items()]
    legend = [f"- {medium}: {what}\n" for medium, what in MEDIA.items()]
    return "".join([head, *rows, "\n✓ noticed, after so many gates; – harmless: all that acts in a medium is\n", *legend])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
