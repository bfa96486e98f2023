"""Copies of one export are counted once, and whatever differs is no copy."""

from pathlib import Path

import pytest
from batch_folders import batch, pack, places, summary_of, write_account, write_chat, write_page, write_whatsapp

from chataudit.errors import ExitCode


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "школы"
    write_chat(made / "2А")
    return made


def test_copies_are_counted_once_under_the_shortest_place(folder: Path, output: Path):
    write_chat(folder / "2А — Копия (2)")
    write_chat(folder / "2А", name="result (1).json")

    assert batch(folder, output).code == ExitCode.AUDITED
    assert places(output) == ["2А/result.json"]
    assert summary_of(output)["left_alone"]["copies"] == 2


def test_archive_unpacked_beside_itself_is_one_chat(folder: Path, output: Path):
    text = write_whatsapp(folder / "3Б").read_bytes()
    pack(folder / "3Б" / "Чат WhatsApp с контактом 3Б.zip", _chat_dot_txt=text)

    batch(folder, output)

    assert places(output) == ["2А/result.json", "3Б/Чат WhatsApp с контактом 3Б.txt"]


def test_chats_that_differ_in_one_letter_are_two(folder: Path, output: Path):
    write_chat(folder / "2Б", "2Б родители")

    batch(folder, output)

    assert places(output) == ["2А/result.json", "2Б/result.json"]


def test_pages_whose_later_pages_differ_are_no_copies(tmp_path: Path, output: Path):
    folder = tmp_path / "страницы"
    for month in ("октябрь", "ноябрь"):
        write_page(folder / month)
        second = write_page(folder / month, name="messages2.html")
        content = second.read_text(encoding="utf-8").replace('<div class="history">', '<div class="history"><a>\nPrevious messages</a>')
        second.write_text(content.replace("Добрый день", month), encoding="utf-8")

    batch(folder, output)

    assert places(output) == ["ноябрь/messages.html", "октябрь/messages.html"]


def test_chats_of_one_account_are_no_copies_of_each_other(tmp_path: Path, output: Path):
    write_account(tmp_path / "аккаунт", первая="private_group", вторая="private_group")

    batch(tmp_path / "аккаунт", output)

    assert places(output) == ["result.json#100", "result.json#101"]


def test_what_the_manifest_names_is_kept_and_its_copies_are_not(folder: Path, output: Path):
    for name in ("2А — копия", "2А — Копия (2)"):
        write_chat(folder / name)
    (folder / "manifest.csv").write_text("класс,выгрузка\n2А,2А — Копия (2)\n2Б,2А — копия\n", encoding="utf-8")

    batch(folder, output)

    assert places(output) == ["2А — Копия (2)/result.json", "2А — копия/result.json"]
