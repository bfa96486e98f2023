"""Whole-account exports within a batch: groups are audited, other chats are not opened unless somebody names them."""

from pathlib import Path

import pytest
from batch_folders import batch, write_account, write_page

from chataudit.batch.accounts import divide_accounts
from chataudit.batch.search import search

LIST = """<html><head><title>Exported Data</title></head><body><div class="entry_list">
<a class="entry block_link clearfix" href="../chats/chat_01/messages.html#allow_back"><div class="body">
<div class="pull_right info details">\ngroup\n</div><div class="name bold">\n2А родители\n</div></div></a>
<a class="entry block_link clearfix" href="../chats/chat_02/messages.html#allow_back"><div class="body">
<div class="pull_right info details">\nprivate\n</div><div class="name bold">\nМама Пети\n</div></div></a></div></body></html>"""


def divide(folder: Path, *named: str) -> tuple[list[str], int]:
    divided, left_alone = divide_accounts(search(folder, leave_out=folder / "reports").sightings, named, folder)
    return [each.place for each in divided], left_alone


def write_html_account(folder: Path) -> None:
    write_page(folder / "chats" / "chat_01", "2А родители")
    write_page(folder / "chats" / "chat_02", "Мама Пети")
    (folder / "lists").mkdir()
    (folder / "lists" / "chats.html").write_text(LIST, encoding="utf-8")
    (folder / "export_results.html").write_text(LIST, encoding="utf-8")


def test_groups_of_an_account_stand_for_it_and_the_rest_is_counted(tmp_path: Path):
    write_account(tmp_path, первый="private_group", мама="personal_chat", второй="private_supergroup", новости="public_channel")

    assert divide(tmp_path) == (["result.json#100", "result.json#102"], 2)


@pytest.mark.parametrize("named", ["мама", "101"])
def test_other_chat_is_taken_where_it_is_named(tmp_path: Path, named: str):
    write_account(tmp_path, первый="private_group", мама="personal_chat", папа="personal_chat")

    assert divide(tmp_path, named) == (["result.json#100", "result.json#101"], 1)


def test_chat_of_the_settings_file_stands_for_the_groups(tmp_path: Path):
    write_account(tmp_path, первый="private_group", второй="private_group")
    (tmp_path / "chataudit.yaml").write_text("chat: второй\n", encoding="utf-8")

    assert divide(tmp_path) == (["result.json#101"], 1)


def test_account_without_groups_gives_none(tmp_path: Path):
    write_account(tmp_path, мама="personal_chat")

    assert divide(tmp_path) == ([], 1)


def test_account_that_breaks_off_is_divided_as_far_as_it_goes(tmp_path: Path):
    path = write_account(tmp_path, первый="private_group", второй="private_group")
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b'"messages"')])

    assert divide(tmp_path)[0][0] == "result.json#100"


def test_only_groups_of_an_html_account_are_taken(tmp_path: Path):
    write_html_account(tmp_path)

    assert divide(tmp_path) == (["chats/chat_01/messages.html"], 1)


def test_other_chat_of_an_html_account_is_taken_where_it_is_named(tmp_path: Path):
    write_html_account(tmp_path)

    assert divide(tmp_path, "мама пети") == (["chats/chat_01/messages.html", "chats/chat_02/messages.html"], 0)


def test_account_in_both_formats_is_one(tmp_path: Path):
    write_html_account(tmp_path)
    write_account(tmp_path, первый="private_group")

    assert divide(tmp_path) == (["result.json#100"], 0)


def test_chats_before_the_one_that_changed_are_not_audited_again(tmp_path: Path):
    path = write_account(tmp_path / "выгрузки", первый="private_group", второй="private_group")
    batch(tmp_path / "выгрузки", tmp_path / "отчёты", SOURCE_DATE_EPOCH="0")
    before = identities(tmp_path / "отчёты")
    path.write_bytes(
        path.read_bytes().replace("Добрый вечер".encode(), "Добрый день".encode()).replace("Добрый день".encode(), "Добрый вечер".encode(), 2)
    )

    batch(tmp_path / "выгрузки", tmp_path / "отчёты", SOURCE_DATE_EPOCH="0")

    after = identities(tmp_path / "отчёты")
    assert {name.split("-")[-2] for name in before if before[name] != after[name]} == {"101"}


def identities(output: Path) -> dict[str, int]:
    return {path.stem: path.stat().st_ino for path in (output / "chats").glob("*.json")}
