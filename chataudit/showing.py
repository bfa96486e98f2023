"""Matches become findings and evidence: quoted, explained, in the report's language; each made when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import overload

import numpy as np

from chataudit.asking import Answers
from chataudit.conditions.evaluate import holds, signs_of
from chataudit.conditions.scene import Rows
from chataudit.detectors.base import Matches, SingleRows
from chataudit.encoded_findings import EncodedQuotes, encode_distinct, encode_each, encode_findings
from chataudit.findings import SEVERITIES, EncodeLines, Evidence, Finding, Findings, Quote, first_of_each
from chataudit.matching.spans import Flags, Positions
from chataudit.quoting import Quotes
from chataudit.shown_rule import ShownRule, Signs
from chataudit.wording import Language, choose
from chataudit.wording.template import template

EXCERPT_MESSAGES = 4  # messages of a run that its excerpt quotes
_PREPARED = 2000  # findings whose messages are quoted at once
_NO_DETAILS: Mapping[str, object] = {}


def _neighbours(judged: Flags) -> tuple[Positions, Positions]:
    """Return, per row, the judged rows right before and right after it, or -1."""
    rows = np.arange(len(judged), dtype=np.int32)
    before = np.maximum.accumulate(np.where(judged, rows, -1)) if len(rows) else rows
    after = np.minimum.accumulate(np.where(judged, rows, len(rows))[::-1])[::-1] if len(rows) else rows
    nobody = np.array([-1], dtype=np.int32)
    return np.concatenate([nobody, before[:-1]]), np.concatenate([np.where(after == len(rows), -1, after)[1:], nobody])


class LazyFindings(Findings):
    """All findings of an audit, in the order of rules and messages."""

    def __init__(self, answers: Answers, texts: Quotes, language: Language) -> None:
        assert answers.context is not None
        self._answers, self._context, self._texts, self._language = answers, answers.context, texts, language
        rulebook = answers.rulebook
        self._rules = [rule for rule in rulebook.rules if rulebook.rules[rule].effect == "finding"]
        sizes = [len(answers.found[rule]) for rule in self._rules]
        self._ends = np.cumsum(sizes, dtype=np.int64) if sizes else np.zeros(0, dtype=np.int64)
        self._shown: dict[str, ShownRule] = {}
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
            matches = self._answers.found[rule]
            for start in range(0, len(matches), _PREPARED):
                end = min(start + _PREPARED, len(matches))
                self._prepare(matches, start, end)
                for at in range(start, end):
                    yield self._make(rule, at)

    def encode(self, encode_lines: EncodeLines) -> Iterator[bytes]:
        """See `Findings.encode`."""
        for rule in self._rules:
            matches = self._answers.found[rule]
            for start in range(0, len(matches), _PREPARED):
                places = range(start, min(start + _PREPARED, len(matches)))
                if isinstance(matches.rows, SingleRows) and not matches.people:
                    yield self._encode_singles(rule, places, matches.rows.array[start : places.stop], encode_lines)
                else:
                    yield encode_lines([self._make(rule, at) for at in places])

    def _encode_singles(self, rule_id: str, places: range, rows: Rows, encode_lines: EncodeLines) -> bytes:
        """Encode findings of one message each, as `_make` makes them, column by column."""
        shown = self._shown.get(rule_id) or self._show(rule_id)
        quoted, places_of = np.unique(np.concatenate([rows, self._previous[rows], self._next[rows]]), return_inverse=True)
        n_nobody = int(quoted[0] < 0)
        own, left, right = (places_of.reshape(3, -1) - n_nobody).tolist()
        columns = self._texts.columns(quoted[n_nobody:])
        encoded = EncodedQuotes(columns, encode_lines)
        signs = encode_each(shown.signs.sets, encode_lines)
        moments = [columns.moments[at] for at in own]
        people = [[] if (name := columns.authors[at]) is None else [name] for at in own]
        explanations = list(map(shown.explain, people, moments, (self._details(shown.matches, at) for at in places)))
        explained = encode_distinct(explanations, encode_lines)
        severities = shown.matches.severities
        return encode_findings(
            {
                "id": [make_finding_id(rule_id, [columns.ids[at]]) for at in own],
                "rule": repeat(rule_id),
                "recommendation": repeat(shown.recommendation),
                "severity": repeat(shown.rule.severity) if severities is None else severities[places.start : places.stop],
                "confidence": map(shown.confidence, rows.tolist()),
                "message_ids": [[encoded.ids[at]] for at in own],
                "participants": [encoded.people[at] for at in own],
                "at": moments,
                "excerpt": [encoded.texts[at] for at in own],
                "explanation": [explained[text] for text in explanations],
                "signs": [signs[shown.signs.number(at)] for at in places],
                "before": [encoded.quotes[at] for at in left],
                "after": [encoded.quotes[at] for at in right],
            }
        )

    def _prepare(self, matches: Matches, start: int, end: int) -> None:
        """Quote the messages of some matches, and those beside them, all at once."""
        rows = matches.rows
        if isinstance(rows, SingleRows):
            flat = rows.array[start:end]
        else:
            flat = np.array([row for at in range(start, end) for row in rows[at]], dtype=np.int64)
        self._texts.prepare(np.unique(np.concatenate([flat, self._previous[flat], self._next[flat]])))

    def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
        """Return the findings of one recommendation, the most serious first."""
        places: list[tuple[int, str, int]] = []
        for rule in self._rules:
            if self._answers.rulebook.recommendation_of[rule] != recommendation:
                continue
            matches = self._answers.found[rule]
            own = SEVERITIES.index(self._answers.rulebook.rules[rule].severity)
            ranks = [own] * len(matches) if matches.severities is None else [SEVERITIES.index(each) for each in matches.severities]
            places += [(-rank, rule, at) for at, rank in enumerate(ranks)]
        places.sort(key=lambda place: place[0])
        chosen = first_of_each([rule for _, rule, _ in places], of_each_rule)[:limit]
        return [self._make(places[number][1], places[number][2]) for number in chosen]

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
        return Finding(
            id=make_finding_id(rule_id, ids or people),
            rule=rule_id,
            recommendation=shown.recommendation,
            severity=rule.severity if matches.severities is None else matches.severities[at],
            confidence=shown.confidence(rows[0]) if ids else rule.confidence,
            message_ids=ids,
            participants=people,
            at=moment,
            excerpt=excerpt,
            explanation=shown.explain(people, moment, self._details(matches, at)),
            signs=shown.signs[at],
            before=self._neighbour(self._previous[rows[0]]) if ids else [],
            after=self._neighbour(self._next[rows[-1]]) if ids else [],
        )

    def _show(self, rule_id: str) -> ShownRule:
        rule = self._answers.rulebook.rules[rule_id]
        condition = rule.signs()
        named = signs_of(condition, self._context.scene) if condition is not None else []
        rows = self._answers.found[rule_id].rows
        first = rows.array if isinstance(rows, SingleRows) else [each[0] for each in rows if len(each)]
        shown = self._shown[rule_id] = ShownRule(
            rule,
            self._answers.rulebook.recommendation_of[rule_id],
            self._answers.found[rule_id],
            template(choose(rule.message or rule.title, self._language)),
            Signs([choose(each.sign or {}, self._language) for each, _ in named], [flags[first] for _, flags in named]),
        )
        if rule.sure_when is not None:
            shown.sure = holds(rule.sure_when, self._context.scene)
        return shown

    def _details(self, matches: Matches, at: int) -> Mapping[str, object]:
        if matches.details is None:
            return _NO_DETAILS
        details = matches.details[at]
        listed = {name: ", ".join(choose(each, self._language) for each in value) for name, value in details.items() if isinstance(value, list)}
        return {**details, **listed} if listed else details

    def _neighbour(self, row: int) -> list[Quote]:
        return [self._texts.quote(int(row))] if row >= 0 else []


def make_finding_id(rule: str, parts: Sequence[str]) -> str:
    """Return the id of a finding of a rule about messages (their ids) or, without any, about people (their names)."""
    key = "\x1f".join([rule, *parts])
    return "f-" + hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def make_evidence(answers: Answers, texts: Quotes) -> list[Evidence]:
    """Return everything that speaks for a recommendation, in the order of rules and messages."""
    made = []
    for rule, described in answers.rulebook.rules.items():
        if described.effect != "evidence":
            continue
        for rows in answers.found[rule].rows:
            quotes = [texts.quote(row) for row in rows]
            authors = list(dict.fromkeys(quote.author for quote in quotes if quote.author is not None))
            first = quotes[0] if quotes else None
            number = answers.rulebook.recommendation_of[rule]
            made.append(Evidence(rule, number, [quote.id for quote in quotes], authors, first.at if first else None, first.text if first else None))
    return made
