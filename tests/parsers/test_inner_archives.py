"""Archives inside an archive: they are not opened, and told where they lie beside the chat."""

import zipfile
from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions


def read_zip(folder: Path, *places: str) -> Chat:
    with zipfile.ZipFile(folder / "chat.zip", "w") as archive:
        for place in places:
            archive.writestr(place, export(message(1)))
    return read_chat(folder / "chat.zip", ReadOptions())


@pytest.mark.parametrize("places", [("result.json", "x.zip"), ("result.json", "X.ZIP"), ("ChatExport/result.json", "ChatExport/x.zip")])
def test_archive_beside_the_chat_is_told(tmp_path: Path, places: tuple[str, ...]) -> None:
    assert keys_of(read_zip(tmp_path, *places)) == ["parsers.inner_archives"]


@pytest.mark.parametrize("place", ["files/x.zip", "x.zip.png", "__MACOSX/._x.zip", "._x.zip", "photo.jpg"])
def test_archive_that_somebody_sent_or_another_file_is_not(tmp_path: Path, place: str) -> None:
    assert not read_zip(tmp_path, "result.json", place).warnings
