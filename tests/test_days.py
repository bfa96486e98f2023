"""Days as people write them, and ages."""

from datetime import date

import pytest

from chataudit.days import parse_day, parse_day_or_age

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("text", ["2026-09-03", "03.09.2026", "3.9.2026", "2026/09/03", "3 Sep 2026"])
def test_usual_ways_of_writing_a_day_agree(text: str):
    assert parse_day(text) == date(2026, 9, 3)


@pytest.mark.parametrize("text", ["", "вчера", "09.2026", "3.9", "31.02.2026", "2026", "10:00", "9" * 30])
def test_what_leaves_the_day_open_is_none(text: str):
    with pytest.raises(ValueError, match=r".*"):
        parse_day(text)


@pytest.mark.parametrize(
    ("text", "day"), [("30d", "2026-10-23"), ("2w", "2026-11-08"), ("0d", "2026-11-22"), ("7 д", "2026-11-15"), ("1н", "2026-11-15")]
)
def test_age_counts_back_from_today(text: str, day: str):
    assert parse_day_or_age(text, TODAY).isoformat() == day


@pytest.mark.parametrize("text", ["30", "d", "-3d", "1y", "9999999d", "9999w9"])
def test_other_ages_are_none(text: str):
    with pytest.raises(ValueError, match=r".*"):
        parse_day_or_age(text, TODAY)
