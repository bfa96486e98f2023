"""What a search finds under a folder, and what it leaves alone."""

import os
from pathlib import Path

import pytest
from batch_folders import DAMAGED_ZIP, pack, write_chat, write_page, write_whatsapp

from chataudit.batch.search import Found, search


def find(folder: Path) -> Found:
    return search(folder, leave_out=folder / "reports")


def places(found: Found) -> list[str]:
    return [each.place for each in found.sightings]


def test_exports_of_all_formats_are_found_in_nested_folders_in_order(tmp_path: Path):
    write_chat(tmp_path / "школа 2" / "2А")
    write_page(tmp_path / "школа 1" / "1Б")
    write_whatsapp(tmp_path / "школа 1")

    assert places(find(tmp_path)) == ["школа 1/1Б/messages.html", "школа 1/Чат WhatsApp с контактом 3Б.txt", "школа 2/2А/result.json"]


def test_every_chat_of_a_zip_is_found(tmp_path: Path):
    text = write_whatsapp(tmp_path / "x").read_bytes()
    (tmp_path / "x" / "Чат WhatsApp с контактом 3Б.txt").unlink()
    pack(tmp_path / "школа.zip", **{"2А___chat_dot_txt": text, "3Б___chat_dot_txt": text, "foto_dot_jpg": b"\xff\xd8"})

    assert places(find(tmp_path)) == ["школа.zip/2А/_chat.txt", "школа.zip/3Б/_chat.txt"]


def test_json_and_html_of_one_chat_in_one_folder_are_one(tmp_path: Path):
    write_chat(tmp_path)
    write_page(tmp_path)

    found = find(tmp_path)
    assert (places(found), found.same_chats) == (["result.json"], 1)


def test_json_and_html_of_two_chats_in_one_folder_are_two(tmp_path: Path):
    write_chat(tmp_path, "2А родители")
    write_page(tmp_path, "5Г родители")

    assert places(find(tmp_path)) == ["messages.html", "result.json"]


def test_pages_of_one_chat_are_one(tmp_path: Path):
    write_page(tmp_path)
    second = write_page(tmp_path, name="messages2.html")
    second.write_text(
        second.read_text(encoding="utf-8").replace('<div class="history">', '<div class="history"><a>\nPrevious messages</a>'), encoding="utf-8"
    )

    assert places(find(tmp_path)) == ["messages.html"]


@pytest.mark.parametrize("name", ["result.json", "messages.html", "_chat.txt", "Чат WhatsApp с 3Б.txt", "WhatsApp Chat with 3B.txt"])
def test_file_with_the_name_of_an_export_is_told_of_whatever_it_holds(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"")

    assert [(each.place, each.parser) for each in find(tmp_path).sightings] == [(name, None)]


def test_damaged_zip_is_told_of(tmp_path: Path):
    (tmp_path / "5А.zip").write_bytes(DAMAGED_ZIP)

    assert places(find(tmp_path)) == ["5А.zip"]


def test_other_texts_are_counted_and_left_alone(tmp_path: Path):
    (tmp_path / "заметки.txt").write_text("спросить про экскурсию\n", encoding="utf-8")
    (tmp_path / "данные.json").write_text("[1, 2]", encoding="utf-8")

    found = find(tmp_path)
    assert (found.sightings, found.other_files) == ([], 2)


def test_export_that_somebody_sent_in_a_chat_is_left_alone(tmp_path: Path):
    write_chat(tmp_path / "2А")
    write_whatsapp(tmp_path / "2А" / "files")

    found = find(tmp_path)
    assert (places(found), found.attachments) == (["2А/result.json"], 1)


def test_folder_called_files_elsewhere_is_searched(tmp_path: Path):
    write_whatsapp(tmp_path / "files")

    assert len(find(tmp_path).sightings) == 1


def test_links_are_not_followed(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    folder = tmp_path / "folder"
    folder.mkdir()
    path = write_chat(elsewhere)
    try:
        (folder / "link").symlink_to(elsewhere, target_is_directory=True)
        (folder / "result.json").symlink_to(path)
    except OSError:
        pytest.skip("this system lets users make no links")

    found = find(folder)
    assert (found.sightings, found.links) == ([], 2)


def test_folder_of_the_reports_is_not_searched(tmp_path: Path):
    write_chat(tmp_path / "reports" / "chats")

    assert find(tmp_path).sightings == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every folder is open to this user")
def test_folder_that_may_not_be_entered_is_told_of(tmp_path: Path):
    closed = tmp_path / "закрытая"
    closed.mkdir(mode=0)

    try:
        assert places(find(tmp_path)) == ["закрытая"]
    finally:
        closed.chmod(0o700)


@pytest.mark.parametrize("name", ["чат.rar", "ЧАТ.7Z"])
def test_archive_that_cannot_be_opened_is_told_of(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"Rar!")

    assert [(each.place, each.problem) for each in find(tmp_path).sightings] == [(name, "batch.packed")]


def test_archive_within_a_zip_is_told_of_beside_the_chats_of_that_zip(tmp_path: Path):
    text = write_whatsapp(tmp_path / "x").read_bytes()
    (tmp_path / "x" / "Чат WhatsApp с контактом 3Б.txt").unlink()
    pack(tmp_path / "школа.zip", **{"2А___chat_dot_txt": text, "3Б__чат_dot_zip": DAMAGED_ZIP})

    found = find(tmp_path)
    assert [(each.place, each.problem) for each in found.sightings] == [("школа.zip/2А/_chat.txt", None), ("школа.zip/3Б/чат.zip", "batch.nested")]


def test_archive_that_somebody_sent_in_a_chat_is_left_alone(tmp_path: Path):
    text = write_whatsapp(tmp_path / "x").read_bytes()
    (tmp_path / "x" / "Чат WhatsApp с контактом 3Б.txt").unlink()
    pack(tmp_path / "2А.zip", _chat_dot_txt=text, фото_dot_zip=DAMAGED_ZIP)

    found = find(tmp_path)
    assert (places(found), found.attachments) == (["2А.zip/_chat.txt"], 1)


@pytest.mark.parametrize("name", ["desktop.ini", ".DS_Store", "Thumbs.db", "._result.json", "~$список.xlsx", "result.json.crdownload"])
def test_what_systems_leave_in_folders_is_not_looked_at(tmp_path: Path, name: str):
    (tmp_path / "Пустая папка").mkdir()
    (tmp_path / name).write_bytes(b"\0\5\x16\7")

    assert find(tmp_path) == Found()
