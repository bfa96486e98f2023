"""Headers in every form that exports have, and lines that are no headers."""

import re

import pytest
from fuzz.limits import in_time
from whatsapp_exports import entry_of, parse

from chataudit.errors import ExportError
from chataudit.parsers.whatsapp_dates import decide_date_order, find_header_form, order_by_numbers_over_12, order_by_separator, order_by_steps_back
from chataudit.parsers.whatsapp_text import WhatsAppText

NNBSP, NBSP, LRM, RLM = "\u202f", "\u00a0", "\u200e", "\u200f"


def times(*headers: str, **options: str) -> list[str]:
    chat = parse("".join(f"{header}Ольга: текст {n}\n" for n, header in enumerate(headers)), **options)
    return chat.messages["sent_at"].astype(str).tolist()


@pytest.mark.parametrize(
    "header",
    [
        "27.03.2022, 21:41 - ",
        "27.03.22, 21:41 - ",
        "27. 3. 2022. 21:41 - ",
        "27/03/2022, 21:41 - ",
        "27-03-22 21:41 - ",
        "27.03.2022 21.41 - ",
        "27.03.2022, 21:41 – ",
        "27.3.2022 klo 21.41 - ",
        "3/27/22, 9:41 PM - ",
        f"3/27/22, 9:41{NNBSP}PM - ",
        f"27/3/22, 9:41{NBSP}p.{NBSP}m. - ",
        "27/03/2022, 9:41 pm - ",
        "27/03/2022, 9:41 in the evening - ",
        "3/27/22, 21:41 - ",
        "2022-03-27, 21:41 - ",
        "2022/3/27 21:41 - ",
        "2022. 3. 27. 오후 9:41 - ",
        "21:41, 27.03.2022 - ",
        "27/03/2565 BE, 21:41 - ",
        "٢٧/٠٣/٢٠٢٢، ٢١:٤١ - ",
        f"۲۷{RLM}/۰۳{RLM}/۲۰۲۲،{RLM} ۲۱:۴۱ - ",
        "27/03/2022, 9:41 م - ",
        f"{LRM}27.03.2022, 21:41 - ",
        "\ufeff27.03.2022, 21:41 - ",
        f"27.03.2022,{NNBSP}21:41{NBSP}- ",
    ],
)
def test_android_header_of_any_locale_is_read(header: str):
    """D3, D4, D5, D12, D14."""
    assert times(header, header) == ["2022-03-27 21:41:00"] * 2


@pytest.mark.parametrize(
    "header",
    [
        "[27.03.2022, 21:41:55] ",
        "[27.03.22, 21:41:55] ",
        "[3/27/22, 21:41:55] ",
        f"[27.03.22, 9:41:55{NNBSP}PM] ",
        f"{LRM}[2022-03-27, 9:41:55 p.m.] ",
        "[21:41:55, 3/27/22] ",
        "3/27/22, 21:41:55: ",
    ],
)
def test_ios_header_of_any_locale_is_read(header: str):
    """D3, D5, D12."""
    assert times(header, header) == ["2022-03-27 21:41:55"] * 2


@pytest.mark.parametrize(("clock", "expected"), [("12:05 AM", "00:05"), ("12:05 PM", "12:05"), ("1:05 am", "01:05"), ("1:05 P.M.", "13:05")])
def test_twelve_o_clock_begins_its_half_of_the_day(clock: str, expected: str):
    assert times(f"3/27/22, {clock} - ", f"3/27/22, {clock} - ")[0] == f"2022-03-27 {expected}:00"


def test_days_of_one_and_two_digits_belong_to_one_file():
    """D2."""
    assert times("9/3/22, 9:41 - ", "13/3/22, 10:05 - ", "1/12/22, 10:05 - ") == ["2022-03-09 09:41:00", "2022-03-13 10:05:00", "2022-12-01 10:05:00"]


def test_order_is_decided_once_by_a_late_line():
    """D1."""
    assert times("03/04/22, 10:00 - ", "03/05/22, 10:00 - ", "03/25/22, 10:00 - ")[0] == "2022-03-04 10:00:00"


