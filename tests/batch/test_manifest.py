"""The manifest, in each of its forms and with each of the mistakes that people make in it."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from chataudit.batch.manifest import ClassLine, find_manifest, read_manifest
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
