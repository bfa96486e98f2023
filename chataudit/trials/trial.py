"""A rulebook tried on its own examples: messages and tiny chats that each rule must find and must spare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import msgspec
import numpy as np

from chataudit.asking import Answers
from chataudit.chat import Platform
from chataudit.conditions.scene import Scene
from chataudit.config import RosterRow, Settings
from chataudit.context.context import Context
from chataudit.detectors.base import Matches
from chataudit.errors import BadScalar, Complaint, RulebookError
from chataudit.establish import prepare_answers
from chataudit.findings import Need, Verdict
from chataudit.matching.scalars import SCALARS
from chataudit.rulebook.choosing import find_rules, has_pack
from chataudit.rulebook.loader import EXAMPLES_MARK
from chataudit.rulebook.rulebook import Rulebook
from chataudit.strict_yaml import Reading, read_text, read_yaml
from chataudit.trials.notation import TinyChat, build_tiny_chat


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A tiny chat: one message of the teacher's, or several lines; and what is known beside it.

    Attributes:
        teacher: one message by the teacher; chat: lines in the notation.
        platform, hides: as of a real export; no_teacher: nobody is known to be the teacher.
        roster: lines «child, parent, contacted_on».
    """

    teacher: str | None = None
    chat: str | None = None
    platform: Platform = "telegram"
    hides: list[str] = []
    no_teacher: bool = False
    absent_teacher: bool = False
    roster: list[str] = []


