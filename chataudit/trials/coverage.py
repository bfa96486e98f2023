"""Which parts of a rulebook its examples do not hold in place: rules, branches, exceptions, phrases; and entries that cannot fire.

A rule that matches nothing looks like a clean chat, so silence of a part of it must be noticed by its own examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from chataudit.matching.patterns import Pattern
from chataudit.matching.search import Search
from chataudit.matching.text_index import TextIndex
from chataudit.rulebook.rulebook import Rulebook
from chataudit.russian.morphology import morphology
from chataudit.trials.carriers import carrier_of
from chataudit.trials.needed import Part, Path, Standing, judge_parts
from chataudit.trials.trial import Examples, Stage, Trial, set_up

_STANDINGS: Final[tuple[Standing, ...]] = ("unreached", "needless", "needed")  # in rising order


@dataclass(frozen=True)
class Uncovered:
    """A part of a rulebook whose loss no example would notice.

    Attributes:
        rule: the rule's id, or the name of the list or condition.
        what: the part, as the rulebook writes it.
    """

    key: Literal["no_examples", "never_fires", "unreached", "needless", "dead_entry"]
    rule: str
    what: str


@dataclass
class Coverage:
    """Rules tried on their examples with each part of them taken out in turn.

    Attributes:
        trials: how the examples went.
        uncovered: parts of rules that nothing holds in place.
    """

    rulebook: Rulebook
    examples: Examples
    trials: list[Trial] = field(default_factory=list)
    uncovered: list[Uncovered] = field(default_factory=list)
    _shared: dict[tuple[str, Path], tuple[Part, Standing]] = field(default_factory=dict)

    def look_at(self, rule_id: str) -> None:
        """Try the examples of a rule, and the rule without each of its parts."""
        own = self.examples.of_rules.get(rule_id)
        if own is None:
            self.uncovered.append(Uncovered("no_examples", rule_id, ""))
            return
        tried = set_up(self.rulebook, rule_id, own)
        self.trials += [each.trial() if isinstance(each, Stage) else each for each in tried]
        stages = [each for each in tried if isinstance(each, Stage)]
        rule = self.rulebook.rules[rule_id]
        if not any(len(stage.matches) for stage in stages):
            self.uncovered.append(Uncovered("never_fires", rule_id, ""))
        for part, standing in judge_parts(rule, self.rulebook, stages):
            if part.root is not None:
                self._note_shared(part.root, part, standing)
            elif standing != "needed":
                self.uncovered.append(Uncovered(standing, rule_id, part.what))

    def _note_shared(self, root: str, part: Part, standing: Standing) -> None:
        """Note how a part of a named condition stands; of several rules that share it, one that needs it is enough."""
        known = self._shared.get((root, part.path))
        if known is None or _STANDINGS.index(standing) > _STANDINGS.index(known[1]):
            self._shared[root, part.path] = (part, standing)

    def look_at_shared(self) -> None:
        """Tell of the named conditions, once every rule was looked at, and of the lists."""
        for (root, _), (part, standing) in self._shared.items():
            if standing != "needed":
                self.uncovered.append(Uncovered(standing, root, part.what))
        self.uncovered += dead_entries(self.rulebook)


def dead_entries(rulebook: Rulebook) -> Iterator[Uncovered]:
    """Return entries of the shared lists that do not match even a sentence made of their own words."""
    carried: list[tuple[str, Pattern, str]] = []
    for name, patterns in rulebook.lists.items():
        for pattern in patterns if name not in rulebook.borrowed else ():
            carrier = carrier_of(pattern, rulebook.lists)
            if carrier is not None:
                carried.append((name, pattern, carrier))
    index = TextIndex([carrier for _, _, carrier in carried], morphology())
    search = Search(index, rulebook.lists, morphology())
    for at, (name, pattern, _) in enumerate(carried):
        if not index.texts_of(search.find(pattern))[at]:
            yield Uncovered("dead_entry", name, pattern.text)
