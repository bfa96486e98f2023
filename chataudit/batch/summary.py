"""The result of a batch as data, in the shape and under the names of its JSON (schema `chataudit.batch/1`); no text of any message is in it."""

from typing import Final, Literal

import msgspec

from chataudit.findings import Need, Redaction, RulebookName, Severity, Verdict

SCHEMA: Final = "chataudit.batch/1"

Status = Literal["audited", "unread", "no_chat"]
Unlike = Literal["rules", "program", "checked"]


class Standing(msgspec.Struct, frozen=True):
    """How one chat, or a class without one, stands against one recommendation; `rules` are those with findings, `needs` what would settle it."""

    number: int
    verdict: Verdict
    reason: str
    findings: int
    rules: list[str]
    needs: list[Need]


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a chat since it last stood otherwise.

    Attributes:
        since: when that earlier run was.
        score, violated, checked: as they were then; violated is the number of violated recommendations.
        score_change, violated_change: now less then; None where there is no score then or now.
        better, worse: numbers of the recommendations whose verdict is.
        unlike: what differs besides the chat, so that a change may come from that: the rules, the program, which recommendations could be checked.
    """

    since: str
    score: int | None
    violated: int
    checked: int
    score_change: int | None
    violated_change: int
    better: list[int]
    worse: list[int]
    unlike: list[Unlike]


class ChatResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a batch keeps of one export: few numbers, however long the chat is.

    Attributes:
        status: `unread` with `reason`; of a class without a chat `no_chat`, judged by what the manifest says of its group.
        title, platform: as in the chat's own report; None where there is none.
        message_count, first_message_at, last_message_at: likewise.
        teachers: display names of the teachers, given or inferred.
        truncated: the export was read only in part.
        worst_severity: of all findings; None without findings.
        reports: the chat's own reports by format, as paths within the batch's folder.
        trend: what changed since an earlier run into the same folder; None where there is none.
        trace: where in the program a task broke, innermost last; empty unless it did.
    """

    status: Status
    reason: str | None = None
    title: str | None = None
    platform: str | None = None
    message_count: int = 0
    first_message_at: str | None = None
    last_message_at: str | None = None
    teachers: list[str] = []
    truncated: bool = False
    score: int | None = None
    score_low: int | None = None
    score_high: int | None = None
    checked: int = 0
    worst_severity: Severity | None = None
    recommendations: list[Standing] = []
    reports: dict[str, str] = {}
    trend: Trend | None = None
    trace: list[str] = []


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the summary.

    Attributes:
        place: where the export lies within the batch's folder, for people; None for a class without one.
        school, school_class, teacher: as the manifest says.
        listed: the manifest names it, or there is none.
        worst: numbers of the violated recommendations, the weightiest first.
    """

    place: str | None
    school: str | None
    school_class: str | None
    teacher: str | None
    listed: bool
    result: ChatResult
    worst: list[int]


class Spread(msgspec.Struct, frozen=True):
    """Scores of the chats that have one: the middle and the middle half; None where no chat has a score."""

    count: int
    median: float | None
    lower_quartile: float | None
    upper_quartile: float | None


class SchoolSpread(msgspec.Struct, frozen=True):
    """The chats of one school: how many were audited, and the scores where there are enough to speak of a middle."""

    school: str
    audited: int
    scores: Spread | None


class TrendCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Of how many chats the score rose, fell or stayed since they last stood otherwise, and how many cannot be compared with then."""

    better: int = 0
    worse: int = 0
    same: int = 0
    unlike: int = 0


class RecommendationShare(msgspec.Struct, frozen=True):
    """How many chats stand how against one recommendation, and the share (0-1) of each verdict among them."""

    number: int
    title: str
    counts: dict[Verdict, int]
    shares: dict[Verdict, float]


class LeftAlone(msgspec.Struct, frozen=True, kw_only=True):
    """What lies in the folder and was not audited, on purpose.

    Attributes:
        other_chats: chats of whole-account exports that are no groups and that nobody named.
        same_chats: the same chat beside it in another format.
        copies: the same file, byte for byte, that lies elsewhere in the folder.
        links: symbolic links, which are not followed.
        attachments: exports that somebody sent in a chat.
        other_files: texts that are no export, by content and by name.
    """

    other_chats: int = 0
    same_chats: int = 0
    copies: int = 0
    attachments: int = 0
    links: int = 0
    other_files: int = 0


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """The whole result of one batch; rows in the manifest's order, then by path, schools in the order of the rows.

    Attributes:
        redacted: what the reports hide; None for nothing.
    """

    schema: str
    chataudit: str
    language: Literal["ru", "en"]
    rulebook: RulebookName
    generated_at: str
    audited: int
    unread: int
    without_chat: int
    left_alone: LeftAlone
    scores: Spread
    schools: list[SchoolSpread] = []
    trend: TrendCounts = TrendCounts()
    recommendations: list[RecommendationShare]
    rows: list[Row]
    redacted: Redaction | None = None
