"""The series of a report → shapes of its pictures, in units of each picture's own drawing area."""

from dataclasses import dataclass
from math import ceil, sqrt
from typing import Final

from chataudit.charts import AnswerTimes, Charts, HourMap, Month, Week
from chataudit.reporters.times import show_date
from chataudit.wording import Language, wording

_LEVELS: Final = 5
_QUIET_MIN: Final = 30  # an hour is marked as quiet if half of it is
_LINE_LEFT, _LINE_RIGHT, _LANE, _BAR = 4, 716, 70, 44  # of the time line: its ends, the height of a lane and of its highest bar
_LABEL_ROOM: Final = 62  # least distance between two labels of an axis
_TOPS: Final = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)  # of an axis of shares; their halves are whole per cents


@dataclass(frozen=True)
class Cell:
    """An hour of a weekday; `level` 0 (nobody writes) to 5 (the fullest)."""

    x: float
    y: float
    level: int
    quiet: bool
    hint: str


@dataclass(frozen=True)
class HourPicture:
    """The map of hours."""

    cell_width: float
    cell_height: float
    cells: list[Cell]
    days: list[tuple[float, str]]
    hours: list[tuple[float, int]]
    any_quiet: bool


@dataclass(frozen=True)
class Bar:
    """A rectangle with what it stands for."""

    x: float
    y: float
    width: float
    height: float
    hint: str = ""


@dataclass(frozen=True)
class Lane:
    """One row of the time line: its name and what people call it, the highest value, its bars and the line that they stand on."""

    name: str
    title: str
    most: int
    bars: list[Bar]
    base: float


@dataclass(frozen=True)
class TimeLine:
    """Weeks from left to right, a lane a series."""

    height: float
    lanes: list[Lane]
    labels: list[tuple[float, str]]


@dataclass(frozen=True)
class Curve:
    """Shares of months: points with what they stand for, and the same as the line through them, broken where a month has none."""

    name: str
    points: list[tuple[float, float, str]]
    lines: list[str]


@dataclass(frozen=True)
class MonthPicture:
    """Two curves over months."""

    curves: list[Curve]
    labels: list[tuple[float, str]]
    rules: list[tuple[float, str]]


@dataclass(frozen=True)
class WaitPicture:
    """Answer times: a labelled bar each."""

    height: float
    bars: list[tuple[str, int, Bar, bool]]


@dataclass(frozen=True)
class Drawings:
    """All pictures; None where there is nothing to draw."""

    hours: HourPicture | None
    weeks: TimeLine | None
    months: MonthPicture | None
    waits: WaitPicture | None


def draw(charts: Charts, language: Language) -> Drawings:
    """Return the pictures of a report."""
    return Drawings(
        hours=_draw_hours(charts.hours, language) if charts.hours.busiest else None,
        weeks=_draw_weeks(charts.weeks, language) if charts.weeks else None,
        months=_draw_months(charts.months, language) if any(each.messages for each in charts.months) else None,
        waits=_draw_waits(charts.answers, language) if charts.answers and charts.answers.questions else None,
    )


def _draw_hours(hours: HourMap, language: Language) -> HourPicture:
    left, top, width, height = 34, 4, 28.5, 27
    most = max(max(row) for row in hours.messages)
    days = [wording(language, f"html.day.{day}") for day in range(1, 8)]
    cells = [
        Cell(
            x=round(left + hour * width, 1),
            y=top + day * height,
            level=ceil(_LEVELS * sqrt(count / most)),  # by the root: a few loud evenings would leave the rest pale
            quiet=hours.quiet_min[day][hour] >= _QUIET_MIN,
            hint=wording(language, "html.hours.cell", day=days[day], hour=hour, to=hour + 1, count=count),
        )
        for day, row in enumerate(hours.messages)
        for hour, count in enumerate(row)
    ]
    return HourPicture(
        cell_width=width - 2,
        cell_height=height - 2,
        cells=cells,
        days=[(top + day * height + height * 0.66, name) for day, name in enumerate(days)],
        hours=[(round(left + hour * width, 1), hour) for hour in range(0, 24, 3)],
        any_quiet=any(cell.quiet for cell in cells),
    )


