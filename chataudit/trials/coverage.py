"""Which parts of a rulebook its examples never reach: rules, branches, exceptions, phrases; and entries of lists that cannot fire.

A rule that matches nothing looks like a clean chat, so silence of a part of it must be noticed by its own examples.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chataudit.conditions.condition import NOT_ASKING, Condition, Exception_
from chataudit.conditions.evaluate import holds
from chataudit.detectors.base import BaseRule
from chataudit.matching.patterns import Pattern
from chataudit.matching.search import Search
from chataudit.matching.text_index import TextIndex
from chataudit.rulebook.rulebook import Rulebook
from chataudit.rulebook.structures import patterns_of, structures
from chataudit.russian.morphology import morphology
from chataudit.strict_yaml import BadScalar
from chataudit.trials.carriers import carrier_of
from chataudit.trials.trial import Examples, ask_about
from chataudit.wording import choose


@dataclass(frozen=True)
class Unreached:
    """A part of a rulebook that no example reaches.

    Attributes:
        rule: the rule's id, or the list's name.
        what: the part, as the rulebook writes it.
    """

    key: Literal["no_examples", "never_fires", "unreached_branch", "unreached_pattern", "unused_exception", "dead_entry"]
    rule: str
    what: str


def find_unreached(rulebook: Rulebook, examples: Examples) -> list[Unreached]:
    """Return what the examples never reach, in the order of the rulebook."""
    unreached = []
    for name, rule in rulebook.rules.items():
        own = examples.of_rules.get(name)
        if own is None:
            unreached.append(Unreached("no_examples", name, ""))
        else:
            unreached += _parts_unreached(rule, _Reach(rulebook, rule, [*own.found, *own.spared]))
    return unreached + list(dead_entries(rulebook))


class _Reach:
    """What the examples of one rule reach."""

    def __init__(self, rulebook: Rulebook, rule: BaseRule, examples: list[object]) -> None:
        self.fired = False
        self.conditions: set[int] = set()
        self.patterns: dict[int, set[str]] = defaultdict(set)
        self.sparing: set[int] = set()
        parts: list[Condition] = list(structures(rule, Condition))
        match = rule.signs()
        for example in examples:
            try:
                answers, _ = ask_about(rulebook, example)  # type: ignore[arg-type]
            except BadScalar:
                continue
            matches = answers.matches_of(rule.id)
            answers.decide(rulebook.recommendations[rulebook.recommendation_of[rule.id]])
            self.fired |= bool(len(matches) or len(answers.matches_of(rule.id)))
            assert answers.context is not None
            scene = answers.context.scene
            for part in parts:
                if id(part) not in self.conditions and holds(part, scene).any():
                    self.conditions.add(id(part))
                self.patterns[id(part)].update(each.text for each in patterns_of(part) if len(scene.search.find(each).first))
            for exception in rule.unless:
                if match is None or (holds(exception, scene) & holds(match, scene)).any():
                    self.sparing.add(id(exception))


def _parts_unreached(rule: BaseRule, reach: _Reach) -> Iterator[Unreached]:
    if not reach.fired:
        yield Unreached("never_fires", rule.id, "")
    for part in structures(rule, Condition):
        if isinstance(part, Exception_):
            if id(part) not in reach.sparing:
                yield Unreached("unused_exception", rule.id, part.name)
        elif id(part) not in reach.conditions:
            yield Unreached("unreached_branch", rule.id, _describe(part))
            continue
        for pattern in patterns_of(part):
            if pattern.text not in reach.patterns[id(part)]:
                yield Unreached("unreached_pattern", rule.id, pattern.text)


def _describe(condition: Condition) -> str:
    """Name a condition by its sign, else by its first words or keys."""
    if condition.sign:
        return choose(condition.sign, "ru")
    patterns = patterns_of(condition)
    if patterns:
        return "; ".join(pattern.text for pattern in patterns[:3])
    return ", ".join(name for name in condition.__struct_fields__ if name not in NOT_ASKING and getattr(condition, name) is not None)


def dead_entries(rulebook: Rulebook) -> Iterator[Unreached]:
    """Return entries of the shared lists that do not match even a sentence made of their own words."""
    carried: list[tuple[str, Pattern, str]] = []
    for name, patterns in rulebook.lists.items():
        for pattern in patterns:
            carrier = carrier_of(pattern, rulebook.lists)
            if carrier is not None:
                carried.append((name, pattern, carrier))
    index = TextIndex([carrier for _, _, carrier in carried], morphology())
    search = Search(index, rulebook.lists, morphology())
    for at, (name, pattern, _) in enumerate(carried):
        if not index.texts_of(search.find(pattern))[at]:
            yield Unreached("dead_entry", name, pattern.text)
