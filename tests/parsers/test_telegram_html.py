"""Telegram's HTML: what the folders of cases cannot say in one export. Rows of formats.md, D, are named by number."""

from datetime import timedelta, timezone
from pathlib import Path

import pytest
from telegram_exports import keys_of

from chataudit.chat import Chat
from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap">
<div class="page_header"><div class="content"><div class="text bold">
Родители 1А
</div></div></div><div class="page_body chat_page"><div class="history">
{}
</div></div></div></body></html>"""


def default(number: int, inner: str, *, title: str = "02.09.2024 10:00:00 UTC+03:00", joined: bool = False, name: str = "Ольга") -> str:
    author = "" if joined else f'<div class="from_name">\n{name}\n</div>'
    date = f'<div class="pull_right date details" title="{title}">\n10:00\n</div>'
    return f'<div class="message default clearfix{" joined" * joined}" id="message{number}"><div class="body">{date}{author}{inner}</div></div>'


def told(number: int, sentence: str) -> str:
    return f'<div class="message service" id="message{number}"><div class="body details">\n{sentence}\n</div></div>'


def text(words: str) -> str:
    return f'<div class="text">\n{words}\n</div>'


def read(folder: Path, *records: str, name: str = "messages.html", **options: object) -> Chat:
    (folder / name).write_text(PAGE.format("\n".join(records)), encoding="utf-8")
    return read_chat(folder / name, ReadOptions(**options))


@pytest.mark.parametrize(("title", "offset"), [("UTC+03:00", 180), ("UTC-03:30", -210), ("UTC+00:00", 0)])
def test_offset_stands_in_the_title_d24(tmp_path: Path, title: str, offset: int) -> None:
    chat = read(tmp_path, default(1, text("Привет"), title=f"02.09.2024 10:00:00 {title}"))

    assert chat.messages["utc_offset_min"].tolist() == [offset]
    assert chat.timezone == "export"


def test_title_without_offset_takes_the_given_zone_or_hides_offsets_d24(tmp_path: Path) -> None:
    record = default(1, text("Привет"), title="02.09.2020 10:00:00")

    assert "offsets" in read(tmp_path, record).hides
    assert read(tmp_path, record, timezone=timezone(timedelta(hours=5))).messages["utc_offset_min"].tolist() == [300]


def test_joined_message_has_the_author_of_the_one_before(tmp_path: Path) -> None:
    chat = read(tmp_path, default(1, text("раз")), default(2, text("два"), joined=True), default(3, text("три"), name="Ирина"))

    assert chat.messages["author"].tolist() == ["Ольга", "Ольга", "Ирина"]


def test_day_divider_is_told_by_its_text_and_a_negative_id_is_a_message(tmp_path: Path) -> None:
    chat = read(tmp_path, told(-1, "2 September 2024"), told(-999, "Ольга pinned this message"), default(-998, text("раз")))

    assert chat.messages["id"].tolist() == ["-999", "-998"]


def test_service_event_takes_the_day_of_its_divider_and_the_time_of_the_row_before(tmp_path: Path) -> None:
    records = [default(1, text("раз")), told(2, "Ольга pinned this message"), told(-2, "3 September 2024"), told(3, "Ольга removed Ирина")]
    chat = read(tmp_path, *records)

    assert chat.messages["sent_at"].dt.strftime("%d %H:%M").tolist() == ["02 10:00", "02 10:00", "03 00:00"]


def test_page_ten_comes_after_page_nine(tmp_path: Path) -> None:
    for number in range(2, 11):
        (tmp_path / f"messages{number}.html").write_text(PAGE.format(default(number, text(str(number)))), encoding="utf-8")
    chat = read(tmp_path, default(1, text("1")))

    assert chat.messages["text"].tolist() == [str(number) for number in range(1, 11)]
    assert not chat.warnings


def test_message_outside_the_history_is_read_where_it_stands(tmp_path: Path) -> None:
    outside = (
        f'</div><div class="more">{default(2, text("два"))}</div>{default(3, text("три"))}<div class="history">{told(4, "Ольга pinned this message")}'
    )
    chat = read(tmp_path, default(1, text("раз")), outside)

    assert chat.messages["text"].tolist() == ["раз", "два", "три", ""]
    assert not chat.warnings


def test_missing_page_is_told(tmp_path: Path) -> None:
    (tmp_path / "messages3.html").write_text(PAGE.format(default(3, text("3"))), encoding="utf-8")
    chat = read(tmp_path, default(1, text("1")))

    assert chat.truncated
    assert [(each.key, each.details) for each in chat.warnings] == [("parsers.missing_page", {"name": "messages2.html"})]


@pytest.mark.parametrize(
    ("markup", "kind", "file"),
    [
        ('<a class="photo_wrap clearfix pull_left" href="photos/a.jpg"><img class="photo"/></a>', "photo", "a.jpg"),
        ('<a class="animated_wrap clearfix pull_left" href="animations/a.mp4"></a>', "gif", "a.mp4"),
        ('<a class="sticker_wrap clearfix pull_left" href="stickers/a.webp"></a>', "sticker", "a.webp"),
        ('<div class="media clearfix pull_left media_voice_message"></div>', "voice", None),
        ('<div class="media clearfix pull_left media_audio_file"></div>', "audio", None),
        ('<div class="media clearfix pull_left media_video"><div class="title bold">\nVideo message\n</div></div>', "round_video", None),
        ('<div class="media clearfix pull_left media_video"><div class="title bold">\nAnimation\n</div></div>', "gif", None),
        ('<div class="media clearfix pull_left media_video"><div class="title bold">\nVideo file\n</div></div>', "video", None),
        ('<div class="media clearfix pull_left media_file"><div class="title bold">\nПлан.docx\n</div></div>', "document", "План.docx"),
        ('<div class="media clearfix pull_left media_live_location"></div>', "location", None),
        ('<div class="media clearfix pull_left media_contact"></div>', "contact", None),
        ('<div class="media clearfix pull_left media_call success"></div>', "call", None),
        ('<div class="media clearfix pull_left media_invoice"></div>', "hidden", None),
    ],
)
def test_media_are_told_by_their_classes_saved_or_not(tmp_path: Path, markup: str, kind: str, file: str | None) -> None:
    chat = read(tmp_path, default(1, f'<div class="media_wrap clearfix">{markup}</div>'), default(2, text("текст")))

    assert chat.messages["kind"].tolist() == [kind, "text"]
    assert chat.messages["file"].fillna("").tolist()[0] == (file or "")


def test_nested_markup_keeps_the_order_of_the_words(tmp_path: Path) -> None:
    chat = read(tmp_path, default(1, text("раз <strong>два <em>три</em> четыре</strong> пять<br><br>шесть")))

    assert chat.messages["text"].tolist() == ["раз два три четыре пять\n\nшесть"]


def test_joined_forward_keeps_its_origin_and_an_ordinary_message_has_none(tmp_path: Path) -> None:
    origin = '<div class="from_name">\nКанал<span class="date details" title="01.09.2024 10:00:00"> 01.09.2024</span>\n</div>'
    first = default(1, f'<div class="forwarded body">{origin}{text("раз")}</div>')
    chat = read(tmp_path, first, default(2, f'<div class="forwarded body">{text("два")}</div>', joined=True), default(3, text("три")))

    assert chat.messages["forwarded_from"].fillna("–").tolist() == ["Канал", "Канал", "–"]
    assert chat.messages["author"].tolist() == ["Ольга"] * 3


def test_unknown_part_of_a_message_is_counted_once(tmp_path: Path) -> None:
    chat = read(tmp_path, *(default(n, '<div class="hologram">x</div>' + text("раз")) for n in range(1, 4)))

    assert [(each.key, each.details) for each in chat.warnings] == [("parsers.unknown_key", {"name": "hologram", "count": 3})]


def test_dateless_message_is_counted(tmp_path: Path) -> None:
    chat = read(tmp_path, default(1, text("раз")), default(2, text("два"), title=""))

    assert keys_of(chat) == ["parsers.dateless"]
    assert chat.messages["utc_offset_min"].tolist() == [180, 180]


def test_contents_page_of_an_account_points_to_its_chats(tmp_path: Path) -> None:
    page = '<html><head><title>Exported Data</title></head><body><a class="section block_link chats" href="lists/chats.html">Chats</a></body></html>'
    (tmp_path / "export_results.html").write_text(page, encoding="utf-8")
    with pytest.raises(ExportError, match=r"parsers\.account_list_page"):
        read_chat(tmp_path, ReadOptions())
