"""Families of a roster: in the chat, outside it, reached."""

from collections.abc import Callable
from datetime import date

import pytest
from tiny_rulebooks import rule_file

from chataudit.asking import Answers
from chataudit.config import RosterRow
from chataudit.context.roster import FamiliesStanding

REACHED = "{policy: reached, contact: R01.contact, cases: [{verdict: met, because: {ru: да}}]}"
RULES = rule_file(
    """
rules:
  - {id: R01.contact, kind: message, effect: evidence, title: {ru: связь}, match: {role: [teacher], say: [позвонить#past]}}
""",
    verdict=REACHED,
)
# The chat's last message is of 2 September 2024.
PETYA = RosterRow("Иванов Пётр", "Иванова Ольга", None)
TIMUR = RosterRow("Ким Тимур", "Ким Анна", None)


@pytest.fixture
def families(ask: Callable[..., Answers]) -> Callable[..., FamiliesStanding]:
    """How families stand to a chat."""

    def stand(lines: str, *rows: RosterRow) -> FamiliesStanding:
        context = ask(RULES, lines, roster=rows).context
        assert context is not None
        assert context.families is not None
        return context.families

    return stand


def contacted(row: RosterRow, day: date) -> RosterRow:
    return RosterRow(row.child, row.parent, day)


def test_without_a_roster_nothing_is_known_of_families(ask: Callable[..., Answers]) -> None:
    context = ask(RULES, "[10:00] Ольга: да").context

    assert context is not None
    assert context.families is None


def test_family_whose_parent_is_in_the_chat_is_not_outside(families: Callable[..., FamiliesStanding]) -> None:
    standing = families("[10:00] Ольга Иванова: да", PETYA, TIMUR)

    assert (standing.count, standing.outside, standing.unreached) == (2, ("Ким Тимур",), ("Ким Тимур",))


def test_rows_of_one_child_are_one_family(families: Callable[..., FamiliesStanding]) -> None:
    standing = families("[10:00] Ольга Иванова: да", PETYA, RosterRow("Иванов Пётр", "Иванов Иван", None))

    assert (standing.count, standing.outside) == (1, ())


def test_who_left_is_outside(families: Callable[..., FamiliesStanding]) -> None:
    standing = families("[10:00] Ольга Иванова: да\n[10:01] Анна Ким: да\n-- leave Анна Ким", PETYA, TIMUR)

    assert standing.outside == ("Ким Тимур",)


@pytest.mark.parametrize(
    ("day", "reached"),
    [(date(2024, 9, 2), True), (date(2024, 8, 3), True), (date(2024, 8, 2), False), (date(2024, 9, 3), False)],
)
def test_contact_counts_for_thirty_days_and_not_beforehand(day: date, families: Callable[..., FamiliesStanding], *, reached: bool) -> None:
    standing = families("[10:00] Ольга Иванова: да", PETYA, contacted(TIMUR, day))

    assert (standing.unreached == ()) is reached


def test_latest_of_several_contacts_counts(families: Callable[..., FamiliesStanding]) -> None:
    rows = [contacted(TIMUR, date(2024, 9, 1)), RosterRow("Ким Тимур", "Ким Олег", date(2023, 1, 1))]

    assert families("[10:00] Ольга Иванова: да", PETYA, *rows).unreached == ()


def test_teachers_word_counts_for_all_outside_where_it_names_none(families: Callable[..., FamiliesStanding]) -> None:
    lines = "[10:00] Ольга Иванова: да\n[10:01] Учитель: всем, кого здесь нет, позвонила"

    assert families(lines, PETYA, TIMUR).unreached == ()


def test_teachers_word_counts_for_the_family_that_it_names(families: Callable[..., FamiliesStanding]) -> None:
    lines = "[10:00] Ольга Иванова: да\n[10:01] Учитель: родителям Тимура позвонила"
    anya = RosterRow("Юсупова Анна", "Юсупова Лейла", None)

    assert families(lines, PETYA, TIMUR, anya).unreached == ("Юсупова Анна",)


def test_word_of_long_ago_is_no_contact(families: Callable[..., FamiliesStanding]) -> None:
    lines = "[10:00] Ольга Иванова: да\n[10:01] Учитель: всем позвонила\n[+31d] Ольга Иванова: да"

    assert families(lines, PETYA, TIMUR).unreached == ("Ким Тимур",)


def test_somebody_whom_nothing_identifies_may_be_any_family(families: Callable[..., FamiliesStanding]) -> None:
    standing = families("[10:00] Ольга Иванова: да\n[10:01] 🌸: да", PETYA, TIMUR)

    assert (standing.outside, standing.unreached) == ((), ())
    assert (standing.not_established, standing.not_established_unreached) == (("Ким Тимур",), ("Ким Тимур",))


def test_teacher_is_no_family(families: Callable[..., FamiliesStanding]) -> None:
    standing = families("[10:00] Ольга Иванова: да\n[10:01] Учитель: да", PETYA, TIMUR)

    assert standing.outside == ("Ким Тимур",)
