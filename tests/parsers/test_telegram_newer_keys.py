"""Keys that no known version of Telegram writes, inside polls and in service messages: counted, and only they are lost."""

from pathlib import Path
from typing import Any

import pytest
from telegram_exports import export, keys_of, message, read, service

from chataudit.chat import Chat, Skipped

ANSWERS = [{"text": "Да", "voters": 1, "chosen": True}, {"text": ["Н", {"type": "bold", "text": "ет"}], "voters": 0, "chosen": False}]
POLL = {"question": "Едем?", "closed": False, "total_voters": 1, "answers": ANSWERS}
TODO = {"title": "Купить", "others_can_append": True, "others_can_complete": False, "answers": [{"text": "Мел", "id": 1}]}
DEEP: Any = [[[[{"a": [[["x"]]]}]]]]


def read_poll(folder: Path, poll: object, key: str = "poll") -> Chat:
    return read(folder, export(message(1), message(2, "", **{key: poll})))


@pytest.mark.parametrize(
    ("poll", "name"),
    [
        (POLL | {"explanation": "Петрова неправа"}, "poll.explanation"),
        (POLL | {"answers": [ANSWERS[0] | {"hint": "Петрова неправа"}, ANSWERS[1]]}, "poll.answers.hint"),
        (POLL | {"media": DEEP}, "poll.media"),
    ],
)
def test_newer_key_of_a_poll_is_counted_and_the_poll_is_read(tmp_path: Path, poll: object, name: str) -> None:
    chat = read_poll(tmp_path, poll)

    assert chat.messages["text"].tolist()[1] == "Едем?\nДа\nНет"
    assert chat.messages["kind"].tolist()[1] == "poll"
    assert chat.warnings == (Skipped("parsers.unknown_key", {"name": name, "count": 1}),)


def test_newer_key_of_a_list_of_tasks_is_counted(tmp_path: Path) -> None:
    chat = read_poll(tmp_path, TODO | {"note": "Петрова неправа"}, "todo_list")

    assert chat.messages["text"].tolist()[1] == "Купить\nМел"
    assert chat.warnings == (Skipped("parsers.unknown_key", {"name": "todo_list.note", "count": 1}),)


@pytest.mark.parametrize(("poll", "key"), [(POLL, "poll"), (TODO, "todo_list"), (None, "poll"), ({}, "poll"), ({"question": ""}, "poll")])
def test_known_keys_bring_no_warning_of_a_key(tmp_path: Path, poll: object, key: str) -> None:
    assert not {"parsers.unknown_key", "parsers.strange_value"} & set(keys_of(read_poll(tmp_path, poll, key)))


@pytest.mark.parametrize(
    ("poll", "name", "shown"),
    [
        (POLL | {"answers": None}, "poll.answers", "Едем?"),
        (POLL | {"answers": ["Да"]}, "poll.answers", "Едем?"),
        (POLL | {"answers": DEEP}, "poll.answers", "Едем?"),
        (POLL | {"answers": [{"text": 5}]}, "poll.answers.text", "Едем?\n5"),
        (POLL | {"question": {"text": "Едем"}}, "poll.question", "Едем\nДа\nНет"),
        ([], "poll", ""),
        ("Едем?", "poll", ""),
        (5, "poll", ""),
    ],
)
def test_strange_part_of_a_poll_loses_only_itself(tmp_path: Path, poll: object, name: str, shown: str) -> None:
    chat = read_poll(tmp_path, poll)

    assert chat.messages["text"].tolist()[1] == shown
    assert chat.warnings[-1] == Skipped("parsers.strange_value", {"name": name, "count": 1})


@pytest.mark.parametrize("value", ["Петрова неправа", ["Петрова неправа"], {"text": "Петрова неправа"}, DEEP])
def test_newer_key_of_a_service_message_that_holds_words_is_counted(tmp_path: Path, value: object) -> None:
    chat = read(tmp_path, export(message(1), service(2, "pin_message", message_id=1, remark=value)))

    assert chat.messages["event"].tolist()[1] == "pin"
    assert chat.warnings == (Skipped("parsers.unknown_key", {"name": "remark", "count": 1}),)


@pytest.mark.parametrize("value", [5, 1.5, True, None, [1, 2], {}])
def test_newer_key_of_a_service_message_without_words_says_nothing(tmp_path: Path, value: object) -> None:
    chat = read(tmp_path, export(message(1), service(2, "edit_group_title", title="Родители 1А", remark=value)))

    assert chat.messages["title"].tolist()[1] == "Родители 1А"
    assert not chat.warnings


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("requested_peer", {"button_id": 1, "peers": "Продаю гараж, звоните 8 910 123-45-67"}),
        ("refunded_payment", {"amount": 1, "currency": "RUB", "peer_name": "Анна воровка и дура", "peer_id": "user1", "charge_id": "a"}),
        ("stars_prize", {"boost_peer_id": "channel1", "boost_peer_name": "Анна воровка и дура", "stars": 5, "transaction_id": "a1"}),
    ],
)
def test_name_in_a_service_message_that_says_something_is_counted(tmp_path: Path, action: str, keys: dict[str, object]) -> None:
    assert keys_of(read(tmp_path, export(message(1), service(2, action, **keys)))) == ["telegram.speaking_events"]


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("requested_peer", {"button_id": 1, "peers": "[\n 281474976710656,\n 5123456789\n]"}),
        ("refunded_payment", {"amount": 1, "currency": "RUB", "peer_name": "Школьное питание", "peer_id": "user1", "charge_id": "a_1"}),
        ("join_group_by_link", {"inviter": "Иванова Мария Петровна, мама Пети"}),
        ("phone_call", {"duration_seconds": 5, "discard_reason": "hangup"}),
        ("edit_chat_theme", {"emoticon": "❤"}),
        ("edit_group_photo", {"photo": "photos/1.jpg", "photo_file_size": 5, "width": 640, "height": 640}),
        ("proximity_reached", {"from": "Ольга", "from_id": "user1", "to": "Ирина", "to_id": "user2", "distance": 5}),
        ("allow_sending_messages", {"reason_app_id": 5, "reason_app_name": "Дневник"}),
        ("send_passport_values", {"values": ["passport"]}),
        ("send_star_gift", {"gift_id": "5170145012310081615", "stars": 5, "is_limited": False, "is_anonymous": False}),
        ("gift_code_prize", {"gift_code": "AbCd1234", "boost_peer_id": "channel1", "months": 3, "unclaimed": True, "via_giveaway": True}),
        ("suggested_post_success", {"price_amount_whole": 5, "price_amount_nano": 0}),
        ("paid_messages_price_change", {"price_stars": 5, "is_broadcast_messages_allowed": True}),
    ],
)
def test_keys_that_actions_are_known_to_have_bring_no_warning(tmp_path: Path, action: str, keys: dict[str, object]) -> None:
    assert not read(tmp_path, export(message(1), service(2, action, **keys))).warnings
