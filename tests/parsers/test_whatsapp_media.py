"""What an entry holds: placeholders, attachments, polls and marks; and typed text that looks like them."""

import pytest

from chataudit.messages import KINDS
from chataudit.parsers.whatsapp_media import Body, find_special, kind_of_file, read_body
from chataudit.parsers.whatsapp_strings import table

L = "\u200e"


def android(body: str) -> Body:
    return read_body(body, ios=False, needs_mark=False)


def ios(body: str) -> Body:
    return read_body(body, ios=True, needs_mark=True)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IMG-20240902-WA0003.jpg", "photo"),
        ("VID-20240902-WA0003.mp4", "video"),
        ("PTT-20240902-WA0003.opus", "voice"),
        ("AUD-20240902-WA0003.m4a", "audio"),
        ("STK-20240902-WA0003.webp", "sticker"),
        ("DOC-20240902-WA0003.", "document"),
        ("DOC-20240902-WA0003.jpg", "document"),
        ("00000012-PHOTO-2024-03-22-14-37-44.jpg", "photo"),
        ("00000012-AUDIO-2024-03-22-14-37-44.opus", "voice"),
        ("00000012-GIF-2024-03-22-14-37-44.mp4", "gif"),
        ("00000012-STICKER-2024-03-22-14-37-44.webp", "sticker"),
        ("00000012-Список 5Б.docx", "document"),
        ("00000012-Анна.vcf", "contact"),
        ("0f343b0931126a20f133d67c2b018a3b.jpg", "photo"),
        ("Скан.JPEG", "photo"),
        ("песня.mp3", "audio"),
        ("IMGоглавление.pdf", "document"),
        ("без окончания", "document"),
    ],
)
def test_kind_of_a_file_is_told_by_its_name(name: str, kind: str):
    """D16."""
    assert kind_of_file(name) == kind


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<Без медиафайлов>", Body("hidden", "")),
        ("<Без медиафайлов>\nподпись\nв две строки", Body("hidden", "подпись\nв две строки")),
        ("<Файл пропущен>", Body("hidden", "")),
        ("<Media omitted>", Body("hidden", "")),
        ("<Медіа пропущено>", Body("hidden", "")),
        ("<Video message omitted>", Body("round_video", "")),
        (f"{L}Мой отчёт (итог).v2.pdf (файл добавлен)\nпосмотрите", Body("document", "посмотрите", "Мой отчёт (итог).v2.pdf")),
        ("Анна.vcf (file attached)", Body("contact", "", "Анна.vcf")),
        ("тайна.pdf (файл додано)", Body("document", "", "тайна.pdf")),
        ("Данное сообщение удалено", Body("deleted", "")),
        ("Вы удалили данное сообщение", Body("deleted", "", by_self=True)),
        ("This message was deleted", Body("deleted", "")),
        ("null", Body("hidden", "", absent=True)),
        ("", Body("hidden", "", absent=True)),
        ("Waiting for this message", Body("hidden", "", absent=True)),
        ("Missed video call", Body("call", "")),
        ("местоположение: https://maps.google.com/?q=54.5,36.2", Body("location", "")),
        ("live location shared", Body("location", "")),
        ("Кафе\nул. Мира, 1\nhttps://foursquare.com/v/4b5", Body("location", "Кафе\nул. Мира, 1\nhttps://foursquare.com/v/4b5")),
        (f"приду в 8 {L}<Сообщение изменено>", Body("text", "приду в 8", edited=True)),
        ("ok <This message was edited>", Body("text", "ok", edited=True)),
        (f"<Без медиафайлов>\nподпись {L}<Сообщение изменено>", Body("hidden", "подпись", edited=True)),
        ("ОПРОС:\nЕдем?\nВАРИАНТ: Да (2 голоса)\nВАРИАНТ: Нет (1 голос)\n", Body("poll", "Едем?\nДа\nНет")),
        (
            "POLL:\nWhen?\nor never?\nOPTION: Friday (evening) (35 votes)\nOPTION: never (0 votes)",
            Body("poll", "When?\nor never?\nFriday (evening)\nnever"),
        ),
    ],
)
def test_android_body_is_read(body: str, expected: Body):
    """D16, D19."""
    assert find_special([body]) == [0]
    assert android(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{L}изображение отсутствует", Body("photo", "")),
        (f"букет {L}изображение отсутствует", Body("photo", "букет")),
        (f"раз\nдва {L}видео отсутствует", Body("video", "раз\nдва")),
        (f"{L}GIF отсутствует", Body("gif", "")),
        (f"{L}Наклейку не додано", Body("sticker", "")),
        (f"{L}видеозаметка опущена", Body("round_video", "")),
        (f"<{L}image omitted>", Body("photo", "")),
        (f"План.pdf • {L}2\u00a0страницы {L}документ отсутствует", Body("document", "", "План.pdf")),
        (f"вот он {L}документ отсутствует", Body("document", "вот он")),
        (f"{L}Карточка контакта отсутствует", Body("contact", "")),
        (f"{L}<прикреплено: 00000012-PHOTO-2024-03-22-14-37-44.jpg>", Body("photo", "", "00000012-PHOTO-2024-03-22-14-37-44.jpg")),
        (f"план: {L}<прикреплено: 00000012-План.pdf>", Body("document", "план:", "План.pdf")),
        ("2017.jpg <attached>", Body("photo", "", "2017.jpg")),
        (f"{L}Данное сообщение удалено.", Body("deleted", "")),
        (f"{L}Location: https://maps.google.com/?q=54.5,36.2", Body("location", "")),
        (f"{L}Voice call, {L}12 min", Body("call", "")),
        (f"{L}Missed voice call, {L}Tap to call back", Body("call", "")),
        (f"{L}ОПРОС:\nЕдем?\nВАРИАНТ: Да (2 голоса)", Body("poll", "Едем?\nДа")),
        (f"{L}изображение отсутствует {L}<Сообщение изменено>", Body("photo", "", edited=True)),
    ],
)
def test_ios_body_is_read(body: str, expected: Body):
    """D16."""
    assert find_special([body]) == [0]
    assert ios(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "видео отсутствует",
        "изображение отсутствует.",
        "у меня <Без медиафайлов>",
        "<Без медиафайлов> и всё",
        "напишите (файл добавлен) и всё",
        "так и пишет (файл добавлен)",
        "это сообщение удалено, а то нет",
        "null и void",
        "ОПРОС: кто идёт?",
        "Опрос:\nда или нет",
        "Видеозвонок вечером?",
        "местоположение: во дворе",
        "пропущенный аудиозвонок был не мой",
        "<изменено>",
        "https://foursquare.com/v/4b5",
        "a > b",
    ],
)
def test_typed_text_is_text(body: str):
    """D28."""
    assert android(body) == Body("text", body)
    assert ios(body) == Body("text", body)


@pytest.mark.parametrize(
    "body", ["Данное сообщение удалено.", "Пропущенный видеозвонок", "ОПРОС:\nда?\nВАРИАНТ: нет", "местоположение: https://maps.google.com/"]
)
def test_words_without_the_mark_are_typed_where_ios_puts_marks(body: str):
    assert ios(body) == Body("text", body)


def test_every_kind_of_the_data_file_is_a_kind():
    told = {*table("android"), *table("ios"), *table("whole"), *table("beginning"), *table("ios_beginning"), *table("file_kinds", "endings")}
    assert told - {"deleted_by_self"} <= set(KINDS)
