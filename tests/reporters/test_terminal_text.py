"""The gate between strangers' text and a terminal."""

import sys
import unicodedata

import pytest

from chataudit.reporters.terminal_text import one_line, shorten, visible

KEPT = "\n\t\u200d"
ACTING = ("Cc", "Cf", "Cs", "Zl", "Zp")
OBEYED = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in ACTING and char not in KEPT]


def test_every_code_point_that_acts_is_written_out() -> None:
    shown = visible("".join(OBEYED))
    assert shown.isascii()
    assert shown.isprintable()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;взлом\x07", "\\u001b]0;взлом\\u0007"),
        ("\x9b31m", "\\u009b31m"),
        ("кот\u202eток", "кот\\u202eток"),
        ("\u2028", "\\u2028"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041", "\\U000e0041"),
    ],
)
def test_what_acts_is_shown_by_its_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Ё, «й» — №\u00a05", "👨‍👩‍👧 ❤️ 👍🏽", "строка\nвторая\tслово", "e\u0301", "\U0001faea", "[b]:smile:"])
def test_what_only_shows_is_spared(text: str) -> None:
    assert visible(text) == text


def test_line_ends_get_a_mark_in_one_line() -> None:
    assert one_line("раз \n\n два\r\nтри\tчетыре", " ↵ ") == "раз ↵ два ↵ три четыре"


def test_a_lone_carriage_return_cannot_overwrite_a_line() -> None:
    assert one_line("раз\rдва") == "раз\\u000dдва"


def test_a_short_text_is_not_cut() -> None:
    assert shorten("ровно десять", 12) == "ровно десять"


def test_a_long_text_is_cut_between_words() -> None:
    assert shorten("собрание перенесли на четверг", 24) == "собрание перенесли на…"


def test_a_text_without_blanks_is_cut_anyway() -> None:
    assert shorten("а" * 1000, 10) == "а" * 10 + "…"


def test_a_cut_leaves_no_joiner_behind() -> None:
    assert shorten("👨‍👩‍👧", 4) == "👨‍👩…"
