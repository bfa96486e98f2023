"""The result of an audit as data, in the shape and under the names of the report's JSON (schema `chataudit.report/1`).

Everything that a reporter shows is here: reporters compute nothing. Texts are already in the report's language.
Findings may be very many, so a report holds them as a sequence that makes each one when it is asked for.
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, Literal, overload

import msgspec

from chataudit.charts import Charts

SCHEMA: Final = "chataudit.report/1"

Severity = Literal["info", "minor", "major"]
SEVERITIES: Final[tuple[Severity, ...]] = ("info", "minor", "major")  # in rising order

Verdict = Literal["met", "partly", "violated", "unknown", "not_applicable"]

Confidence = Literal["low", "medium", "high"]

Redaction = Literal["names", "all"]  # which people a report hides: those known by name, or whoever its texts may tell of

Need = Literal["teacher", "roster", "beginning", "manifest", "media", "timezone", "text", "replies"]

Audience = Literal["class_chat", "private", "administration", "parents"]

SCORE_OF: Final[dict[str, int]] = {"met": 100, "partly": 50, "violated": 0}

EncodeLines = Callable[[Sequence[object]], bytes]  # values → JSON, a line each, without a line break at the end

_BATCH: Final = 1000  # findings encoded at once: few enough for the memory, enough for the speed


class Quote(msgspec.Struct, frozen=True, gc=False):
    """A message near a finding, for its context."""

    id: str
    author: str | None
    at: str
    text: str


class Finding(msgspec.Struct, frozen=True):
    """Something that a rule found against a recommendation.

    Attributes:
        id: stable for the same rule and messages, whatever else the export holds.
        message_ids: as exported; empty for a finding about a participant or the chat.
        at: local time with offset where known, ISO 8601; None without a message.
        excerpt: the message's own words, or its kind in brackets; None without a message.
        signs: names of the signs that it rests on, in the rule's order.
        before, after: the messages beside it.
    """

    id: str
    rule: str
    recommendation: int
    severity: Severity
    confidence: Confidence
    message_ids: list[str]
    participants: list[str]
    at: str | None
    excerpt: str | None
    explanation: str
    signs: list[str]
    before: list[Quote]
    after: list[Quote]


class Findings(Sequence[Finding]):
    """The findings of a report, in its order; each may be made only when it is asked for.

    Not a plain sequence, because a reader of one recommendation must not have to walk through all the others.
    """

    @abstractmethod
    def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
        """Return the findings of one recommendation, the most serious first, else in the report's order, at most `limit`.

        `of_each_rule` limits those of one rule besides, so that the commonest does not hide the rest.
        """

    def encode(self, encode_lines: EncodeLines) -> Iterator[bytes]:
        """Yield the findings as lines of JSON, some at a time; who makes findings may know a quicker way to the same bytes."""
        remaining = iter(self)
        while batch := list(islice(remaining, _BATCH)):
            yield encode_lines(batch)


class FindingList(Findings):
    """Findings that are all made already."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._findings = list(findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        return self._findings[index]

    def __len__(self) -> int:
        return len(self._findings)

    def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
        """Return the findings of one recommendation, the most serious first."""
        own = sorted((each for each in self._findings if each.recommendation == recommendation), key=lambda each: -SEVERITIES.index(each.severity))
        return [own[at] for at in first_of_each([finding.rule for finding in own], of_each_rule)][:limit]


def first_of_each(rules: Sequence[str], limit: int | None) -> Sequence[int]:
    """Return the places of the first `limit` of each rule, in order; of all where it is None."""
    seen: Counter[str] = Counter()
    places = []
    for place, rule in enumerate(rules):
        seen[rule] += 1
        if limit is None or seen[rule] <= limit:
            places.append(place)
    return places


class Evidence(msgspec.Struct, frozen=True):
    """Something that speaks for a recommendation."""

    rule: str
    recommendation: int
    message_ids: list[str]
    participants: list[str]
    at: str | None
    excerpt: str | None


