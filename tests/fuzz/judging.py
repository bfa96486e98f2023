"""What a run of inputs gave: how many were taken, which crashes there were, how much of the program was reached."""

from __future__ import annotations

import hashlib
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from .arcs import count_reached
from .limits import Hang, in_time
from .targets import Target, attempt

_OURS = "/chataudit/"


@dataclass
class Outcome:
    """Figures of a run.

    Attributes:
        inputs: how many were read; taken: how many of them without a refusal.
        crashes: the file of an input by where and how it crashed, the first of each.
        arcs: steps from line to line of the program that were seen.
        seconds: of processor time.
    """

    inputs: int = 0
    taken: int = 0
    crashes: dict[str, str] = field(default_factory=dict)
    arcs: set[tuple[str, int, int]] = field(default_factory=set)
    seconds: float = 0.0

    def add(self, other: Outcome) -> None:
        """Count another run of the same target in."""
        self.inputs += other.inputs
        self.taken += other.taken
        self.seconds += other.seconds
        self.arcs |= other.arcs
        for place, name in other.crashes.items():
            self.crashes.setdefault(place, name)

    def tell(self, target: Target) -> str:
        """Return the figures in a line, and a line a crash."""
        rate = self.inputs / self.seconds if self.seconds else 0.0
        reached = ", {} of {} lines, {} arcs".format(*count_reached(self.arcs, target.modules), len(self.arcs)) if self.arcs else ""
        told = f"{target.name}: {self.inputs} inputs, {self.taken} taken, {rate:.0f}/s{reached}, {len(self.crashes)} crashes"
        return "\n".join([told, *(f"  {place}  {name}" for place, name in sorted(self.crashes.items()))])


def judge(target: Target, content: bytes, outcome: Outcome, output: Path) -> None:
    """Read one input within its limits; note how it went and keep it where it crashed."""
    outcome.inputs += 1
    try:
        with tempfile.TemporaryDirectory() as folder, in_time(len(content)):
            outcome.taken += attempt(target, content, Path(folder))
    except (Exception, Hang) as error:  # noqa: BLE001  - whatever it is, it is what is looked for
        place = _place_of(error)
        if place not in outcome.crashes:
            outcome.crashes[place] = keep(content, output, target.name)


def keep(content: bytes, output: Path, target: str) -> str:
    """Write a crashing input down and return the name of its file."""
    folder = output / target
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / hashlib.sha256(content).hexdigest()[:16]
    path.write_bytes(content)
    return path.name


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _OURS in frame.filename and "/tests/" not in frame.filename] or frames
    return f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].lineno}"
