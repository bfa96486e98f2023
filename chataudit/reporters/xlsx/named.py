"""The findings and the evidence of a report → whom and which messages they name, gathered for the sheets of those."""

from dataclasses import dataclass, field
from datetime import datetime

from chataudit.findings import Evidence, Finding, Quote, Report
from chataudit.reporters.cells import Cell, message_id, moment


@dataclass
class _Person:
    """A participant as findings name her."""

    findings: int = 0
    major: int = 0
    evidence: int = 0
    first: datetime | None = None
    last: datetime | None = None


@dataclass
class _Message:
    """A message that a finding or evidence names or quotes; what is not quoted of it is None."""

    at: datetime | None = None
    author: str | None = None
    text: str | None = None
    against: list[str] = field(default_factory=list)
    in_favour: list[str] = field(default_factory=list)


class Named:
    """Whom and what a report names; a report holds no other participants and messages."""

    def __init__(self, report: Report) -> None:
        self._teachers = {teacher.name for teacher in report.chat.teachers}
        self._people: dict[str, _Person] = {name: _Person() for name in self._teachers}
        self._messages: dict[str, _Message] = {}
        for evidence in report.evidence:
            self._note(evidence, in_favour=True)
            for name in evidence.participants:
                self._people.setdefault(name, _Person()).evidence += 1

    def add(self, finding: Finding) -> None:
        """Note a finding's participants, its messages and those beside it."""
        at = moment(finding.at)
        for name in finding.participants:
            person = self._people.setdefault(name, _Person())
            person.findings += 1
            person.major += finding.severity == "major"
            if at is not None:
                person.first = min(person.first or at, at)
                person.last = max(person.last or at, at)
        self._note(finding, in_favour=False)
        for quote in (*finding.before, *finding.after):
            self._quote(quote)

    def people(self, *, yes: str) -> list[list[Cell]]:
        """Return a row a participant, by name, as a report compares nobody; `yes` marks teachers."""
        return [
            [name, yes if name in self._teachers else None, person.findings, person.major, person.evidence, person.first, person.last]
            for name, person in sorted(self._people.items(), key=lambda each: (each[0].casefold(), each[0]))
        ]

    def messages(self) -> list[list[Cell]]:
        """Return a row a message, by time; those whose time is not known come last."""
        ordered = sorted(self._messages.items(), key=lambda each: (each[1].at is None, each[1].at or datetime.min, len(each[0]), each[0]))  # noqa: DTZ901
        return [[message_id(name), each.at, each.author, each.text, ", ".join(each.against), ", ".join(each.in_favour)] for name, each in ordered]

    def _note(self, found: Finding | Evidence, *, in_favour: bool) -> None:
        for name in found.message_ids:
            message = self._messages.setdefault(name, _Message())
            rules = message.in_favour if in_favour else message.against
            if found.rule not in rules:
                rules.append(found.rule)
        if len(found.message_ids) == 1 and found.excerpt is not None:  # else the excerpt is of several
            message = self._messages[found.message_ids[0]]
            message.at, message.text = moment(found.at), found.excerpt
            message.author = message.author or (found.participants[0] if len(found.participants) == 1 else None)

    def _quote(self, quote: Quote) -> None:
        message = self._messages.setdefault(quote.id, _Message())
        message.at, message.author, message.text = moment(quote.at), quote.author, quote.text
