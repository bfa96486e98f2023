"""The participants' table."""

from typing import Any

import pandas as pd

from chataudit.chat import PARTICIPANT_COLUMNS, build_participants
from chataudit.messages import build_messages


def table(*rows: tuple[Any, ...]) -> pd.DataFrame:
    """A message table of rows (author, id or None, event or None, members), a minute apart."""
    return build_messages(
        {
            "id": [str(n) for n in range(len(rows))],
            "sent_at": [f"2024-09-02T12:{n:02}:00" for n in range(len(rows))],
            "kind": ["service" if event else "text" for _, _, event, _ in rows],
            "text": [""] * len(rows),
            "author": [author for author, _, _, _ in rows],
            "author_id": [author_id for _, author_id, _, _ in rows],
            "event": [event for _, _, event, _ in rows],
            "members": ["\n".join(members) or None for _, _, _, members in rows],
        }
    )


def said(author: str | None, author_id: str | None = None) -> tuple[Any, ...]:
    return (author, author_id, None, ())


def minutes(column: "pd.Series[Any]") -> list[int | None]:
    return [None if pd.isna(moment) else moment.minute for moment in column]


def test_participants_stand_in_order_of_first_appearance() -> None:
    people = build_participants(table(("Мария", None, "invite", ("Ольга", "Ирина")), said("Пётр"), said("Ольга")))

    assert people["name"].tolist() == ["Мария", "Ольга", "Ирина", "Пётр"]
    assert people["n_messages"].tolist() == [0, 1, 0, 1]
    assert {name: str(dtype) for name, dtype in people.dtypes.items()} == PARTICIPANT_COLUMNS


def test_messenger_itself_is_no_participant() -> None:
    assert build_participants(table(said(None), ("2 «Б»", None, "notice", ()))).empty


def test_founders_are_present_from_the_start_and_later_guests_are_not() -> None:
    people = build_participants(table(("Мария", None, "create_group", ("Ольга",)), ("Ирина", None, "join", ())))

    assert people["present_from_start"].tolist() == [True, True, False]
    assert minutes(people["joined_at"]) == [0, 0, 1]


def test_person_who_left_and_came_back_has_not_left() -> None:
    rows = [said("Ольга"), ("Ольга", None, "leave", ()), ("Мария", None, "invite", ("Ольга",))]

    assert minutes(build_participants(table(*rows))["left_at"]) == [None, None]
    assert minutes(build_participants(table(*rows[:2]))["left_at"]) == [1]


def test_removal_concerns_the_member_and_not_the_actor() -> None:
    people = build_participants(table(("Мария", None, "remove", ("Ольга",))))

    assert minutes(people["left_at"]) == [None, 0]


def test_two_ids_under_one_name_are_two_people() -> None:
    people = build_participants(table(said("Ольга", "user1"), said("Ольга", "user2"), said("Ольга", "user1")))

    assert people[["participant_id", "n_messages"]].to_numpy().tolist() == [["user1", 2], ["user2", 1]]


def test_member_known_by_name_only_is_the_first_of_the_namesakes() -> None:
    rows = [said("Ольга", "user1"), said("Ольга", "user2"), ("Мария", "user3", "remove", ("Ольга",))]

    assert minutes(build_participants(table(*rows))["left_at"]) == [2, None, None]


def test_member_who_writes_later_is_the_same_person() -> None:
    people = build_participants(table(("Мария", "user3", "invite", ("Ольга",)), said("Ольга", "user1"), said("Ольга", "user2")))

    assert people[["name", "participant_id"]].to_numpy().tolist() == [["Мария", "user3"], ["Ольга", "user1"], ["Ольга", "user2"]]
    assert minutes(people["joined_at"]) == [None, 0, None]


def test_event_of_a_namesake_with_an_id_goes_to_that_one() -> None:
    people = build_participants(table(said("Ольга", "user1"), said("Ольга", "user2"), ("Ольга", "user2", "leave", ())))

    assert minutes(people["left_at"]) == [None, 2]


def test_kinds_are_told_by_name_and_the_rest_are_persons() -> None:
    messages = table(said("Ольга"), said("RoseBot"), said("2 «Б»"), said("Удалённый аккаунт"))
    people = build_participants(
        messages, bots=frozenset({"RoseBot"}), channels=frozenset({"2 «Б»"}), deleted=frozenset({"Удалённый аккаунт", "нет такого"})
    )

    assert people["kind"].tolist() == ["person", "bot", "channel", "deleted"]
