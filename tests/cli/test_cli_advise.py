"""`chataudit advise`: what it prints, and that it takes what `scan` takes."""

import json
import re
from pathlib import Path

import pytest
from command_line import ROOT, run

from chataudit.errors import ExitCode

BAD = ROOT / "samples" / "bad-class"
OPTION = r"--[a-z][a-z-]+"


def options_of(command: str) -> set[str]:
    return set(re.findall(rf"^ +(?:-\w, )?({OPTION})", run(command, "--help").out, re.MULTILINE))


def test_texts_stand_under_their_recommendations() -> None:
    outcome = run("advise", BAD)

    assert outcome.code == ExitCode.AUDITED
    assert outcome.err == ""
    assert outcome.out.index("9. Конфиденциальность") < outcome.out.index("СЛУЖЕБНАЯ ЗАПИСКА") < outcome.out.index("11. Режим работы чата")


def test_only_one_recommendation_is_told_when_asked_for() -> None:
    advice = json.loads(run("advise", BAD, "--only", "8", "--format", "json").out)

    assert [each["number"] for each in advice["recommendations"]] == [8]


def test_options_about_the_export_are_those_of_scan() -> None:
    assert options_of("advise") - {"--only"} <= options_of("scan")
    assert {"--teacher", "--roster", "--timezone", "--chat", "--config", "--rules", "--output", "--strict"} <= options_of("advise")


def test_named_teacher_signs(tmp_path: Path) -> None:
    lines = ["02.09.2024, 10:00 - Анна Ильинична: добрый день", "02.09.2024, 23:05 - Ольга Краснова: спасибо", "03.09.2024, 10:05 - Ира: спасибо"]
    (tmp_path / "_chat.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert "С уважением, Анна Ильинична" in run("advise", tmp_path, "--teacher", "Анна Ильинична").out


def test_file_is_written_and_the_export_is_not_overwritten(tmp_path: Path) -> None:
    export = tmp_path / "result.json"
    export.write_bytes((BAD / "result.json").read_bytes())

    assert run("advise", export, "-o", tmp_path / "тексты.md", "--format", "markdown").out == ""
    assert (tmp_path / "тексты.md").read_text(encoding="utf-8").startswith("# Готовые тексты")
    assert run("advise", export, "-o", export).code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((BAD, "--only", "17"), ExitCode.USAGE, "17"),
        ((BAD, "--format", "html"), ExitCode.USAGE, "terminal, markdown, json"),
        ((ROOT / "nowhere",), ExitCode.NO_EXPORT, "nowhere"),
    ],
)
def test_mistake_is_told_in_one_sentence(arguments: tuple[object, ...], code: ExitCode, told: str) -> None:
    outcome = run("advise", *arguments)

    assert outcome.code == code
    assert told in outcome.sentence()
