"""`chataudit init`: the settings file that it writes, and what it asks on a terminal."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, run, scan

from chataudit.config import Settings, read_config, setting_names
from chataudit.errors import ConfigError, ExitCode
from chataudit.matching.scalars import Clock
from chataudit.starting.settings_file import Draft, parse_hours, render_settings

WHATSAPP = next((ROOT / "samples" / "whatsapp-android").glob("*.txt"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a WhatsApp export, as a newcomer has it."""
    place = tmp_path / "мой чат"
    place.mkdir()
    shutil.copy(WHATSAPP, place)
    return place


def settings_of(folder: Path) -> Settings:
    return read_config(folder / "chataudit.yaml")


def answer(folder: Path, *answers: str, arguments: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run `chataudit init` on a terminal of its own and type the answers; return the exit code and all that was shown."""
    pty = pytest.importorskip("pty", reason="terminals of this kind are not for Windows")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "chataudit", "init", str(folder), *arguments]
    child = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, env={**os.environ, "TZ": "UTC-5"})
    os.close(theirs)
    os.write(ours, "".join(f"{each}\n" for each in answers).encode())
    shown = bytearray()
    interrupted = False
    try:
        while piece := os.read(ours, 4096):
            shown += piece
            if not answers and b"?" in shown and not interrupted:
                child.send_signal(signal.SIGINT)
                interrupted = True
    except OSError:  # how a terminal says that its program has ended
        pass
    os.close(ours)
    return child.wait(timeout=60), shown.decode()


class TestFile:
    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_every_key_of_the_settings_is_explained(self, language):
        text = render_settings(Draft(), language)
        keys = [line.removeprefix("# ").split(":")[0] for line in text.splitlines()]

        assert [key for key in keys if key in setting_names()] == setting_names()

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_template_is_accepted_and_says_nothing(self, tmp_path: Path, language):
        (tmp_path / "chataudit.yaml").write_text(render_settings(Draft(), language), encoding="utf-8")

        assert settings_of(tmp_path) == Settings()

    @pytest.mark.parametrize("language", ["ru", "en"])
    def test_examples_are_accepted_once_their_sign_is_taken_away(self, tmp_path: Path, language):
        lines = render_settings(Draft(), language).splitlines()
        known = tuple(f"# {key}:" for key in setting_names())
        text = "\n".join(line.removeprefix("# ") if line.startswith(known) else line for line in lines)
        (tmp_path / "chataudit.yaml").write_text(text, encoding="utf-8")
        (tmp_path / ("список.csv" if language == "ru" else "roster.csv")).write_text("child,parent\nА,Б\n", encoding="utf-8")

        settings = settings_of(tmp_path)

        assert (settings.teacher_absent, settings.date_order, settings.chat) == (True, "dmy", "1234567890")
        assert settings.timezone is not None
        assert settings.quiet_hours is not None

    @pytest.mark.parametrize("name", ['О"Нил', "a: b # c", "{да}", "Мама\u2028Пети", "\u202aОльга\u202c", "🔥 8Г", "-", "no", "x\\n", "a\nb: c"])
    def test_name_of_a_stranger_is_only_a_name(self, tmp_path: Path, name: str):
        draft = Draft(teachers=(name,), guessed=("б\nchat: 1",), me=name, chat=name)
        (tmp_path / "chataudit.yaml").write_text(render_settings(draft, "ru"), encoding="utf-8")

        settings = settings_of(tmp_path)

        assert (settings.teachers, settings.me, settings.chat) == ((name,), name, name)

    def test_guess_is_only_a_proposal(self, tmp_path: Path):
        text = render_settings(Draft(guessed=("Мария Петровна\nme: x",)), "ru")
        (tmp_path / "chataudit.yaml").write_text(text, encoding="utf-8")

        assert settings_of(tmp_path) == Settings()
        assert '# teacher: ["Мария Петровна' in text


@pytest.mark.parametrize("text", ["08:00-20:00", "8-20", "8:00–20:00", " 08:00 — 20:00 "])
def test_hours_are_understood(text: str):
    assert parse_hours(text) == (Clock(480), Clock(1200))


@pytest.mark.parametrize("text", ["", "8", "с 8 до 20", "8-20-22", "25:00-26:00"])
def test_other_hours_are_refused(text: str):
    with pytest.raises(ConfigError):
        parse_hours(text)


class TestOutsideATerminal:
    def test_template_is_written_and_nothing_asked(self, folder: Path):
        told = run("init", folder)

        assert told.code == ExitCode.AUDITED
        assert "--teacher" in told.out
        assert settings_of(folder) == Settings()
        assert '# teacher: ["Марина Тагировна 3А"]' in (folder / "chataudit.yaml").read_text(encoding="utf-8")

    def test_options_are_written(self, folder: Path):
        (folder / "список.csv").write_text("ребёнок;родитель\nКраснов Тимур;Краснова Ольга\n", encoding="utf-8")
        options = ["--teacher", "Марина Тагировна", "--hours", "8-20", "--roster", "список.csv", "--timezone", "+05:00", "--me", "Гузель Нуриева"]

        assert run("init", folder, *options).code == ExitCode.AUDITED

        chat = scan(folder).report["chat"]
        assert [(each["name"], each["origin"]) for each in chat["teachers"]] == [("Марина Тагировна 3А", "given")]
        assert (chat["timezone"], chat["quiet_hours"][0]["working"]) == ("+05:00", ["08:00", "20:00"])
        assert settings_of(folder).roster is not None
        assert settings_of(folder).me == "Гузель Нуриева"

    @pytest.mark.parametrize(
        "option",
        [["--teacher", "Зульфия Хамидуллина"], ["--hours", "всегда"], ["--roster", "нет.csv"], ["--timezone", "Марс"]],
        ids=lambda option: option[0],
    )
    def test_wrong_option_is_told_and_nothing_written(self, folder: Path, option: list[str]):
        told = run("init", folder, *option)

        assert (told.code, told.out) == (ExitCode.USAGE, "")
        assert option[1] in told.err
        assert not (folder / "chataudit.yaml").exists()

    def test_absent_teacher_is_written_as_such(self, folder: Path):
        run("init", folder, "--teacher", "Зульфия Хамидуллина", "--teacher-absent")

        assert (settings_of(folder).teachers, settings_of(folder).teacher_absent) == (("Зульфия Хамидуллина",), True)

    def test_file_that_is_there_is_left_alone(self, folder: Path):
        (folder / "chataudit.yaml").write_text("me: Ольга\n", encoding="utf-8")

        told = run("init", folder)

        assert told.code == ExitCode.USAGE
        assert "--force" in told.sentence()
        assert (folder / "chataudit.yaml").read_text(encoding="utf-8") == "me: Ольга\n"

    def test_file_that_is_there_is_replaced_with_force(self, folder: Path):
        (folder / "chataudit.yaml").write_text("me: Ольга\n", encoding="utf-8")

        run("init", folder, "--force")

        assert settings_of(folder) == Settings()

    def test_folder_without_an_export_gets_a_template(self, tmp_path: Path):
        told = run("init", tmp_path)

        assert told.code == ExitCode.AUDITED
        assert settings_of(tmp_path) == Settings()

    def test_missing_folder_is_told(self, tmp_path: Path):
        assert run("init", tmp_path / "нет").code == ExitCode.USAGE

    def test_chats_of_an_account_are_listed(self, tmp_path: Path):
        chats = [{"name": name, "type": "private_group", "id": number, "messages": []} for number, name in ((41, "1А родители"), (42, "Дача"))]
        account = {"about": "…", "chats": {"about": "…", "list": chats}}
        (tmp_path / "result.json").write_text(json.dumps(account, ensure_ascii=False, indent=1), encoding="utf-8")

        told = run("init", tmp_path)

        assert "1А родители" in told.err
        assert "--chat" in told.err


class TestOnATerminal:
    def test_answers_are_written(self, folder: Path):
        code, shown = answer(folder, "Марина Тагировна", "8-20", "", "+05:00", "Гузель Нуриева")

        assert code == ExitCode.AUDITED, shown
        assert settings_of(folder).teachers == ("Марина Тагировна 3А",)
        assert settings_of(folder).me == "Гузель Нуриева"

    def test_enter_takes_what_is_proposed(self, folder: Path):
        (folder / "список.csv").write_text("ребёнок;родитель\nКраснов Тимур;Краснова Ольга\n", encoding="utf-8")

        code, shown = answer(folder, "", "", "", "", "")

        assert code == ExitCode.AUDITED, shown
        written = settings_of(folder)
        assert (written.teachers, written.quiet_hours, written.me) == (("Марина Тагировна 3А",), None, None)
        assert "+05:00" in (folder / "chataudit.yaml").read_text(encoding="utf-8")
        assert written.roster is not None

    def test_dash_takes_nothing(self, folder: Path):
        code, shown = answer(folder, "-", "-", "-", "-", "-")

        assert code == ExitCode.AUDITED, shown
        assert settings_of(folder) == Settings()

    def test_wrong_answer_is_asked_again(self, folder: Path):
        code, shown = answer(folder, "Зульфия Хамидуллина", "нет", "Марина Тагировна", "всегда", "8-20", "-", "Марс", "+05:00", "-")

        assert code == ExitCode.AUDITED, shown
        assert settings_of(folder).teachers == ("Марина Тагировна 3А",)
        assert settings_of(folder).quiet_hours is not None

    def test_telegram_is_not_asked_what_it_tells_itself(self, tmp_path: Path):
        shutil.copy(ROOT / "samples" / "bad-class" / "result.json", tmp_path)

        code, shown = answer(tmp_path, "Ирина Станиславовна", "-", "-")

        assert code == ExitCode.AUDITED, shown
        assert "Часовой пояс" not in shown

    def test_ctrl_c_writes_nothing(self, folder: Path):
        code, _ = answer(folder)

        assert code == 130
        assert not (folder / "chataudit.yaml").exists()
