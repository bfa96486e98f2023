"""Several chats in one folder or zip: the one that is read, and the word about the others."""

from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message
from test_entries import WHATSAPP, pack

from chataudit.chat import Chat, Skipped
from chataudit.error_sentences import tell_error
from chataudit.errors import ExportError
from chataudit.parsers import MAX_NAMES, read_chat
from chataudit.parsers.base import ReadOptions

ONE = export(message(1))
OTHER = export(message(1), message(2), name="Другой чат")


def read(path: Path) -> Chat:
    return read_chat(path, ReadOptions())


def refusal(path: Path) -> ExportError:
    with pytest.raises(ExportError) as caught:
        read(path)
    return caught.value


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_in_a_zip_are_told_of(tmp_path: Path):
    chat = read(pack(tmp_path / "t.zip", ("result.json", ONE), ("result.json", OTHER), ("./result.json", OTHER)))

    assert len(chat.messages) == 1
    assert chat.warnings == (Skipped("parsers.same_place", {"count": 2}),)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_other_files_of_one_name_in_a_zip_are_no_matter(tmp_path: Path):
    assert not read(pack(tmp_path / "t.zip", ("result.json", ONE), ("files/a.txt", b"a"), ("files/a.txt", b"b"))).warnings


def test_second_chat_deeper_in_a_zip_is_told_of(tmp_path: Path):
    chat = read(pack(tmp_path / "t.zip", ("result.json", ONE), ("other/result.json", OTHER), ("files/sent/result.json", OTHER)))

    assert len(chat.messages) == 1
    assert chat.warnings == (Skipped("parsers.deeper_chats", {"count": 2}),)


def test_second_chat_deeper_in_a_folder_is_told_of(tmp_path: Path):
    put(tmp_path / "result.json", ONE)
    put(tmp_path / "ChatExport (1)" / "result.json", OTHER)

    assert read(tmp_path).warnings == (Skipped("parsers.deeper_chats", {"count": 1}),)


def test_second_chat_in_a_zip_beside_is_told_of(tmp_path: Path):
    put(tmp_path / "_chat.txt", WHATSAPP)
    pack(tmp_path / "chat.zip", ("_chat.txt", WHATSAPP))

    assert "parsers.deeper_chats" in keys_of(read(tmp_path))


def test_zip_beside_that_does_not_open_does_not_hinder(tmp_path: Path):
    put(tmp_path / "result.json", ONE)
    put(tmp_path / "photos.zip", b"PK\x03\x04 broken")

    assert not read(tmp_path).warnings


def test_texts_and_tables_sent_in_the_chat_are_no_chats(tmp_path: Path):
    put(tmp_path / "result.json", ONE)
    put(tmp_path / "files" / "меню.txt", "борщ".encode())
    put(tmp_path / "files" / "список.csv", "имя;класс\n".encode())

    assert not read(tmp_path).warnings


def test_pages_of_one_chat_are_one_chat(tmp_path: Path):
    folder = Path(__file__).parent / "cases" / "telegram_html" / "two_pages"
    for page in folder.glob("*.html"):
        put(tmp_path / "ChatExport" / page.name, page.read_bytes())

    assert not [key for key in keys_of(read(tmp_path)) if key in ("parsers.deeper_chats", "parsers.same_place")]


def test_file_that_was_named_is_the_one_that_is_wanted(tmp_path: Path):
    put(tmp_path / "result.json", ONE)
    put(tmp_path / "other" / "result.json", OTHER)

    assert not read(tmp_path / "result.json").warnings


@pytest.mark.parametrize("n_chats", [2, MAX_NAMES])
def test_few_chats_side_by_side_are_all_named(tmp_path: Path, n_chats: int):
    error = refusal(pack(tmp_path / "t.zip", *((f"{number:04}/result.json", ONE) for number in range(n_chats))))

    assert error.key == "parsers.several_chats"
    assert str(error.details["names"]).count("result.json") == n_chats


def test_many_chats_side_by_side_are_counted_beyond_the_first(tmp_path: Path):
    error = refusal(pack(tmp_path / "t.zip", *((f"{number:04}/result.json", ONE) for number in range(500))))
    sentence = tell_error(error, "ru")

    assert sentence.count("result.json") == MAX_NAMES
    assert "500\u00a0чатов" in sentence
    assert sentence.endswith("и ещё 480")
