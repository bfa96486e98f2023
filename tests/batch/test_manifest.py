"""The manifest, in each of its forms and with each of the mistakes that people make in it."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from chataudit.batch.manifest import ClassLine, find_manifest, read_manifest
from chataudit.batch.tables import MAX_UNPACKED_BYTES
from chataudit.errors import ConfigError

ENGLISH = "school,class,teacher,export,roster,VK group,closed\nNo. 5,2A,Lavrova N. S.,2A/result.json,2A.csv,vk.com/k2a,yes\nNo. 5,3B,,,,,\n"
RUSSIAN = (
    "Школа;Класс;Классный руководитель;Выгрузка;Группа ВК;Закрыта\n"
    "№ 5;2А;Лаврова Н. С.;2А/result.json;vk.com/k2a;да\n;;;;;\n№ 5;3Б;;;vk.com/k3b;нет\n"
)


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def read_key(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        read_manifest(path)
    return caught.value.key


def test_columns_may_be_english(tmp_path: Path):
    first, second = read_manifest(write(tmp_path, "manifest.csv", ENGLISH))

    assert first == ClassLine("manifest.csv:2", "No. 5", "2A", "Lavrova N. S.", "2A/result.json", None, "2A.csv", "vk.com/k2a", closed=True)
    assert second == ClassLine("manifest.csv:3", "No. 5", "3B")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_columns_may_be_russian_and_empty_rows_are_none(tmp_path: Path, encoding: str):
    lines = read_manifest(write(tmp_path, "manifest.csv", RUSSIAN, encoding))

    assert [(line.school_class, line.teacher, line.closed) for line in lines] == [("2А", "Лаврова Н. С.", True), ("3Б", None, False)]


def test_manifest_may_be_yaml(tmp_path: Path):
    text = "- {класс: 2А, выгрузка: 2А/result.json}\n- класс: 5\n  группа вк: vk.com/k5\n  закрыта: нет\n"

    first, second = read_manifest(write(tmp_path, "manifest.yaml", text))

    assert (first.school_class, first.export) == ("2А", "2А/result.json")
    assert (second.school_class, second.group, second.closed) == ("5", "vk.com/k5", False)


def test_manifest_may_be_a_workbook(tmp_path: Path):
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Школа", "Класс", "Выгрузка", "Закрыта"], ["№ 5", 5, "5/result.json", None], [None, None, None, None], ["№ 5", "6А", None, "да"]):
        sheet.append(row)
    book.save(tmp_path / "manifest.xlsx")

    lines = read_manifest(tmp_path / "manifest.xlsx")

    assert [(line.school_class, line.export, line.closed) for line in lines] == [("5", "5/result.json", None), ("6А", None, True)]


def test_manifest_of_the_folder_is_found(tmp_path: Path):
    assert find_manifest(tmp_path) is None
    path = write(tmp_path, "manifest.csv", ENGLISH)
    assert find_manifest(tmp_path) == path


def test_two_manifests_are_one_too_many(tmp_path: Path):
    write(tmp_path, "manifest.csv", ENGLISH)
    write(tmp_path, "manifest.yaml", "[]")

    with pytest.raises(ConfigError, match=r"manifest\.several"):
        find_manifest(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        ("manifest.csv", "имя,возраст\nПетя,7\n", "manifest.no_columns"),
        ("manifest.csv", "", "manifest.no_columns"),
        ("manifest.csv", "class,closed\n2A,наверное\n", "manifest.bad_answer"),
        ("manifest.csv", 'class,export\n"2A,x\n', "manifest.unreadable"),
        ("manifest.yaml", "класс: 2А\n", "manifest.broken"),
        ("manifest.yaml", "- [2А]\n", "manifest.broken"),
        ("manifest.xlsx", "это не книга", "manifest.unreadable"),
        ("manifest.txt", ENGLISH, "manifest.format"),
        ("нет.csv", None, "manifest.unreadable"),
    ],
)
def test_mistake_is_told(tmp_path: Path, name: str, text: str | None, key: str):
    assert read_key(write(tmp_path, name, text) if text is not None else tmp_path / name) == key


def test_place_of_a_bad_answer_is_told(tmp_path: Path):
    with pytest.raises(ConfigError) as caught:
        read_manifest(write(tmp_path, "manifest.csv", "class,closed\n2A,yes\n3B,maybe\n"))

    assert caught.value.details["place"] == "manifest.csv:3"


def workbook(**changes: bytes) -> bytes:
    """The bytes of a workbook in which parts are changed: names as in the archive, `/` written `__`."""
    saved, changed = io.BytesIO(), io.BytesIO()
    book = Workbook()
    book.worksheets[0].append(["класс", "выгрузка"])
    book.save(saved)
    contents = {name.replace("__", "/"): content for name, content in changes.items()}
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = contents.get(name.removesuffix(".xml"), old.read(name))
            new.writestr(name, content)
    return changed.getvalue()


def spoil(book: bytes) -> bytes:
    """Make the packed bytes of the part that lists the sheets such as nothing packs."""
    at = book.index(b"xl/workbook.xml") + len(b"xl/workbook.xml")
    return book[:at] + b"\xff" * 8 + book[at + 8 :]


def state_size(book: bytes, size: int) -> bytes:
    """Let the first part of an archive claim a packed size in the list of its parts, which stands at its end."""
    at = book.index(b"PK\x01\x02") + 20
    return book[:at] + size.to_bytes(4, "little") + book[at + 4 :]


@pytest.mark.parametrize(
    "content",
    [
        workbook(xl__workbook=b"<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets/></workbook>"),
        workbook(xl__workbook=b"<workbook"),
        workbook(xl__styles=b"<!DOCTYPE x [<!ENTITY a 'b'>]><x y=&a;/>"),
        spoil(workbook()),
        state_size(workbook(), 0xFFFFFF00),
        workbook(docProps__app=b" " * (MAX_UNPACKED_BYTES + 1)),
    ],
    ids=["no sheets", "no XML", "an entity", "a broken part", "a part larger than the file", "a part larger than any table"],
)
def test_broken_workbook_is_refused_in_one_sentence(tmp_path: Path, content: bytes):
    path = tmp_path / "manifest.xlsx"
    path.write_bytes(content)

    assert read_key(path) == "manifest.unreadable"
