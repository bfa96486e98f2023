"""The series of a report's pictures, counted on small chats."""

from collections.abc import Callable

import pytest
from tiny_rulebooks import message_rule, rule_file

from chataudit.charts import Charts, Week
from chataudit.findings import Report
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.rulebook.rulebook import Rulebook

Makes = Callable[..., Rulebook]
Reports = Callable[..., Report]

NOISE = rule_file(
    "rules: [{id: R02.sticker, kind: message, title: {ru: стикер}, match: {kind: [sticker]}}]",
    verdict="{policy: share_of_messages, cases: [{verdict: met, because: {ru: так}}]}",
    number=2,
)
LINES = """
    [09:00] -- create_group Учитель: Ольга, Ирина
    [09:10] Учитель: Рада всех видеть
    [22:00] Ольга: слово
    [22:10] Ирина: <sticker 👍>
    [+14d] Ольга: ключи у меня
    [+1h] Ольга: ещё слово
"""


@pytest.fixture(scope="module")
def builtin() -> Rulebook:
    return load_rulebook(builtin_rules())


@pytest.fixture
def charts(make_rulebook: Makes, report_on: Reports) -> Charts:
    return report_on(LINES, make_rulebook(message_rule("{say: [слово]}"), NOISE)).charts


def test_every_message_is_in_one_cell_and_service_events_in_none(charts: Charts) -> None:
    assert sum(map(sum, charts.hours.messages)) == 5
    assert [len(row) for row in charts.hours.messages] == [24] * 7


def test_cell_is_the_local_hour_of_the_weekday(charts: Charts) -> None:
    monday = charts.hours.messages[0]  # 2 September 2024 was one

    assert (monday[9], monday[22], monday[23]) == (1, 3, 1)
    assert charts.hours.busiest == [1, 22]


def test_quiet_minutes_are_those_outside_the_working_hours(charts: Charts) -> None:
    assert charts.hours.quiet_min == [[60] * 7 + [0] * 14 + [60] * 3] * 7
    assert charts.hours.quiet_messages == 4


def test_announced_hours_mark_halves_of_hours_and_free_days(report_on: Reports, builtin: Rulebook) -> None:
    chat = "[09:00] Учитель: Чат работает с 8:30 до 19:00 по будням\n[09:10] Ольга: принято"
    monday, *_, sunday = report_on(chat, builtin).charts.hours.quiet_min

    assert (monday[7], monday[8], monday[9], monday[18], monday[19]) == (60, 30, 0, 0, 60)
    assert sunday == [60] * 24


def test_weeks_between_are_there_though_nobody_wrote(charts: Charts) -> None:
    assert charts.weeks == [
        Week("2024-09-02", messages=3, findings=2, conflicts=None, teacher=1),
        Week("2024-09-09", messages=0, findings=0, conflicts=None, teacher=0),
        Week("2024-09-16", messages=2, findings=1, conflicts=None, teacher=0),
    ]


def test_a_wrong_clock_brings_no_thousand_empty_weeks(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on("[10:00] Ольга: слово\n[+20000d] Ольга: слово", make_rulebook(message_rule("{say: [слово]}")))

    assert [week.messages for week in report.charts.weeks] == [1, 1]


def test_teacher_is_not_counted_where_none_is_known(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on(LINES, make_rulebook(message_rule("{say: [слово]}")), teachers=("Кто-то Другой",))

    assert {week.teacher for week in report.charts.weeks} == {None}


def test_conflicts_are_counted_where_the_rulebook_looks_for_them(report_on: Reports, builtin: Rulebook) -> None:
    chat = "[10:00] Ольга: Вы дура и хамка\n[10:05] Ирина: сама ты дура\n[10:10] Учитель: Собрание завтра в шесть"

    assert [week.conflicts for week in report_on(chat, builtin).charts.weeks] == [2]


def test_shares_of_a_month_are_of_its_messages(charts: Charts) -> None:
    (month,) = charts.months

    assert (month.month, month.messages) == ("2024-09", 5)
    assert (month.found_share, month.noise_share) == (0.6, 0.2)


def test_no_share_is_claimed_for_an_empty_month_or_an_unasked_question(make_rulebook: Makes, report_on: Reports) -> None:
    report = report_on("[10:00] Ольга: слово\n[+61d] Ольга: дело", make_rulebook(message_rule("{say: [слово]}")))

    assert [(month.found_share, month.noise_share) for month in report.charts.months] == [(1.0, None), (None, None), (0.0, None)]


def test_answers_of_the_teacher_fall_into_their_waits(report_on: Reports, builtin: Rulebook) -> None:
    chat = """
        [10:00] Ольга: Во сколько собрание?
        [10:05] Учитель: В шесть.
        [12:00] Ирина: Форма завтра нужна?
        [12:40] Учитель: Да, парадная.
        [14:00] Ольга: А кто ведёт информатику?
        [+3d] Учитель: Собираем макулатуру.
    """
    answers = report_on(chat, builtin).charts.answers

    assert answers is not None
    assert (answers.questions, answers.by_others, answers.unanswered, answers.median_min) == (3, 0, 1, 22.5)
    assert [(wait.from_min, wait.to_min, wait.questions) for wait in answers.waits] == [
        (0, 15, 1), (15, 60, 1), (60, 180, 0), (180, 720, 0), (720, 1440, 0)
    ]  # fmt: skip


def test_answers_are_no_picture_without_a_teacher(report_on: Reports, builtin: Rulebook) -> None:
    assert report_on("[10:00] Ольга: Во сколько собрание?", builtin, teachers=("Кто-то Другой",)).charts.answers is None


def test_chat_without_messages_has_empty_series(make_rulebook: Makes, report_on: Reports) -> None:
    charts = report_on("[09:00] -- create_group Учитель: Ольга", make_rulebook(message_rule("{say: [слово]}"))).charts

    assert (charts.weeks, charts.months, charts.hours.busiest) == ([], [], None)
    assert sum(map(sum, charts.hours.messages)) == 0
