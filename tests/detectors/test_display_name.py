"""Display names that lack a part."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import people_of, rule_file

from chataudit.asking import Answers

RULES = rule_file("""
rules:
  - id: R01.name
    kind: display_name
    title: {ru: имя}
    parts: {surname: {ru: фамилии}, given: {ru: имени}, patronymic: {ru: отчества}}
""")


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("Ольга", ["фамилии", "отчества"]),
        ("Мария Петровна", ["фамилии"]),
        ("Иванова Ольга", ["отчества"]),
        ("мама Пети", ["фамилии", "имени", "отчества"]),
    ],
)
def test_parts_that_lack_are_named(name: str, missing: list[str], ask: Callable[..., Answers]) -> None:
    matches = ask(RULES, f"[10:00] {name}: да", teachers=()).matches_of("R01.name")

    assert people_of(matches) == [name]
    assert [each["ru"] for each in matches.details[0]["missing"]] == missing  # type: ignore[attr-defined,index]


@pytest.mark.parametrize("name", ["Иванова Ольга Петровна", "Ольга Петровна Иванова, мама Пети 3Б"])
def test_full_name_in_any_order_is_spared(name: str, ask: Callable[..., Answers]) -> None:
    assert len(ask(RULES, f"[10:00] {name}: да", teachers=()).matches_of("R01.name")) == 0


def test_who_never_wrote_is_not_judged(ask: Callable[..., Answers]) -> None:
    assert people_of(ask(RULES, "-- create_group Ирина: Ольга\n[10:00] Анна: да", teachers=()).matches_of("R01.name")) == ["Анна"]
