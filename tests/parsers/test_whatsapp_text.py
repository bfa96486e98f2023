"""The parser as a whole: what it recognises, refuses, warns of and cannot show."""

import zipfile
from pathlib import Path

import pytest
from whatsapp_exports import entry_of, parse

from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.whatsapp_text import WhatsAppText
from chataudit.parsers.whatsapp_titles import title_of_file
from chataudit.wording import Language, wording

ANDROID = "12.03.2024, 10:00 - Ольга: раз\n12.03.2024, 10:01 - Иван: два\n"
IOS = "[12.03.2024, 10:00:00] Ольга: раз\r\n[12.03.2024, 10:01:00] Иван: два\r\n"


@pytest.mark.parametrize("content", [ANDROID, IOS, ANDROID.encode("utf-16"), b"\xef\xbb\xbf" + ANDROID.encode(), "\n\nпереслано\n" + ANDROID])
def test_export_is_recognised_by_its_headers(content: str | bytes):
    """D18: whatever the file is called."""
    assert WhatsAppText().recognises(entry_of(content, "что угодно.txt"))


def test_head_cut_inside_a_letter_is_recognised():
    assert WhatsAppText().recognises(entry_of(ANDROID.encode()[:-2]))


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Просто текст о школе.\nВ нём две строки: вот вторая.\n",
        '{"name": "5Б", "type": "private_group", "messages": [{"date": "2024-03-12T10:00:00"}]}',
        '["12.03.2024, 10:00 - Ольга: раз"]',
        "<!DOCTYPE html><html>\n12.03.2024, 10:00 - Ольга: раз\n12.03.2024, 10:01 - Иван: два\n",
        "Расписание\n05.09.2024, 18:00 - собрание\n07.09.2024, 12:00 - экскурсия\n",
        "12.03.2024, 10:00 - Ольга: одна строка\nи больше ничего\n",
        b"\x89PNG\r\n\x1a\n\x00\x00",
    ],
)
def test_other_content_is_not_recognised(content: str | bytes):
    assert not WhatsAppText().recognises(entry_of(content))


def test_text_without_headers_is_refused_with_the_number_of_its_lines():
    """D12."""
    with pytest.raises(ExportError) as raised:
        parse("просто\nтекст", "заметки.txt")
    assert raised.value.key == "whatsapp.no_headers"
    assert raised.value.details == {"file": "заметки.txt", "lines": 2}


def test_text_in_another_encoding_is_refused():
    with pytest.raises(ExportError) as raised:
        parse(ANDROID.encode("cp1251"))
    assert raised.value.key == "whatsapp.not_utf8"


def test_replacement_sign_typed_by_a_person_is_no_bad_byte():
    assert not parse("12.03.2024, 10:00 - Ольга: \ufffd\n12.03.2024, 10:01 - Иван: два\n").warnings


def test_ids_count_every_entry_and_lines_every_line():
    chat = parse("12.03.2024, 10:00 - Ольга вышел(-ла)\n12.03.2024, 10:01 - Иван: раз\nдва\n\nтри\n12.03.2024, 10:02 - Иван: четыре")
    assert chat.messages["id"].tolist() == ["1", "2", "3"]
    assert chat.messages["line"].tolist() == [1, 2, 6]
    assert chat.messages["text"].tolist() == ["", "раз\nдва\n\nтри", "четыре"]


@pytest.mark.parametrize("ends", ["\u2028", "\x85", "\x0b", "\x0c"])
def test_sign_that_only_unicode_calls_a_line_end_is_part_of_the_text(ends: str):
    """D11."""
    chat = parse(f"12.03.2024, 10:00 - Ольга: раз{ends}12.03.2024, 10:00 - Иван: два\n12.03.2024, 10:01 - Иван: три\n")
    assert chat.messages["text"].tolist() == [f"раз{ends}12.03.2024, 10:00 - Иван: два", "три"]


def test_repeated_messages_of_one_minute_are_all_kept():
    assert len(parse("12.03.2024, 10:00 - Ольга: +\n" * 3).messages) == 3


def test_notice_with_a_later_time_stays_the_first_entry():
    """D7, formats B7."""
    notice = "15.03.2024, 10:00 - Сообщения и звонки защищены сквозным шифрованием.\n"
    chat = parse(notice + ANDROID)
    assert chat.messages["event"][0] == "notice"
    assert len(chat.messages) == 3


def test_message_that_came_hours_late_is_a_message():
    chat = parse(f"{ANDROID}12.03.2024, 06:00 - Ольга: ехала без связи\n12.03.2024, 10:05 - Иван: три\n")
    assert chat.messages["text"].tolist()[2] == "ехала без связи"
    assert not chat.warnings


