"""A chat of a whole account is read at its place as if the whole file had been looked through."""

import json
from pathlib import Path
from typing import Any

import pytest
from pandas.testing import assert_frame_equal
from parsers.telegram_exports import message

from chataudit.chat import Chat
from chataudit.errors import ExportError
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.entries import open_entries
from chataudit.parsers.telegram_damaged import BOM
from chataudit.parsers.telegram_json import TelegramJson, list_chats
from chataudit.parsers.telegram_outline import Listed

NASTY = 'скобки ]}, кавычки \\" и "id": 7, перевод\nстроки, {"chats": {"list": ['


def chat(number: int, **keys: object) -> dict[str, Any]:
    messages = [message(at, f"{NASTY} {number}") for at in range(1, 2 + number % 5)]
    return {"name": f"Чат {number}", "type": "private_group", "id": number} | keys | {"messages": messages}


def write(path: Path, chats: list[dict[str, Any]], left: list[dict[str, Any]], indent: int | None = 1, before: bytes = b"") -> Path:
    account = {"about": NASTY, "left_chats": {"about": "", "list": left}, "chats": {"about": "", "list": chats}}
    path.write_bytes(before + json.dumps(account, ensure_ascii=False, indent=indent).encode())
    return path


def listed(path: Path) -> list[Listed]:
    return list_chats(next(iter(next(open_entries(path)).values())))


def read(path: Path, each: Listed, *, at_its_place: bool) -> Chat:
    entry = next(iter(next(open_entries(path)).values()))
    return TelegramJson().parse(entry, ReadOptions(chat=each.header.id, span=each.span if at_its_place else None))


def assert_same(there: Chat, anywhere: Chat) -> None:
    assert_frame_equal(there.messages, anywhere.messages)
    assert (there.title, there.participants.to_dict(), there.hides, there.warnings) == (
        anywhere.title,
        anywhere.participants.to_dict(),
        anywhere.hides,
        anywhere.warnings,
    )


@pytest.mark.parametrize("before", [b"", BOM])
@pytest.mark.parametrize("indent", [1, None])
def test_every_chat_is_the_same_at_its_place(tmp_path: Path, indent: int | None, before: bytes) -> None:
    path = write(tmp_path / "result.json", [chat(number) for number in range(10, 17)], [chat(9)], indent, before)

    found = listed(path)

    assert [each.header.id for each in found] == [*map(str, range(10, 17)), "9"]
    for each in found:
        assert each.span is not None
        assert_same(read(path, each, at_its_place=True), read(path, each, at_its_place=False))


def test_messages_are_told_by_their_lines_in_the_whole_file(tmp_path: Path) -> None:
    path = write(tmp_path / "result.json", [chat(10), chat(11)], [])
    lines = path.read_text(encoding="utf-8").splitlines()

    told = read(path, listed(path)[1], at_its_place=True).messages["line"]

    assert [(lines[line - 1].strip(), lines[line].strip()) for line in told] == [("{", '"id": 1,'), ("{", '"id": 2,')]


def test_chat_that_has_moved_since_is_found_all_the_same(tmp_path: Path) -> None:
    path = write(tmp_path / "result.json", [chat(10), chat(11)], [])
    before = listed(path)[1]
    write(path, [chat(12), chat(10), chat(11)], [])

    assert_same(read(path, before, at_its_place=True), read(path, before, at_its_place=False))


def test_chats_of_one_id_have_no_place_and_are_still_to_be_chosen(tmp_path: Path) -> None:
    path = write(tmp_path / "result.json", [chat(10), chat(10), chat(11), {"type": "saved_messages", "messages": []}], [])

    assert [each.span is None for each in listed(path)] == [True, True, False, True]


def test_a_damaged_account_may_call_a_chat_anything(tmp_path: Path):
    (tmp_path / "result.json").write_text(
        '{"chats":{"list":[{"name":true,"type":7,"id":1,"messages":[]},{"name":"3А","type":"private_group","id":2,"messages":['
    )

    with pytest.raises(ExportError, match=r"parsers\."):
        TelegramJson().parse(next(iter(next(open_entries(tmp_path / "result.json")).values())), ReadOptions(chat="нет такого"))
