"""A report in, the same report without its people out, before any reporter sees it: every form of it is redacted alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar, overload

import msgspec

from chataudit.chat import Chat
from chataudit.config import RosterRow
from chataudit.errors import ConfigError
from chataudit.findings import Finding, Findings, Redaction, Report
from chataudit.matching.patterns import Item, Pattern
from chataudit.redaction.labels import label_people
from chataudit.redaction.masking import Masker
from chataudit.redaction.mentions import Mentions
from chataudit.redaction.policies import Policy, fields_to_redact
from chataudit.redaction.texts import TextRedactor
from chataudit.rulebook.rulebook import Rulebook
from chataudit.showing import make_finding_id
from chataudit.wording import Language, wording

_OPENING: Final = re.compile("[«“]")
_CLOSING: Final = {"«": "»", "“": "”"}

Structure = TypeVar("Structure", bound=msgspec.Struct)


def redact_report(report: Report, chat: Chat, roster: Sequence[RosterRow], rulebook: Rulebook, level: Redaction) -> Report:
    """Return a report in which people bear labels; figures, verdicts and our own words are the same.

    Args:
        chat: the chat that it was made of: who takes part in it.
        roster: who else is known by name.
        rulebook: brings the words by which names are known.
        level: `names` hides the people known by name, `all` whatever a chat's text may tell of anybody.

    Raises:
        ConfigError: the rulebook holds no words for it.
    """
    if rulebook.identifying is None:
        raise ConfigError("redaction.no_words")
    labels = label_people(chat, report.chat.teachers, roster, report.language)
    plain = texts = TextRedactor(Mentions(labels, rulebook.names, rulebook.identifying, wary=False), None, report.language)
    if level == "all":
        masker = Masker(rulebook.identifying, rulebook.names, _own_words(rulebook))
        texts = TextRedactor(Mentions(labels, rulebook.names, rulebook.identifying, wary=True), masker, report.language)
    redacted = _Redactor(labels, texts, plain, title=report.chat.title, language=report.language, level=level).apply(report)
    return msgspec.structs.replace(redacted, chat=msgspec.structs.replace(redacted.chat, redacted=level))


def _own_words(rulebook: Rulebook) -> frozenset[str]:
    """Return the words that stand in the rulebook's lists: slang that no dictionary holds, and that every finding rests on."""
    return frozenset(word for patterns in rulebook.lists.values() for pattern in patterns for word in _words_of(pattern))


def _words_of(pattern: Pattern) -> Iterator[str]:
    for part in pattern.parts:
        if isinstance(part, Item):
            yield from (word.body for word in part.words if word.kind in ("form", "lemma"))
            for phrase in part.phrases:
                yield from _words_of(phrase)


class _Redactor:
    """Does with each text what its policy says."""

    def __init__(
        self, labels: Mapping[str, str], texts: TextRedactor, plain: TextRedactor, *, title: str | None, language: Language, level: Redaction
    ) -> None:
        """Redact what people wrote by `texts`, and what we wrote of them by `plain`, which leaves all but their names."""
        self._labels, self._texts, self._plain, self._title = labels, texts, plain, " ".join((title or "").split())
        self._language, self._level = language, level
        self._somebody = wording(language, "redaction.label.somebody")
        self._by_policy: Mapping[Policy, Callable[[Any, str], str]] = {
            Policy.NAME: lambda _, name: self._label(name),
            Policy.CHAT: lambda _, text: texts.redact(text),
            Policy.SENTENCE: self._tell,
            Policy.READY: lambda _, text: self._prepare(text),
            Policy.READING: lambda _, text: change_quotes(text, texts.redact),
            Policy.TITLE: lambda _, title: self._hide(title, "redaction.title"),
            Policy.SOURCE: lambda _, source: self._hide(source, "redaction.source"),
            Policy.ID: self._identify,
        }

    def apply(self, structure: Structure) -> Structure:
        """Return a structure redacted, with those within it."""
        changed = {name: self._change(structure, getattr(structure, name), policy) for name, policy in fields_to_redact(type(structure))}
        for name in structure.__struct_fields__:
            value = getattr(structure, name)
            if isinstance(value, Findings):
                changed[name] = RedactedFindings(value, self.apply)
            elif isinstance(value, msgspec.Struct):
                changed[name] = self.apply(value)
            elif isinstance(value, list) and value and isinstance(value[0], msgspec.Struct):
                changed[name] = [self.apply(each) for each in value]
        return msgspec.structs.replace(structure, **changed)

    def _change(self, owner: msgspec.Struct, value: object, policy: Policy) -> object:
        if isinstance(value, str):
            return self._by_policy[policy](owner, value)
        if isinstance(value, list):
            return list(dict.fromkeys(self._by_policy[policy](owner, each) for each in value))
        assert value is None
        return None

    def _label(self, name: str) -> str:
        return self._labels.get(name, self._somebody)

    def _hide(self, text: str, key: str) -> str:
        return wording(self._language, key) if self._level == "all" else self._texts.redact(text)

    def _prepare(self, text: str) -> str:
        if self._title and self._level == "all":
            text = text.replace(self._title, wording(self._language, "redaction.title"))
        return self._plain.redact(text)

    def _tell(self, finding: Finding, sentence: str) -> str:
        names = sorted(filter(None, finding.participants), key=len, reverse=True)
        if not names:
            return sentence
        pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names)
        return re.sub(pattern, lambda found: self._label(found.group()), sentence)

    def _identify(self, finding: Finding, finding_id: str) -> str:
        """Keep an id that is made of messages; one made of a name could be guessed, so it is made of the label instead."""
        return finding_id if finding.message_ids else make_finding_id(finding.rule, [self._label(name) for name in finding.participants])


class RedactedFindings(Findings):
    """Findings, each redacted when it is asked for."""

    def __init__(self, findings: Findings, redact: Callable[[Finding], Finding]) -> None:
        self._findings, self._redact = findings, redact

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | Sequence[Finding]:
        if isinstance(index, slice):
            return [self._redact(finding) for finding in self._findings[index]]
        return self._redact(self._findings[index])

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return map(self._redact, self._findings)

    def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
        """Return the findings of one recommendation, the most serious first."""
        return [self._redact(finding) for finding in self._findings.of(recommendation, limit, of_each_rule=of_each_rule)]


def change_quotes(text: str, change: Callable[[str], str]) -> str:
    """Change what stands in quotation marks; within them others are part of it. Marks that are never closed cost nothing."""
    last = {opening: text.rfind(closing) for opening, closing in _CLOSING.items()}
    parts, at = [], 0
    for found in _OPENING.finditer(text):
        if at <= found.start() < last[found[0]]:
            end = text.index(_CLOSING[found[0]], found.end())
            parts += [text[at : found.end()], change(text[found.end() : end])]
            at = end
    return "".join([*parts, text[at:]])