def _draw_weeks(weeks: list[Week], language: Language) -> TimeLine:
    step = (_LINE_RIGHT - _LINE_LEFT) / len(weeks)
    mondays = [show_date(each.monday) for each in weeks]
    series: dict[str, list[int | None]] = {
        "messages": [each.messages for each in weeks],
        "teacher": [each.teacher for each in weeks],
        "findings": [each.findings for each in weeks],
        "conflicts": [each.conflicts for each in weeks],
    }
    lanes: list[Lane] = []
    for name, values in series.items():
        counts = [each for each in values if each is not None]
        if counts:  # of a series all is known, or nothing
            hints = [wording(language, "html.weeks.bar", monday=monday, count=count) for monday, count in zip(mondays, counts, strict=True)]
            title = wording(language, f"html.weeks.{name}")
            lanes.append(_draw_lane(name, title, counts, hints, base=(len(lanes) + 1) * _LANE, step=step))
    labels: list[tuple[float, str]] = []
    for at, week in enumerate(weeks):
        x = round(_LINE_LEFT + at * step, 1)
        starts_month = at == 0 or int(week.monday[8:10]) <= 7
        if starts_month and x <= _LINE_RIGHT - _LABEL_ROOM / 2 and (not labels or x - labels[-1][0] >= _LABEL_ROOM):
            labels.append((x, _short_month(week.monday, language, first=not labels)))
    return TimeLine(height=len(lanes) * _LANE + 22, lanes=lanes, labels=labels)


def _draw_lane(name: str, title: str, counts: list[int], hints: list[str], *, base: float, step: float) -> Lane:
    most = max(counts)
    bars = []
    for at, (count, hint) in enumerate(zip(counts, hints, strict=True)):
        if count:
            height = max(round(_BAR * count / most, 1), 1.5)  # however small, it is seen
            bars.append(Bar(round(_LINE_LEFT + at * step, 1), round(base - height, 1), round(max(step * 0.8, 0.6), 2), height, hint))
    return Lane(name, title, most, bars, base)


def _draw_months(months: list[Month], language: Language) -> MonthPicture:
    left, right, top, bottom = 54, 472, 14, 176
    step = (right - left) / len(months)
    shares = {"found": [each.found_share for each in months], "noise": [each.noise_share for each in months]}
    highest = max((each for values in shares.values() for each in values if each is not None), default=0.0)
    full = next(each for each in _TOPS if each >= highest or each == _TOPS[-1])
    middles = [round(left + (at + 0.5) * step, 1) for at in range(len(months))]
    curves = []
    for name, values in shares.items():
        points = [
            (
                x,
                round(bottom - (bottom - top) * value / full, 1),
                wording(language, "html.months.point", month=show_month(month.month, language), percent=round(100 * value)),
            )
            for x, value, month in zip(middles, values, months, strict=True)
            if value is not None
        ]
        if points:
            curves.append(Curve(name, points, _lines([value is not None for value in values], points)))
    every = ceil(_LABEL_ROOM / step)
    return MonthPicture(
        curves=curves,
        labels=[(x, _short_month(month.month, language, first=month is months[0])) for x, month in list(zip(middles, months, strict=True))[::every]],
        rules=[(round(bottom - (bottom - top) * part, 1), f"{round(100 * full * part, 1):g}\u00a0%") for part in (0, 0.5, 1)],
    )


def _lines(known: list[bool], points: list[tuple[float, float, str]]) -> list[str]:
    """Return the lines through the points of unbroken runs of months."""
    lines: list[list[str]] = [[]]
    left = iter(points)
    for is_known in known:
        if is_known:
            x, y, _ = next(left)
            lines[-1].append(f"{x},{y}")
        elif lines[-1]:
            lines.append([])
    return [" ".join(line) for line in lines if len(line) > 1]


def _draw_waits(answers: AnswerTimes, language: Language) -> WaitPicture:
    left, width, step = 178, 240, 30
    rows = [(name_wait(each.from_min, each.to_min, language), each.questions, True) for each in answers.waits]
    rows += [(wording(language, "html.answers.by_others"), answers.by_others, False)]
    rows += [(wording(language, "html.answers.nobody"), answers.unanswered, False)]
    most = max(count for _, count, _ in rows) or 1
    bars = [(name, count, Bar(left, 6 + at * step, round(width * count / most, 1), 18), hers) for at, (name, count, hers) in enumerate(rows)]
    return WaitPicture(height=len(rows) * step + 8, bars=bars)


def name_wait(from_min: int, to_min: int, language: Language) -> str:
    """Return the span of a wait: in hours where both ends are whole ones, else in minutes."""
    in_hours = from_min % 60 == 0 and to_min % 60 == 0
    if in_hours:
        return wording(language, "html.answers.h", first=from_min // 60, last=to_min // 60)
    return wording(language, "html.answers.min", first=from_min, last=to_min)


def _short_month(date: str, language: Language, *, first: bool) -> str:
    """Return a label of an axis: the year stands at the first one and at every January."""
    return show_month(date, language) if first or date[5:7] == "01" else wording(language, f"html.month.{int(date[5:7])}")


def show_month(date: str, language: Language) -> str:
    """Return the month of «2024-09» or «2024-09-02» as people write it."""
    return wording(language, "html.month", name=wording(language, f"html.month.{int(date[5:7])}"), year=date[:4])
