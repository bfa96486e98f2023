"""Numbers that no messenger writes: of reactions, of pages, of clocks; and brackets without end where the file is damaged besides."""

from datetime import datetime
from pathlib import Path

import pytest
from parsers.telegram_exports import export, keys_of, message, read
from parsers.vk_archives import GROUP, Said, archive, conversation, pack

from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.telegram_cells import MOST_REACTIONS

PAGES = Path(__file__).parent / "cases" / "telegram_html" / "two_pages"


@pytest.mark.parametrize(("count", "kept"), [(3, 3), (2**40, MOST_REACTIONS), (-5, 0)])
def test_reactions_of_json_fit_their_column(tmp_path: Path, count: int, kept: int):
    seen = [{"type": "emoji", "count": 1, "emoji": "👍"}]
    chat = read(tmp_path, export(message(1, reactions=[{"type": "emoji", "count": count, "emoji": "👍"}]), message(2, reactions=seen)))

    assert chat.messages["reactions"].tolist() == [kept, 1]


@pytest.mark.parametrize(("count", "kept"), [("3", 3), ("9" * 5000, 999_999)])
def test_reactions_of_a_page_do(tmp_path: Path, count: str, kept: int):
    when = '<div class="pull_right date details" title="13.02.2024 09:00:00">09:00</div>'
    reactions = f'<span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="count">{count}</span></span></span>'
    row = f'<div class="body">{when}<div class="from_name">Ольга</div><div class="text">а</div>{reactions}</div>'
    page = f'<!DOCTYPE html><html><body><div class="history"><div class="message default clearfix" id="message1">{row}</div></div></body></html>'
    (tmp_path / "messages.html").write_text(page, encoding="utf-8")

    assert read_chat(tmp_path, ReadOptions()).messages["reactions"].tolist() == [kept]


def test_a_page_of_a_number_far_off_makes_no_thousands_of_missing_ones(tmp_path: Path):
    for number, name in (("", "messages.html"), ("3", "messages2.html"), ("9999999", "messages2.html")):
        (tmp_path / f"messages{number}.html").write_bytes((PAGES / name).read_bytes())

    missing = [warning for warning in read_chat(tmp_path, ReadOptions()).warnings if warning.key == "parsers.missing_page"]

    assert missing[0].details["name"] == "messages2.html"
    assert len(missing) < 200


def test_a_file_named_as_a_page_of_a_number_of_thousands_of_digits_is_none(tmp_path: Path):
    """A zip may name it so: no folder can."""
    page = (PAGES / "messages.html").read_bytes()
    alone = read_chat(pack(tmp_path / "a.zip", {"messages.html": page}), ReadOptions())
    beside = read_chat(pack(tmp_path / "b.zip", {"messages.html": page, f"messages{'9' * 5000}.html": b"x"}), ReadOptions())

    assert len(beside.messages) == len(alone.messages)


def test_a_conversation_of_a_number_of_thousands_of_digits_is_none(tmp_path: Path):
    said = [Said(1, datetime(2024, 9, 2, 10), "Ольга Краснова", "Добрый день")]  # noqa: DTZ001  - as VK writes it
    files = archive({GROUP: ("Класс 2Б", conversation("Класс 2Б", said)), "9" * 5000: ("Класс 2Б", {})})

    assert len(read_chat(pack(tmp_path / "vk.zip", files), ReadOptions()).messages) == 1


@pytest.mark.parametrize(("ahead_h", "known"), [(3, True), (14, True), (15, False), (24 * 365, False)])
def test_clock_that_runs_by_no_zone_tells_no_offset(tmp_path: Path, ahead_h: int, known: bool):
    said = message(1)
    unix = 1725271260 - 3600 * ahead_h  # 10:01 in local time
    chat = read(tmp_path, export(said | {"date_unixtime": str(unix)}))

    assert chat.messages["utc_offset_min"].notna().tolist() == [known]
    assert ("offsets" in chat.hides) is not known


def test_brackets_without_end_in_a_damaged_file_are_refused(tmp_path: Path):
    """Whatever reads the whole file would refuse them by itself; what reads it piece by piece has to count."""
    damaged = export(message(1), message(2)).replace(b'"id": 2', b'"id": 2 2')
    deep = damaged.replace(b'"id": 1,', b'"id": 1, "x": ' + b"[" * 500 + b"]" * 500 + b",", 1)
    assert keys_of(read(tmp_path, damaged)) == ["parsers.truncated"]

    with pytest.raises(ExportError, match=r"parsers\.too_deep"):
        read(tmp_path, deep)


def ids_or_refusal(folder: Path, content: bytes) -> list[str] | str:
    try:
        return read(folder, content).messages["id"].tolist()
    except ExportError as refused:
        return refused.key


@pytest.mark.parametrize("key", ["text", "new_key"])
def test_brackets_as_many_as_just_can_be_read_cost_one_message_or_are_refused(tmp_path: Path, key: str):
    """Python's limit counts from where a decoder is called: what the whole file passes, one message of it may not."""
    whole = export(message(1), message(2) | {key: "@"}, message(3))
    for depth in range(880, 1000):
        told = ids_or_refusal(tmp_path, whole.replace(b'"@"', b"[" * depth + b"]" * depth))

        assert told == "parsers.too_deep" or {"1", "3"} <= set(told)
