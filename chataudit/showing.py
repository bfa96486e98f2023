"""Matches become findings and evidence: quoted, explained, in the report's language; each made when it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

import numpy as np

from chataudit.asking import Answers
from chataudit.conditions.evaluate import signs_of
from chataudit.context.context import Context
from chataudit.detectors.base import Matches
from chataudit.findings import SEVERITIES, Evidence, Finding, Findings, Quote
from chataudit.matching.spans import Flags
from chataudit.messages import KINDS
from chataudit.wording import Language, choose, wording
from chataudit.wording.template import template

CONTEXT_MESSAGES = 1  # messages shown before and after a finding
EXCERPT_CHARACTERS = 400


class MessageTexts:
    """What a report shows of the rows of a message table."""

    def __init__(self, context: Context, language: Language) -> None:
        messages = context.scene.chat.messages
        self._scene = context.scene
        self._ids = messages["id"].to_numpy(dtype=object)
        self._authors = messages["author"].to_numpy(dtype=object)
        self._times = np.datetime_as_string(messages["sent_at"].to_numpy(), unit="s")
        offsets = messages["utc_offset_min"]
        self._offsets = offsets.fillna(-10_000).to_numpy(dtype="int64")
        self._suffixes: dict[int, str] = {-10_000: ""}
        self._emoji = messages["emoji"].to_numpy(dtype=object)
        self._kinds = [wording(language, f"kind.{kind}") for kind in KINDS]

    def id(self, row: int) -> str:
        """Return the message's id as exported."""
        return str(self._ids[row])

    def author(self, row: int) -> str | None:
        """Return the author's display name."""
        author = self._authors[row]
        return author if isinstance(author, str) else None

    def at(self, row: int) -> str:
        """Return the local time with the offset, where that is known."""
        offset = int(self._offsets[row])
        suffix = self._suffixes.get(offset)
        if suffix is None:
            sign = "-" if offset < 0 else "+"
            suffix = self._suffixes[offset] = f"{sign}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
        return f"{self._times[row]}{suffix}"

    def text(self, row: int) -> str:
        """Return the message's words, or its kind in brackets where it has none."""
        words = self._scene.texts[self._scene.text_id[row]]
        if words.strip():
            return words if len(words) <= EXCERPT_CHARACTERS else words[: EXCERPT_CHARACTERS - 1] + "…"
        emoji = self._emoji[row]
        kind = self._kinds[self._scene.kind[row]]
        return f"[{kind} {emoji}]" if isinstance(emoji, str) and emoji else f"[{kind}]"

    def quote(self, row: int) -> Quote:
        """Return the message as context."""
        return Quote(self.id(row), self.author(row), self.at(row), self.text(row))


class LazyFindings(Findings):
    """All findings of an audit, in the order of rules and messages."""

    def __init__(self, answers: Answers, texts: MessageTexts, language: Language) -> None:
        assert answers.context is not None
        self._answers, self._context, self._texts, self._language = answers, answers.context, texts, language
        rulebook = answers.rulebook
        self._rules = [rule for rule in rulebook.rules if rulebook.rules[rule].effect == "finding"]
        sizes = [len(answers.found[rule]) for rule in self._rules]
        self._ends = np.cumsum(sizes, dtype=np.int64) if sizes else np.zeros(0, dtype=np.int64)
        self._signs: dict[str, list[tuple[str, Flags]]] = {}

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
        rule = self._answers.rulebook.rules[rule_id]
        matches = self._answers.found[rule_id]
        rows = matches.rows[at]
        texts = self._texts
        people = self._people(matches, rows, at)
        excerpt = " / ".join(texts.text(row) for row in rows[:4]) if len(rows) else None
        details = self._details(matches, at)
        filled = {"author": ", ".join(people), "quote": excerpt or "", "time": texts.at(rows[0])[11:16] if len(rows) else "", **details}
        ids = [texts.id(row) for row in rows]
        key = "\x1f".join([rule_id, *(ids or people)])
        return Finding(
            id="f-" + hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
            rule=rule_id,
            recommendation=self._answers.rulebook.recommendation_of[rule_id],
            severity=rule.severity if matches.severities is None else matches.severities[at],
            confidence=rule.confidence,
            message_ids=ids,
            participants=people,
            at=texts.at(rows[0]) if len(rows) else None,
            excerpt=excerpt,
            explanation=template(choose(rule.message or rule.title, self._language)).fill(filled),
            signs=self._named_signs(rule_id, rows),
            before=self._neighbours(rows[0], back=True) if len(rows) else [],
            after=self._neighbours(rows[-1], back=False) if len(rows) else [],
        )

    def _people(self, matches: Matches, rows: Sequence[int], at: int) -> list[str]:
        if matches.people:
            return list(matches.people[at])
        return list(dict.fromkeys(author for row in rows if (author := self._texts.author(row)) is not None))

    def _details(self, matches: Matches, at: int) -> Mapping[str, object]:
        if matches.details is None:
            return {}
        shown: dict[str, object] = {}
        for name, value in matches.details[at].items():
            shown[name] = ", ".join(choose(each, self._language) for each in value) if isinstance(value, list) else value
        return shown

    def _named_signs(self, rule_id: str, rows: Sequence[int]) -> list[str]:
        signs = self._signs.get(rule_id)
        if signs is None:
            condition = self._answers.rulebook.rules[rule_id].signs()
            named = signs_of(condition, self._context.scene) if condition is not None else []
            signs = self._signs[rule_id] = [(choose(each.sign or {}, self._language), flags) for each, flags in named]
        return [name for name, flags in signs if len(rows) and flags[rows[0]]]

    @cached_property
    def _judged_rows(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return self._context.scene.judged_rows

    def _neighbours(self, row: int, *, back: bool) -> list[Quote]:
        rows = self._judged_rows
        at = int(np.searchsorted(rows, row, side="left" if back else "right"))
        chosen = rows[max(0, at - CONTEXT_MESSAGES) : at] if back else rows[at : at + CONTEXT_MESSAGES]
        return [self._texts.quote(int(each)) for each in chosen]


def make_evidence(answers: Answers, texts: MessageTexts) -> list[Evidence]:
    """Return everything that speaks for a recommendation, in the order of rules and messages."""
    made = []
    for rule, described in answers.rulebook.rules.items():
        if described.effect != "evidence":
            continue
        for rows in answers.found[rule].rows:
            authors = list(dict.fromkeys(author for row in rows if (author := texts.author(row)) is not None))
            excerpt = texts.text(rows[0]) if len(rows) else None
            at = texts.at(rows[0]) if len(rows) else None
            made.append(Evidence(rule, answers.rulebook.recommendation_of[rule], [texts.id(row) for row in rows], authors, at, excerpt))
    return made
