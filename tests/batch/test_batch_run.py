"""`chataudit batch`: one folder in, one summary and a report for every chat out, whatever lies in the folder."""

import logging
import sys
from pathlib import Path

import pytest
from batch_folders import DAMAGED_ZIP, batch, files_of, pack, places, summary_of, text_of, write_account, write_chat, write_page, write_whatsapp
from command_line import ROOT, run
from parsers.telegram_exports import export, message

from chataudit.errors import ExitCode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three exports of three formats."""
    made = tmp_path / "школы"
    write_chat(made / "№ 5" / "2А")
    write_page(made / "№ 5" / "3Б", "3Б родители")
    pack(made / "№ 7" / "4В.zip", _chat_dot_txt=write_whatsapp(tmp_path / "x").read_bytes())
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "отчёты"


def write_broken(folder: Path) -> None:
    """Write five exports that are broken in different ways."""
    for name in ("1", "2", "3", "4", "5"):
        (folder / name).mkdir(parents=True)
    (folder / "1" / "result.json").write_bytes(b"")
    (folder / "2" / "result.json").write_bytes(b'{"name": "x", "type": "private_group", "messages": [{"id": ')
    (folder / "3" / "4В.zip").write_bytes(DAMAGED_ZIP)
    (folder / "4" / "messages.html").write_text("<html><body>403</body></html>", encoding="utf-8")
    (folder / "5" / "result.json").write_bytes(b'{"name": "x", "type": "private_group", "messages": ' + b"[" * 5000)


def test_every_chat_has_its_row_and_its_reports(folder: Path, output: Path):
    outcome = batch(folder, output)

    assert outcome.code == ExitCode.AUDITED
    summary = summary_of(output)
    assert places(output) == ["№ 5/2А/result.json", "№ 5/3Б/messages.html", "№ 7/4В.zip/_chat.txt"]
    assert [row["result"]["title"] for row in summary["rows"]] == ["2А родители", "3Б родители", None]
    for row in summary["rows"]:
        assert {form: (output / place).is_file() for form, place in row["result"]["reports"].items()} == {"json": True, "html": True}


def test_report_of_a_chat_is_that_of_a_scan(folder: Path, output: Path):
    batch(folder, output)
    alone = run("scan", folder / "№ 5" / "2А", "--rules", ROOT / "tests/rulebooks/kindergarten_memo", "--format", "json")

    place = summary_of(output)["rows"][0]["result"]["reports"]["json"]
    assert (output / place).read_text(encoding="utf-8") == alone.out


def test_broken_exports_are_named_with_their_reasons_and_the_rest_is_audited(folder: Path, output: Path):
    write_broken(folder / "сломанные")

    outcome = batch(folder, output)

    assert outcome.code == ExitCode.SOME_UNREAD
    summary = summary_of(output)
    assert (summary["audited"], summary["unread"]) == (3, 5)
    reasons = [row["result"]["reason"] for row in summary["rows"] if row["result"]["status"] == "unread"]
    assert len(set(reasons)) == 5
    assert all(reason in outcome.out.replace("\u00a0", " ") for reason in reasons)
    assert str(folder) not in "".join(reasons)


def test_nothing_readable_is_no_export(tmp_path: Path, output: Path):
    write_broken(tmp_path / "сломанные")

    assert batch(tmp_path / "сломанные", output).code == ExitCode.NO_EXPORT


@pytest.mark.parametrize("arguments", [(), ("--lang", "en")])
def test_folder_without_exports_is_told_in_one_sentence(tmp_path: Path, output: Path, arguments: tuple[str, ...]):
    outcome = batch(tmp_path, output, *arguments)

    assert outcome.code == ExitCode.NO_EXPORT
    assert outcome.sentence()
    assert not output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--jobs", "0"),
        ("--timeout", "-1"),
        ("--memory", "-1"),
        ("--format", "pdf"),
        ("--fail-on", "ужас"),
        ("--timezone", "Луна"),
        ("--manifest", "нет.csv"),
    ],
)
def test_wrong_option_is_a_usage_error(folder: Path, output: Path, arguments: tuple[str, str]):
    outcome = run("batch", folder, "--output", output, *arguments)

    assert outcome.code == ExitCode.USAGE
    assert outcome.sentence()


def test_missing_folder_is_a_usage_error(tmp_path: Path, output: Path):
    assert batch(tmp_path / "нет", output).code == ExitCode.USAGE


def add_voice_message(folder: Path) -> None:
    """Add a chat in which something is found."""
    spoken = message(2, "", media_type="voice_message", file="(File not included.)", mime_type="audio/ogg", duration_seconds=4)
    (folder / "голос").mkdir()
    (folder / "голос" / "result.json").write_bytes(export(message(1), spoken))


@pytest.mark.parametrize("level", ["score:100", "minor", "partly"])
def test_findings_at_the_level_asked_for_give_their_code(folder: Path, output: Path, level: str):
    assert batch(folder, output, "--fail-on", level).code == ExitCode.AUDITED
    add_voice_message(folder)
    assert batch(folder, output, "--fail-on", level).code == ExitCode.FINDINGS
    assert batch(folder, output).code == ExitCode.AUDITED


def test_what_was_not_read_comes_before_findings(folder: Path, output: Path):
    add_voice_message(folder)
    write_broken(folder / "сломанные")

    assert batch(folder, output, "--fail-on", "minor").code == ExitCode.SOME_UNREAD


def test_reports_may_not_be_mixed_with_the_exports(folder: Path):
    assert batch(folder, folder).code == ExitCode.USAGE


def test_reports_may_lie_within_the_folder(folder: Path):
    assert batch(folder, folder / "отчёты").code == ExitCode.AUDITED
    before = files_of(folder)
    assert batch(folder, folder / "отчёты").code == ExitCode.AUDITED
    assert files_of(folder) == before


def test_file_in_the_place_of_the_reports_is_told_in_one_sentence(folder: Path, output: Path):
    output.write_text("занято", encoding="utf-8")

    outcome = batch(folder, output)

    assert outcome.code == ExitCode.USAGE
    assert outcome.sentence()


def test_settings_and_roster_near_an_export_are_used(folder: Path, output: Path):
    (folder / "chataudit.yaml").write_text("teacher: [Никого Такого]\n", encoding="utf-8")
    (folder / "№ 5" / "2А" / "chataudit.yaml").write_text("teacher: [Ольга]\n", encoding="utf-8")

    batch(folder, output)

    statuses = [row["result"]["status"] for row in summary_of(output)["rows"]]
    assert statuses == ["audited", "unread", "unread"]
    assert summary_of(output)["rows"][0]["result"]["teachers"] == ["Ольга"]


def test_wrong_settings_cost_only_their_own_chat(folder: Path, output: Path):
    (folder / "№ 5" / "2А" / "chataudit.yaml").write_text("teacher: [\n", encoding="utf-8")

    assert batch(folder, output).code == ExitCode.SOME_UNREAD
    assert summary_of(output)["audited"] == 2


def test_other_chats_of_an_account_are_counted_and_not_opened(tmp_path: Path, output: Path):
    write_account(tmp_path / "аккаунт", группа="private_group", мама="personal_chat", бот="bot_chat")

    batch(tmp_path / "аккаунт", output)

    assert places(output) == ["result.json#100"]
    assert summary_of(output)["left_alone"]["other_chats"] == 2
    assert "мама" not in text_of(output)


def test_jobs_change_no_byte(folder: Path, tmp_path: Path):
    write_broken(folder / "сломанные")

    codes = [batch(folder, tmp_path / f"по {jobs}", jobs=jobs).code for jobs in (1, 2)]

    assert codes == [ExitCode.SOME_UNREAD] * 2
    assert files_of(tmp_path / "по 1") == files_of(tmp_path / "по 2")


def test_crash_of_a_task_is_a_row_and_a_log_line_without_text(
    folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def crash(*arguments: object, **options: object) -> None:
        raise RuntimeError("Добрый день, это чужое письмо")

    monkeypatch.setattr("chataudit.batch.task.audit", crash)
    with caplog.at_level(logging.ERROR):
        outcome = batch(folder, output)

    assert outcome.code == ExitCode.NO_EXPORT
    assert "RuntimeError < test_batch_run.py:" in caplog.messages[0]
    everything = outcome.out + outcome.err + caplog.text + text_of(output)
    assert "чужое письмо" not in everything


def test_crashed_task_is_tried_again(folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patched:
        patched.setattr("chataudit.batch.task.audit", lambda *_, **__: 1 / 0)
        batch(folder, output)

    assert batch(folder, output).code == ExitCode.AUDITED


def test_progress_is_not_shown_where_there_is_no_terminal(folder: Path, output: Path):
    assert batch(folder, output).err == ""


def test_progress_is_shown_on_a_terminal(folder: Path, output: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("chataudit.batch.progress.sys", type("Terminal", (), {"stderr": type("Stream", (), {"isatty": staticmethod(lambda: True)})}))

    outcome = batch(folder, output, FORCE_COLOR="1")

    assert "3/3" in outcome.err
    assert "3/3" not in outcome.out


HOSTILE = ["=cmd()", "a\x1b[2J", "\u202egpj", "<img src=x onerror=alert(1)>", "' onmouseover='x", "%2e%2e", "x\ny", "NUL", "🙂", "--jobs"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names itself")
def test_hostile_names_of_files_and_chats_act_nowhere(tmp_path: Path, output: Path):
    folder = tmp_path / "folder"
    for number, name in enumerate(HOSTILE):
        (folder / str(number) / name.replace("/", "")).mkdir(parents=True)
        (folder / str(number) / name.replace("/", "") / "result.json").write_bytes(export(message(1), message(2), name=name))
    (folder / "x" / "\udcff\udcfe").mkdir(parents=True)
    (folder / "x" / "\udcff\udcfe" / "result.json").write_bytes(b"")

    outcome = batch(folder, output)

    assert outcome.code == ExitCode.SOME_UNREAD
    assert summary_of(output)["audited"] == len(HOSTILE)
    assert "\x1b" not in outcome.out
    page = (output / "index.html").read_text(encoding="utf-8")
    assert "<img" not in page
    assert "onmouseover='" not in page
    assert all(char.isalnum() or char in "-._" for path in output.rglob("*") for char in path.name)
    assert not any(char in page for char in "\x1b\u202e")
