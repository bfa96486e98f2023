"""What is no part of the question is no part of the answer: order of rules and of files, jobs and locale change no byte."""

import io
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

import pytest
from command_line import MEMO, ROOT, run
from hypothesis import given
from hypothesis import strategies as st
from laws.conversations import TEACHER, Conversation, chat_of, conversations
from laws.examples import examples, groups
from laws.judging import report_on, shipped_rules
from laws.writers import WRITERS

from chataudit.config import Settings
from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json import JsonReporter
from chataudit.rulebook.rulebook import Rulebook

KNOWN = Settings(teachers=(TEACHER,), teacher_absent=True)
SMALL = ("--rules", MEMO, "--format", "json,html,csv")
LOCALES = ("tr_TR.UTF-8", "ru_RU.UTF-8", "C")
GROUP = 250  # examples that a trial takes at once
V = TypeVar("V")


def bytes_of(report: Report) -> bytes:
    out = io.BytesIO()
    JsonReporter().write(report, out, ReportOptions())
    return out.getvalue()


def by_rule(report: Report) -> Any:
    """The report's JSON, its lists that follow the rulebook as what each rule gave, in the order of messages."""
    told = json.loads(bytes_of(report))
    for each in (told, *told["recommendations"]):
        for name in ("rules", "findings", "evidence"):
            if isinstance(each.get(name), list):
                each[name] = {rule: [part for part in each[name] if part["rule"] == rule] for rule in {part["rule"] for part in each[name]}}
    return told


def in_another_order(rulebook: Rulebook, parts: Sequence[str], chance: random.Random) -> Rulebook:
    def shuffled(mapping: Mapping[str, V]) -> dict[str, V]:
        return dict(chance.sample(list(mapping.items()), len(mapping)))

    return replace(rulebook, **{name: shuffled(getattr(rulebook, name)) for name in parts})


@pytest.mark.usefixtures("judged_quickly")
def test_order_of_words_and_conditions_changes_no_byte():
    """An order is tried on many conversations: the words of a rulebook are looked up anew for each."""
    for number, group in enumerate(groups(conversations(), few=4, at_once=GROUP // 5)):
        rulebook = in_another_order(shipped_rules(), ("lists", "conditions", "fitted"), random.Random(number))
        for conversation in group:
            chat = chat_of(conversation)

            assert bytes_of(report_on(chat, KNOWN, rulebook)) == bytes_of(report_on(chat, KNOWN))


@pytest.mark.usefixtures("judged_quickly")
@examples(4)
@given(conversations(), st.randoms(use_true_random=False))
def test_order_of_rules_is_that_of_what_they_give_and_changes_nothing_else(conversation: Conversation, chance: random.Random):
    """Whoever writes a rulebook decides what a report shows first."""
    chat = chat_of(conversation)
    rulebook = in_another_order(shipped_rules(), ("rules", "recommendation_of"), chance)

    assert by_rule(report_on(chat, KNOWN, rulebook)) == by_rule(report_on(chat, KNOWN))


def batch_of(folder: Path, output: Path, *arguments: object) -> dict[str, bytes]:
    """Audit a folder by the small rulebook; return the files of reports."""
    outcome = run("batch", folder, "--output", output, *SMALL, *arguments)
    assert outcome.code == 0, outcome.err
    return reports_in(output)


def reports_in(folder: Path) -> dict[str, bytes]:
    """Return the files of reports by their names, the store of results aside."""
    files = {str(path.relative_to(folder)): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(".")}


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the names of the files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def write_chats(folder: Path, chats: Sequence[Conversation]) -> list[Path]:
    written: list[Path] = []
    for number, conversation in enumerate(chats):
        place = folder / f"Школа {number % 7}" / f"{number}А"
        place.mkdir(parents=True)
        written.append(WRITERS[number % len(WRITERS)](conversation, place))
    return written


def test_number_of_jobs_changes_no_byte(tmp_path: Path):
    for number, group in enumerate(groups(conversations(), few=4, at_once=GROUP)):
        place = tmp_path / str(number)
        write_chats(place / "chats", group)

        assert not differing(batch_of(place / "chats", place / "one", "--jobs", 1), batch_of(place / "chats", place / "three", "--jobs", 3))
        shutil.rmtree(place)


def unordered(real: Callable[..., Any], chance: random.Random) -> Callable[..., Iterator[Any]]:
    """A listing of a folder in whatever order a file system may give."""

    def listing(*arguments: Any, **keys: Any) -> Iterator[Any]:
        found = list(real(*arguments, **keys))
        return iter(chance.sample(found, len(found)))

    return listing


def test_order_of_files_in_a_folder_changes_no_byte(tmp_path: Path):
    for number, group in enumerate(groups(conversations(), few=8, at_once=GROUP)):
        place, chance = tmp_path / str(number), random.Random(number)
        write_chats(place / "chats", group)
        expected = batch_of(place / "chats", place / "one", "--jobs", 1)
        listed = unordered(os.listdir, chance)
        with (
            mock.patch.object(Path, "glob", unordered(Path.glob, chance)),
            mock.patch.object(Path, "rglob", unordered(Path.rglob, chance)),
            mock.patch.object(Path, "iterdir", unordered(Path.iterdir, chance)),
            mock.patch.object(os, "listdir", lambda *places, listed=listed: list(listed(*places))),
        ):
            shuffled = batch_of(place / "chats", place / "other", "--jobs", 1)

        assert not differing(shuffled, expected)
        shutil.rmtree(place)


def test_locale_changes_no_byte(tmp_path: Path):
    for number, group in enumerate(groups(conversations(), few=2, at_once=GROUP)):
        place = tmp_path / str(number)
        first, *_ = write_chats(place / "chats", group)
        for locale in ("en_US.UTF-8", LOCALES[number % len(LOCALES)]):
            run_under(locale, "batch", place / "chats", "--output", place / locale, *SMALL, "--jobs", 1)
            (place / locale / "printed.json").write_bytes(run_under(locale, "scan", first, *SMALL[:2], "--format", "json"))
        one, other = (reports_in(folder) for folder in place.iterdir() if folder.name != "chats")

        assert not differing(one, other)
        shutil.rmtree(place)


def run_under(locale: str, *arguments: object) -> bytes:
    """Run the program under a locale; return what it prints."""
    environment = os.environ | {"LC_ALL": locale, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "chataudit", *map(str, arguments)]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout
