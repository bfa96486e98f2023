"""Hours announced, set or taken by default, and the messages outside them. 2 September 2024 is a Monday."""

from collections.abc import Callable

import numpy as np
import pytest
from tiny_rulebooks import TINY_RULES

from chataudit.conditions.scene import Scene
from chataudit.config import QuietHoursSetting
from chataudit.context.quiet_hours import WorkingHours, establish_hours, outside_hours, read_hours
from chataudit.context.rules import ContextRules, HoursSigns
from chataudit.matching.scalars import SCALARS, Clock
from chataudit.rulebook.rulebook import RuleFile
from chataudit.strict_yaml import Reading, read_yaml


@pytest.fixture(scope="module")
def signs() -> HoursSigns:
    file = read_yaml(TINY_RULES, RuleFile, Reading("tiny", dict(SCALARS)))
    assert file is not None
    assert isinstance(file.context, ContextRules)
    return file.context.hours


def clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60}:{minutes % 60:02}"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Пишем с 8:00 до 20:00", ("8:00", "20:00")),
        ("пишем с 8 утра до 8 вечера", ("8:00", "20:00")),
        ("на связи с восьми до 19", ("8:00", "19:00")),
        ("с 8 до 8, пожалуйста", ("8:00", "20:00")),
        ("С\u00a07:30 до 19:45", ("7:30", "19:45")),
        ("после 21 тишина", (None, "21:00")),
        ("урок с 13 до 14, а пишем с 8 до 20", ("8:00", "20:00")),
        ("с 7 до 9", ("7:00", "21:00")),
        ("тишина с 21 до 7", ("7:00", "21:00")),
        ("не пишем после 9", (None, "21:00")),
    ],
)
def test_hours_are_read_out_of_an_announcement(text: str, hours: tuple[str | None, str | None], signs: HoursSigns) -> None:
    read = read_hours(text, signs)

    assert read is not None
    assert (clock(read[0]), clock(read[1])) == hours


@pytest.mark.parametrize("text", ["Доброе утро", "урок с 13 до 14", "прогулка после 14", "сдаём с 25 до 30", "восемь человек"])
def test_text_without_hours_of_a_working_day_names_none(text: str, signs: HoursSigns) -> None:
    assert read_hours(text, signs) is None


@pytest.mark.parametrize("text", ["пишем с 0:00 до 24:00", "пишем с 1 до 23"])
def test_span_that_leaves_no_night_names_none(text: str, signs: HoursSigns) -> None:
    assert read_hours(text, signs) is None


def test_span_of_the_longest_working_day_is_read(signs: HoursSigns) -> None:
    read = read_hours("пишем с 5 до 23", signs)

    assert read is not None
    assert (clock(read[0]), clock(read[1])) == ("5:00", "23:00")


def periods(scene: Scene, signs: HoursSigns, setting: QuietHoursSetting | None = None) -> list[WorkingHours]:
    announced = np.array(["пишем" in text for text in scene.chat.messages["text"]])
    return establish_hours(scene, announced, signs, setting)


def test_default_hours_hold_where_nobody_announces_any(make_scene: Callable[..., Scene], signs: HoursSigns) -> None:
    assert periods(make_scene("[10:00] Ольга: да"), signs) == [WorkingHours(-1, "default", 7 * 60, 21 * 60)]


def test_settings_take_the_place_of_the_default(make_scene: Callable[..., Scene], signs: HoursSigns) -> None:
    setting = QuietHoursSetting(Clock(20 * 60), Clock(8 * 60))

    assert periods(make_scene("[10:00] Ольга: да"), signs, setting) == [WorkingHours(-1, "config", 8 * 60, 20 * 60)]


def test_announcement_begins_a_period_and_its_repetition_none(make_scene: Callable[..., Scene], signs: HoursSigns) -> None:
    scene = make_scene("""
        [10:00] Учитель: пишем с 8 до 20
        [+1d] Учитель: напоминаю, пишем с 8 до 20
        [+1d] Учитель: пишем, когда нужно
        [+1d] Учитель: пишем с 9 до 20
    """)

    assert [(each.row, each.start, each.end) for each in periods(scene, signs)] == [(-1, 420, 1260), (0, 480, 1200), (3, 540, 1200)]


def test_side_left_open_is_that_of_the_hours_before(make_scene: Callable[..., Scene], signs: HoursSigns) -> None:
    found = periods(make_scene("[10:00] Учитель: после 20 не пишем"), signs)

    assert (found[1].start, found[1].end) == (7 * 60, 20 * 60)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("пишем с 8 до 20", (1, 2, 3, 4, 5, 6, 7)),
        ("пишем с 8 до 20 по будням", (1, 2, 3, 4, 5)),
        ("пишем с 8 до 20 кроме воскресенья", (1, 2, 3, 4, 5, 6)),
    ],
)
def test_announcement_may_limit_the_days(text: str, days: tuple[int, ...], make_scene: Callable[..., Scene], signs: HoursSigns) -> None:
    assert periods(make_scene(f"[10:00] Учитель: {text}"), signs)[1].days == days


def outside(lines: str, make_scene: Callable[..., Scene], *hours: WorkingHours) -> list[int]:
    """Lines, from 1, that are outside the hours."""
    flags, _ = outside_hours(make_scene(lines), list(hours))
    return (np.flatnonzero(flags) + 1).tolist()


def test_first_minute_is_working_time_and_the_last_is_quiet(make_scene: Callable[..., Scene]) -> None:
    lines = "[06:59:59] А: да\n[07:00] А: да\n[20:59:59] А: да\n[21:00] А: да"

    assert outside(lines, make_scene, WorkingHours(-1, "default", 420, 1260)) == [1, 4]


def test_hours_may_go_over_midnight(make_scene: Callable[..., Scene]) -> None:
    lines = "[00:30] А: да\n[02:00] А: да\n[12:00] А: да"

    assert outside(lines, make_scene, WorkingHours(-1, "config", 600, 60)) == [2]


def test_days_without_work_are_quiet_all_day(make_scene: Callable[..., Scene]) -> None:
    lines = "[12:00] А: понедельник\n[+4d] А: пятница\n[+1d] А: суббота\n[+2d] А: понедельник"

    assert outside(lines, make_scene, WorkingHours(-1, "announced", 420, 1260, (1, 2, 3, 4, 5))) == [3]


def test_announcement_holds_from_the_message_after_it(make_scene: Callable[..., Scene]) -> None:
    lines = "[20:10] А: да\n[20:20] Учитель: пишем до 20\n[20:30] А: да"

    assert outside(lines, make_scene, WorkingHours(-1, "default", 420, 1260), WorkingHours(1, "announced", 420, 1200)) == [3]


def test_service_event_is_never_outside(make_scene: Callable[..., Scene]) -> None:
    assert outside("[23:00] -- pin Ольга\n[23:01] Ольга: да", make_scene, WorkingHours(-1, "default", 420, 1260)) == [2]
