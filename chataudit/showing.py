"""Matches become findings and evidence: quoted, explained, in the report's language; each made when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

import numpy as np

from chataudit.asking import Answers
from chataudit.conditions.evaluate import signs_of
from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Matches, SingleRows
from chataudit.findings import SEVERITIES, Evidence, Finding, Findings, Quote
from chataudit.matching.spans import Flags, Positions
from chataudit.messages import KINDS
from chataudit.wording import Language, choose, wording
from chataudit.wording.template import Template, template

EXCERPT_MESSAGES = 4  # messages of a run that its excerpt quotes
EXCERPT_CHARACTERS = 400
_NO_OFFSET = -10_000
_DAY_S = 86_400
_KEPT_QUOTES = 4096


class MessageTexts:
    """What a report shows of the rows of a message table."""

    def __init__(self, context: Context, language: Language) -> None:
        messages = context.scene.chat.messages
        self.ids = messages["id"].to_numpy(dtype=object)
        self._words = messages["text"].to_numpy(dtype=object)
        self._authors = messages["author"].to_numpy(dtype=object)
        self._seconds = context.scene.seconds
        self._offsets = messages["utc_offset_min"].fillna(_NO_OFFSET).to_numpy(dtype="int64")
        self._kind = context.scene.kind
        self._emoji = messages["emoji"]
        self._kinds = [wording(language, f"kind.{kind}") for kind in KINDS]
        self._days: dict[int, str] = {}
        self._suffixes = {_NO_OFFSET: ""}
        self._quotes: dict[int, Quote] = {}

    def author(self, row: int) -> str | None:
        """Return the author's display name."""
        author = self._authors[row]
        return author if isinstance(author, str) else None

    def time(self, row: int) -> str:
        """Return the local time in ISO 8601, with the offset where it is known."""
        day, second = divmod(int(self._seconds[row]), _DAY_S)
        date = self._days.get(day)
        if date is None:
            date = self._days[day] = str(np.datetime64(day, "D"))
        offset = int(self._offsets[row])
        suffix = self._suffixes.get(offset)
        if suffix is None:
            suffix = self._suffixes[offset] = shown_offset(offset)
        return f"{date}T{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}{suffix}"

    def text(self, row: int) -> str:
        """Return the message's words, or its kind in brackets where it has none."""
        words: str = self._words[row]
        if words.strip():
            return words if len(words) <= EXCERPT_CHARACTERS else words[: EXCERPT_CHARACTERS - 1] + "…"
        emoji = self._emoji.iat[row]
        kind = self._kinds[self._kind[row]]
        return f"[{kind} {emoji}]" if isinstance(emoji, str) and emoji else f"[{kind}]"

    def quote(self, row: int) -> Quote:
        """Return the message as a report quotes it; neighbours are quoted again and again, so the latest are kept."""
        quote = self._quotes.get(row)
        if quote is None:
            if len(self._quotes) >= _KEPT_QUOTES:
                self._quotes.clear()
            quote = self._quotes[row] = Quote(self.ids[row], self.author(row), self.time(row), self.text(row))
        return quote