class RuleExamples(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one rule must find, and where it must find nothing."""

    found: list[str | Example] = []
    spared: list[str | Example] = []


class VerdictCase(Example, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A tiny chat and the verdict of the file's recommendation on it."""

    name: str
    expect: Verdict
    needs: list[Need] = []


class ExamplesDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The second document of a rule file."""

    examples: dict[str, RuleExamples] = {}
    cases: list[VerdictCase] = []


@dataclass(frozen=True)
class Trial:
    """One example tried.

    Attributes:
        name: the rule's id, or `verdict N`, with the example's number and text.
        wanted, got: what was expected and what came, for people.
    """

    name: str
    passed: bool
    wanted: str
    got: str


@dataclass
class Examples:
    """All examples of a rulebook: by rule, and verdict cases by recommendation."""

    of_rules: dict[str, RuleExamples] = field(default_factory=dict)
    of_verdicts: dict[int, list[VerdictCase]] = field(default_factory=dict)


def read_examples(folder: Path, rulebook: Rulebook) -> Examples:
    """Read the second documents of a rulebook's files.

    Raises:
        RulebookError: what is wrong in them.
    """
    gathered = Examples()
    complaints: list[Complaint] = []
    used = [used for name in rulebook.pack.uses if (used := find_rules(name)) and not has_pack(used)]
    for path in sorted(path for root in (folder, *used) for path in root.rglob("*.yaml")):
        first, _, second = read_text(path).partition(EXAMPLES_MARK)
        if not second:
            continue
        reading = Reading(path.name, dict(SCALARS))
        found = read_yaml("\n" * (first.count("\n") + 2) + second, ExamplesDocument, reading)
        complaints += reading.complaints
        if found is None:
            continue
        complaints += [Complaint(f"{path.name}:1", "rules.unknown_rule", name=name) for name in found.examples if name not in rulebook.rules]
        gathered.of_rules |= found.examples
        number = next((rulebook.recommendation_of[name] for name in found.examples if name in rulebook.rules), None)
        if found.cases and number is not None:
            gathered.of_verdicts[number] = found.cases
    if complaints:
        raise RulebookError(complaints)
    return gathered


@dataclass
class Stage:
    """An example of a rule, set up: its chat built and looked at.

    Attributes:
        name: the rule's id, which of its examples it is, and its text.
        marked: rows that the rule must find; empty where any will do.
        matches: what the rule found.
    """

    name: str
    must_find: bool
    answers: Answers
    marked: tuple[int, ...]
    matches: Matches

    @property
    def context(self) -> Context:
        """What the rule was asked about."""
        assert self.answers.context is not None
        return self.answers.context

    @property
    def scene(self) -> Scene:
        """The chat laid out."""
        return self.context.scene

    def passes(self, matches: Matches) -> bool:
        """Say whether the example holds if these are the rule's matches."""
        if not self.must_find or not self.marked:
            return bool(len(matches)) == self.must_find
        return self._rows(matches) == self.marked

    def _rows(self, matches: Matches) -> tuple[int, ...]:
        return tuple(np.flatnonzero(matches.flags(self.scene.size)).tolist())

    def trial(self) -> Trial:
        """Return how the example went."""
        rows = self._rows(self.matches)
        wanted = _lines(self.marked) or ("+" if self.must_find else "-")
        got = _lines(rows) or (str(len(self.matches)) if len(self.matches) else "-")
        return Trial(self.name, self.passes(self.matches), wanted, got)


def set_up(rulebook: Rulebook, rule: str, own: RuleExamples) -> list[Stage | Trial]:
    """Build the chats of a rule's examples and ask the rule; of an example that cannot be made out, a failed trial."""
    return [
        _set_up(rulebook, rule, example, must_find=must_find, at=at)
        for must_find, each_of in ((True, own.found), (False, own.spared))
        for at, example in enumerate(each_of, start=1)
    ]


def try_examples(rulebook: Rulebook, examples: Examples, only: str | None = None) -> Iterator[Trial]:
    """Try every example, or those of one rule."""
    for rule, own in examples.of_rules.items():
        if only in (None, rule):
            yield from (each.trial() if isinstance(each, Stage) else each for each in set_up(rulebook, rule, own))
    if only is None:
        yield from try_cases(rulebook, examples)


def try_cases(rulebook: Rulebook, examples: Examples) -> Iterator[Trial]:
    """Try every example of a verdict."""
    for number, cases in examples.of_verdicts.items():
        for case in cases:
            yield _try_verdict(rulebook, number, case)


def ask_about(rulebook: Rulebook, example: str | Example) -> tuple[Answers, TinyChat]:
    """Return the rulebook's answers about an example, and the chat that it makes.

    Raises:
        BadScalar: the example's notation cannot be made out.
    """
    cast = rulebook.context.cast
    if isinstance(example, str):
        example = Example(chat=f"[12:00] {cast.parent}: " + example.replace("\n", "\\n"))
    elif example.teacher is not None:
        example = msgspec.structs.replace(example, chat=f"[12:00] {next(iter(cast.teachers))}: " + example.teacher.replace("\n", "\\n"))
    with_teacher = not (example.no_teacher or example.absent_teacher)
    tiny = build_tiny_chat(
        example.chat or "",
        cast,
        platform=example.platform,
        hides=example.hides,
        silent_teacher=with_teacher,
    )
    roster = tuple(_read_roster_line(line) for line in example.roster)
    teachers = () if example.no_teacher else (list(cast.teachers.values())[-1],) if example.absent_teacher else tiny.teachers
    settings = Settings(teachers=teachers, teacher_absent=example.absent_teacher, roster=roster or None)
    return prepare_answers(tiny.chat, rulebook, settings), tiny


def _read_roster_line(line: str) -> RosterRow:
    child, parent, day, *more = [*(cell.strip() for cell in line.split(",")), "", ""]
    if not parent or any(more):
        raise BadScalar("examples.bad_line", line=line[:60])
    try:
        return RosterRow(child, parent, date.fromisoformat(day) if day else None)
    except ValueError as error:
        raise BadScalar("examples.bad_line", line=line[:60]) from error


def _set_up(rulebook: Rulebook, rule: str, example: str | Example, *, must_find: bool, at: int) -> Stage | Trial:
    shown = example if isinstance(example, str) else example.teacher or (example.chat or "")
    name = f"{rule} {'found' if must_find else 'spared'} {at}: {shown}"
    try:
        answers, tiny = ask_about(rulebook, example)
    except BadScalar as bad:
        return Trial(name, False, bad.key, str(bad.details))
    matches = answers.matches_of(rule)
    if not len(matches):
        answers.decide(rulebook.recommendations[rulebook.recommendation_of[rule]])
        matches = answers.matches_of(rule)
    return Stage(name, must_find, answers, tiny.marked, matches)


def _lines(rows: tuple[int, ...]) -> str:
    return ", ".join(str(row + 1) for row in rows)


def _try_verdict(rulebook: Rulebook, number: int, case: VerdictCase) -> Trial:
    name = f"verdict {number}: {case.name}"
    try:
        answers, _ = ask_about(rulebook, case)
    except BadScalar as bad:
        return Trial(name, False, bad.key, str(bad.details))
    for rule in rulebook.rules:
        answers.matches_of(rule)
    decision, _measures = answers.decide(rulebook.recommendations[number])
    wanted = (case.expect, *(case.needs or ()))
    got = (decision.verdict, *(decision.needs if case.needs else ()))
    return Trial(name, wanted == got, " ".join(wanted), " ".join(got))
