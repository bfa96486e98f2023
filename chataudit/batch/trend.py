"""How a chat stands and how it stood before in, what changed between the two out; a run is never compared with its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from chataudit.batch.summary import ChatResult, Trend, Unlike
from chataudit.findings import Verdict

_RANKS: Final[dict[Verdict, int]] = {"violated": 0, "partly": 1, "met": 2}
_REMEMBERED: Final = 2  # the last, and one that differs from it


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """How a chat stood at one run, and by what it was judged.

    Attributes:
        at: ISO 8601, when the run was.
        rules: digest of the rulebook; program: version of chataudit.
        messages, last_message_at, score, verdicts: of the chat; verdicts with their recommendations.
    """

    at: str
    rules: str
    program: str
    messages: int
    last_message_at: str | None
    score: int | None
    verdicts: list[tuple[int, Verdict]]

    @property
    def violated(self) -> int:
        """How many recommendations are violated."""
        return sum(verdict == "violated" for _, verdict in self.verdicts)

    @property
    def ranks(self) -> dict[int, int]:
        """The recommendations that could be checked, with how well each is kept."""
        return {number: _RANKS[verdict] for number, verdict in self.verdicts if verdict in _RANKS}

    def says_the_same_as(self, other: Measure) -> bool:
        """Whether the chat stands as it stood then, whoever judged it and when."""
        return self._says() == other._says()

    def _says(self) -> tuple[object, ...]:
        return self.messages, self.last_message_at, self.score, self.verdicts


def measure(result: ChatResult, *, at: str, rules: str, program: str) -> Measure | None:
    """Return how an audited chat stands; None of one that was not read."""
    if result.status != "audited":
        return None
    return Measure(
        at=at,
        rules=rules,
        program=program,
        messages=result.message_count,
        last_message_at=result.last_message_at,
        score=result.score,
        verdicts=[(each.number, each.verdict) for each in result.recommendations],
    )


def remember(earlier: Sequence[Measure], last: Measure | None) -> list[Measure]:
    """Return what to know of earlier runs, oldest first, the last of them joined where it says something new."""
    known = [*earlier, last] if last and not (earlier and earlier[-1].says_the_same_as(last)) else list(earlier)
    return known[-_REMEMBERED:]


def find_trend(now: Measure | None, earlier: Sequence[Measure]) -> Trend | None:
    """Compare a chat with the last time when it stood otherwise; None if it never did."""
    then = next((each for each in reversed(earlier) if now and not each.says_the_same_as(now)), None)
    if now is None or then is None:
        return None
    rise = {number: now.ranks[number] - then.ranks[number] for number in sorted(now.ranks.keys() & then.ranks.keys())}
    return Trend(
        since=then.at,
        score=then.score,
        violated=then.violated,
        checked=len(then.ranks),
        score_change=None if now.score is None or then.score is None else now.score - then.score,
        violated_change=now.violated - then.violated,
        better=[number for number, by in rise.items() if by > 0],
        worse=[number for number, by in rise.items() if by < 0],
        unlike=list(_differences(now, then)),
    )


def _differences(now: Measure, then: Measure) -> Iterator[Unlike]:
    if now.rules != then.rules:
        yield "rules"
    if now.program != then.program:
        yield "program"
    if now.ranks.keys() != then.ranks.keys():
        yield "checked"
