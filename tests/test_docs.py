"""README says what is so: options, exit codes, paths, settings, commands, and the output that it shows."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from command_line import ROOT, run

from chataudit.cli.app import build_app
from chataudit.errors import ExitCode
from chataudit.guide import read_page, topics

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = "\n".join(read_page(topic, "ru") for topic in topics("ru"))
OPTION = r"--[a-z][a-z-]+"
PLACEHOLDER = re.compile(r"[А-ЯЁ]{4,}|--latest|--open|--coverage")  # not to be run as it stands: it lacks a path, or reaches beyond the tests
NOT_OURS = {"--editable", "--quiet"}  # of pip
NOT_OURS |= {"--runs"}  # of the fuzzer
NOT_OURS |= {"--host", "--port", "--no-dashboard", "--nworkers", "--nthreads", "--memory-limit"}  # of dask


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def table_cells(heading: str) -> list[str]:
    """The first cells of the table that begins with this heading."""
    table = README.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [row.split("|")[1].strip() for row in table.splitlines()[2:]]


def options_of(*command: str) -> set[str]:
    options = run(*command, "--help").out.split("Параметры:", 1)[1]
    return set(re.findall(rf"^ +(?:-\w, )?({OPTION})", options, re.MULTILINE)) - {"--help"}


def commands() -> list[tuple[str, ...]]:
    """All commands as they are typed."""
    app = typer.main.get_command(build_app("ru"))
    names = [(name, getattr(command, "commands", {})) for name, command in app.commands.items()]
    return [(name, *under) for name, below in names for under in ([(each,) for each in below] or [()])]


def words_of(line: str) -> list[str]:
    """The words of a command line behind the program's name, those of its command first."""
    _, *words = shlex.split(line, comments=True)
    return words


def command_of(line: str) -> tuple[str, ...]:
    words = words_of(line)
    return next(each for each in commands() if tuple(words[: len(each)]) == each)


def test_every_option_of_scan_is_in_the_table_and_no_other():
    told = {option for cell in table_cells("Параметр") for option in re.findall(OPTION, cell)}
    told |= set(re.findall(r"`(--teacher-absent)`", README))

    assert told == options_of("scan")


def test_every_option_that_it_names_exists():
    existing = {option for command in commands() for option in options_of(*command)} | options_of()

    assert set(re.findall(rf"(?<![\w-]){OPTION}", README + GUIDE)) - NOT_OURS - {"--help"} <= existing


@pytest.mark.parametrize("command", [(), *commands()], ids=" ".join)
def test_every_option_of_the_program_is_in_it_or_in_the_guide(command: tuple[str, ...]):
    assert {option for option in options_of(*command) if option not in README + GUIDE} == set()


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_is_in_it_or_in_the_guide(command: tuple[str, ...]):
    assert f"chataudit {' '.join(command)}" in README + GUIDE


def test_guides_that_it_names_exist():
    assert set(re.findall(r"chataudit guide (\w+)", README + GUIDE)) <= set(topics("ru"))


def test_pictures_are_there_and_small():
    named = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)

    assert sorted(named) == sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / ".github" / "pictures").iterdir())
    assert sum((ROOT / path).stat().st_size for path in named) < 300_000


def test_places_that_it_points_to_within_itself_exist():
    headings = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", README, re.MULTILINE)}

    assert set(re.findall(r"\(#([^)]+)\)", README)) <= headings


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
    [line for block in (*blocks("sh"), *blocks("powershell")) for line in block.splitlines() if line.startswith("chataudit ")],
    ids=lambda line: line.partition("#")[0].strip(),
)
def test_command_that_it_shows_is_understood(line: str):
    words = words_of(line)
    if PLACEHOLDER.search(line):
        assert {word for word in words if word.startswith("--")} <= options_of(*command_of(line))
    else:
        assert run(*words).code == ExitCode.AUDITED


def test_line_for_tests_stands_where_ci_looks_for_it():
    (line,) = re.findall(r"<!-- test line -->\n```sh\n(.*)\n```", README)

    assert "pytest" in line
    assert "<!-- test line -->" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(("line", "shown"), re.findall(r"<!-- printed by: ([^\n]+) -->\n```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL))
def test_output_that_it_shows_is_what_the_program_prints(line: str, shown: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)

    assert shown in run(*words_of(line), COLUMNS="80").out.replace("\u00a0", " ")


def test_messages_that_it_explains_are_found_by_those_rules():
    report = run("scan", ROOT / "samples" / "bad-class", "--format", "json").report
    found = {(number, finding["rule"]) for finding in report["findings"] for number in finding["message_ids"]}
    told = re.findall(r"^\| № (\d+): .*?`(R\d+\.\w+)`", README, re.MULTILINE)

    assert len(told) == 3
    assert set(told) <= found