def test_order_is_decided_by_fewer_steps_back():
    """D1: read day first, 2 October would come after 1 December."""
    assert times("1/10/22, 10:00 - ", "1/12/22, 10:00 - ", "2/10/22, 10:00 - ")[2] == "2022-02-10 10:00:00"


def test_undecidable_order_is_read_day_first_with_a_warning():
    """D1."""
    chat = parse("03/04/22, 10:00 - Ольга: раз\n03/04/22, 10:01 - Ольга: два\n")
    assert str(chat.messages["sent_at"][0]) == "2022-04-03 10:00:00"
    assert [each.key for each in chat.warnings] == ["whatsapp.date_order"]


def test_order_given_by_the_user_wins_and_spares_the_warning():
    """D1."""
    chat = parse("03/04/22, 10:00 - Ольга: раз\n03/04/22, 10:01 - Ольга: два\n", date_order="mdy")
    assert str(chat.messages["sent_at"][0]) == "2022-03-04 10:00:00"
    assert not chat.warnings


def test_order_given_by_the_user_that_gives_no_date_is_an_error():
    with pytest.raises(ExportError) as raised:
        parse("13/14/22, 10:00 - Ольга: раз\n13/14/22, 10:01 - Ольга: два\n", date_order="dmy")
    assert raised.value.key == "whatsapp.no_dates"


def test_years_of_two_digits_may_come_first():
    days = [(22, 3, day) for day in (1, 5, 12, 17, 30)]
    assert decide_date_order(days, "-") == "ymd"


def test_many_years_of_days_first_are_not_years_first():
    days = [(15, 12, year) for year in (19, 20, 21)]
    assert decide_date_order(days, "/") == "dmy"


def test_answers_know_when_they_do_not_know():
    assert order_by_numbers_over_12([(3, 4, 22)]) is None
    assert order_by_separator("/") is None
    assert order_by_steps_back([(3, 4, 22), (3, 4, 22)]) is None


def test_a_lookalike_with_a_great_number_does_not_turn_the_order():
    """D1, D8."""
    assert order_by_numbers_over_12([(25, 3, 22), (26, 3, 22), (3, 31, 22)]) == "dmy"


@pytest.mark.parametrize(
    "line",
    [
        "20.15.21.15 h Stock",
        "[2,4,0] -> x",
        "12.03.2024 собрание",
        "в 10:15 - обед",
        "12.03.2024, 10:15",
        "12.03.2024 в школе, 10:15 - обед",
        "1) 12.03.24, 10:15 - x",
    ],
)
def test_line_that_is_no_header_gives_no_form(line: str):
    """D8."""
    assert find_header_form([line]) is None


def test_most_frequent_form_is_the_files_own():
    form = find_header_form(["[12.03.24, 10:00:00] a", "12.03.2024, 10:00 - b", "13.03.2024, 10:00 - c"])
    assert form is not None
    assert not form.bracketed
    assert re.match(form.pattern, "1.3.2024, 9:00 - d")


def test_header_of_another_form_inside_a_message_is_text():
    """D8: a chat copied on a phone has other headers than an exported one."""
    chat = parse(
        "12.03.2024, 10:00 - Ольга: смотрите:\n[12.03, 09:00] Иван: буду\n[12.03.2024, 09:01:00] Иван: не буду\n12.03.2024, 10:05 - Иван: да\n"
    )
    assert len(chat.messages) == 2
    assert chat.messages["text"][0].endswith("Иван: не буду")


@pytest.mark.parametrize("gap", [" " * 60, "\u200e" * 60, " \u200e" * 30])
@pytest.mark.parametrize("header", ["12.03.2024, 10:00{gap}- Ольга: раз", "12.03.2024,{gap}10:00 - Ольга: раз", "[12.03.2024,{gap}10:00] Ольга: раз"])
def test_many_blanks_within_a_header_are_tried_once(header: str, gap: str):
    """A pattern with as many repetitions as blanks kept trying for ever on a line that does not fit after all."""
    text = header.replace("{gap}", gap) + "\n" + header.replace("{gap}", gap + " ").partition("О")[0].rstrip(" -]") + "?\n"

    with in_time(len(text)):
        find_header_form(text.splitlines())
        assert isinstance(recognise(text), bool)


def recognise(text: str) -> bool:
    return WhatsAppText().recognises(entry_of(text * 3))
