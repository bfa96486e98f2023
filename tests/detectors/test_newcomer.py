"""People who joined long after the last instruction."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import people_of, rule_file

from chataudit.asking import Answers

RULES = rule_file("""
rules:
  - {id: R01.rules, kind: message, effect: evidence, title: {ru: правила}, match: {role: [teacher], say: [правило]}}
  - {id: R01.late, kind: newcomer, instructed_by: [R01.rules], after: 30d, title: {ru: опоздал}}
""")


@pytest.fixture
def find(ask: Callable[..., Answers]) -> Callable[[str], list[str]]:
    return lambda lines: people_of(ask(RULES, lines).matches_of("R01.late"))


@pytest.mark.parametrize("event", ["invite Учитель: Ирина", "join Ирина"])
def test_who_joins_long_after_the_last_instruction_is_found(event: str, find: Callable[[str], list[str]]) -> None:
    assert find(f"[10:00] Учитель: правила чата\n[+31d] -- {event}") == ["Ирина"]


@pytest.mark.parametrize(
    "lines",
    [
        "[10:00] Учитель: правила чата\n[+30d] -- invite Учитель: Ирина",
        "[10:00] Учитель: правила чата\n[+20d] Учитель: напоминаю правила\n[+20d] -- invite Учитель: Ирина",
        "-- create_group Учитель: Ирина\n[+1d] Учитель: правила чата\n[+60d] Ирина: да",
        "[10:00] -- invite Ольга: Ирина\n[+60d] Учитель: правила чата",
        "[10:00] Учитель: здравствуйте\n[+31d] -- invite Учитель: Ирина",
        "[10:00] Ольга: правила чата\n[+31d] -- invite Ольга: Ирина",
        "[10:00] Учитель: правила чата\n[+31d] -- invite Ольга: Учитель",
    ],
)
def test_who_was_instructed_or_never_could_be_is_spared(lines: str, find: Callable[[str], list[str]]) -> None:
    assert find(lines) == []
