"""A chat exported as a table and read back is the same chat, and gets the same report."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from command_line import MEMO, ROOT, run
from parsers.telegram_exports import export as telegram
from parsers.telegram_exports import message, service
from renew_samples import SAMPLES

from chataudit.chat import PARTICIPANT_COLUMNS, Chat, Skipped
from chataudit.config import find_config, read_config
from chataudit.exporting.writing import FORMS, export_chat
from chataudit.messages import COLUMNS
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.table_schema import MESSAGE_FIELDS, PARTICIPANT_FIELDS

HAS_PYARROW = bool(__import__("importlib.util").util.find_spec("pyarrow"))
FORM = pytest.mark.parametrize(
    "form", [pytest.param(each, marks=pytest.mark.skipif(each == "parquet" and not HAS_PYARROW, reason="pyarrow is not installed")) for each in FORMS]
)
HOSTILE = [
    "=1+1",
    "+7 900",
    "-",
    "@ольга",
    "'",
    "'=1",
    "\tтаб",
    "две\r\nстроки\rи\nещё",
    'кавычки ", и ;',
    "",
    " ",
    "\\N",
    "null",
    "\u2028\u202e",
    "NA",
    "ноль\0",
]


def assert_same(one: Chat, other: Chat) -> None:
    pd.testing.assert_frame_equal(one.messages, other.messages)
    pd.testing.assert_frame_equal(one.participants, other.participants)
    for name in ("title", "platform", "source", "hides", "warnings", "truncated", "timezone"):
        assert getattr(one, name) == getattr(other, name), name


def read_sample(sample: Path) -> Chat:
    config = find_config(sample)
    assert config is not None
    settings = read_config(config)
    return read_chat(sample, ReadOptions(settings.chat, settings.date_order, settings.timezone, settings.me))


@pytest.fixture
def hostile(tmp_path: Path) -> Chat:
    """A chat whose every text is a trap for a table."""
    path = tmp_path / "result.json"
    rows = [message(n, text, forwarded_from=text or None, **{"from": text or "Ольга"}) for n, text in enumerate(HOSTILE, 1)]
    path.write_bytes(telegram(*rows, service(90, "invite_members", members=["=Олег", "'Анна"]), message(91, "да", reply_to_message_id=3)))
    chat = read_chat(path, ReadOptions())
    return replace(
        chat, title="=ЧАТ", warnings=(Skipped("parsers.missing_page", {"name": "'=x"}), Skipped("parsers.dateless", {"count": 3}, 7)), truncated=True
    )


@FORM
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_is_read_back_as_the_same_chat(tmp_path: Path, sample: Path, form: str):
    chat = read_sample(sample)

    export_chat(chat, form, tmp_path / "table", ())

    assert_same(read_chat(tmp_path / "table", ReadOptions()), chat)


@FORM
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_table_of_a_sample_gets_the_same_report(tmp_path: Path, sample: Path, form: str):
    table = tmp_path / "table.zip"
    assert run("export", sample, "--to", form, "--output", table).code == 0

    report = run("scan", table, "--config", find_config(sample), "--format", "json").report

    expected: Any = json.loads((sample / "expected.json").read_text(encoding="utf-8"))
    for key in ("score", "score_low", "score_high", "recommendations", "findings", "evidence", "chat"):
        assert report[key] == expected[key], key


@FORM
@pytest.mark.parametrize("name", ["table", "table.zip"])
def test_texts_that_tables_stumble_over_read_back_verbatim(tmp_path: Path, hostile: Chat, form: str, name: str):
    export_chat(hostile, form, tmp_path / name, ())

    assert_same(read_chat(tmp_path / name, ReadOptions()), hostile)


def test_no_cell_of_a_csv_is_a_formula(tmp_path: Path, hostile: Chat):
    export_chat(hostile, "csv", tmp_path / "table", ())

    for name in ("messages.csv", "participants.csv"):
        cells = [cell for row in csv.reader(io.StringIO((tmp_path / "table" / name).read_text(encoding="utf-8-sig"), newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_same_chat_gives_the_same_bytes(tmp_path: Path, hostile: Chat):
    for name in ("one.zip", "two.zip"):
        export_chat(hostile, "csv", tmp_path / name, ())

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_half_a_character_is_shown_as_damaged(tmp_path: Path, make_chat: Callable[..., Chat]):
    chat = make_chat("[10:00] Ольга: раз")
    chat.messages["text"] = pd.Series(["а\ud83d"], dtype="str")

    export_chat(chat, "jsonl", tmp_path / "table", ())

    assert read_chat(tmp_path / "table", ReadOptions()).messages["text"].tolist() == ["а\ufffd"]


def test_every_column_of_a_chat_is_in_the_table_but_those_that_are_computed():
    assert set(COLUMNS) - set(MESSAGE_FIELDS) == {"n", "album"}
    assert list(PARTICIPANT_FIELDS) == list(PARTICIPANT_COLUMNS)


# The command


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "result.json"
    path.write_bytes(telegram(message(1, "Добрый день"), message(2, "Собрание в среду")))
    return path


def test_command_says_what_it_wrote_and_that_nothing_is_hidden(tmp_path: Path, source: Path):
    told = run("export", source, "-o", tmp_path / "t.zip")

    assert (told.code, told.out) == (0, "")
    assert "2\u00a0строки чата, 1\u00a0участник" in told.err
    assert "не скрыты" in told.err
    assert zipfile.ZipFile(tmp_path / "t.zip").namelist() == ["chat.json", "messages.csv", "participants.csv"]


def test_without_a_place_a_zip_beside_the_user_is_written(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    assert run("export", source).code == 0
    assert (tmp_path / "result-table.zip").is_file()


def test_export_itself_is_not_written_over(tmp_path: Path, source: Path):
    table = tmp_path / "t.zip"
    run("export", source, "-o", table)
    before = table.read_bytes()

    assert run("export", table, "--to", "jsonl", "-o", table).code == 2
    assert table.read_bytes() == before


@pytest.mark.parametrize(("arguments", "code"), [(["--to", "xml"], 2), ([], 2), (["нет.json"], 3)])
def test_mistakes_are_told_in_a_sentence(tmp_path: Path, source: Path, arguments: list[str], code: int):
    given = arguments if arguments == ["нет.json"] or not arguments else [str(source), *arguments]

    told = run("export", *given)

    assert told.code == code
    assert told.sentence()


def test_schema_names_every_field_with_its_type():
    described = json.loads(run("export", "--schema").out)

    messages, participants = (each["schema"] for each in described["resources"])
    assert [each["name"] for each in messages["fields"]] == list(MESSAGE_FIELDS)
    assert [each["name"] for each in participants["fields"]] == list(PARTICIPANT_FIELDS)
    assert {each["type"] for each in messages["fields"]} == {"string", "integer", "boolean", "datetime"}
    (kind,) = (each for each in messages["fields"] if each["name"] == "kind")
    assert "sticker" in kind["constraints"]["enum"]


def test_missing_library_is_told(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)

    told = run("export", source, "--to", "parquet", "-o", tmp_path / "t")

    assert (told.code, told.sentence().count("chataudit[parquet]")) == (2, 1)


def test_moments_of_participants_survive(tmp_path: Path, make_chat: Callable[..., Chat]):
    chat = make_chat("[10:00] Ольга: раз")
    people = chat.participants.copy()
    people["joined_at"] = pd.Series([datetime.fromisoformat("2024-09-02T10:00:00")] * len(people)).astype("datetime64[s]")
    chat = replace(chat, participants=people)

    export_chat(chat, "csv", tmp_path / "table", ())

    assert_same(read_chat(tmp_path / "table", ReadOptions()), chat)


def test_table_may_be_scanned_by_a_small_rulebook(source: Path, tmp_path: Path):
    run("export", source, "--to", "jsonl", "-o", tmp_path / "t")

    assert run("scan", tmp_path / "t", "--rules", MEMO, "--format", "json").report["chat"]["source"] == "result.json"
    assert (ROOT / "samples").is_dir()
