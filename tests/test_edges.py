"""What is exactly as long, as deep or as many as a limit allows is taken, and the next is not; the other edges stand beside their limits."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import MEMO, run
from parsers.telegram_exports import export, message
from tiny_rulebooks import message_rule

from chataudit import config
from chataudit.config import read_roster
from chataudit.errors import ConfigError, ExportError
from chataudit.matching.scalars import parse_expression
from chataudit.matching.work import MAX_WAYS
from chataudit.parsers import read_chat, zips
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.strange import MAX_NAME, MAX_NAMES
from chataudit.parsers.telegram_damaged import MAX_DEPTH
from chataudit.quoting import EXCERPT_CHARACTERS
from chataudit.rulebook.loader import MAX_WEIGHT
from chataudit.strict_yaml import BadScalar

WHATSAPP = "13.02.2024, 09:00 - Ольга: да\n13.02.2024, 09:01 - Ирина: да\n".encode()


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A zip that packs nothing: its text takes as much room as it is long."""
    path = tmp_path / "чат.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("_chat.txt", WHATSAPP)
    return path


def test_text_packed_as_well_as_may_be_is_no_bomb(monkeypatch: pytest.MonkeyPatch, stored: Path):
    monkeypatch.setattr(zips, "RATIO_FROM_BYTES", 0)
    monkeypatch.setattr(zips, "MAX_RATIO", 1)

    assert len(read_chat(stored, ReadOptions()).messages) == 2


def test_text_as_long_as_may_be_packed_anyhow_is_no_bomb(monkeypatch: pytest.MonkeyPatch, stored: Path):
    monkeypatch.setattr(zips, "MAX_RATIO", 0)
    monkeypatch.setattr(zips, "RATIO_FROM_BYTES", len(WHATSAPP))
    assert len(read_chat(stored, ReadOptions()).messages) == 2

    monkeypatch.setattr(zips, "RATIO_FROM_BYTES", len(WHATSAPP) - 1)
    with pytest.raises(ExportError):
        read_chat(stored, ReadOptions())


def damaged(path: Path, depth: int) -> Path:
    """Write an export that ends in its middle, with brackets so deep within the second message."""
    whole = export(message(1), message(2, extra=0))
    around = 3  # the object of the chat, the list of messages, the message
    path.write_bytes(whole.replace(b'"extra": 0', b'"extra": ' + b"[" * (depth - around) + b"]" * (depth - around) + b" ,").rstrip()[:-1])
    return path


def test_brackets_of_a_damaged_json_as_deep_as_may_be_are_read(tmp_path: Path):
    assert len(read_chat(damaged(tmp_path / "result.json", MAX_DEPTH), ReadOptions()).messages) >= 1
    with pytest.raises(ExportError) as refused:
        read_chat(damaged(tmp_path / "result.json", MAX_DEPTH + 1), ReadOptions())

    assert refused.value.key == "parsers.too_deep"


def test_roster_as_large_as_may_be_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "roster.csv"
    path.write_text("child,parent\nИванов Пётр,Иванова Ольга\n", encoding="utf-8")
    monkeypatch.setattr(config, "MAX_ROSTER_BYTES", path.stat().st_size)
    assert len(read_roster(path)) == 1

    monkeypatch.setattr(config, "MAX_ROSTER_BYTES", path.stat().st_size - 1)
    with pytest.raises(ConfigError):
        read_roster(path)


def warnings_of(tmp_path: Path, *keys: str) -> list[str]:
    path = tmp_path / "result.json"
    path.write_bytes(export(message(1, **dict.fromkeys(keys, 1))))
    return [str(each.details) for each in read_chat(path, ReadOptions()).warnings]


def test_name_as_long_as_may_be_is_told_whole(tmp_path: Path):
    assert any("x" * MAX_NAME in each for each in warnings_of(tmp_path, "x" * MAX_NAME))
    assert not any("x" * MAX_NAME in each for each in warnings_of(tmp_path, "x" * (MAX_NAME + 1)))


def test_as_many_names_as_may_be_are_told(tmp_path: Path):
    names = [f"unknown_{number}" for number in range(MAX_NAMES)]

    assert len(warnings_of(tmp_path, *names)) == MAX_NAMES


def test_recommendation_as_weighty_as_may_be_is_taken(tmp_path: Path):
    for path in MEMO.iterdir():
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8").replace("weight: 3", f"weight: {MAX_WEIGHT}"), encoding="utf-8")

    assert run("rules", "list", "--rules", tmp_path).code == 0


def test_longest_span_of_time_is_taken(make_rulebook: Callable[..., object]):
    assert make_rulebook(message_rule("{quiet_before: 99999d}"))


def test_expression_with_as_many_ways_as_may_be_is_taken():
    at_most = "абв" + "а{0,9}" * 5
    assert MAX_WAYS == 10**5

    assert parse_expression(at_most)
    with pytest.raises(BadScalar):
        parse_expression(at_most + "а?а")


def test_quote_as_long_as_may_be_is_whole(tmp_path: Path):
    words = ("Что-то там. " * EXCERPT_CHARACTERS)[: EXCERPT_CHARACTERS - 1] + "!"
    path = tmp_path / "result.json"
    path.write_bytes(export(*(message(number, text, media_type="voice_message", file="a.ogg") for number, text in ((1, words), (2, words + "!")))))

    found = json.loads(run("scan", path, "--rules", MEMO, "--format", "json").out)["findings"]

    assert [each["excerpt"] for each in found if each["rule"] == "M01.voice"] == [words, words[:-1] + "…"]
