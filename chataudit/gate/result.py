"""The result of a check as data, in the shape and under the names of its JSON (schema `chataudit.check/1`)."""

from typing import Final, Literal

import msgspec

from chataudit.findings import Finding, RulebookName

SCHEMA: Final = "chataudit.check/1"

Outcome = Literal["passed", "failed", "unread"]


class Accepted(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that somebody accepted: nothing of it but a digest by a secret key, and why.

    Attributes:
        id: digest of the finding; chat: of its chat.
        rule: its code, for people.
        created, expires: days, «2026-11-22»; it holds through the day on which it expires, for good where none is given.
        reason: why it was accepted.
    """

    id: str
    chat: str
    rule: str
    created: str
    expires: str | None = None
    reason: str | None = None


class CheckedExport(msgspec.Struct, frozen=True, kw_only=True):
    """One export as the gate sees it.

    Attributes:
        place: where it lies, as its path was given.
        outcome: `unread` with `reason`.
        title, score, checked, recommendations: as in its report; None or 0 of one that was not read.
        violated, partly: numbers of the recommendations with this verdict, whatever counts.
        findings: those that count, the most serious first within a recommendation; without words and names unless those were asked for.
        accepted: how many of those at the threshold the baseline leaves out; earlier: how many are older than the day asked for.
    """

    place: str
    outcome: Outcome
    reason: str | None = None
    title: str | None = None
    score: int | None = None
    checked: int = 0
    recommendations: int = 0
    violated: list[int] = []
    partly: list[int] = []
    findings: list[Finding] = []
    accepted: int = 0
    earlier: int = 0


class CheckResult(msgspec.Struct, frozen=True, kw_only=True):
    """The whole result of one check.

    Attributes:
        fail_on: the threshold; since: the first day of messages that count, None for all.
        passed: every export was read and none failed.
        stale: entries of the baseline whose chat was checked and that no finding matches any longer.
        expired: entries that matched and whose day is past: their findings count again.
    """

    schema: str
    chataudit: str
    language: Literal["ru", "en"]
    rulebook: RulebookName
    generated_at: str
    fail_on: str
    since: str | None
    passed: bool
    exports: list[CheckedExport]
    stale: list[Accepted]
    expired: list[Accepted]
