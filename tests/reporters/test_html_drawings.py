"""The pictures of a page: the shapes that stand for a report's series."""

from collections.abc import Callable
from itertools import pairwise

import msgspec
import pytest

from chataudit.charts import Charts, HourMap, Month, Week
from chataudit.findings import Report
from chataudit.reporters.html.drawings import draw, name_wait


@pytest.fixture
def charts(report: Report) -> Charts:
    return report.charts


def a_week(number: int, messages: int = 1, **others: int | None) -> Week:
    return Week(
        f"2024-{number // 4 % 12 + 1:02}-{number % 4 * 7 + 1:02}", **{"findings": 0, "conflicts": 0, "teacher": 0, "messages": messages} | others
    )


def test_fullest_hour_is_darkest_and_a_single_message_is_seen(charts: Charts) -> None:
    hours = draw(charts, "ru").hours
    assert hours is not None
    cells = [hours.cells[start : start + 24] for start in range(0, 168, 24)]

    assert (cells[4][18].level, cells[0][22].level, cells[0][23].level) == (5, 1, 0)
    assert cells[4][18].hint.replace("\u00a0", " ") == "пт, 18–19 ч: 100"


def test_quiet_hours_are_marked_from_half_an_hour_on(charts: Charts) -> None:
    quiet = [[60] * 7 + [30, 29] + [0] * 15] * 7
    hours = draw(msgspec.structs.replace(charts, hours=HourMap(charts.hours.messages, quiet, 0, [5, 18])), "ru").hours

    assert hours is not None
    assert [cell.quiet for cell in hours.cells[:10]] == [True] * 8 + [False] * 2


def test_bars_of_a_lane_are_as_high_as_their_counts(charts: Charts) -> None:
    weeks = draw(msgspec.structs.replace(charts, weeks=[a_week(0, 50), a_week(1, 0), a_week(2, 100)]), "ru").weeks
    assert weeks is not None
    low, high = weeks.lanes[0].bars

    assert high.height == 2 * low.height
    assert low.y + low.height == high.y + high.height == weeks.lanes[0].base


def test_lane_of_what_is_not_known_is_left_out(charts: Charts) -> None:
    weeks = draw(msgspec.structs.replace(charts, weeks=[a_week(0, teacher=None, conflicts=None)]), "ru").weeks

    assert weeks is not None
    assert [lane.name for lane in weeks.lanes] == ["messages", "findings"]


@pytest.mark.parametrize("count", [1, 2, 48, 480])
def test_bars_and_labels_stay_within_the_picture(charts: Charts, count: int) -> None:
    weeks = draw(msgspec.structs.replace(charts, weeks=[a_week(number) for number in range(count)]), "ru").weeks
    assert weeks is not None

    assert all(bar.x >= 0 and bar.x + bar.width <= 720 for lane in weeks.lanes for bar in lane.bars)
    distances = [after[0] - before[0] for before, after in pairwise(weeks.labels)]
    assert all(distance >= 60 for distance in distances)


def test_curve_is_broken_where_a_month_has_no_messages(charts: Charts) -> None:
    shares = [0.1, 0.2, None, 0.3, 0.4]
    months = [Month(f"2024-{number:02}", 5, share, None) for number, share in enumerate(shares, start=1)]
    picture = draw(msgspec.structs.replace(charts, months=months), "ru").months
    assert picture is not None
    (curve,) = picture.curves

    assert (len(curve.points), [line.count(",") for line in curve.lines]) == (4, [2, 2])
    assert [label for _, label in picture.rules] == ["0\u00a0%", "20\u00a0%", "40\u00a0%"]


def test_waits_are_named_in_the_unit_that_people_use() -> None:
    names = [name_wait(*bounds, "ru").replace("\u00a0", " ") for bounds in ((0, 15), (15, 60), (60, 180), (720, 1440))]

    assert names == ["0–15 мин", "15–60 мин", "1–3 ч", "12–24 ч"]


def test_answers_of_the_teacher_and_of_others_stand_apart(charts: Charts) -> None:
    waits = draw(charts, "en").waits

    assert waits is not None
    assert [(count, hers) for _, count, _, hers in waits.bars] == [(10, True), (25, True), (2, True), (1, False), (3, False)]


def test_nothing_to_draw_is_no_picture(charts: Charts, make_report: Callable[..., Report]) -> None:
    empty = Charts(HourMap([[0] * 24] * 7, [[0] * 24] * 7, 0, None), [], [], None)
    drawn = draw(empty, "ru")

    assert (drawn.hours, drawn.weeks, drawn.months, drawn.waits) == (None, None, None, None)
