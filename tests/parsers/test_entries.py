"""Files, folders and zips as entries. Rows of formats.md, D, are named by number."""

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from telegram_exports import export, message

from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.entries import open_entries

WHATSAPP = "".join(f"01.09.2024, 10:0{n} - Ольга: сообщение {n}\n" for n in range(5)).encode()


def pack(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def refuse(path: Path) -> str:
    with pytest.raises(ExportError) as caught:
        read_chat(path, ReadOptions())
    return caught.value.key


def test_chat_in_a_zip_is_found_by_content_among_media_d18(tmp_path: Path) -> None:
    path = pack(tmp_path / "chat.zip", ("IMG-1.jpg", b"\xff\xd8"), ("readme.txt", b"hello"), ("что угодно.txt", WHATSAPP))

    chat = read_chat(path, ReadOptions())

    assert (chat.platform, chat.source, len(chat.messages)) == ("whatsapp", "что угодно.txt", 5)


def test_nothing_of_a_zip_is_unpacked_d18(tmp_path: Path) -> None:
    read_chat(pack(tmp_path / "chat.zip", ("../../evil.txt", WHATSAPP)), ReadOptions())

    assert [path.name for path in tmp_path.iterdir()] == ["chat.zip"]
    assert not list(tmp_path.parent.glob("evil*"))


def test_zip_bomb_is_refused_by_what_really_comes_out_d18(tmp_path: Path) -> None:
    assert refuse(pack(tmp_path / "bomb.zip", ("chat.txt", WHATSAPP + b"0" * 30_000_000))) == "parsers.zip_bomb"


def test_small_repetitive_text_is_no_bomb_d18(tmp_path: Path) -> None:
    chat = read_chat(pack(tmp_path / "chat.zip", ("chat.txt", WHATSAPP + b"0" * 1_000_000)), ReadOptions())

    assert len(chat.messages) == 5


def test_zip_of_too_many_members_is_refused(tmp_path: Path) -> None:
    assert refuse(pack(tmp_path / "many.zip", *((f"{n}.jpg", b"") for n in range(10_001)))) == "parsers.zip_too_many"


def test_encrypted_text_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path / "chat.zip", ("chat.txt", WHATSAPP))
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path.write_bytes(content)

    assert refuse(path) == "parsers.encrypted_zip"


