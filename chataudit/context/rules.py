"""The form of a rulebook's `context`: what words and events show who the teacher is, when a chat works, who administers it."""

from __future__ import annotations

import msgspec

from chataudit.conditions.condition import Condition, Texts
from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Clock, Duration, Expression


class TeacherSigns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a teacher is recognised where nobody names one: evidence with the probability that each alone would give.

    Attributes:
        profile: words of a display name that a teacher's profile has; not_profile: that a parent's has.
        addressed: how others address a teacher (a pattern of given name and patronymic).
        announces: messages that a teacher writes; `announcements` of them are evidence.
        addressed_by_one, addressed_by_several: addressed so by one other author, by at least `several`.
        threshold: confidence below which nobody is taken for the teacher.
        margin: how far behind the next candidate must be, unless the profile names both.
        evidence: texts of the evidence by the names of the weights.
    """

    profile: list[Pattern]
    not_profile: list[Pattern]
    addressed: list[Pattern]
    announces: Condition
    evidence: dict[str, Texts]
    profile_weight: float = 0.85
    addressed_by_one: float = 0.3
    addressed_by_several: float = 0.7
    several: int = 3
    created_weight: float = 0.3
    administers_weight: float = 0.3
    announces_weight: float = 0.45
    announcements: int = 3
    threshold: float = 0.6
    margin: float = 0.1


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Default working hours."""

    from_: Clock = msgspec.field(name="from")
    to: Clock


class DayLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that limit announced hours to some days of the week (ISO numbers), and those beside which they do not."""

    say: list[Pattern]
    days: list[int]
    unless: list[Pattern] = []


class HoursSigns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How working hours are read out of an announcement.

    Attributes:
        default: working hours where neither chat nor settings tell.
        numbers: number words by their value, as written (folded).
        spans: expressions with the groups from_h, from_m, from_part, to_h, to_m, to_part (any but one of the hours may be missing).
        parts: words of the part of day and the hours they add to an hour below 12.
        shortest: a span shorter than this is no working day.
        quiet: expressions that show that a sentence names the quiet hours instead.
        days: words that limit the days.
        longest: a span longer than this leaves no quiet hours: it announces none.
    """

    default: Span
    numbers: dict[str, int]
    spans: list[Expression]
    parts: dict[str, int]
    shortest: Duration
    days: list[DayLimit]
    quiet: list[Expression] = []
    longest: Duration = Duration(24 * 60 * 60)


class Cast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who plays in the rules' examples: names that stand for teachers, and the parent who says a line without an author."""

    teachers: dict[str, str]
    parent: str


class ContextRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be known before judging.

    Attributes:
        administration: events that are an administrator's work.
        first_rows: how many of the first entries may precede the group's creation.
    """

    teacher: TeacherSigns
    hours: HoursSigns
    cast: Cast
    administration: list[str]
    first_rows: int = 5
