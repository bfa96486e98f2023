"""A chat judged by the shipped rulebook, which is loaded once."""

from datetime import UTC, datetime
from functools import cache
from itertools import zip_longest

from chataudit.asking import Answers
from chataudit.auditing import audit
from chataudit.chat import Chat
from chataudit.config import Settings
from chataudit.establish import prepare_answers
from chataudit.findings import Report
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@cache
def shipped_rules() -> Rulebook:
    """The rulebook that the program ships."""
    return load_rulebook(builtin_rules())


def answers_of(chat: Chat, settings: Settings, rulebook: Rulebook | None = None) -> Answers:
    """Ask the rules about a chat."""
    return prepare_answers(chat, rulebook or shipped_rules(), settings)


def verdicts_of(chat: Chat, settings: Settings) -> dict[int, str]:
    """Return the verdict on each recommendation; no report is made, which takes longer."""
    answers = answers_of(chat, settings)
    return {number: answers.decide(each)[0].verdict for number, each in answers.rulebook.recommendations.items()}


def found_in(answers: Answers) -> set[tuple[str, ...]]:
    """Return what was found: rule, ids of its messages, its people."""
    assert answers.context is not None
    ids = answers.context.scene.chat.messages["id"].tolist()
    found = set()
    for rule in answers.rulebook.rules:
        matches = answers.matches_of(rule)
        found |= {(rule, *(ids[row] for row in rows), *people) for rows, people in zip_longest(matches.rows, matches.people, fillvalue=())}
    return found


def report_on(chat: Chat, settings: Settings, rulebook: Rulebook | None = None) -> Report:
    """Make the whole report."""
    return audit(chat, rulebook or shipped_rules(), settings, language="ru", generated_at=NOW)
