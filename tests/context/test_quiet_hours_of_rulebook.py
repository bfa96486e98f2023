"""Announcements as teachers write them, and the hours and days that the built-in rulebook reads out of them.

The table: an announcement, the hours from and to which the chat works («-» where it leaves that side open), and the ISO weekdays.
"""

import csv
from pathlib import Path

import numpy as np
import pytest

from chataudit.context.quiet_hours import WorkingHours, establish_hours, read_hours
from chataudit.rulebook.rulebook import Rulebook
from chataudit.trials.trial import Example, ask_about

with Path(__file__).with_name("quiet_hours_of_rulebook.tsv").open(encoding="utf-8", newline="") as lines:
    TABLE = [tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def read(text: str, rulebook: Rulebook) -> tuple[str, str]:
    hours = read_hours(text, rulebook.context.hours) or (None, None)
    start, end = ("-" if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}" for minutes in hours)
    return start, end


@pytest.mark.parametrize(("text", "start", "end", "days"), TABLE)
def test_hours_and_days_of_an_announcement(text: str, start: str, end: str, days: str, builtin_rulebook: Rulebook) -> None:
    answers, _ = ask_about(builtin_rulebook, Example(teacher=text))
    assert answers.context is not None
    scene = answers.context.scene

    period = establish_hours(scene, np.ones(scene.size, dtype=bool), builtin_rulebook.context.hours, None)[-1]

    assert read(text, builtin_rulebook) == (start, end)
    assert "".join(map(str, period.days)) == days


def hours_after(example: str | Example, rulebook: Rulebook) -> list[WorkingHours]:
    """The periods of a chat of one message, the default first."""
    answers, _ = ask_about(rulebook, example)
    assert answers.context is not None
    return answers.context.hours


def test_hours_that_the_teacher_announces_hold_in_the_chat(builtin_rulebook: Rulebook) -> None:
    announced = hours_after(Example(teacher="Голубчики, в чат пишем по будням с 8 до 19:30"), builtin_rulebook)[-1]

    assert (announced.origin, announced.start, announced.end, announced.days) == ("announced", 8 * 60, 19 * 60 + 30, (1, 2, 3, 4, 5))


def test_hours_that_a_parent_wishes_for_do_not(builtin_rulebook: Rulebook) -> None:
    assert len(hours_after("Голубчики, может, в чат писать по будням с 8 до 19:30?", builtin_rulebook)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Макулатуру сдаём до 15 ноября",
        "Тетради по 12 листов, от 3 до 5 штук",
        "Ёлка для 1-4 классов в актовом зале",
        "Изостудия с 14:00 до 15:30",
        "Взнос на подарки до 900 рублей",
        "Доктор смотрит детей с 9 до 11",
        "Поделки жду к 25 числу, после 18 сад закрыт",
    ],
)
def test_times_of_other_things_leave_the_hours_as_they_were(text: str, builtin_rulebook: Rulebook) -> None:
    assert len(hours_after(Example(teacher=text), builtin_rulebook)) == 1
