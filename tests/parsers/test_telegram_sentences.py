"""The English sentences of the HTML export as events."""

import pytest

from chataudit.messages import EVENTS
from chataudit.parsers.telegram_events import Event
from chataudit.parsers.telegram_sentences import read_sentence


@pytest.mark.parametrize(
    ("sentence", "actor", "event"),
    [
        ("Ольга created group «1 «А»» with members Ирина, Пётр and Анна", "Ольга", Event("create_group", ("Ирина", "Пётр", "Анна"), "1 «А»")),
        ("Ольга created group «1А»", "Ольга", Event("create_group", (), "1А")),
        ("Channel «1А» created", None, Event("create_group", (), "1А")),
        ("Ольга invited Ирина and Пётр", "Ольга", Event("invite", ("Ирина", "Пётр"))),
        ("Ольга invited Ольга", "Ольга", Event("join")),
        ("Ольга invited Ирина to the voice chat", "Ольга", Event("call", ("Ирина",))),
        ("Ольга removed Ирина", "Ольга", Event("remove", ("Ирина",))),
        ("Ольга removed Ольга", "Ольга", Event("leave")),
        ("Ольга removed group photo", "Ольга", Event("photo")),
        ("Ольга joined group by link from Ирина", "Ольга", Event("join")),
        ("Ольга joined group by request", "Ольга", Event("join")),
        ("Ольга changed group title to «2А»", "Ольга", Event("rename", (), "2А")),
        ("Ольга converted a basic group to this supergroup «2А»", "Ольга", Event("migrate")),
        ("Ольга pinned this message", "Ольга", Event("pin")),
        ("Ольга has set messages to auto-delete in 7 days", "Ольга", Event("settings")),
        ("Ольга created topic «Питание»", "Ольга", Event("topic")),
        ("History cleared", None, Event("settings")),
        ("You allowed this bot to message you", None, Event("other")),
        ("Ольга danced", None, Event("other", known=False)),
    ],
)
def test_sentence_becomes_its_event(sentence: str, actor: str | None, event: Event) -> None:
    told = read_sentence(sentence)

    assert (told.actor, told.event) == (actor, event)
    assert event.event in EVENTS
