"""A folder of YAML files read as one rulebook, strictly: every mistake of every file at once, each with its file and line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any, Final

import msgspec

from chataudit.conditions.condition import NOT_ASKING, Condition
from chataudit.detectors.by_verdict import ByVerdict
from chataudit.detectors.plugged import plugged_detector
from chataudit.errors import Complaint, RulebookError
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import SCALARS
from chataudit.rulebook.borrowing import borrow
from chataudit.rulebook.choosing import find_rules
from chataudit.rulebook.labelling import FittedWeights
from chataudit.rulebook.ready import find_mistakes
from chataudit.rulebook.rulebook import FORMAT, Rulebook, RuleFile
from chataudit.rulebook.structures import own_patterns, structures
from chataudit.strict_yaml import Reading, read_text, read_yaml
from chataudit.verdicts.base import Case, Policy
from chataudit.wording.template import template

MAX_WEIGHT: Final = 100  # of a recommendation in the score
_ASKING = tuple(name for name in Condition.__struct_fields__ if name not in NOT_ASKING)  # keys that ask something of a message
EXAMPLES_MARK = "\n---\n"  # a rule file's second document: its examples, not read by a scan


def load_rulebook(folder: Path) -> Rulebook:
    """Read all `.yaml` files under a folder as one rulebook, with those of the folders that its pack uses.

    Of another rulebook that it uses only the words and conditions are taken that it names.

    Raises:
        RulebookError: everything that is wrong in it.
    """
    return Rulebook.of(*read_rule_files(folder))


def read_rule_files(folder: Path) -> tuple[list[RuleFile], list[RuleFile]]:
    """Read the files that make up a rulebook, and what other rulebooks lend to it, and check that they fit together.

    Raises:
        RulebookError: everything that is wrong in them.
    """
    if not folder.is_dir():
        raise RulebookError([Complaint(str(folder), "rules.no_folder", path=folder.name)])
    files, complaints = _read_folder(folder)
    if not files and not complaints:
        raise RulebookError([Complaint(str(folder), "rules.no_files", path=folder.name)])
    lenders: list[tuple[Reading, RuleFile]] = []
    for name in dict.fromkeys(name for _, file in files if file.pack for name in file.pack.uses):
        used = find_rules(name)
        if used is not None:
            shared, wrong = _read_folder(used)
            complaints += wrong
            if any(file.pack for _, file in shared):
                lenders += shared
            else:
                files += shared
        else:
            complaints.append(Complaint(folder.name, "rules.unknown_pack", name=name))
    if complaints:
        raise RulebookError(complaints)
    lent = borrow([file for _, file in files], [file for _, file in lenders])
    _Assembly([*files, *((reading, file) for (reading, _), file in zip(lenders, lent, strict=True))]).check(folder.name)
    return [file for _, file in files], lent


def _read_folder(folder: Path) -> tuple[list[tuple[Reading, RuleFile]], list[Complaint]]:
    files: list[tuple[Reading, RuleFile]] = []
    complaints: list[Complaint] = []
    for path in sorted(folder.rglob("*.yaml")):
        reading = Reading(f"{folder.name}/{path.relative_to(folder).as_posix()}", dict(SCALARS), {"kind": plugged_detector})
        text = _read_rules(path)
        if text is None:
            complaints.append(Complaint(reading.name, "rules.unreadable"))
            continue
        found = read_yaml(text.split(EXAMPLES_MARK)[0], RuleFile, reading)
        complaints += reading.complaints
        if found is not None:
            files.append((reading, found))
            if found.chataudit != FORMAT:
                complaints.append(Complaint(f"{reading.name}:1", "rules.format", found=found.chataudit))
    return files, complaints


def _read_rules(path: Path) -> str | None:
    try:
        return read_text(path) if path.is_file() else None  # a device or a pipe may have no end
    except (OSError, UnicodeDecodeError):
        return None


class _Assembly:
    """Puts files side by side and notes what does not fit."""

    def __init__(self, files: list[tuple[Reading, RuleFile]]) -> None:
        self._files = files
        self._complaints: list[Complaint] = []
        self._first: dict[tuple[str, object], str] = {}

    def check(self, folder: str) -> None:
        for reading, file in self._files:
            self._collect(reading, file)
        rules = {rule.id: rule for _, file in self._files for rule in file.rules}
        parts: dict[str, object] = {key: next((True for _, file in self._files if getattr(file, key)), False) for key in ("pack", "context", "names")}
        for key, there in (parts | {"rules": rules}).items():
            if not there:
                self._complaints.append(Complaint(folder, f"rules.no_{key}"))
        lists = {name: patterns for _, file in self._files for name, patterns in file.words.items()}
        conditions = {name: condition for _, file in self._files for name, condition in file.conditions.items()}
        fitted = {name: weights for _, file in self._files for name, weights in file.fitted.items()}
        for reading, file in self._files:
            self._check_references(reading, file, fitted=fitted, lists=set(lists), conditions=set(conditions), rules=set(rules))
            self._check_policy(reading, file)
            self._check_placeholders(reading, file)
        if not self._complaints:
            self._check_circles(lists, conditions, rules)
        if self._complaints:
            raise RulebookError(self._complaints)

    def _complain(self, reading: Reading, structure: object, key: str, **details: object) -> None:
        self._complaints.append(Complaint(f"{reading.name}:{reading.line_of(structure)}", key, **details))

    def _once(self, reading: Reading, structure: object, what: tuple[str, object], key: str, **details: object) -> None:
        if what in self._first:
            self._complain(reading, structure, key, first=self._first[what], **details)
        else:
            self._first[what] = f"{reading.name}:{reading.line_of(structure)}"

    def _collect(self, reading: Reading, file: RuleFile) -> None:
        if file.pack:
            self._once(reading, file.pack, ("pack", ""), "rules.pack_twice")
        if file.recommendation:
            number = file.recommendation.number
            self._once(reading, file.recommendation, ("number", number), "rules.duplicate_number", number=number)
        for name in (*file.words, *file.conditions):
            self._once(reading, file, ("name", name), "rules.duplicate_name", name=name)
        for rule in file.rules:
            self._once(reading, rule, ("rule", rule.id), "rules.duplicate_id", id=rule.id)
            if file.number is None:
                self._complain(reading, rule, "rules.no_recommendation", id=rule.id)
        if file.of is not None and not any(each.recommendation and each.recommendation.number == file.of for _, each in self._files):
            self._complain(reading, file, "rules.unknown_number", number=file.of)

    def _check_references(
        self, reading: Reading, file: RuleFile, *, fitted: dict[str, FittedWeights], lists: set[str], conditions: set[str], rules: set[str]
    ) -> None:
        for structure in structures(file, msgspec.Struct):
            for name in sorted({name for pattern in own_patterns(structure) for name in pattern.lists} - lists):
                self._unknown(reading, structure, "list", name, lists)
        for condition in structures(file, Condition):
            if condition.is_ is not None and condition.is_ not in conditions:
                self._unknown(reading, condition, "condition", condition.is_, conditions)
            for name in sorted(set(condition.rule or ()) - rules):
                self._unknown(reading, condition, "rule", name, rules)
            self._check_reachable(reading, condition, fitted)
        for reader in [*file.rules, *structures(file, Policy)]:
            for name in sorted(set(reader.rules()) - rules):
                self._unknown(reading, reader, "rule", name, rules)

    def _check_weights(self, reading: Reading, condition: Condition, signs: list[Condition], fitted: FittedWeights | None) -> None:
        """Signs whose weights are fitted bear a name, and the fitted weights name no other."""
        names = {sign.is_ for sign in signs}
        if None in names:
            self._complain(reading, condition, "rules.nameless_sign")
        for name in sorted(set(fitted.weights if fitted else ()) - names):
            self._complain(reading, condition, "rules.unknown_sign", name=name, set=condition.weights)

    def _check_reachable(self, reading: Reading, condition: Condition, fitted: dict[str, FittedWeights]) -> None:
        asks_nothing = all(getattr(condition, key) in (None, []) for key in _ASKING)
        if asks_nothing or (condition.together is not None and [] in (condition.together.groups, *condition.together.groups)):
            self._complain(reading, condition, "rules.empty_condition")
        if condition.signs is not None:
            weights = sum(sign.weight for sign in condition.signs if sign.weight > 0)
            if condition.weights is not None:
                self._check_weights(reading, condition, condition.signs, fitted.get(condition.weights))
            elif weights < condition.threshold:
                self._complain(reading, condition, "rules.unreachable", sum=weights, threshold=condition.threshold)
        if condition.at_least is not None and len(condition.at_least.of) < condition.at_least.count:
            self._complain(reading, condition, "rules.unreachable", sum=len(condition.at_least.of), threshold=condition.at_least.count)

    def _unknown(self, reading: Reading, structure: object, what: str, name: str, known: Iterable[str]) -> None:
        near = difflib.get_close_matches(name, list(known), 1)
        key = f"rules.unknown_{what}_near" if near else f"rules.unknown_{what}"
        self._complain(reading, structure, key, name=name, near=near[0] if near else "")

    def _check_policy(self, reading: Reading, file: RuleFile) -> None:
        if file.recommendation is None:
            return
        if not 0 < file.recommendation.weight <= MAX_WEIGHT:
            self._complain(reading, file.recommendation, "rules.bad_weight", limit=MAX_WEIGHT)
        policy = file.recommendation.verdict
        own = [rule for _, each in self._files if each.number == file.recommendation.number for rule in each.rules]
        known = {*policy.MEASURES, *(rule.id for rule in own)}
        asking: list[tuple[Case | ByVerdict, set[str]]] = [(case, known) for case in policy.cases]
        asking += [(rule, set(policy.MEASURES)) for rule in file.rules if isinstance(rule, ByVerdict)]
        for structure, measures in asking:
            for name in sorted(set(structure.when) - measures):
                self._complain(reading, structure, "rules.unknown_measure", name=name, known=", ".join(sorted(measures)))
        shown = {name.replace(".", "_") for name in known} | {f"{name}_percent" for name in policy.MEASURES if "share" in name}
        for case in policy.cases:
            for name in sorted({name for text in case.because.values() for name in template(text).names} - shown):
                self._complain(reading, case, "rules.unknown_placeholder", name=name, known=", ".join(sorted(shown)))
        for text, key, details in find_mistakes(file.recommendation.ready, policy, [rule.id for rule in own]):
            self._complain(reading, text, key, **details)
        if not policy.cases or policy.cases[-1].when:
            self._complain(reading, policy, "rules.no_last_case")

    def _check_placeholders(self, reading: Reading, file: RuleFile) -> None:
        for rule in file.rules:
            for text in rule.message.values():
                for name in template(text).names - set(rule.PLACEHOLDERS):
                    self._complain(reading, rule, "rules.unknown_placeholder", name=name, known=", ".join(rule.PLACEHOLDERS))

    def _check_circles(self, lists: dict[str, list[Pattern]], conditions: dict[str, Condition], rules: dict[str, Any]) -> None:
        edges: dict[str, set[str]] = {}
        for name, patterns in lists.items():
            edges[f"<{name}>"] = {f"<{inner}>" for pattern in patterns for inner in pattern.lists}
        for name, root in [*conditions.items(), *rules.items()]:
            edges[name] = {
                each
                for condition in structures(root, Condition)
                for each in ({condition.is_} if condition.is_ else set()) | set(condition.rule or ())
            }
        for name, rule in rules.items():
            edges[name].update(rule.rules())
        circle = find_circle(edges)
        if circle:
            self._complaints.append(Complaint(self._files[0][0].name, "rules.cycle", names=" → ".join(circle)))


def find_circle(edges: dict[str, set[str]]) -> list[str]:
    """Return a circle among names that refer to each other, or nothing."""
    try:
        TopologicalSorter({name: sorted(edges[name]) for name in sorted(edges)}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[::-1]  # each name before what it refers to
    return []
