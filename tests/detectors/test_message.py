"""Messages that satisfy a condition, their severities and episodes."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import lines_of, message_rule

from chataudit.asking import Answers
from chataudit.detectors.base import Matches

EPISODE = ", major_in: {gap: 2h, messages: 2, authors: 2}"
GRADES = ", severity: minor, major_when: {question: true}, info_when: {role: [teacher]}"
SPARING = ", where: {kind: [text]}, unless: [{name: quote, because: {ru: цитата}, forwarded: true}, {name: no, because: {ru: нет}, say: [нет]}]"


@pytest.fixture
def find(ask: Callable[..., Answers]) -> Callable[..., Matches]:
    """What a rule on the word «слово» finds."""
    return lambda lines, more="": ask(message_rule("{say: [слово]}", more), lines).matches_of("R01.word")


Finds = Callable[..., Matches]


def test_every_message_that_satisfies_the_condition_is_a_match(find: Finds) -> None:
    matches = find("[10:00] Ольга: слово\n[10:01] Ирина: дело\n[10:02] Анна: слова\n-- pin Ольга")

    assert lines_of(matches) == [[1], [3]]
    assert matches.severities is None


def test_what_the_rule_does_not_look_at_and_exceptions_are_spared(find: Finds) -> None:
    lines = "[10:00] Ольга: слово\n[10:01] Ирина: <photo> слово\n[10:02] Анна: (forward) слово\n[10:03] Анна: слово? нет"

    assert lines_of(find(lines, SPARING)) == [[1]]


def test_severity_depends_on_the_message(find: Finds) -> None:
    matches = find("[10:00] Ольга: слово\n[10:01] Ирина: слово?\n[10:02] Учитель: слово?", GRADES)

    assert list(matches.severities or ()) == ["minor", "major", "info"]


@pytest.mark.parametrize(
    ("lines", "severities"),
    [
        ("[10:00] Ольга: слово\n[+2h] Ирина: слово", ["major", "major"]),
        ("[10:00] Ольга: слово\n[+1h] Анна: да\n[+1h] Ирина: слово", ["major", "major"]),
        ("[10:00] Ольга: слово\n[+1h] Ольга: слово", ["minor", "minor"]),
        ("[10:00] Ольга: слово\n[+121m] Ирина: слово", ["minor", "minor"]),
        ("[10:00] Ольга: слово", ["minor"]),
        ("[10:00] Ольга: слово\n[+1m] Ирина: слово\n[+3h] Ирина: слово", ["major", "major", "minor"]),
    ],
)
def test_matches_within_an_episode_are_major(lines: str, severities: list[str], find: Finds) -> None:
    assert list(find(lines, EPISODE).severities or ()) == severities


def test_rule_may_rest_on_what_another_rule_finds(ask: Callable[..., Answers]) -> None:
    files = [message_rule("{rule: [R02.word], question: true}"), message_rule("{say: [слово]}", rule="R02.word", number=2)]

    assert lines_of(ask(files, "[10:00] Ольга: слово\n[10:01] Ольга: слово?").matches_of("R01.word")) == [[2]]
