"""Lists of messages in Telegram's JSON beside the one that is read: an exporter writes one a chat."""

import json
from pathlib import Path
from typing import Any

from telegram_exports import export, keys_of, message, read, service

CHAT = json.loads(export(message(1, "Первый список")))
LAST = json.dumps([message(2, "Последний список")], ensure_ascii=False)


def with_second_list(chat: dict[str, Any]) -> str:
    return f'{json.dumps(chat, ensure_ascii=False)[:-1]}, "messages": {LAST}}}'


def account(*chats: str) -> bytes:
    return f'{{"about": "", "personal_information": {{}}, "chats": {{"about": "", "list": [{", ".join(chats)}]}}}}'.encode()


def test_second_list_of_one_chat_is_told(tmp_path: Path) -> None:
    chat = read(tmp_path, with_second_list(CHAT).encode())

    assert chat.messages["text"].tolist() == ["Последний список"]
    assert keys_of(chat) == ["telegram.other_messages"]


def test_second_list_of_a_chat_of_an_account_is_told(tmp_path: Path) -> None:
    chat = read(tmp_path, account(json.dumps(CHAT | {"name": "Чужой", "id": 7}), with_second_list(CHAT)), chat="1А")

    assert "telegram.other_messages" in keys_of(chat)


def test_chats_beside_the_list_of_one_chat_are_told(tmp_path: Path) -> None:
    both = CHAT | {"chats": {"about": "", "list": [CHAT]}}

    assert keys_of(read(tmp_path, json.dumps(both).encode())) == ["telegram.other_messages"]


def test_chats_beside_the_list_of_one_chat_are_told_of_a_file_cut_short(tmp_path: Path) -> None:
    both = json.dumps(CHAT | {"chats": {"about": "", "list": [CHAT]}}).encode()

    assert "telegram.other_messages" in keys_of(read(tmp_path, both.removesuffix(b"]}}")))


def test_one_list_is_no_other_whatever_its_messages_say(tmp_path: Path) -> None:
    said = message(1, 'Там написано "messages": [ и ещё "messages": [')

    assert not read(tmp_path, export(service(2, "pin_message"), said, message(3))).warnings
    assert not read(tmp_path, export(said, name='"messages": ["messages": [')).warnings


def test_other_chats_of_an_account_are_no_second_list(tmp_path: Path) -> None:
    chat = read(tmp_path, account(json.dumps(CHAT | {"name": "Чужой", "id": 7}), json.dumps(CHAT)), chat="1А")

    assert "telegram.other_messages" not in keys_of(chat)