def test_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("chat.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert refuse(pack(tmp_path / "link.zip", (link, WHATSAPP))) == "parsers.zip_without_chat"


def test_archive_inside_an_archive_is_left_alone(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("chat.txt", WHATSAPP)

    assert refuse(pack(tmp_path / "outer.zip", ("inner.zip", inner.getvalue()))) == "parsers.zip_without_chat"


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_name_of_a_member_is_decoded_from_what_archivers_write(tmp_path: Path, encoding: str) -> None:
    path = pack(tmp_path / "chat.zip", ("X" * len("Чат.txt".encode(encoding)), WHATSAPP))
    path.write_bytes(path.read_bytes().replace(b"X" * len("Чат.txt".encode(encoding)), "Чат.txt".encode(encoding)))

    assert [list(entries) for entries in open_entries(path)] == [["Чат.txt"]]


def test_member_without_a_name_hides_no_chat(tmp_path: Path) -> None:
    chat = read_chat(pack(tmp_path / "chat.zip", (zipfile.ZipInfo(""), b"x"), ("chat.txt", WHATSAPP)), ReadOptions())

    assert len(chat.messages) == 5


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_member_named_twice_is_read_once(tmp_path: Path) -> None:
    chat = read_chat(pack(tmp_path / "chat.zip", ("chat.txt", WHATSAPP), ("chat.txt", WHATSAPP * 2)), ReadOptions())

    assert len(chat.messages) == 5


def test_telegram_json_in_a_zip_is_read(tmp_path: Path) -> None:
    chat = read_chat(pack(tmp_path / "t.zip", ("ChatExport/result.json", export(message(1), message(2)))), ReadOptions())

    assert chat.messages["line"].notna().all()
    assert chat.source == "result.json"


def test_json_goes_before_html_beside_it(tmp_path: Path) -> None:
    (tmp_path / "result.json").write_bytes(export(message(1)))
    page = '<div class="history"><div class="message default clearfix" id="message1"></div></div>'
    (tmp_path / "messages.html").write_text(page, encoding="utf-8")

    assert read_chat(tmp_path, ReadOptions()).source == "result.json"


def test_two_chats_side_by_side_are_listed(tmp_path: Path) -> None:
    path = pack(tmp_path / "two.zip", ("a/_chat.txt", WHATSAPP), ("b/_chat.txt", WHATSAPP))
    with pytest.raises(ExportError, match=r"parsers\.several_chats") as caught:
        read_chat(path, ReadOptions())

    assert caught.value.details["names"] == "a/_chat.txt\nb/_chat.txt"


def test_export_sent_as_a_file_in_the_chat_is_not_another_chat(tmp_path: Path) -> None:
    path = pack(tmp_path / "t.zip", ("result.json", export(message(1))), ("files/result.json", export(message(1), message(2))))

    assert len(read_chat(path, ReadOptions()).messages) == 1


def test_pages_of_one_html_chat_in_a_zip_are_one_chat(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "cases" / "telegram_html" / "two_pages"
    path = pack(tmp_path / "t.zip", *((f"ChatExport/{page.name}", page.read_bytes()) for page in folder.glob("*.html")))

    assert len(read_chat(path, ReadOptions()).messages) == len(read_chat(folder, ReadOptions()).messages)


def test_many_compressible_texts_together_are_a_bomb_d18(tmp_path: Path) -> None:
    path = pack(tmp_path / "t.zip", *((f"{n}.txt", b"0" * 70_000) for n in range(400)))

    assert refuse(path) == "parsers.zip_bomb"


def test_export_one_folder_down_is_found(tmp_path: Path) -> None:
    inner = tmp_path / "ChatExport_2024-09-02"
    inner.mkdir()
    (inner / "result.json").write_bytes(export(message(1)))

    assert len(read_chat(tmp_path, ReadOptions()).messages) == 1


def test_zip_is_found_beside_a_text_that_is_no_chat(tmp_path: Path) -> None:
    pack(tmp_path / "chat.zip", ("_chat.txt", WHATSAPP))
    (tmp_path / "report.json").write_text('{"schema": "chataudit.report/1"}', encoding="utf-8")

    assert len(read_chat(tmp_path, ReadOptions()).messages) == 5


def test_export_one_folder_down_is_found_beside_a_text_that_is_no_chat(tmp_path: Path) -> None:
    inner = tmp_path / "ChatExport_2024-09-02"
    inner.mkdir()
    (inner / "result.json").write_bytes(export(message(1)))
    (tmp_path / "заметки.txt").write_text("спросить про экскурсию", encoding="utf-8")

    assert len(read_chat(tmp_path, ReadOptions()).messages) == 1


def write_jpeg(folder: Path) -> Path:
    path = folder / "photo.json"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 10)
    return path


def write_empty(folder: Path) -> Path:
    path = folder / "result.json"
    path.touch()
    return path


def write_broken_zip(folder: Path) -> Path:
    path = pack(folder / "chat.zip", ("chat.txt", WHATSAPP))
    path.write_bytes(path.read_bytes()[:-30])
    return path


def write_damaged_member(folder: Path) -> Path:
    path = pack(folder / "chat.zip", ("chat.txt", WHATSAPP))
    content = bytearray(path.read_bytes())
    content[50:60] = b"\x00" * 10
    path.write_bytes(content)
    return path


def write_other_json(folder: Path) -> Path:
    path = folder / "package.json"
    path.write_text(json.dumps({"name": "x", "version": 1}), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda folder: folder / "нет.json", "parsers.path_missing"),
        (lambda folder: folder, "parsers.no_export_in_folder"),
        (write_empty, "parsers.empty_file"),
        (write_jpeg, "parsers.unknown_format"),
        (write_other_json, "parsers.unknown_format"),
        (write_broken_zip, "parsers.broken_zip"),
        (write_damaged_member, "parsers.broken_zip"),
        (lambda folder: pack(folder / "z.zip", ("a.jpg", b"1")), "parsers.zip_without_chat"),
        (lambda folder: pack(folder / "z.zip", ("a.txt", b"notes")), "parsers.zip_without_chat"),
    ],
)
def test_what_is_no_export_is_refused_with_its_reason(tmp_path: Path, make: Callable[[Path], Path], key: str) -> None:
    assert refuse(make(tmp_path)) == key


def test_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(export(message(1)))

    def deny(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", deny)  # root may read whatever its mode says

    assert refuse(path) == "parsers.no_permission"
