"""The recipes for automatic runs are true: the hook's definition, and every command and setting that `guide ci` shows."""

import re
import shlex
from typing import Any

import pytest
import yaml
from command_line import ROOT, run

from chataudit.guide import read_page

LANGUAGES = ["ru", "en"]


@pytest.fixture
def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return only


def commands(language: str) -> list[str]:
    return re.findall(r"(?:^    |run: |    - |`)(chataudit (?:check|baseline|compare) [^`\n]+)", read_page("ci", language), re.MULTILINE)  # type: ignore[arg-type]


def options_of(command: str) -> set[str]:
    return set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", run(command, "--help").out, re.MULTILINE))


def test_hook_runs_a_command_that_there_is(hook: dict[str, Any]):
    program, command = shlex.split(hook["entry"])

    assert (program, hook["id"], hook["language"]) == ("chataudit", "chataudit", "python")
    assert run(command, "--help").code == 0


@pytest.mark.parametrize(
    "path",
    [
        "result.json",
        "3б/result1.json",
        "messages.html",
        "_chat.txt",
        "Чат WhatsApp с контактом 3А.txt",
        "a/WhatsApp Chat with 3A.txt",
        "WhatsApp Chat - 3A.zip",
    ],
)
def test_hook_looks_at_files_as_messengers_name_them(hook: dict[str, Any], path: str):
    assert re.search(hook["files"], path)


@pytest.mark.parametrize(
    "path", ["results.json", "my_result.json", "messages2.html", "notes.txt", "WhatsApp.txt", "photos.zip", "result.json.bak", "a_chat.txt"]
)
def test_hook_leaves_other_files_alone(hook: dict[str, Any], path: str):
    assert not re.search(hook["files"], path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_options_that_the_page_shows_are_those_of_the_commands(language: str):
    shown = commands(language)

    assert len(shown) >= 6
    for line in shown:
        _, command, *arguments = shlex.split(line)
        assert {each for each in arguments if each.startswith("--")} <= options_of(command), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_settings_that_the_page_shows_are_yaml(language: str, hook: dict[str, Any]):
    blocks = re.findall(r"```yaml\n(.*?)```", read_page("ci", language), re.DOTALL)  # type: ignore[arg-type]
    _, gitlab, precommit = [yaml.safe_load(block) for block in blocks]

    assert gitlab["chats"]["artifacts"]["reports"]["junit"] in gitlab["chats"]["script"][1]
    assert precommit["repos"][0]["hooks"][0]["id"] == hook["id"]


def test_key_of_a_baseline_is_never_committed_here():
    assert ".chataudit-key" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
