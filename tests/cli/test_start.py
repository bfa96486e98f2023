"""The first five minutes: no arguments, the help in the user's language, completion of commands."""

import re
from pathlib import Path

import pytest
from command_line import run

ENGLISH_OF_TYPER = re.compile(r"Usage|Options|Arguments|Commands|Show |Install |default|required|OPTIONS|<path>")


@pytest.mark.parametrize("arguments", [[], ["--lang", "ru"]])
def test_without_a_command_three_steps_are_told(arguments: list[str]):
    told = run(*arguments)

    assert (told.code, told.err) == (0, "")
    assert [line.strip()[:2] for line in told.out.splitlines() if re.match(r" +\d\.", line)] == ["1.", "2.", "3."]
    assert all(each in told.out for each in ("chataudit guide telegram", "chataudit scan --latest --open", "chataudit init", "chataudit --help"))


def test_start_is_told_in_english_too():
    assert "Export the chat" in run("--lang", "en").out
    assert "Export the chat" in run(CHATAUDIT_LANG="en").out


def test_start_fits_into_80_columns():
    assert max(len(line) for line in (run().out + run("--lang", "en").out).splitlines()) <= 80


def test_help_still_lists_the_commands():
    commands = run("--help").out.split("Команды:", 1)[1]

    assert {"scan", "batch", "explain", "guide", "rules"} <= {line.split()[0] for line in commands.splitlines() if line.strip()}


@pytest.mark.parametrize("command", [[], ["scan"], ["batch"], ["explain"], ["rules"], ["rules", "eval"]], ids=" ".join)
def test_frame_of_the_help_is_russian(command: list[str]):
    told = run(*command, "--help")

    assert told.out.startswith("Как писать: chataudit")
    assert "Показать эту подсказку." in told.out
    assert ENGLISH_OF_TYPER.findall(told.out) == []


def test_default_is_told_in_russian():
    assert re.search(r"\[обычно:\s+chataudit-reports\]", run("batch", "--help").out)


def test_frame_of_the_help_is_english_where_the_language_is():
    told = run("scan", "--help", "--lang", "en").out

    assert told.startswith("Usage: chataudit scan [OPTIONS] [EXPORT]")
    assert "Show this message and exit." in told
    assert re.findall("[а-яё]+", told) == []


def test_commands_are_listed_with_whole_sentences():
    listed = run("--help").out.split("Команды:", 1)[1]

    assert "..." not in listed


def test_command_is_completed():
    completed = run(_CHATAUDIT_COMPLETE="complete_bash", COMP_WORDS="chataudit sc", COMP_CWORD="1")

    assert (completed.code, completed.out.split()) == (0, ["scan"])


def test_option_is_completed():
    completed = run(_CHATAUDIT_COMPLETE="complete_bash", COMP_WORDS="chataudit scan --late", COMP_CWORD="2")

    assert completed.out.split() == ["--latest"]


def test_completion_is_installed_and_told_in_russian(tmp_path: Path):
    chosen = {"HOME": str(tmp_path), "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # the shell is named, not looked for
    told = run("--install-completion", "bash", **chosen)

    assert told.code == 0
    assert told.out.startswith(f"Подсказки для bash записаны в {tmp_path}")
    assert "_CHATAUDIT_COMPLETE" in next(tmp_path.rglob("chataudit.sh")).read_text(encoding="utf-8")
