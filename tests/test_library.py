"""`import chataudit` in another program: cheap, typed, and the same audit as the command line's."""

import inspect
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from command_line import MEMO, ROOT, run, scan
from mypy import api as mypy

import chataudit
from chataudit.guide import read_page
from chataudit.reporters import find_reporter
from chataudit.reporters.base import ReportOptions
from chataudit.wording import LANGUAGES, Language

SAMPLE = ROOT / "samples" / "bad-class"


def examples(language: Language) -> str:
    """The programs that the page shows, as one."""
    return "\n".join(re.findall(r"```python\n(.*?)```", read_page("library", language), re.DOTALL))


def test_audit_gives_the_report_of_the_command_line(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    written = BytesIO()
    find_reporter("json").write(chataudit.audit(SAMPLE, rules=MEMO), written, ReportOptions())

    assert written.getvalue().decode() == scan(SAMPLE).out


def test_rulebook_is_named_or_a_folder_and_texts_are_in_the_language():
    report = chataudit.audit(str(SAMPLE), rules=str(MEMO), language="en", redact="names")

    assert (report.rulebook.name, report.language, report.chat.redacted) == ("kindergarten-memo", "en", "names")


def test_settings_beside_the_export_count(tmp_path: Path):
    export = tmp_path / "Чат WhatsApp с контактом 3Б.txt"
    export.write_text("02.09.2024, 08:00 - Анна Ильинична: Доброе утро\n02.09.2024, 08:01 - Ольга: Здравствуйте\n", encoding="utf-8")
    (tmp_path / "chataudit.yaml").write_text('timezone: "+04:00"\nteacher: ["Анна Ильинична"]\n', encoding="utf-8")

    report = chataudit.audit(export, rules=MEMO)

    assert (report.chat.timezone, [each.origin for each in report.chat.teachers]) == ("+04:00", ["given"])
    assert chataudit.audit(export, rules=MEMO, timezone="+05:00").chat.timezone == "+05:00"


def test_one_teacher_needs_no_list():
    report = chataudit.audit(SAMPLE, teachers="Ирина Станиславовна", rules=MEMO)

    assert [(each.name, each.origin) for each in report.chat.teachers] == [("Ирина Станиславовна", "given")]


def test_order_of_dates_and_a_file_of_settings_are_given_where_the_export_leaves_them_open(tmp_path: Path):
    export, settings = tmp_path / "_chat.txt", tmp_path / "класс.yaml"
    export.write_text("02/09/2024, 08:00 - Анна Ильинична: Доброе утро\n02/09/2024, 08:01 - Ольга: Здравствуйте\n", encoding="utf-8")
    settings.write_text('timezone: "+04:00"\n', encoding="utf-8")

    chat = chataudit.audit(export, rules=MEMO, date_order="mdy", config=settings).chat

    assert (chat.first_message_at, chat.timezone) == ("2024-02-09T08:00:00+04:00", "+04:00")


def test_arguments_are_those_of_the_command_line():
    command = inspect.signature(chataudit.audit).parameters
    told = {option.replace("-", "_") for option in re.findall(r"--([a-z-]+)", run("scan", "--help").out)}

    assert {name.removesuffix("s") for name in command if name not in ("path", "rules", "language")} <= told


def test_chat_is_read_as_a_table():
    chat = chataudit.read(SAMPLE)

    assert len(chat.messages) > 50
    assert "Ирина Станиславовна" in set(chat.participants["name"])


def test_error_is_told_in_a_sentence(tmp_path: Path):
    with pytest.raises(chataudit.ChatAuditError) as caught:
        chataudit.audit(tmp_path / "nothing.json")

    assert "nothing.json" in chataudit.tell_error(caught.value, "en")


def test_import_loads_nothing_heavy():
    program = "import sys, chataudit; print([name for name in ('pandas', 'numpy', 'msgspec', 'yaml', 'typer') if name in sys.modules])"

    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip() == "[]"


def test_all_that_is_promised_is_there_and_nothing_else():
    assert all(hasattr(chataudit, name) for name in chataudit.__all__)
    assert dir(chataudit) == sorted(chataudit.__all__)
    with pytest.raises(AttributeError, match="audits"):
        chataudit.audits  # noqa: B018


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_the_page_run(language: Language, tmp_path: Path):
    (tmp_path / "samples").symlink_to(ROOT / "samples")

    done = subprocess.run(
        [sys.executable, "-c", examples(language)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )

    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "report.html").stat().st_size > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_of_the_page_are_typed(language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = tmp_path / "example.py"
    program.write_text(examples(language), encoding="utf-8")
    monkeypatch.setenv("MYPYPATH", str(ROOT))

    told, _, code = mypy.run(["--strict", "--config-file", str(ROOT / "pyproject.toml"), "--cache-dir", str(ROOT / ".mypy_cache"), str(program)])

    assert code == 0, told
