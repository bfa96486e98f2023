"""Standard streams: read right in consoles and pipes of old code pages, plain signs where a code page lacks one."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from command_line import MEMO, ROOT

from chataudit.streams import ERRORS, choose_encoding


def child(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own whose output goes through a pipe."""
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CHATAUDIT"))}
    command = [sys.executable, "-m", "chataudit", *arguments]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env={**known, "SOURCE_DATE_EPOCH": "0", **environment})


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "koi8-r"])
class TestOldCodePage:
    def test_report_is_readable_russian_with_plain_signs(self, encoding: str):
        shown = child("scan", "samples/bad-class", "--rules", str(MEMO), PYTHONIOENCODING=encoding)
        told = shown.stdout.decode(encoding)

        assert (shown.returncode, shown.stderr) == (0, b"")
        assert "РОДИТЕЛИ" in told
        assert "✓" not in told
        assert any(sign in told for sign in ("+ ", "x ", "~ "))
        assert "??" not in told

    @pytest.mark.parametrize("arguments", [["--help"], [], ["guide", "report"], ["explain", "R07.acknowledgement"], ["rules", "list"]], ids=str)
    def test_text_is_russian_and_whole(self, encoding: str, arguments: list[str]):
        shown = child(*arguments, PYTHONIOENCODING=encoding)

        assert (shown.returncode, shown.stderr) == (0, b"")
        assert len([char for char in shown.stdout.decode(encoding) if "а" <= char <= "я"]) > 200

    def test_errors_are_russian(self, encoding: str):
        shown = child("scan", "нет такого.json", PYTHONIOENCODING=encoding)

        assert shown.returncode == 3
        assert "нет такого.json" in shown.stderr.decode(encoding)

    def test_one_message_is_explained(self, encoding: str):
        shown = child("scan", "samples/bad-class", "--rules", str(MEMO), "--why", "28", PYTHONIOENCODING=encoding)

        assert "слышала что физичка" in shown.stdout.decode(encoding)

    @pytest.mark.parametrize("form", ["json", "csv", "html", "markdown"])
    def test_what_programs_read_stays_utf_8(self, encoding: str, form: str):
        arguments = ["scan", "samples/bad-class", "--rules", str(MEMO), "--format", form]

        assert child(*arguments, PYTHONIOENCODING=encoding).stdout == child(*arguments).stdout

    def test_schema_of_rules_stays_utf_8(self, encoding: str):
        assert child("rules", "schema", PYTHONIOENCODING=encoding).stdout == child("rules", "schema").stdout


def test_encoding_that_cannot_write_russian_gives_way_to_utf_8():
    assert "Всё остаётся".encode() in child(PYTHONIOENCODING="ascii").stdout
    assert "Всё остаётся".encode() in child(PYTHONIOENCODING="latin-1").stdout


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("✓ ✗ … → ё", "+ x ... -> ё"),
        ("«да» — № 5", '"да" - № 5'),
        ("Élodie", "Elodie"),
        ("да 🔥", r"да \U0001f525"),
        ("👨\u200d👩", r"\U0001f468\U0001f469"),
        ("☀\ufe0f", r"\u2600"),
    ],
)
def test_sign_that_a_code_page_lacks_is_written_plainly(text: str, shown: str):
    assert text.encode("cp866", ERRORS).decode("cp866") == shown


class TestChoice:
    @pytest.fixture
    def pipe(self):
        reading, writing = os.pipe()
        with os.fdopen(reading), os.fdopen(writing, "w", encoding="cp1251") as stream:
            yield stream

    @pytest.mark.parametrize(
        ("environment", "console", "chosen"),
        [({}, "cp866", "cp866"), ({"PYTHONIOENCODING": "cp1251"}, "cp866", "cp1251"), ({}, None, "cp1251"), ({}, "cp437", "utf-8")],
        ids=["what PowerShell reads", "what the user says", "no Windows console", "a console without Russian"],
    )
    def test_pipe(self, pipe: io.TextIOWrapper, environment: Mapping[str, str], console: str | None, chosen: str):
        assert choose_encoding(pipe, environment, console) == chosen

    def test_file_that_a_windows_console_redirects_to_is_utf_8(self, tmp_path: Path):
        with (tmp_path / "отчёт.txt").open("w", encoding="cp1251") as file:
            assert choose_encoding(file, {}, "cp866") == "utf-8"
