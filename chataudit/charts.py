"""The series that a report's pictures are drawn from, as data: counted already, in local time, without any text of the chat."""

import msgspec


class HourMap(msgspec.Struct, frozen=True):
    """When people write, by weekday and hour.

    Attributes:
        messages: seven rows, Monday first, of 24 counts, an hour each from midnight.
        quiet_min: the same cells: how many minutes of the hour (0-60) lie outside the working hours that hold at the export's end.
        quiet_messages: messages outside the working hours that held when they were sent, in the whole export.
        busiest: ISO weekday (1-7) and hour (0-23) of the fullest cell, the earliest of equals; None without messages.
    """

    messages: list[list[int]]
    quiet_min: list[list[int]]
    quiet_messages: int
    busiest: list[int] | None


class Week(msgspec.Struct, frozen=True):
    """One ISO week.

    Attributes:
        monday: its first day, «2024-09-02».
        messages: messages, service events aside.
        findings: findings by the time of their first message; those without a message are in no week.
        conflicts: messages in conflicts; None where the rulebook looks for none.
        teacher: messages of the teachers; None where none is known in the chat.
    """

    monday: str
    messages: int
    findings: int
    conflicts: int | None
    teacher: int | None


class Month(msgspec.Struct, frozen=True):
    """One calendar month.

    Attributes:
        month: «2024-09».
        messages: messages, service events aside.
        found_share: share (0-1) of its messages that have a finding of any rule; None in a month without messages.
        noise_share: share (0-1) of its messages that are superfluous; None likewise, and where the rulebook asks for no such share.
    """

    month: str
    messages: int
    found_share: float | None
    noise_share: float | None


class Wait(msgspec.Struct, frozen=True):
    """Questions that the teacher answered within [from_min, to_min) minutes."""

    from_min: int
    to_min: int
    questions: int


class AnswerTimes(msgspec.Struct, frozen=True):
    """How soon the teacher answers parents' questions.

    Attributes:
        questions: all that are judged; the waits' questions, `by_others` and `unanswered` add up to them.
        waits: from the shortest wait to the longest that still counts as an answer.
        by_others: answered in time, but not by the teacher.
        unanswered: answered by nobody in time.
        median_min: the teacher's median wait in minutes; None where she answered nothing.
    """

    questions: int
    waits: list[Wait]
    by_others: int
    unanswered: int
    median_min: float | None


class Charts(msgspec.Struct, frozen=True):
    """All series of a report.

    Attributes:
        hours: messages by weekday and hour.
        weeks, months: in order; empty ones between are among them unless the export spans more than twenty years.
        answers: None where no teacher is known in the chat or the rulebook asks about no questions.
    """

    hours: HourMap
    weeks: list[Week]
    months: list[Month]
    answers: AnswerTimes | None
