"""Texts of strangers in every field of a batch: its page, its JSON, its lines and its tables are built as those of harmless schools."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import msgspec
import pytest
from hostile_texts import HARMLESS, PAYLOADS
from lxml import html
from reading_back import READERS, acting, open_book
from test_batch_page import audited, render, row, summary

from chataudit.batch.summary import Row, Standing, Summary
from chataudit.findings import RulebookName
from chataudit.reporters.batch_csv import write_batch_csv
from chataudit.reporters.batch_json import write_batch_json
from chataudit.reporters.batch_text import tell_batch
from chataudit.reporters.batch_xlsx import write_batch_xlsx

SHORT = [name for name in PAYLOADS if not name.startswith("very long")]


def rows_of_kinds() -> list[Row]:
    unlisted = Standing(15, "violated", "Группа открыта.", 1, ["R15.open_group"], [])
    return [
        msgspec.structs.replace(audited(), listed=False),
        row("5Г.zip", status="unread", reason="Архив повреждён."),
        row("6Д", status="no_chat", recommendations=[unlisted]),
    ]


def _in_rows(**change: str) -> Summary:
    return summary(*(msgspec.structs.replace(each, **change) for each in rows_of_kinds()))


def _in_results(change: Callable[[Row], dict[str, object]]) -> Summary:
    return summary(*(msgspec.structs.replace(each, result=msgspec.structs.replace(each.result, **change(each))) for each in rows_of_kinds()))


def _standings(text: str, each: Row) -> list[Standing]:
    return [msgspec.structs.replace(standing, reason=text) for standing in each.result.recommendations]


def _rulebook(text: str) -> Summary:
    made = _in_rows()
    shares = [msgspec.structs.replace(each, title=text) for each in made.recommendations]
    return msgspec.structs.replace(made, recommendations=shares, rulebook=RulebookName(text, text, text))


FIELDS: dict[str, Callable[[str], Summary]] = {
    "folder and file name": lambda text: _in_rows(place=text),
    "school": lambda text: _in_rows(school=text),
    "class": lambda text: _in_rows(school_class=text),
    "teacher of the manifest": lambda text: _in_rows(teacher=text),
    "teacher of the chat": lambda text: _in_results(lambda _: {"teachers": [text, text]}),
    "title": lambda text: _in_results(lambda _: {"title": text}),
    "reason": lambda text: _in_results(lambda each: {"reason": each.result.reason and text}),
    "verdict's reason": lambda text: _in_results(lambda each: {"recommendations": _standings(text, each)}),
    "address of a report": lambda text: _in_results(lambda each: {"reports": each.result.reports and {"html": f"chats/{text}.html"}}),
    "rulebook": _rulebook,
}


def to_json(shown: Summary) -> bytes:
    return written(write_batch_json, shown)


def written(write: Callable[[Summary, BinaryIO], None], shown: Summary) -> bytes:
    out = io.BytesIO()
    write(shown, out)
    return out.getvalue()


@pytest.mark.medium("batch page")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", [name for name in SHORT if name != "lone surrogate"])  # no file name has half a character
def test_page_is_built_as_that_of_harmless_schools(field: str, payload: str) -> None:
    hostile, harmless = (render(FIELDS[field](text)).encode() for text in (PAYLOADS[payload], HARMLESS))

    assert READERS["html"](hostile) == READERS["html"](harmless)
    assert not acting(hostile.decode())


@pytest.mark.parametrize("words", [PAYLOADS[name] for name in SHORT if name != "lone surrogate"])
def test_address_is_made_of_safe_characters_only(words: str) -> None:
    page = html.document_fromstring(render(FIELDS["address of a report"](words)).encode())

    addresses = page.xpath("//table[@class='chats']//@href")
    assert len(addresses) == 1
    assert re.fullmatch(r"chats/[\w%./~-]+", addresses[0], re.ASCII)


@pytest.mark.medium("batch json")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", SHORT)
def test_json_is_built_so_too_and_a_row_a_line(field: str, payload: str) -> None:
    hostile, harmless = (to_json(FIELDS[field](text)) for text in (PAYLOADS[payload], HARMLESS))

    assert READERS["json"](hostile) == READERS["json"](harmless)
    assert len(hostile.splitlines()) == len(harmless.splitlines())
    assert not acting(hostile.decode())
    assert len(json.loads(hostile)["rows"]) == 3


@pytest.mark.medium("batch lines")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", SHORT)
def test_lines_for_a_terminal_are_as_many_and_none_is_a_command(field: str, payload: str) -> None:
    hostile, harmless = (tell_batch(FIELDS[field](text), Path("отчёты")) for text in (PAYLOADS[payload], HARMLESS))

    assert len(hostile.split("\n")) == len(harmless.split("\n"))
    assert not acting(hostile)
    assert not re.search(r"^\s*::|##\[", hostile, re.MULTILINE)


@pytest.mark.medium("batch lines")
@pytest.mark.parametrize("payload", ["escape", "bidi", "device control", "old command"])
def test_folder_of_the_reports_is_told_so_too(payload: str) -> None:
    told = tell_batch(summary(audited()), Path(PAYLOADS[payload]))

    assert not acting(told)
    assert "##[" not in told


@pytest.mark.medium("batch xlsx")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_workbook_is_built_so_too(field: str, payload: str) -> None:
    hostile, harmless = (written(write_batch_xlsx, FIELDS[field](text)) for text in (PAYLOADS[payload], HARMLESS))

    assert READERS["xlsx"](hostile) == READERS["xlsx"](harmless)
    assert not acting("".join(str(cell.value) for sheet in open_book(hostile) for row in sheet.iter_rows() for cell in row))


@pytest.mark.medium("batch csv")
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_csv_is_built_so_too(field: str, payload: str) -> None:
    hostile, harmless = (written(write_batch_csv, FIELDS[field](text)) for text in (PAYLOADS[payload], HARMLESS))

    assert READERS["csv"](hostile) == READERS["csv"](harmless)
    assert not acting(hostile.decode())
