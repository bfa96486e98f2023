"""`scan --latest`: the newest export of the download folders."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from command_line import scan

from chataudit.errors import ConfigError, ExitCode, ExportError
from chataudit.starting.latest import LatestExport, download_folders, find_latest, tell_latest

WHATSAPP = "02.09.2024, 10:00 - Мария Петровна: добрый день\n02.09.2024, 10:05 - Ольга Краснова: здравствуйте\n"


def put(path: Path, text: str = WHATSAPP, *, day: int) -> Path:
    """Write a file made on that day since 1970."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (day * 86400, day * 86400))
    return path


def telegram(title: str) -> str:
    message = {"id": 1, "type": "message", "date": "2024-09-02T10:00:00", "date_unixtime": "1725260400", "from": "Ольга", "from_id": "user1"}
    return json.dumps({"name": title, "type": "private_group", "id": 7, "messages": [message | {"text": "да", "text_entities": []}]})


class TestSearch:
    def test_newest_of_all_kinds_is_taken(self, tmp_path: Path):
        put(tmp_path / "Telegram Desktop" / "ChatExport_2026-11-01" / "result.json", day=3)
        put(tmp_path / "Чат WhatsApp с контактом 3А родители.txt", day=2)
        newest = put(tmp_path / "WhatsApp Chat - 3A parents (1).zip", day=4)

        assert find_latest([tmp_path]).path == newest

    @pytest.mark.parametrize(
        ("place", "taken"),
        [
            ("ChatExport_2026-11-01 (2)/result.json", "ChatExport_2026-11-01 (2)"),
            ("ChatExport_2026-11-01/messages.html", "ChatExport_2026-11-01"),
            ("Telegram Desktop/ChatExport_2026-11-01/result.json", "Telegram Desktop/ChatExport_2026-11-01"),
            ("WhatsApp Chat with 3A/WhatsApp Chat with 3A.txt", "WhatsApp Chat with 3A"),
            ("WhatsApp Chat - 3A/_chat.txt", "WhatsApp Chat - 3A"),
            ("_chat.txt", "_chat.txt"),
            ("result.json", "result.json"),
        ],
    )
    def test_export_is_known_by_its_name(self, tmp_path: Path, place: str, taken: str):
        put(tmp_path / place, day=1)

        assert find_latest([tmp_path]).path == tmp_path / taken

    @pytest.mark.parametrize("name", ["заметки.txt", "фото.zip", "Чат WhatsApp с контактом 3А.pdf", "data/results.json", "deep/er/result.json"])
    def test_other_downloads_are_let_be(self, tmp_path: Path, name: str):
        put(tmp_path / name, day=1)

        with pytest.raises(ExportError):
            find_latest([tmp_path])

    def test_export_is_as_old_as_its_messages_not_as_its_folder(self, tmp_path: Path):
        put(tmp_path / "ChatExport_new" / "result.json", day=2)
        old = put(tmp_path / "ChatExport_old" / "result.json", day=1)
        os.utime(old.parent, (9 * 86400, 9 * 86400))

        assert find_latest([tmp_path]).path.name == "ChatExport_new"

    def test_folders_searched_are_named_where_none_is_found(self, tmp_path: Path):
        (tmp_path / "Telegram Desktop").mkdir()

        with pytest.raises(ExportError) as error:
            find_latest([tmp_path, tmp_path / "нет"])

        assert error.value.details["folders"] == f"{tmp_path}, {tmp_path / 'Telegram Desktop'}"

    def test_without_any_download_folder_the_path_is_asked_for(self, tmp_path: Path):
        with pytest.raises(ConfigError) as error:
            find_latest([tmp_path / "нет"])

        assert error.value.key == "latest.no_folder"


class TestDownloadFolders:
    @pytest.fixture(autouse=True)
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        for name in ("HOME", "USERPROFILE"):
            monkeypatch.setenv(name, str(tmp_path))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / ".config"))
        monkeypatch.delenv("XDG_DOWNLOAD_DIR", raising=False)
        return tmp_path

    @pytest.mark.parametrize("name", ["Downloads", "Загрузки"])
    def test_folder_of_either_language_is_searched(self, home: Path, name: str):
        (home / name).mkdir()

        assert download_folders() == [home / name]

    def test_folder_is_searched_once(self, home: Path):
        (home / "Downloads").mkdir()
        (home / "Загрузки").symlink_to(home / "Downloads")

        assert len(download_folders()) == 1

    def test_none_is_made_up(self):
        assert download_folders() == []


@pytest.mark.parametrize(("days", "age"), [(0, "сегодня"), (1, "вчера"), (2, "2\u00a0дня назад"), (11, "11\u00a0дней назад"), (-1, "сегодня")])
def test_age_is_told_in_days(days: int, age: str):
    made = datetime(2026, 11, 22, 12, 0).astimezone()

    assert f"22.11.2026 12:00 ({age})" in tell_latest(LatestExport(Path("x"), made), made + timedelta(days=days), "ru")


class TestScan:
    def test_newest_of_a_folder_is_scanned_and_named(self, tmp_path: Path):
        put(tmp_path / "ChatExport_2026-11-01" / "result.json", telegram("1А"), day=1)
        put(tmp_path / "ChatExport_2026-11-02" / "result.json", telegram("2Б"), day=2)

        outcome = scan(tmp_path, "--latest", SOURCE_DATE_EPOCH=str(3 * 86400))

        assert outcome.report["chat"]["title"] == "2Б"
        assert "ChatExport_2026-11-02" in outcome.err
        assert "(вчера)" in outcome.err

    def test_settings_beside_the_newest_are_read(self, tmp_path: Path):
        put(tmp_path / "WhatsApp Chat with 3A.txt", day=1)
        put(tmp_path / "chataudit.yaml", 'teacher: ["Мария Петровна"]\n', day=1)

        assert [each["name"] for each in scan(tmp_path, "--latest").report["chat"]["teachers"]] == ["Мария Петровна"]

    def test_settings_of_a_class_hold_for_each_new_export_in_its_folder(self, tmp_path: Path):
        put(tmp_path / "chataudit.yaml", 'teacher: ["Мария Петровна"]\n', day=1)
        put(tmp_path / "WhatsApp Chat with 3A" / "_chat.txt", day=1)

        assert [each["name"] for each in scan(tmp_path, "--latest").report["chat"]["teachers"]] == ["Мария Петровна"]

    def test_settings_beside_the_export_go_before_those_of_the_folder(self, tmp_path: Path):
        put(tmp_path / "chataudit.yaml", 'teacher: ["Ольга Краснова"]\n', day=1)
        put(tmp_path / "WhatsApp Chat with 3A" / "_chat.txt", day=1)
        put(tmp_path / "WhatsApp Chat with 3A" / "chataudit.yaml", 'teacher: ["Мария Петровна"]\n', day=1)

        assert [each["name"] for each in scan(tmp_path, "--latest").report["chat"]["teachers"]] == ["Мария Петровна"]

    def test_folder_without_exports_is_told(self, tmp_path: Path):
        outcome = scan(tmp_path, "--latest")

        assert outcome.code == ExitCode.NO_EXPORT
        assert str(tmp_path) in outcome.sentence()

    def test_several_chats_in_a_folder_point_to_it(self, tmp_path: Path):
        for day in (1, 2):
            put(tmp_path / f"ChatExport_{day}" / "result.json", telegram("1А"), day=day)

        outcome = scan(tmp_path)

        assert outcome.code == ExitCode.NO_EXPORT
        assert "--latest" in outcome.err
