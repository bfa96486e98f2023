"""What is no part of the question is no part of the answer: order of rules and of files, jobs and locale change no byte."""

import io
import json
import os
import random
import subprocess
import sys
import tempfile
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
from laws.examples import examples
from laws.judging import report_on, shipped_rules
from laws.writers import WRITERS, write_json

from chataudit.config import Settings
from chataudit.findings import Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json import JsonReporter
from chataudit.rulebook.rulebook import Rulebook

KNOWN = Settings(teachers=(TEACHER,), teacher_absent=True)
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


@examples(4)
@given(conversations(), st.randoms(use_true_random=False))
def test_order_of_words_and_conditions_changes_no_byte(conversation: Conversation, chance: random.Random):
    chat = chat_of(conversation)
    rulebook = in_another_order(shipped_rules(), ("lists", "conditions", "fitted"), chance)

    assert bytes_of(report_on(chat, KNOWN, rulebook)) == bytes_of(report_on(chat, KNOWN))


@pytest.mark.usefixtures("judged_quickly")
@examples(4)
@given(conversations(), st.randoms(use_true_random=False))
def test_order_of_rules_is_that_of_what_they_give_and_changes_nothing_else(conversation: Conversation, chance: random.Random):
    """Whoever writes a rulebook decides what a report shows first."""
    chat = chat_of(conversation)
    rulebook = in_another_order(shipped_rules(), ("rules", "recommendation_of"), chance)

    assert by_rule(report_on(chat, KNOWN, rulebook)) == by_rule(report_on(chat, KNOWN))


def contents_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def batch_of(folder: Path, output: Path, *arguments: object) -> dict[str, bytes]:
    """Audit a folder by the small rulebook; return the files of reports, the store of results aside."""
    outcome = run("batch", folder, "--output", output, "--rules", MEMO, "--format", "json,html,csv", *arguments)
    assert outcome.code == 0, outcome.err
    return {name: content for name, content in contents_of(output).items() if not name.startswith(".")}


def write_chats(folder: Path, conversation: Conversation, count: int) -> None:
    for number in range(count):
        place = folder / f"Школа {number % 2}" / f"{number}А"
        place.mkdir(parents=True)
        WRITERS[number % len(WRITERS)](conversation, place)


@examples(1)
@given(conversations(), st.integers(2, 5))
def test_number_of_jobs_changes_no_byte(conversation: Conversation, count: int):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_chats(folder / "chats", conversation, count)

        assert batch_of(folder / "chats", folder / "one", "--jobs", 1) == batch_of(folder / "chats", folder / "three", "--jobs", 3)


def unordered(real: Callable[..., Any], chance: random.Random) -> Callable[..., Iterator[Any]]:
    """A listing of a folder in whatever order a file system may give."""

    def listing(*arguments: Any, **keys: Any) -> Iterator[Any]:
        found = list(real(*arguments, **keys))
        return iter(chance.sample(found, len(found)))

    return listing


@examples(2)
@given(conversations(), st.randoms(use_true_random=False))
def test_order_of_files_in_a_folder_changes_no_byte(conversation: Conversation, chance: random.Random):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_chats(folder / "chats", conversation, 4)
        expected = batch_of(folder / "chats", folder / "one", "--jobs", 1)
        with (
            mock.patch.object(Path, "glob", unordered(Path.glob, chance)),
            mock.patch.object(Path, "rglob", unordered(Path.rglob, chance)),
            mock.patch.object(Path, "iterdir", unordered(Path.iterdir, chance)),
            mock.patch.object(os, "listdir", lambda *places: list(unordered(LISTDIR, chance)(*places))),
        ):
            shuffled = batch_of(folder / "chats", folder / "other", "--jobs", 1)

        assert shuffled == expected


LISTDIR = os.listdir


@examples(1)
@given(conversations(), st.sampled_from(("ru_RU.UTF-8", "tr_TR.UTF-8", "C")))
def test_locale_changes_no_byte(conversation: Conversation, locale: str):
    with tempfile.TemporaryDirectory() as name:
        export = write_json(conversation, Path(name))
        printed = [scan_under(each, export) for each in ("en_US.UTF-8", locale)]

    assert printed[0] == printed[1]


def scan_under(locale: str, export: Path) -> bytes:
    environment = os.environ | {"LC_ALL": locale, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "chataudit", "scan", str(export), "--rules", str(MEMO), "--format", "json"]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout
