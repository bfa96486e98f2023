"""Runs of messages by one author."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import lines_of, rule_file

from chataudit.asking import Answers
from chataudit.chat import Chat
from chataudit.detectors.base import Matches

RULE = rule_file("rules: [{id: R01.burst, kind: burst, gap: 3m, at_least: 3, repeated_within: 24h, title: {ru: очередь}}]")


@pytest.fixture
def find(ask: Callable[..., Answers]) -> Callable[[str | Chat], Matches]:
    return lambda lines: ask(RULE, lines).matches_of("R01.burst")


Finds = Callable[[str | Chat], Matches]


@pytest.mark.parametrize(
    ("lines", "runs"),
    [
        ("[10:00] Ольга: раз\n[+1m] Ольга: два\n[+3m] Ольга: три", [[1, 2, 3]]),
        ("[10:00] Ольга: раз\n[+3m] Ольга: два\n[+3m] Ольга: три\n[+3m] Ольга: четыре", [[1, 2, 3, 4]]),
        ("[10:00] Ирина: да\n[10:00] Ольга: раз\n[10:00] Ольга: два\n[10:00] Ольга: три\n[10:00] Ирина: да", [[2, 3, 4]]),
        ("[10:00] Ольга: раз\n[+1m] Ольга: <deleted>\n[+1m] Ольга: три", [[1, 2, 3]]),
        ("[23:59] Ольга: раз\n[+1m] Ольга: два\n[+1m] Ольга: три", [[1, 2, 3]]),
        ("[10:00] Ольга: <photo>\n[+1s] Ольга: <photo>\n[+1m] Ольга: раз\n[+1m] Ольга: два", [[1, 2, 3, 4]]),
    ],
)
def test_three_messages_in_a_row_are_a_run(lines: str, runs: list[list[int]], find: Finds) -> None:
    assert lines_of(find(lines)) == runs


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Ольга: раз\n[+1m] Ольга: два",
        "[10:00] Ольга: раз\n[+1m] Ольга: два\n[+181s] Ольга: три",
        "[10:00] Ольга: раз\n[+1m] Ирина: да\n[+1m] Ольга: два\n[+1m] Ольга: три",
        "[10:00] Ольга: раз\n[+1m] Ольга: два\n-- pin Ольга\n[+1m] Ольга: три",
        "-- pin Ольга\n-- pin Ольга\n-- pin Ольга",
        "[10:00] Ольга: <photo>\n[+1s] Ольга: <photo>\n[+1s] Ольга: <photo>\n[+1m] Ольга: с экскурсии",
    ],
)
def test_interrupted_slow_or_short_rows_and_albums_are_no_run(lines: str, find: Finds) -> None:
    assert lines_of(find(lines)) == []


def test_messages_of_nobody_named_are_no_run(make_chat: Callable[..., Chat], find: Finds) -> None:
    chat = make_chat("[10:00] Ольга: раз\n[+1m] Ольга: два\n[+1m] Ольга: три")
    chat.messages["author"] = None

    assert lines_of(find(chat)) == []


def test_run_tells_its_length_and_minutes(find: Finds) -> None:
    matches = find("[10:00] Ольга: <photo>\n[+1s] Ольга: <photo>\n[+1m] Ольга: раз\n[+1m] Ольга: два")

    assert matches.details == [{"count": 3, "span": 2}]


BURST = "[{}] {}: раз\n[+1m] {}: два\n[+1m] {}: три\n"


def bursts(*starts: tuple[str, str]) -> str:
    return "[+1m] Анна: да\n".join(BURST.format(time, author, author, author) for time, author in starts)


@pytest.mark.parametrize(
    ("starts", "severities"),
    [
        ([("10:00", "Ольга")], ["minor"]),
        ([("10:00", "Ольга"), ("15:00", "Ирина")], ["minor", "minor"]),
        ([("10:00", "Ольга"), ("15:00", "Ольга")], ["major", "major"]),
        ([("22:00", "Ольга"), ("01:00", "Ольга")], ["major", "major"]),
        ([("10:00", "Ольга"), ("+25h", "Ольга")], ["minor", "minor"]),
        ([("10:00", "Ольга"), ("+25h", "Ольга"), ("+1h", "Ольга")], ["minor", "major", "major"]),
    ],
)
def test_two_runs_of_one_author_within_a_day_are_major(starts: list[tuple[str, str]], severities: list[str], find: Finds) -> None:
    assert list(find(bursts(*starts)).severities or ()) == severities


def test_empty_chat_has_no_run(find: Finds) -> None:
    assert lines_of(find("")) == []