class RuleSummary(msgspec.Struct, frozen=True):
    """A rule as the report names it.

    Attributes:
        state: found; absent; or unknown, where nothing was found and something that the rule needs is not known.
        count: how many findings or pieces of evidence it gave.
        wrong_of_hundred: how many of a hundred findings are wrong, as measured; None where too few were seen.
        reliability: the same in a sentence, with what it misses; None where it was not measured.
    """

    rule: str
    title: str
    effect: Literal["finding", "evidence"]
    state: Literal["found", "absent", "unknown"]
    count: int
    wrong_of_hundred: int | None = None
    reliability: str | None = None


class ReadyText(msgspec.Struct, frozen=True):
    """A message that can be sent as it is; blanks to be filled in by hand are lines of underscores.

    Attributes:
        title: what it is, for whoever sends it.
        audience: where it goes: the chat that all read, one person, the administration, parents apart from the chat.
    """

    title: str
    text: str
    audience: Audience


class RecommendationResult(msgspec.Struct, frozen=True):
    """How the chat stands against one recommendation.

    Attributes:
        clause: where the letter says it.
        beyond_letter: some of what is checked is our reading rather than the letter's words.
        score: 100 met, 50 partly, 0 violated, None otherwise.
        reason: why this verdict, in a sentence with its figures.
        needs: what would settle an `unknown` (Need), and `needs_text` the same for people.
        measures: the numbers behind the reason.
        findings: how many findings it has.
        questions: what no export can show and a person has to answer.
        ready_texts: messages that help to mend it; none where it is met.
    """

    number: int
    title: str
    clause: str
    why: str
    advice: str
    weight: int
    verdict: Verdict
    score: int | None
    reason: str
    needs: list[Need]
    needs_text: list[str]
    measures: dict[str, int | float | None]
    findings: int
    rules: list[RuleSummary]
    beyond_letter: str | None
    questions: list[str]
    ready_texts: list[ReadyText] = []


class Teacher(msgspec.Struct, frozen=True):
    """A teacher of the chat and how that is known; `present` where the name is a participant's."""

    name: str
    origin: Literal["given", "inferred"]
    confidence: float
    evidence: list[str]
    present: bool


class QuietHours(msgspec.Struct, frozen=True):
    """Working hours [from, to) as «HH:MM» on ISO weekdays, from a message on (None: from the export's start); the rest is quiet."""

    from_message: str | None
    origin: Literal["default", "config", "announced"]
    working: list[str]
    days: list[int]


class Warning_(msgspec.Struct, frozen=True):  # noqa: N801  - the name of a builtin
    """Something that was not understood or not read, told to the user."""

    line: int | None
    text: str


class ChatFacts(msgspec.Struct, frozen=True):
    """The chat as it was read, and what had to be known before judging; `redacted`: which of it is hidden, None where nothing is."""

    title: str | None
    platform: str
    source: str
    message_count: int
    participant_count: int
    first_message_at: str | None
    last_message_at: str | None
    holds_beginning: bool
    timezone: str | None
    timezone_origin: Literal["export", "given"] | None
    quiet_hours: list[QuietHours]
    teachers: list[Teacher]
    truncated: bool
    hides: list[str]
    warnings: list[Warning_]
    redacted: Redaction | None = None


class RulebookName(msgspec.Struct, frozen=True):
    """Which rulebook judged."""

    name: str
    version: str
    title: str


class Report(msgspec.Struct, frozen=True):
    """The whole result of one audit."""

    schema: str
    chataudit: str
    language: Literal["ru", "en"]
    rulebook: RulebookName
    generated_at: str
    chat: ChatFacts
    score: int | None
    score_low: int | None
    score_high: int | None
    checked: int
    recommendations: list[RecommendationResult]
    findings: Findings
    evidence: Sequence[Evidence]
    charts: Charts
