"""The workbook: what the report says, in real numbers and dates, to be sorted and filtered."""

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import msgspec
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from reading_back import open_book, render

from chataudit.findings import Finding, FindingList, Report
from chataudit.reporters.xlsx import sheet as sheets

SHEETS = ["Сводка", "Рекомендации", "Замечания", "Участники", "Сообщения"]


def rows_of(report: Report, title: str) -> list[dict[str, object]]:
    """The rows of a sheet by their headings."""
    heads, *rows = open_book(render("xlsx", report))[title].values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_sheets_are_named_in_the_reports_language(make_report: Callable[..., Report]) -> None:
    assert open_book(render("xlsx", make_report("ru"))).sheetnames == SHEETS
    assert open_book(render("xlsx", make_report("en"))).sheetnames == ["Summary", "Recommendations", "Findings", "Participants", "Messages"]


def test_every_finding_has_a_row(report: Report) -> None:
    assert [row["Код замечания"] for row in rows_of(report, "Замечания")] == [each.id for each in report.findings]


def test_time_is_a_date_of_the_chats_own_clock(report: Report) -> None:
    times = [row["Время"] for row in rows_of(report, "Замечания")]
    assert times[0] == datetime.fromisoformat("2024-09-05T08:03:11")
    assert times[1] is None, "a finding about a name has no time"


def test_time_before_the_calendar_of_spreadsheets_is_told_in_words(report: Report, a_finding: Callable[..., Finding]) -> None:
    old = msgspec.structs.replace(report, findings=FindingList([a_finding("R07.picture", 5, "Юлия", "[фото]", at="1601-01-01T00:00:00")]))
    assert rows_of(old, "Замечания")[0]["Время"] == "1601-01-01 00:00:00"


def test_message_number_is_a_number_and_several_are_a_list(report: Report) -> None:
    numbers = [row["№\u00a0сообщения"] for row in rows_of(report, "Замечания")]
    assert (numbers[0], numbers[1], numbers[-1]) == (1040, None, "1080, 1081, 1082, 1083, 1084")


def test_summary_tells_the_score_and_what_it_rests_on(report: Report) -> None:
    told = {row["Что"]: row["Значение"] for row in rows_of(report, "Сводка")}
    assert (told["Чат"], told["Оценка из\u00a0100"], told["Проверено рекомендаций"], told["Замечаний"]) == ("2 «Б» 🎒", 54, 12, len(report.findings))
    assert told["Первое сообщение"] == datetime.fromisoformat("2024-08-27T10:02:11")


def test_recommendations_are_all_there_with_their_counts(report: Report) -> None:
    rows = rows_of(report, "Рекомендации")
    assert [row["№"] for row in rows] == list(range(1, 17))
    assert [row["Замечаний"] for row in rows] == [each.findings for each in report.recommendations]


def test_participants_stand_by_name_with_the_teacher_marked(report: Report) -> None:
    rows = rows_of(report, "Участники")
    names = [str(row["Имя в\u00a0чате"]).casefold() for row in rows]
    assert names == sorted(names)
    assert [row["Имя в\u00a0чате"] for row in rows if row["Педагог"]] == ["Сафина Алия Рашидовна"]
    assert next(row["Замечаний"] for row in rows if row["Имя в\u00a0чате"] == "Дамир") == 6


def test_messages_hold_those_found_and_those_beside_them(report: Report) -> None:
    rows = {row["№\u00a0сообщения"]: row for row in rows_of(report, "Сообщения")}
    assert rows[1012]["Замечания по\u00a0правилам"] == "R07.acknowledgement"
    assert (rows[1011]["Автор"], rows[1011]["Замечания по\u00a0правилам"]) == ("Сафина Алия Рашидовна", None)
    assert rows[1003]["Говорит в\u00a0пользу"] == "R08.purpose"


@pytest.mark.parametrize("title", SHEETS)
def test_headings_stay_in_sight_and_every_row_can_be_filtered(report: Report, title: str) -> None:
    sheet = open_book(render("xlsx", report))[title]
    assert isinstance(sheet, Worksheet)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(sheet.column_dimensions[cell.column_letter].width >= 5 for cell in sheet[1])


def test_what_begins_like_a_formula_is_text(report: Report, a_finding: Callable[..., Finding]) -> None:
    hostile = msgspec.structs.replace(report, findings=FindingList([a_finding("R07.offtopic", 5, "Юлия", '=HYPERLINK("http://evil.example")')]))
    cell = next(cell for row in open_book(render("xlsx", hostile))["Замечания"].iter_rows() for cell in row if "HYPERLINK" in str(cell.value))
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://evil.example")', "s")


def test_sign_that_spreadsheets_decode_is_written_so_that_they_show_it() -> None:
    assert sheets.sheet_text("_x003D_1") == "_x005F_x003D_1"
    assert sheets.sheet_text("_x_") == "_x_"


def test_rows_without_room_are_counted_in_the_summary(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 12)
    assert len(rows_of(report, "Замечания")) == 12
    told = [row["Значение"] for row in rows_of(report, "Сводка") if "«Замечания»" in str(row["Что"])]
    assert told == [f"показано 12\u00a0из\u00a0{len(report.findings)}"]


def test_file_bears_the_reports_time_throughout(report: Report) -> None:
    content = render("xlsx", report)
    assert {each.date_time for each in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {(2026, 11, 22, 10, 0, 0)}
    assert open_book(content).properties.modified == datetime.fromisoformat("2026-11-22T10:00:00")


def test_time_before_zip_archives_is_their_earliest(make_report: Callable[..., Report]) -> None:
    content = render("xlsx", make_report(generated_at="1970-01-01T00:00:00+00:00"))
    assert {each.date_time[0] for each in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {1980}


def test_time_behind_zip_archives_is_their_latest(make_report: Callable[..., Report]) -> None:
    content = render("xlsx", make_report(generated_at="9999-12-31T00:00:00+00:00"))
    assert {each.date_time[0] for each in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {2107}