def test_file_joined_from_two_parts_in_the_wrong_order_loses_nothing():
    """D8: more lines out of order than anyone quotes."""
    new = "".join(f"01.09.2024, 10:{minute:02} - {'Ольга' if minute % 2 else 'Иван'}: новое {minute}\n" for minute in range(40))
    old = "".join(f"01.03.2024, 10:{minute:02} - {'Ольга' if minute % 2 else 'Иван'}: старое {minute}\n" for minute in range(25))
    assert len(parse(new + old).messages) == 65


def test_newcomer_who_writes_once_is_a_participant():
    chat = parse(f"{ANDROID}12.03.2024, 10:02 - Новенькая: всем привет\n12.03.2024, 09:59 - Иван: три\n")
    assert "Новенькая" in chat.participants["name"].tolist()


def test_line_break_inside_an_ios_message_never_begins_an_entry():
    """D8: the quotation fits in form and time, but stands behind a bare line feed."""
    chat = parse("[12.03.2024, 10:00:00] Ольга: вот:\n[12.03.2024, 10:00:01] Иван: цитата\r\n[12.03.2024, 10:01:00] Иван: два\r\n")
    assert chat.messages["text"].tolist() == ["вот:\n[12.03.2024, 10:00:01] Иван: цитата", "два"]


def test_ios_file_saved_again_with_line_feeds_is_read_line_by_line():
    chat = parse("[12.03.2024, 10:00:00] Ольга: раз\nдва\n[12.03.2024, 10:01:00] Иван: три\n")
    assert chat.messages["text"].tolist() == ["раз\nдва", "три"]


def test_android_hides_the_seconds_and_ios_does_not():
    assert parse(ANDROID).hides == {"replies", "user_ids", "reactions", "seconds", "offsets"}
    assert parse(IOS).hides == {"replies", "user_ids", "reactions", "offsets"}


def test_given_zone_gives_every_message_its_offset():
    """D29; Moscow went from +4 to +3 on 26 October 2014 at two o'clock."""
    chat = parse("26.10.2014, 00:59 - Ольга: раз\n26.10.2014, 12:00 - Иван: два\n", timezone="Europe/Moscow")
    assert chat.messages["utc_offset_min"].tolist() == [240, 180]
    assert chat.timezone == "given"
    assert "offsets" not in chat.hides


def test_without_a_zone_none_is_assumed():
    """D29."""
    chat = parse(ANDROID)
    assert chat.messages["utc_offset_min"].isna().all()
    assert chat.timezone is None


def test_file_near_the_cap_warns_that_the_beginning_may_be_missing():
    """D30."""
    line = "12.03.2024, 10:00 - Ольга: +\n"
    chat = parse(line * 39_990)
    assert [(each.key, each.details) for each in chat.warnings] == [("whatsapp.cap", {"count": 39_990})]
    assert not chat.truncated
    assert not parse(line * 39_989).warnings


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Чат WhatsApp с\u00a0контактом 5Б родители.txt", "5Б родители"),
        ("Чат WhatsApp с контактом 5Б.zip", "5Б"),
        ("Чат WhatsApp с группой 5Б (2).txt", "5Б"),
        ("Чат WhatsApp с Комаров Слава.txt", "Комаров Слава"),
        ("WhatsApp Chat with 2B parents.txt", "2B parents"),
        ("WhatsApp Chat - 2B parents.zip", "2B parents"),
        ("_chat.txt", None),
        ("заметки о чате WhatsApp.txt", None),
    ],
)
def test_title_is_read_from_the_names_that_whatsapp_gives(name: str, title: str | None):
    assert title_of_file(name) == title


def test_title_of_an_event_wins_over_the_files_name():
    chat = parse(f'12.03.2024, 09:00 - Анна создал(-а) группу "5Б"\n{ANDROID}', "WhatsApp Chat with old.txt")
    assert chat.title == "5Б"


def test_text_in_a_zip_of_media_is_found_by_its_content(tmp_path: Path):
    """D18."""
    with zipfile.ZipFile(tmp_path / "WhatsApp Chat - 5B.zip", "w") as archive:
        archive.writestr("IMG-20240312-WA0001.jpg", b"\xff\xd8")
        archive.writestr("заметки.txt", "просто текст\n")
        archive.writestr("разговор.txt", ANDROID)
    assert len(read_chat(tmp_path / "WhatsApp Chat - 5B.zip", ReadOptions()).messages) == 2


KEYS = ["bad_bytes", "leading_lines", "lookalikes", "date_order", "unnamed_self", "unknown_events", "unknown_media", "speaking_titles", "cap"]
ERRORS = ["no_headers", "no_dates", "not_utf8"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", [*KEYS, *ERRORS])
def test_every_warning_and_error_has_a_text_that_its_details_fill(language: Language, key: str):
    assert "…" not in wording(language, f"whatsapp.{key}", count=3, file="чат.txt", lines=2, order="dmy")
