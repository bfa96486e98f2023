"""What a detector gives (matches), what every rule has, and the protocol between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, cast

import msgspec
import numpy as np

from chataudit.conditions.condition import Condition, Exception_, Texts
from chataudit.conditions.evaluate import holds
from chataudit.conditions.scene import Rows, Scene
from chataudit.context.context import Context
from chataudit.findings import Confidence, Need, Severity
from chataudit.matching.spans import Flags

Details = Mapping[str, object]


@dataclass(frozen=True)
class Matches:
    """What a detector saw, in the order of the chat.

    Attributes:
        rows: per match, the rows of the message table that it consists of; empty for one about a participant or the chat.
        people: per match, display names; empty where the authors of `rows` are meant.
        severities: per match; None where the rule's own holds for all.
        details: per match, what fills the rule's explanation; None where nothing does.
    """

    rows: Sequence[Sequence[int]]
    people: Sequence[Sequence[str]] = ()
    severities: Sequence[Severity] | None = None
    details: Sequence[Details] | None = None

    def __len__(self) -> int:
        """Number of matches."""
        return len(self.rows)

    def flags(self, size: int) -> Flags:
        """Return, per row of a table of `size`, whether it belongs to a match."""
        flags = np.zeros(size, dtype=bool)
        flags[self.rows.array if isinstance(self.rows, SingleRows) else [row for rows in self.rows for row in rows]] = True
        return flags


class SingleRows(Sequence[Sequence[int]]):
    """Rows as matches of one message each, without an object for every one until it is looked at."""

    def __init__(self, rows: Rows) -> None:
        self.array = rows

    def __len__(self) -> int:
        return len(self.array)

    def __getitem__(self, at: Any) -> Any:
        return (int(self.array[at]),)


NOTHING = Matches(())


class BaseRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"):
    """What every rule has, whatever its kind.

    Attributes:
        id: the code, `R07.picture`; findings carry it.
        effect: `finding` against the recommendation, or `evidence` for it.
        title: what it is; message: the sentence of a finding, with placeholders.
        study: who says it, how, and what looks like it and is not (for those who tend the rule).
        severity, major_when, info_when: how grave, and on which messages it is graver or of no weight.
        confidence, sure_when: how sure the rule is of itself, and on which messages it is as sure as can be.
        needs: what must be known for the rule to see anything.
        where: what a message must be for the rule to look at it.
        unless: exceptions, each with its reason.
    """

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "time")  # of `message`; the quote stands beside it anyway

    id: str
    title: Texts
    effect: Literal["finding", "evidence"] = "finding"
    message: Texts = {}
    study: str = ""
    severity: Severity = "minor"
    confidence: Confidence = "medium"
    needs: list[Need] = []
    where: Condition | None = None
    unless: list[Exception_] = []
    major_when: Condition | None = None
    info_when: Condition | None = None
    sure_when: Condition | None = None

    def find(self, context: Context) -> Matches:
        """Return what the rule sees in the chat."""
        raise NotImplementedError

    def signs(self) -> Condition | None:
        """Return the condition whose named signs a finding rests on, if the kind has one."""
        return None

    def rules(self) -> list[str]:
        """Return the ids of other rules whose matches it reads, those that its conditions name aside."""
        return []

    def spared(self, scene: Scene) -> Flags:
        """Return, per row, whether the rule does not look at it or an exception spares it."""
        flags = np.zeros(scene.size, dtype=bool)
        if self.where is not None:
            flags |= ~holds(self.where, scene)
        for exception in self.unless:
            flags |= holds(exception, scene)
        return flags

    def grade(self, rows: Rows, scene: Scene) -> list[Severity] | None:
        """Return the severity of matches that begin at `rows`; None where all have the rule's own."""
        if self.major_when is None and self.info_when is None:
            return None
        grades: list[Severity] = [self.severity] * len(rows)
        for condition, grade in ((self.major_when, "major"), (self.info_when, "info")):
            if condition is not None:
                for at in np.flatnonzero(holds(condition, scene)[rows]):
                    grades[int(at)] = cast("Severity", grade)
        return grades
