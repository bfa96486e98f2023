"""The result of a comparison as data, in the shape and under the names of its JSON."""

from typing import Final, Literal

import msgspec

from chataudit.batch.summary import Status
from chataudit.findings import Finding, RulebookName, Verdict

SCHEMA: Final = "chataudit.comparison/1"
BATCH_SCHEMA: Final = "chataudit.batch_comparison/1"

# `undecided`: the verdict changed, and one of the two is none by which better and worse could be told.
Direction = Literal["better", "worse", "same", "undecided"]
DIRECTIONS: Final[tuple[Direction, ...]] = ("better", "worse", "undecided", "same")  # in the order in which they are shown


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two reports."""

    title: str | None
    source: str
    generated_at: str
    message_count: int
    first_message_at: str | None
    last_message_at: str | None
    score: int | None
    checked: int
    recommendations: int


class RecommendationChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one recommendation; None where a report has none of this number. `measures` are those that changed: was, is."""

    number: int
    title: str
    direction: Direction
    old_verdict: Verdict | None
    new_verdict: Verdict | None
    old_reason: str | None
    new_reason: str | None
    old_findings: int
    new_findings: int
    measures: dict[str, tuple[int | float | None, int | float | None]]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports of a chat side by side.

    Attributes:
        notes: what makes the two hard to compare, in sentences.
        score_change: points; None where one has no score.
        on_new_messages: findings on messages that the old export did not hold.
        found_anew: other findings that the old report did not have.
        gone: findings that the new report does not have, though its export holds their time.
        out_of_view: findings on messages that the new export does not hold.
    """

    schema: str
    language: Literal["ru", "en"]
    old: Side
    new: Side
    notes: list[str]
    score_change: int | None
    recommendations: list[RecommendationChange]
    on_new_messages: list[Finding]
    found_anew: list[Finding]
    gone: list[Finding]
    out_of_view: list[Finding]


class BatchSide(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two batches; `median` of the scores."""

    generated_at: str
    rulebook: RulebookName
    audited: int
    unread: int
    without_chat: int
    median: float | None


class ShareChange(msgspec.Struct, frozen=True, kw_only=True):
    """How many chats stood how against one recommendation and stand now; `better` and `worse` count chats that are in both batches."""

    number: int
    title: str
    old_counts: dict[Verdict, int]
    new_counts: dict[Verdict, int]
    better: int
    worse: int


class ChatChange(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one chat that is in both batches; numbers of recommendations."""

    place: str
    old_status: Status
    new_status: Status
    old_score: int | None
    new_score: int | None
    better: list[int]
    worse: list[int]
    undecided: list[int]


class BatchComparison(msgspec.Struct, frozen=True, kw_only=True):
    """Two batches side by side, chats in the order of the new one: nobody is ranked."""

    schema: str
    language: Literal["ru", "en"]
    old: BatchSide
    new: BatchSide
    notes: list[str]
    recommendations: list[ShareChange]
    chats: list[ChatChange]
    only_old: list[str]
    only_new: list[str]
