"""The summary of a batch as tables: real numbers and dates, a column for each recommendation, and no stranger's word that computes."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from batch_summaries import TREND, audited, row, summary
from openpyxl import Workbook, load_workbook

from chataudit.batch.summary import SchoolSpread, Spread, Standing, Summary
from chataudit.reporters.batch_csv import write_batch_csv
from chataudit.reporters.batch_xlsx import write_batch_xlsx

FORMULAS = ["=1+1", "+7 900", "-5", "@sum", '=HYPERLINK("http://evil.example")', "\t=1"]


def write(shown: Summary) -> bytes:
    out = io.BytesIO()
    write_batch_xlsx(shown, out)
    return out.getvalue()


def book(shown: Summary) -> Workbook:
    return load_workbook(io.BytesIO(write(shown)))


def line(shown: Summary, at: int = 2, sheet: str = "Чаты") -> dict[str, Any]:
    titles, values = ([cell.value for cell in list(book(shown)[sheet].rows)[number - 1]] for number in (1, at))
    return dict(zip(titles, values, strict=True))


def csv_rows(shown: Summary) -> list[list[str]]:
    out = io.BytesIO()
    write_batch_csv(shown, out)
    return list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig")), delimiter=";"))


def test_each_chat_is_a_row_of_numbers_and_dates():
    found = line(
        summary(audited(first_message_at="2024-09-02T08:05:00+03:00", recommendations=[Standing(9, "violated", "Имена.", 4, ["R09.x"], [])]))
    )

    assert (found["Школа"], found["Чат"], found["Состояние"]) == ("2А", "2А", "проверен")
    assert (found["Оценка из\u00a0100"], found["Нарушается"], found["Замечаний"]) == (71, 1, 4)
    assert found["Первое сообщение"] == datetime(2024, 9, 2, 8, 5)  # noqa: DTZ001
    assert found["9. Конфиденциальность"] == "нарушается"
    assert found["Файл отчёта"] == "chats/2А-0a1b.html"


def test_change_stands_beside_what_it_is_a_change_from():
    found = line(summary(audited(trend=TREND)))

    assert (found["Изменение оценки"], found["Оценка в\u00a0прошлый раз"], found["Изменение числа нарушений"]) == (12, 59, -1)
    assert found["Прошлый раз"] == datetime(2026, 10, 1, 9)  # noqa: DTZ001
    assert found["Почему нельзя сравнить"] is None


def test_first_run_leaves_the_cells_of_change_empty():
    assert line(summary(audited()))["Изменение оценки"] is None


def test_what_was_not_read_has_a_sheet_with_reasons():
    shown = summary(audited(), row("5Г.zip", status="unread", reason="Архив повреждён."))

    assert line(shown, sheet="Не прочитано") == {"№": 2, "Школа": "5Г.zip", "Класс": "5Г.zip", "Выгрузка": "5Г.zip", "Причина": "Архив повреждён."}
    assert line(shown, 3)["Состояние"] == "не\u00a0прочитан"
    assert line(shown, 3)["Оценка из\u00a0100"] is None


def test_recommendations_are_counted():
    found = line(summary(audited()), sheet="Рекомендации")

    assert (found["Рекомендация"], found["нарушается"], found["соблюдается"]) == ("Конфиденциальность", 2, 1)


def test_first_sheet_holds_the_middle_of_all_and_of_each_school_with_enough_chats():
    schools = [SchoolSpread("№ 5", 6, Spread(6, 70.5, 60.0, 80.0)), SchoolSpread("№ 7", 2, None)]
    facts = {values[0].value: values[1].value for values in book(summary(audited(), schools=schools))["Сводка"].rows}

    assert facts["Медиана оценок"] == 64.5
    assert facts["Медиана: № 5, 6\u00a0чатов с\u00a0оценкой"] == 70.5
    assert not [name for name in facts if "№ 7" in name]


def test_headings_stay_in_sight_and_all_rows_can_be_filtered():
    for sheet in book(summary(audited(), audited())).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(sheet.max_row, sheet.max_column).coordinate}"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_computes(text: str):
    shown = summary(audited(text), row(text, status="unread", reason=text))

    cells = [cell for sheet in book(shown).worksheets for values in sheet.iter_rows() for cell in values if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert text in [cell.value for cell in cells]
    assert not [cell for cells in csv_rows(shown) for cell in cells if cell[:1] in ("=", "+", "@", "\t")]


def test_same_summary_gives_the_same_bytes():
    assert write(summary(audited())) == write(summary(audited()))


def test_csv_is_the_sheet_of_chats():
    shown = summary(audited(trend=TREND), row("5Г", status="unread", reason="нет"))

    rows = csv_rows(shown)
    assert rows[0] == [cell.value for cell in book(shown)["Чаты"][1]]
    assert len(rows) == 3
    assert {"71", "12", "2026-10-01 09:00:00"} <= set(rows[1])
