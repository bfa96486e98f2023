"""README says what is so: options, exit codes, paths, settings, commands, and the output that it shows."""

import re
import shlex
from pathlib import Path

import pytest
from command_line import ROOT, run

from chataudit.errors import ExitCode

README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE_MARK = "@@SAMPLE@@"
OPTION = r"--[a-z][a-z-]+"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table_cells(heading: str) -> list[str]:
    """The first cells of the table that begins with this heading."""
    table = README.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [row.split("|")[1].strip() for row in table.splitlines()[2:]]


def options_of_scan() -> set[str]:
    options = run("scan", "--help").out.split("Параметры:", 1)[1]
    return set(re.findall(rf"^ +(?:-\w, )?({OPTION})", options, re.MULTILINE)) - {"--help"}


def test_every_option_of_scan_is_in_the_table_and_no_other():
    told = {option for cell in table_cells("Параметр") for option in re.findall(OPTION, cell)}
    told |= set(re.findall(r"`(--teacher-absent)`", README))

    assert told == options_of_scan()


def test_exit_codes_are_those_of_the_program():
    assert [int(cell) for cell in table_cells("Код")] == list(ExitCode)


def test_paths_that_it_names_exist():
    named = set(re.findall(r"[`(]((?:\.ci|chataudit|rules|samples|tests)/[\w./-]*)[`)]", README))
    named |= {word for block in blocks("sh") for word in block.split() if word.startswith("samples/")}

    assert len(named) > 5
    assert not [path for path in named if not (ROOT / path).exists()]


def test_settings_that_it_shows_are_accepted(tmp_path: Path):
    (settings,) = blocks("yaml")
    (tmp_path / "chataudit.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "список.csv").write_text("ребёнок;родитель;связались\nКраснов Тимур;Краснова Ольга;25.11.2024\n", encoding="utf-8")
    lines = ["02.09.2024, 10:00 - Мария Петровна: добрый день", "02.09.2024, 10:05 - Ольга Краснова: здравствуйте"]
    (tmp_path / "_chat.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")

    chat = run("scan", tmp_path, "--format", "json").report["chat"]

    assert chat["teachers"][0]["name"] == "Мария Петровна"
    assert (chat["timezone"], chat["quiet_hours"][0]["origin"]) == ("+04:00", "config")


@pytest.mark.parametrize(
    "line",
    [line for block in blocks("sh") for line in block.splitlines() if line.startswith("chataudit ")],
    ids=lambda line: line.partition("#")[0].strip(),
)
def test_command_that_it_shows_is_understood(line: str):
    _, *arguments = shlex.split(line, comments=True)
    if "--coverage" in arguments:
        arguments.append("--help")  # the rules' examples are tried by tests of their own

    assert run(*arguments).code == ExitCode.AUDITED


def test_line_for_tests_stands_where_ci_looks_for_it():
    (line,) = re.findall(r"<!-- test line -->\n```sh\n(.*)\n```", README)

    assert "pytest" in line
    assert "<!-- test line -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.skipif(SAMPLE_MARK in README, reason="README shows no output yet")
def test_output_that_it_shows_is_what_the_program_prints():
    (shown,) = [block for block in blocks("text") if "→" not in block]
    lines = [line.rstrip() for line in shown.rstrip().splitlines()]
    if lines[-1] == "…":
        lines.pop()

    printed = [line.rstrip() for line in run("scan", ROOT / "samples" / "bad-class", COLUMNS="80").out.splitlines()]

    assert lines == printed[: len(lines)]
