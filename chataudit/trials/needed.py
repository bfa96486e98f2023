"""Which parts of a rule its examples would miss: each phrase, branch, sign and exception is taken out in turn, and an example must fail.

A part that could be deleted unnoticed is one that nobody has ever seen work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import msgspec

from chataudit.conditions.condition import NOT_ASKING, Condition, Exception_
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Scene
from chataudit.detectors.base import BaseRule
from chataudit.detectors.by_verdict import ByVerdict
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Regex
from chataudit.rulebook.rulebook import Rulebook
from chataudit.rulebook.structures import patterns_of, structures
from chataudit.trials.trial import Stage
from chataudit.wording import choose

Sort = Literal["phrase", "branch", "exception"]
Standing = Literal["needed", "needless", "unreached"]
_GRADES: Final = ("major_when", "info_when", "sure_when")  # verdict cases and tests hold these in place
_BRANCHES: Final = ("any", "signs", "of")  # lists of conditions that are alternatives; those of `all` are demands

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Part:
    """A part of a rule or of a named condition.

    Attributes:
        root: the condition's name; None for the rule itself.
        path: attributes and positions that lead from the root to the part.
        what: the part, as the rulebook writes it.
    """

    root: str | None
    path: Path
    sort: Sort
    what: str
    value: Pattern | Regex | Condition


def parts_of(rule: BaseRule, conditions: Mapping[str, Condition]) -> Iterator[Part]:
    """Return the parts of a rule, and of the named conditions that it rests on; how grave a match is no example tells."""
    for name in rule.__struct_fields__:
        if name not in _GRADES:
            yield from _walk(None, getattr(rule, name), (name,))
    for name in _named(rule, conditions):
        yield from _walk(name, conditions[name], ())


def _named(root: object, conditions: Mapping[str, Condition]) -> list[str]:
    found: dict[str, None] = {}
    waiting = [root]
    while waiting:
        for condition in structures(waiting.pop(), Condition):
            if condition.is_ is not None and condition.is_ not in found:
                found[condition.is_] = None
                waiting.append(conditions[condition.is_])
    return list(found)


def _walk(root: str | None, value: object, path: Path) -> Iterator[Part]:
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _walk(root, getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            here = (*path, at)
            if isinstance(each, Pattern | Regex):
                yield Part(root, here, "phrase", each.text if isinstance(each, Pattern) else each.compiled.pattern, each)
                continue
            if isinstance(each, Exception_):
                yield Part(root, here, "exception", each.name, each)
            elif isinstance(each, Condition) and path and path[-1] in _BRANCHES:
                yield Part(root, here, "branch", describe(each), each)
            yield from _walk(root, each, here)


def describe(condition: Condition) -> str:
    """Name a condition by its sign, else by its first words or keys."""
    if condition.sign:
        return choose(condition.sign, "ru")
    if condition.is_:
        return condition.is_
    patterns = patterns_of(condition)
    if patterns:
        return "; ".join(pattern.text for pattern in patterns[:3])
    return ", ".join(name for name in condition.__struct_fields__ if name not in NOT_ASKING and getattr(condition, name) is not None)


def judge_parts(rule: BaseRule, rulebook: Rulebook, stages: list[Stage]) -> Iterator[tuple[Part, Standing]]:
    """Return every part of a rule and how it stands: without a needless one every example would come out as before."""
    if isinstance(rule, ByVerdict):
        return
    for part in parts_of(rule, rulebook.conditions):
        if part.root in rulebook.borrowed:
            continue
        meeting = [stage for stage in stages if _is_seen(part, stage.scene)]
        needed = any(_would_fail(rule, part, stage) for stage in meeting)
        yield part, "needed" if needed else "needless" if meeting else "unreached"


def _is_seen(part: Part, scene: Scene) -> bool:
    """Say whether a part is met in an example at all; if not, its deletion changes nothing there."""
    if isinstance(part.value, Pattern):
        return bool(len(scene.search.find(part.value).first))
    if isinstance(part.value, Condition):
        return bool(holds(part.value, scene).any())
    return bool(scene.has_expression(part.value).any())


def _would_fail(rule: BaseRule, part: Part, stage: Stage) -> bool:
    scene, conditions = stage.scene, stage.scene.conditions
    scene.forget()
    stage.context.questions.clear()
    try:
        if part.root is None:
            rule = _without(rule, part.path)
        else:
            scene.conditions = {**conditions, part.root: _without(conditions[part.root], part.path)}
        return not stage.passes(rule.find(stage.context))
    finally:
        scene.conditions = conditions
        scene.forget()
        stage.context.questions.clear()


def _without(value: Any, path: Path) -> Any:
    """Return a structure without the part of a list that the path leads to; what lies beside the path is shared."""
    step, *rest = path
    if isinstance(value, list):
        assert isinstance(step, int)
        return value[:step] + ([_without(value[step], tuple(rest))] if rest else []) + value[step + 1 :]
    assert isinstance(step, str)
    return msgspec.structs.replace(value, **{step: _without(getattr(value, step), tuple(rest))})
