"""A folder with links and with more files than an export has: what leads out of it is not opened, what is too much is not looked at."""

from collections.abc import Callable
from pathlib import Path

import pytest
from parsers.telegram_exports import export, message
from parsers.vk_archives import pack

from chataudit.errors import ExportError
from chataudit.parsers import entries, read_chat
from chataudit.parsers.base import ReadOptions

WHATSAPP = "13.02.2024, 09:00 - Ольга: а\n13.02.2024, 09:01 - Ирина: б\n".encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder, and beside it chats that are none of its own."""
    made = tmp_path / "выгрузка"
    made.mkdir()
    (tmp_path / "чужое").mkdir()
    (tmp_path / "чужое" / "_chat.txt").write_bytes(WHATSAPP)
    pack(tmp_path / "чужое" / "chat.zip", {"_chat.txt": WHATSAPP})
    return made


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system lets users make no links")


def link_text(folder: Path) -> None:
    link(folder / "_chat.txt", folder.parent / "чужое" / "_chat.txt")


def link_zip(folder: Path) -> None:
    link(folder / "chat.zip", folder.parent / "чужое" / "chat.zip")


def link_folder(folder: Path) -> None:
    link(folder / "ChatExport", folder.parent / "чужое")


@pytest.mark.parametrize("make", [link_text, link_zip, link_folder])
def test_link_that_leads_out_of_the_folder_is_not_followed(folder: Path, make: Callable[[Path], None]):
    make(folder)

    with pytest.raises(ExportError, match=r"parsers\.no_export_in_folder"):
        read_chat(folder, ReadOptions())


def test_page_beside_a_page_is_not_read_from_elsewhere(folder: Path):
    pages = Path(__file__).parent / "cases" / "telegram_html" / "two_pages"
    (folder / "messages.html").write_bytes((pages / "messages.html").read_bytes())
    alone = len(read_chat(folder / "messages.html", ReadOptions()).messages)
    link(folder / "messages2.html", pages / "messages2.html")

    assert len(read_chat(folder / "messages.html", ReadOptions()).messages) == alone


def test_link_within_the_folder_is_followed(folder: Path):
    (folder / "данные").write_bytes(WHATSAPP)
    link(folder / "_chat.txt", folder / "данные")

    assert len(read_chat(folder, ReadOptions()).messages) == 2


def test_link_that_the_user_names_is_followed(folder: Path):
    link(folder / "_chat.txt", folder.parent / "чужое" / "_chat.txt")
    link(folder / "папка", folder.parent / "чужое")

    assert len(read_chat(folder / "_chat.txt", ReadOptions()).messages) == 2
    assert len(read_chat(folder / "папка", ReadOptions()).messages) == 2


@pytest.mark.parametrize(("limit", "found"), [(5, 5), (8, 6)])
def test_files_of_a_folder_have_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch, limit: int, found: int):
    for number in range(6):
        (folder / f"{number}.txt").write_bytes(b"x")
    monkeypatch.setattr(entries, "MAX_FILES", limit)

    assert len(next(entries.open_entries(folder))) == found


def test_zips_of_a_folder_have_a_limit(folder: Path, monkeypatch: pytest.MonkeyPatch):
    for number in range(6):
        pack(folder / f"{number}.zip", {"_chat.txt": WHATSAPP})
    monkeypatch.setattr(entries, "MAX_FILES", 5)

    assert len(list(entries.open_entries(folder))[-1]) == 5


def test_export_beside_few_files_is_read_whole(folder: Path):
    (folder / "result.json").write_bytes(export(message(1), message(2)))
    for number in range(20):
        (folder / f"{number}.jpg").write_bytes(b"\xff\xd8")

    assert len(read_chat(folder, ReadOptions()).messages) == 2