def shown_offset(minutes: int) -> str:
    """Return an offset from UTC as «+03:00»."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


class _Shown:
    """What all findings of one rule share, and its explanations, which repeat: they name who, when and figures, never the text."""

    def __init__(self, rule: BaseRule, recommendation: int, matches: Matches, explanation: Template, signs: list[tuple[str, Flags]]) -> None:
        self.rule, self.recommendation, self.matches, self.signs = rule, recommendation, matches, signs
        self._explanation = explanation
        self._timed = "time" in explanation.names
        self._known: dict[tuple[object, ...], str] = {}

    def explain(self, people: list[str], moment: str | None, details: Mapping[str, object]) -> str:
        """Return the sentence of one finding."""
        time = moment[11:16] if moment and self._timed else ""
        key = (*people, time, *details.values())
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._explanation.fill({"author": ", ".join(people), "time": time, **details})
        return known


def _neighbours(judged: Flags) -> tuple[Positions, Positions]:
    """Return, per row, the judged rows right before and right after it, or -1."""
    rows = np.arange(len(judged), dtype=np.int32)
    before = np.maximum.accumulate(np.where(judged, rows, -1)) if len(rows) else rows
    after = np.minimum.accumulate(np.where(judged, rows, len(rows))[::-1])[::-1] if len(rows) else rows
    nobody = np.array([-1], dtype=np.int32)
    return np.concatenate([nobody, before[:-1]]), np.concatenate([np.where(after == len(rows), -1, after)[1:], nobody])


class LazyFindings(Findings):
    """All findings of an audit, in the order of rules and messages."""

    def __init__(self, answers: Answers, texts: MessageTexts, language: Language) -> None:
        assert answers.context is not None
        self._answers, self._context, self._texts, self._language = answers, answers.context, texts, language
        rulebook = answers.rulebook
        self._rules = [rule for rule in rulebook.rules if rulebook.rules[rule].effect == "finding"]
        sizes = [len(answers.found[rule]) for rule in self._rules]
        self._ends = np.cumsum(sizes, dtype=np.int64) if sizes else np.zeros(0, dtype=np.int64)
        self._shown: dict[str, _Shown] = {}
        self._previous, self._next = _neighbours(self._context.scene.judged)

    def __len__(self) -> int:
        return int(self._ends[-1]) if len(self._ends) else 0

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        index = index + len(self) if index < 0 else index
        if not 0 <= index < len(self):
            raise IndexError(index)
        number = int(np.searchsorted(self._ends, index, side="right"))
        start = int(self._ends[number - 1]) if number else 0
        return self._make(self._rules[number], index - start)

    def __iter__(self) -> Iterator[Finding]:
        for rule in self._rules:
            for at in range(len(self._answers.found[rule])):
                yield self._make(rule, at)

    def of(self, recommendation: int, limit: int | None = None) -> Sequence[Finding]:
        """Return the findings of one recommendation, the most serious first."""
        places: list[tuple[int, str, int]] = []
        for rule in self._rules:
            if self._answers.rulebook.recommendation_of[rule] != recommendation:
                continue
            matches = self._answers.found[rule]
            own = SEVERITIES.index(self._answers.rulebook.rules[rule].severity)
            ranks = [own] * len(matches) if matches.severities is None else [SEVERITIES.index(each) for each in matches.severities]
            places += [(-rank, rule, at) for at, rank in enumerate(ranks)]
        order = sorted(range(len(places)), key=lambda number: places[number][0])[:limit]
        return [self._make(places[number][1], places[number][2]) for number in order]

    def _make(self, rule_id: str, at: int) -> Finding:
        shown = self._shown.get(rule_id) or self._show(rule_id)
        rule, matches, texts = shown.rule, shown.matches, self._texts
        rows = matches.rows[at]
        quotes = [texts.quote(row) for row in rows]
        people = list(matches.people[at]) if matches.people else list(dict.fromkeys(quote.author for quote in quotes if quote.author is not None))
        ids = [quote.id for quote in quotes]
        moment = excerpt = None
        if quotes:
            moment = quotes[0].at
            excerpt = quotes[0].text if len(quotes) == 1 else " / ".join(quote.text for quote in quotes[:EXCERPT_MESSAGES])
        key = "\x1f".join([rule_id, *(ids or people)])
        return Finding(
            id="f-" + hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
            rule=rule_id,
            recommendation=shown.recommendation,
            severity=rule.severity if matches.severities is None else matches.severities[at],
            confidence=rule.confidence,
            message_ids=ids,
            participants=people,
            at=moment,
            excerpt=excerpt,
            explanation=shown.explain(people, moment, self._details(matches, at)),
            signs=[name for name, flags in shown.signs if flags[at]],
            before=self._neighbour(self._previous[rows[0]]) if ids else [],
            after=self._neighbour(self._next[rows[-1]]) if ids else [],
        )

    def _show(self, rule_id: str) -> _Shown:
        rule = self._answers.rulebook.rules[rule_id]
        condition = rule.signs()
        named = signs_of(condition, self._context.scene) if condition is not None else []
        rows = self._answers.found[rule_id].rows
        first = rows.array if isinstance(rows, SingleRows) else [each[0] for each in rows if len(each)]
        shown = self._shown[rule_id] = _Shown(
            rule,
            self._answers.rulebook.recommendation_of[rule_id],
            self._answers.found[rule_id],
            template(choose(rule.message or rule.title, self._language)),
            [(choose(each.sign or {}, self._language), flags[first]) for each, flags in named],
        )
        return shown

    def _details(self, matches: Matches, at: int) -> Mapping[str, object]:
        if matches.details is None:
            return {}
        shown: dict[str, object] = {}
        for name, value in matches.details[at].items():
            shown[name] = ", ".join(choose(each, self._language) for each in value) if isinstance(value, list) else value
        return shown

    def _neighbour(self, row: int) -> list[Quote]:
        return [self._texts.quote(int(row))] if row >= 0 else []


def make_evidence(answers: Answers, texts: MessageTexts) -> list[Evidence]:
    """Return everything that speaks for a recommendation, in the order of rules and messages."""
    made = []
    for rule, described in answers.rulebook.rules.items():
        if described.effect != "evidence":
            continue
        for rows in answers.found[rule].rows:
            authors = list(dict.fromkeys(author for row in rows if (author := texts.author(row)) is not None))
            excerpt = texts.text(rows[0]) if len(rows) else None
            moment = texts.time(rows[0]) if len(rows) else None
            made.append(Evidence(rule, answers.rulebook.recommendation_of[rule], [texts.ids[row] for row in rows], authors, moment, excerpt))
    return made
