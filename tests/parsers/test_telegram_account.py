"""Choosing a chat of a whole-account export."""

import pytest

from chataudit.errors import ExportError
from chataudit.parsers.telegram_account import ChatHeader, choose_chat

HEADERS = [
    ChatHeader(None, "saved_messages", "1"),
    ChatHeader("Родители 1А", "private_supergroup", "100"),
    ChatHeader("Родители 1А без учителя", "private_group", "200"),
    ChatHeader("Ольга", "personal_chat", "300"),
]


@pytest.mark.parametrize(
    ("wanted", "index"), [("100", 1), ("-100100", 1), ("200", 2), ("без учит", 2), ("родители 1а", 1), (" РОДИТЕЛИ 1А ", 1), ("Ольга", 3)]
)
def test_chat_is_chosen_by_id_title_or_a_part_only_it_has(wanted: str, index: int) -> None:
    assert choose_chat(HEADERS, wanted) == index


def test_only_group_needs_no_choice() -> None:
    assert choose_chat([HEADERS[0], HEADERS[1], HEADERS[3]], None) == 1


def test_several_groups_are_listed_with_ids_and_without_personal_chats() -> None:
    with pytest.raises(ExportError, match=r"parsers\.choose_chat") as caught:
        choose_chat(HEADERS, None)

    assert caught.value.details == {"count": 2, "chats": "100  Родители 1А\n200  Родители 1А без учителя"}


@pytest.mark.parametrize(
    ("wanted", "key"), [("родители", "parsers.chat_not_unique"), ("9Я", "parsers.chat_not_found"), ("", "parsers.chat_not_found")]
)
def test_choice_that_does_not_name_one_chat_is_refused(wanted: str, key: str) -> None:
    with pytest.raises(ExportError) as caught:
        choose_chat(HEADERS, wanted)

    assert caught.value.key == key


def test_account_without_chats_is_refused() -> None:
    with pytest.raises(ExportError, match=r"parsers\.account_without_chats"):
        choose_chat([], None)


def test_account_without_groups_is_refused_but_a_personal_chat_can_be_named() -> None:
    with pytest.raises(ExportError, match=r"parsers\.account_without_groups"):
        choose_chat([HEADERS[3]], None)
    assert choose_chat([HEADERS[3]], "ольга") == 0
