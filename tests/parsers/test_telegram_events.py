"""Service actions as events."""

import pytest

from chataudit.messages import EVENTS
from chataudit.parsers.telegram_events import Event, event_of


@pytest.mark.parametrize(
    ("action", "members", "expected"),
    [
        ("invite_members", ["Ольга"], Event("join")),
        ("invite_members", ["Ольга", "Ирина"], Event("invite", ("Ольга", "Ирина"))),
        ("invite_members", ["Ирина"], Event("invite", ("Ирина",))),
        ("remove_members", ["Ольга"], Event("leave")),
        ("remove_members", ["Ирина"], Event("remove", ("Ирина",))),
        ("join_group_by_link", [], Event("join")),
        ("join_group_by_request", [], Event("join")),
        ("create_channel", [], Event("create_group", (), "1А")),
        ("edit_group_title", [], Event("rename", (), "1А")),
        ("migrate_from_group", [], Event("migrate")),
        ("topic_created", [], Event("topic")),
        ("set_messages_ttl", [], Event("settings")),
        ("boost_apply", [], Event("other")),
        (None, [], Event("other")),
        ("teleport", [], Event("other", known=False)),
    ],
)
def test_action_becomes_its_event(action: str | None, members: list[str], expected: Event) -> None:
    assert event_of(action, "Ольга", members, "1А") == expected
    assert expected.event in EVENTS
