"""Texts of strangers in every field, in every form of a report: it reopens in its own reader and is built as that of a harmless chat."""

import json
from collections.abc import Callable
from functools import cache

import pytest
from conftest import build_harmless_report
from hostile_texts import FIELDS, HARMLESS, PAYLOADS
from reading_back import READERS, acting, open_book, render

from chataudit.findings import Report
from chataudit.reporters import REPORTERS


@cache
def harmless(form: str, field: str) -> object:
    return READERS[form](render(form, FIELDS[field](build_harmless_report(), HARMLESS)))


def test_every_report_has_a_reader() -> None:
    assert set(READERS) == set(REPORTERS)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_report_is_built_as_that_of_a_harmless_chat(form: str, field: str, payload: str) -> None:
    assert READERS[form](render(form, FIELDS[field](build_harmless_report(), PAYLOADS[payload]))) == harmless(form, field)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("payload", [name for name in PAYLOADS if not name.startswith("very long")])
def test_report_is_built_so_too_where_rules_and_ids_are_hostile(poisoned: Callable[[str], Report], form: str, payload: str) -> None:
    content = render(form, poisoned(PAYLOADS[payload] + " "), show_all=True)
    assert READERS[form](content) == READERS[form](render(form, poisoned(HARMLESS + " "), show_all=True))


@pytest.mark.parametrize("form", [form for form in READERS if form != "xlsx"])
@pytest.mark.parametrize("payload", ["escape", "bidi", "nul", "separators", "no characters", "lone surrogate"])
def test_nothing_that_acts_is_left(poisoned: Callable[[str], Report], form: str, payload: str) -> None:
    assert not acting(render(form, poisoned(PAYLOADS[payload])).decode("utf-8"))


@pytest.mark.medium("xlsx")
@pytest.mark.parametrize("payload", ["escape", "bidi", "nul", "separators", "no characters", "lone surrogate"])
def test_nothing_that_acts_is_left_in_a_cell(poisoned: Callable[[str], Report], payload: str) -> None:
    book = open_book(render("xlsx", poisoned(PAYLOADS[payload])))
    assert not acting("".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row))


@pytest.mark.medium("sarif")
@pytest.mark.parametrize("payload", ["escape", "bidi", "nul", "separators", "device control", "overwriting"])
def test_nothing_that_acts_is_left_in_what_a_viewer_of_sarif_shows(poisoned: Callable[[str], Report], payload: str) -> None:
    shown: list[str] = []
    json.loads(
        render("sarif", poisoned(PAYLOADS[payload])), object_pairs_hook=lambda pairs: shown.extend(text for _, text in pairs if isinstance(text, str))
    )
    assert shown
    assert not acting("".join(shown))


@pytest.mark.parametrize("form", READERS)
def test_emoji_and_letters_stand_as_they_are(report: Report, form: str) -> None:
    if form == "xlsx":
        book = open_book(render(form, report))
        text = "".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    else:
        text = render(form, report).decode()
    assert "Семья 👨‍👩‍👧 Орловых" in text


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_same_report_gives_the_same_bytes(make_report: Callable[..., Report], form: str, language: str) -> None:
    assert render(form, make_report(language)) == render(form, make_report(language))
