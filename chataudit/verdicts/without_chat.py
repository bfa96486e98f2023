"""What a recommendation says of a class that has no chat: the manifest's answer in, a verdict out (definitions, 15)."""

from __future__ import annotations

from typing import Literal

import msgspec

from chataudit.conditions.condition import Texts
from chataudit.findings import Need, Severity, Verdict

GroupState = Literal["closed", "open", "not_named"]


class GroupCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The verdict where the class's group is so, and the sentence that says why.

    Attributes:
        finding: the rule whose finding stands then.
        needs: for `unknown`, what would settle it.
    """

    group: GroupState
    verdict: Verdict
    because: Texts
    finding: str | None = None
    severity: Severity = "major"
    needs: list[Need] = []


def judge_group(cases: list[GroupCase], *, named: bool, closed: bool | None) -> GroupCase | None:
    """Return the case of a group that is named or not, closed or not; None where none fits."""
    state: GroupState = "not_named" if not named or closed is None else "closed" if closed else "open"
    return next((case for case in cases if case.group == state), None)
