"""Pages of the guide say what is so: their commands exist with their options, and what they list is what there is."""

import re
import shlex
import tomllib
from itertools import takewhile
from pathlib import Path
from typing import Any, get_args

import pytest
from command_line import ROOT, run

from chataudit.detectors.plugged import OWN_KINDS
from chataudit.errors import ExitCode
from chataudit.guide import read_page, topics
from chataudit.parsers.zips import TEXT_SUFFIXES
from chataudit.verdicts import AnyPolicy
from chataudit.wording import LANGUAGES, Language

SAMPLE = ROOT / "samples" / "bad-class"
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
PAGES = [(language, topic) for language in LANGUAGES for topic in topics(language)]


def commands_of(page: str) -> list[str]:
    """The commands that a page shows: on lines of their own, and within sentences."""
    prose = re.sub(r"^```\w+\n.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    alone = re.findall(r"^    (chataudit [a-z-].*)$", prose, re.MULTILINE)
    within = (" ".join(each.split()) for each in re.findall(r"`(chataudit [a-z-][^`]+)`", page))
    return [*alone, *within]


@pytest.mark.parametrize(("language", "topic"), PAGES)
def test_commands_exist_with_their_options(language: Language, topic: str):
    for line in commands_of(read_page(topic, language)):
        words = shlex.split(line, comments=True)[1:]
        names = list(takewhile(str.isalpha, words[:2])) if words[0] == "rules" else list(takewhile(str.isalpha, words[:1]))
        told = run(*names, "--help")

        assert told.code == ExitCode.AUDITED, line
        assert {word for word in words if word.startswith("-")} <= set(re.findall(r"--?[a-z][a-z-]*", told.out)), line


@LANGUAGE
def test_page_of_rules_can_be_followed(language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    page = read_page("rules", language)
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    first, *others = [line for line in commands_of(page) if not line.startswith("chataudit guide")]
    folder = first.rpartition(" ")[2]

    assert run(*shlex.split(first)[1:]).code == ExitCode.AUDITED
    (tmp_path / folder / "02_money.yaml").write_text(shown, encoding="utf-8")

    for line in others:
        words = [str(SAMPLE) if word in ("EXPORT", "ВЫГРУЗКА") else word for word in shlex.split(line)[1:]]
        told = run(*words)
        assert (told.code, told.err) == (ExitCode.AUDITED, ""), line


@LANGUAGE
def test_page_of_rules_names_every_way_of_looking_and_deciding(language: Language):
    looking, deciding = (section.split("\n## ", 1)[0] for section in re.split(r"\n## [56]\.", read_page("rules", language))[1:])

    assert {kind for kind in OWN_KINDS if f"`{kind}`" not in looking} == set()
    assert {policy for each in get_args(AnyPolicy) if f"`{(policy := each.__struct_config__.tag)}`" not in deciding} == set()


@LANGUAGE
def test_page_of_plug_ins_shows_the_entry_points_of_the_example(language: Language):
    (shown,) = re.findall(r"```toml\n(.*?)```", read_page("plugins", language), re.DOTALL)
    project: dict[str, Any] = tomllib.loads((ROOT / "tests" / "plugin_example" / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert tomllib.loads(shown)["project"]["entry-points"] == project["entry-points"]


@LANGUAGE
def test_page_of_plug_ins_names_the_files_that_are_looked_at(language: Language):
    page = read_page("plugins", language)

    assert {suffix for suffix in TEXT_SUFFIXES if f"`{suffix}`" not in page} == {".htm"}
