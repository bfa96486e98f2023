"""Names of files, in every format: those that may say something are told from those that name a thing."""

import pytest
from whatsapp_exports import parse

from chataudit.chat import Skipped
from chataudit.parsers.speaking_names import speaks


@pytest.mark.parametrize(
    "name",
    [
        "Продаю гараж в хорошем состоянии недорого.pdf",
        "Обсудим_всё_родительское_собрание_без_учителя_вечером.docx",
        "+7 910 123-45-67.pdf",
        "89101234567_маникюр.jpg",
        "торты 8(910)123-45-67.png",
        "https://t.me/+AAAA.txt",
        "заходите t.me/joinchat/AAAA",
        "www.example.org.html",
        "ногти @masha_nails.jpg",
        "Анна воровка и дура.pdf",
        "Вы_воровка_и_дура.pdf",
        "2202 2000 0000 0001.pdf",
        "2202200000000001.pdf",
        "8 9 1 0 1 2 3 4 5 6 7.pdf",
        "8.9.1.0.1.2.3.4.5.6.7.pdf",
        "910 123-45-67.jpg",
        "⑧⑨①⓪①②③④⑤⑥⑦.pdf",
        "класс 3 8 910 123-45-67.pdf",
    ],
)
def test_phrase_phone_or_address_in_a_name_speaks(name: str):
    assert speaks(name)


@pytest.mark.parametrize(
    "name",
    [
        None,
        "",
        "Документ.pdf",
        "Расписание_4В_с_1_сентября.pdf",
        "Расписание_3Б.pdf",
        "Памятка_по_итогам_собрания_09.09.pdf",
        "Список литературы на лето 3 класс.docx",
        "photo of the day.jpg",
        "Иванова Анна Петровна.vcf",
        "1725261234567.jpg",
        "1725261234.jpg",
        "PXL_20240902_180311123.jpg",
        "8.09.24 10.11.12.png",
        "Screenshot_20240902-180311.png",
        "IMG_20240902_180311.jpg",
        "photo_2024-09-08_10-11-12.jpg",
        "7.09.2024 18.30.15.png",
        "00000012-PHOTO-2024-03-22-14-37-44.jpg",
        "5264981273409817234.mp4",
        "ВПР 4 класс 2024 (1) (2).pdf",
        "report.final.v2.xlsx",
    ],
)
def test_ordinary_name_does_not(name: str | None):
    assert not speaks(name)


def test_short_names_speak_where_they_stand_together_as_a_phrase():
    assert speaks("Анна Петровна воровка", "и дура полная")
    assert speaks("8 910 123", "45 67")


def test_short_names_that_stand_together_do_not_speak():
    assert not speaks("Большой детский хор", "Прекрасное далёко")
    assert not speaks(None, "2024.mp3")


def test_name_of_a_file_in_whatsapp_is_counted_with_the_line_of_the_first():
    lines = [
        "02.09.24, 10:00 - Ольга: Добрый вечер",
        "02.09.24, 10:01 - Ольга: Продаю гараж 8 910 123-45-67.pdf (файл добавлен)",
        "02.09.24, 10:02 - Ольга: Расписание.pdf (файл добавлен)",
        "02.09.24, 10:03 - Ольга: Продаю гараж 8 910 123-45-67.pdf (файл добавлен)",
    ]
    warnings = parse("\n".join(lines)).warnings

    assert Skipped("parsers.speaking_names", {"count": 2}, 2) in warnings


def test_ordinary_files_of_whatsapp_bring_no_warning():
    lines = ["02.09.24, 10:00 - Ольга: Добрый вечер", "02.09.24, 10:02 - Ольга: Расписание.pdf (файл добавлен)"]

    assert not [each for each in parse("\n".join(lines)).warnings if each.key == "parsers.speaking_names"]
