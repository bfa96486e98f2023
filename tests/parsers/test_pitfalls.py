"""The thirty pitfalls that users of other parsers reported (formats, D), a test or more a row; the id of each begins with its row."""

import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from parsers.telegram_exports import export, keys_of, message, read, service
from parsers.whatsapp_exports import parse

from chataudit.chat import Chat
from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

ROWS = 30
NOTICE = "Сообщения и звонки защищены сквозным шифрованием. Третьи лица, включая WhatsApp, не могут прочитать ваши сообщения."


def days(chat: Chat) -> list[str]:
    return [f"{at:%d.%m.%Y}" for at in chat.messages["sent_at"]]


def clocks(chat: Chat) -> list[str]:
    return [f"{at:%H:%M}" for at in chat.messages["sent_at"]]


def authors(chat: Chat) -> list[str | None]:
    return chat.messages["author"].astype(object).where(chat.messages["author"].notna(), None).tolist()


def texts(chat: Chat) -> list[str]:
    return chat.messages["text"].tolist()


def kinds(chat: Chat) -> list[str]:
    return chat.messages["kind"].tolist()


def page(row: str) -> bytes:
    """A page of Telegram's HTML with one message's body."""
    return (
        '<!DOCTYPE html><html><head><title>Exported Data</title></head><body><div class="page_header"><div class="content">'
        '<div class="text bold">\nРодители\n</div></div></div><div class="history">'
        f'<div class="message default clearfix" id="message1"><div class="body">{row}</div></div></div></body></html>'
    ).encode()


def order_decided_once(_: Path) -> None:
    chat = parse("1/2/24, 10:00 - Ольга: а\n2/2/24, 10:00 - Ольга: б\n13/2/24, 10:00 - Ольга: в\n")
    assert days(chat) == ["01.02.2024", "02.02.2024", "13.02.2024"]
    chat = parse("2/1/24, 10:00 - Ольга: а\n2/2/24, 10:00 - Ольга: б\n2/13/24, 10:00 - Ольга: в\n")
    assert days(chat) == ["01.02.2024", "02.02.2024", "13.02.2024"]


def order_undecided(_: Path) -> None:
    lines = "1/2/24, 10:00 - Ольга: а\n1/2/24, 10:01 - Ольга: б\n"
    assert "whatsapp.date_order" in keys_of(parse(lines))
    chat = parse(lines, date_order="mdy")
    assert (days(chat), keys_of(chat)) == (["02.01.2024", "02.01.2024"], [])


def widths_mixed(_: Path) -> None:
    assert days(parse("9.9.24, 9:05 - Ольга: а\n10.09.24, 10:05 - Ольга: б\n")) == ["09.09.2024", "10.09.2024"]


def narrow_space(_: Path) -> None:
    chat = parse("1/2/24, 9:00\u202fPM - Ольга: а\n1/13/24, 12:00\u202fAM - Ольга: б\u202fв\n")
    assert clocks(chat) == ["21:00", "00:00"]
    assert texts(chat)[1] == "б\u202fв"  # in headers only


def halves_of_the_day(_: Path) -> None:
    for half in ("p. m.", "p.\u00a0m.", "pm", "PM", "p.m."):
        chat = parse(f"13/2/24, 9:00 {half} - Ольга: а\n14/2/24, 9:01 {half} - Ольга: б\n")
        assert (clocks(chat), set(authors(chat))) == (["21:00", "21:01"], {"Ольга"})


def marks_before_header(_: Path) -> None:
    for mark in ("\u200e", "\u200f", "\ufeff"):
        assert texts(parse(f"[13.02.2024, 09:00:00] Ольга: а\r\n{mark}[13.02.2024, 09:01:00] Ирина: б\r\n")) == ["а", "б"]


def pseudo_sender(_: Path) -> None:
    chat = parse(
        f"[13.02.2024, 09:00:00] 5Б родители: \u200e{NOTICE}\r\n[13.02.2024, 09:00:01] 5Б родители: \u200eОльга добавила Ирину\r\n"
        "[13.02.2024, 09:01:00] Ирина: Добрый день\r\n[13.02.2024, 09:02:00] Ольга: Здравствуйте\r\n"
    )
    assert "5Б родители" not in chat.participants["name"].tolist()


def first_message_kept(_: Path) -> None:
    assert texts(parse("13.02.2024, 09:00 - Ольга: Первое\n13.02.2024, 09:01 - Ольга: Второе\n"))[0] == "Первое"


def header_in_a_body(_: Path) -> None:
    chat = parse(
        "13.02.2024, 09:00 - Ольга: расписание\n20.15.21.15 h Stock\n[2,4,0] ->\n[13.02.24, 10:00:00] Ирина: цитата\n13.02.2024, 09:05 - Ирина: да\n"
    )
    assert authors(chat) == ["Ольга", "Ирина"]


def header_out_of_its_time(_: Path) -> None:
    """Of the file's own form, too: a schedule, or a chat that somebody quotes."""
    said = "13.02.2024, 09:00 - Ольга: расписание\n05.09.2024, 18:00 - собрание: актовый зал\n"
    chat = parse(f"{said}13.02.2024, 09:05 - Ирина: да\n13.02.2024, 09:06 - Ольга: вот\n13.02.2024, 09:07 - Ирина: ок\n")
    assert authors(chat) == ["Ольга", "Ирина", "Ольга", "Ирина"]
    assert "whatsapp.lookalikes" in keys_of(chat)


def line_feed_in_an_ios_message(_: Path) -> None:
    chat = parse("[13.02.2024, 09:00:00] Ольга: было\n[13.02.2024, 08:00:00] Ирина: так\r\n[13.02.2024, 09:05:00] Ирина: да\r\n")
    assert authors(chat) == ["Ольга", "Ирина"]


def signs_in_names(_: Path) -> None:
    chat = parse("13.02.2024, 09:00 - Анна-Мария - 5Б: а\n13.02.2024, 09:01 - Ольга: URL: https://ya.ru\n")
    assert (authors(chat), texts(chat)) == (["Анна-Мария - 5Б", "Ольга"], ["а", "URL: https://ya.ru"])


def colon_in_a_longer_text(_: Path) -> None:
    chat = parse("13.02.2024, 09:00 - Ольга: взять: ручку\nтетрадь: две\n13.02.2024, 09:01 - Ирина: да\n")
    assert (authors(chat), texts(chat)[0]) == (["Ольга", "Ирина"], "взять: ручку\nтетрадь: две")


def several_lines(_: Path) -> None:
    assert texts(parse("13.02.2024, 09:00 - Ольга: а\n\nб\nв\n13.02.2024, 09:01 - Ирина: да\n")) == ["а\n\nб\nв", "да"]


def forms_of_headers(_: Path) -> None:
    for header in (
        "{d}.{m}.24, 09:00 - ",
        "{d}-{m}-2024, 09:00 - ",
        "2024/{m}/{d}, 09:00 - ",
        "{d}/{m}/24 09:00 - ",
        "{d}.{m}.24, 09.00 - ",
        "[{d}.{m}.24, 9:00:00 AM] ",
    ):
        chat = parse("".join(f"{header.format(d=day, m='02')}Ольга: а\n" for day in (13, 14)))
        assert days(chat) == ["13.02.2024", "14.02.2024"], header


def no_headers_are_told(_: Path) -> None:
    with pytest.raises(ExportError, match=r"whatsapp\.no_headers"):
        parse("заметки\nещё заметки\n")


def phones(_: Path) -> None:
    chat = parse("13.02.2024, 09:00 - \u202a+7\u00a0900\u00a0000\u201100\u201100\u202c: а\n13.02.2024, 09:01 - +7 900 000-00-00: б\n")
    assert chat.participants["name"].tolist() == ["+7 900 000-00-00"]


def digits_of_other_scripts(_: Path) -> None:
    arabic = parse("١٣/٢/٢٠٢٤، ٩:٠٥ م - Ольга: а\n١٤/٢/٢٠٢٤، ١٠:٠٥ م - Ольга: б\n")
    assert (days(arabic), clocks(arabic)) == (["13.02.2024", "14.02.2024"], ["21:05", "22:05"])
    persian = parse("۱۳\u200f/۲\u200f/۲۰۲۴،\u200f ۹:۰۵ - Ольга: а\n۱۴\u200f/۲\u200f/۲۰۲۴،\u200f ۹:۰۶ - Ольга: б\n")
    assert days(persian) == ["13.02.2024", "14.02.2024"]


def buddhist_years(_: Path) -> None:
    assert days(parse("13/2/2567 BE, 09:00 - Ольга: а\n14/2/2567 BE, 09:00 - Ольга: б\n")) == ["13.02.2024", "14.02.2024"]


def tilde(_: Path) -> None:
    chat = parse("13.02.2024, 09:00 - ~ Ольга: а\n13.02.2024, 09:01 - ~\u202fИрина: б\n")
    assert authors(chat) == ["Ольга", "Ирина"]


def names_of_attachments(_: Path) -> None:
    for name in ("план на год.v2.pdf", "0f" * 16 + ".jpg", "IMG-20210610-WA0031.jpg", "Сочинение (черновик).docx"):
        chat = parse(f"13.02.2024, 09:00 - Ольга: \u200e{name} (файл добавлен)\n13.02.2024, 09:01 - Ирина: да\n")
        assert chat.messages["file"].tolist()[0] == name


def media_in_other_languages(_: Path) -> None:
    for words in ("<Без медиафайлов>", "<Media omitted>", "<Медіа пропущено>"):
        chat = parse(f"13.02.2024, 09:00 - Ольга: {words}\n13.02.2024, 09:01 - Ирина: да\n")
        assert (kinds(chat)[0], texts(chat)[0]) == ("hidden", ""), words


def text_by_content(folder: Path) -> None:
    with zipfile.ZipFile(folder / "чат.zip", "w") as archive:
        archive.writestr("IMG-1.jpg", b"\xff\xd8")
        archive.writestr("заметки.txt", "позвонить")
        archive.writestr("иначе названный.txt", "13.02.2024, 09:00 - Ольга: а\n13.02.2024, 09:01 - Ирина: б\n")
    assert texts(read_chat(folder / "чат.zip", ReadOptions())) == ["а", "б"]


def empty_bodies(_: Path) -> None:
    chat = parse("13.02.2024, 09:00 - Ольга: \n13.02.2024, 09:01 - Ольга:\n13.02.2024, 09:02 - Ольга: null\n13.02.2024, 09:03 - Ирина: да\n")
    assert kinds(chat) == ["hidden", "hidden", "hidden", "text"]


def hex_escapes(folder: Path) -> None:
    chat = read(folder, export(message(1, "вот@@так"), message(2)).replace(b"@@", rb"\x0B"))
    assert texts(chat)[0] == "вот\x0bтак"


def shapes(folder: Path) -> None:
    single = export(message(1), message(2))
    account = b'{"about": "", "contacts": {"list": []}, "chats": {"about": "", "list": [' + single + b"]}}"
    assert len(read(folder, single).messages) == len(read(folder, account).messages) == 2


def nobody(folder: Path) -> None:
    chat = read(
        folder,
        export(service(1, "create_group", title="5Б", members=[]), message(2, **{"from": None}), message(3, **{"from": "Ирина", "from_id": "user2"})),
    )
    assert chat.messages["author"].tolist()[1] == "Удалённый аккаунт (user1)"


def steps_back(folder: Path) -> None:
    """The hour that the clocks of 26 October 2014 showed twice: only seconds since 1970 tell which one is meant."""
    said = [("2014-10-26T01:30:00", 1414272600), ("2014-10-26T01:10:00", 1414275000)]
    chat = read(folder, export(*(message(at, date=date, date_unixtime=str(unix)) for at, (date, unix) in enumerate(said, start=1))))
    assert chat.messages["utc_offset_min"].tolist() == [240, 180]


def offset_in_the_title(folder: Path) -> None:
    when = '<div class="pull_right date details" title="13.02.2024 09:00:00 UTC+05:00">09:00</div>'
    (folder / "messages.html").write_bytes(page(f'{when}<div class="from_name">Ольга</div><div class="text">а</div>'))
    chat = read_chat(folder, ReadOptions())
    assert (clocks(chat), chat.messages["utc_offset_min"].tolist()) == (["09:00"], [300])


def parts_of_a_text(folder: Path) -> None:
    parts = ["до", {"type": "bold", "text": "лож"}, "ить ", {"type": "text_link", "text": "тут", "href": "https://ya.ru/"}]
    chat = read(folder, export(message(1, parts), message(2, "", photo="photos/1.jpg", width=1, height=1)))
    assert (texts(chat), kinds(chat)) == (["доложить тут", ""], ["text", "photo"])
    assert "https://ya.ru/" in str(chat.messages["links"].tolist()[0])


def reactions(folder: Path) -> None:
    chat = read(folder, export(message(1, reactions=[{"type": "emoji", "count": 3, "emoji": "👍"}, {"type": "paid", "count": 2}]), message(2)))
    assert chat.messages["reactions"].tolist() == [5, 0]


def missing_files(folder: Path) -> None:
    sentence = "(File not included. Change data exporting settings to download.)"
    chat = read(folder, export(message(1, "", photo=sentence, width=1, height=1), message(2, "", file=sentence, file_name="план.pdf")))
    assert kinds(chat) == ["photo", "document"]
    assert not [name for name in chat.messages["file"].dropna() if name.startswith("(")]


def words_of_events(_: Path) -> None:
    said = ("Ольга добавила Ирину в список", "я вышел из дома", "удалил и забыл", "he left the group")
    chat = parse("".join(f"13.02.2024, 09:0{at} - Ольга: {text}\n" for at, text in enumerate(said)))
    assert (texts(chat), set(kinds(chat))) == (list(said), {"text"})


def zone_unknown(_: Path) -> None:
    lines = "13.02.2024, 09:00 - Ольга: а\n13.02.2024, 09:01 - Ирина: б\n"
    assert "offsets" in parse(lines).hides
    assert parse(lines, timezone="Europe/Samara").messages["utc_offset_min"].tolist() == [240, 240]


def forty_thousand(_: Path) -> None:
    start = datetime(2024, 2, 13, 9)  # noqa: DTZ001  - as WhatsApp writes it
    for count, warned in ((39_989, False), (39_990, True), (40_000, True)):
        lines = "".join(f"{start + timedelta(minutes=at):%d.%m.%Y, %H:%M} - Ольга: да\n" for at in range(count))
        assert ("whatsapp.cap" in keys_of(parse(lines))) is warned


PITFALLS: list[tuple[int, str, Callable[[Path], None]]] = [
    (1, "order of day and month is decided once a file", order_decided_once),
    (1, "an order that nothing tells is told of, and may be given", order_undecided),
    (2, "days of one and of two digits", widths_mixed),
    (3, "U+202F before AM and PM", narrow_space),
    (4, "p. m. with a no-break space, in any case, with dots", halves_of_the_day),
    (5, "marks of direction before a header", marks_before_header),
    (6, "the chat's name is no participant", pseudo_sender),
    (7, "the first message is not cut off", first_message_kept),
    (8, "a line of a body that looks like a header", header_in_a_body),
    (8, "a line of a body of the file's own form, out of its time", header_out_of_its_time),
    (8, "a line feed inside an iOS message", line_feed_in_an_ios_message),
    (9, "dashes in names, addresses in texts", signs_in_names),
    (10, "colons in a text of several lines", colon_in_a_longer_text),
    (11, "line ends are kept", several_lines),
    (12, "dots, dashes, year first, no comma, dots in the time, brackets with AM", forms_of_headers),
    (12, "no header at all is told", no_headers_are_told),
    (13, "phones in marks and no-break signs", phones),
    (14, "Arabic and Persian digits", digits_of_other_scripts),
    (14, "Buddhist years", buddhist_years),
    (15, "a tilde before those who are in no phone book", tilde),
    (16, "spaces, hashes, dots and words in names of files", names_of_attachments),
    (17, "words for media in Russian, English, Ukrainian", media_in_other_languages),
    (18, "the text of a zip is found by its content", text_by_content),
    (19, "empty and vanished bodies", empty_bodies),
    (20, "escapes that JSON does not know", hex_escapes),
    (21, "one chat or a whole account", shapes),
    (22, "no author, a deleted one, a service message first", nobody),
    (23, "an hour that the clocks showed twice", steps_back),
    (24, "an offset in the title", offset_in_the_title),
    (25, "parts of a text, links, media without text", parts_of_a_text),
    (26, "reactions", reactions),
    (27, "a sentence in place of a path", missing_files),
    (28, "words of events in a person's text", words_of_events),
    (29, "a zone that the file does not tell", zone_unknown),
    (30, "the cut at forty thousand messages", forty_thousand),
]


@pytest.mark.parametrize("check", [check for _, _, check in PITFALLS], ids=[f"D{row:02} {name}" for row, name, _ in PITFALLS])
def test_pitfall(tmp_path: Path, check: Callable[[Path], None]):
    check(tmp_path)


def test_every_row_has_its_test():
    assert sorted({row for row, _, _ in PITFALLS}) == list(range(1, ROWS + 1))


def test_history_of_a_group_that_became_a_supergroup_is_kept(tmp_path: Path):
    """Telegram shifts the ids of the old group below zero, and those that its replies point to alike."""
    old = [message(-999_999_999, "старое"), message(-999_999_998, "ответ", reply_to_message_id=-999_999_999)]
    moved = service(-999_999_997, "migrate_to_supergroup")
    chat = read(tmp_path, export(*old, moved, service(1, "migrate_from_group", title="5Б"), message(2, "новое")))

    assert texts(chat)[:2] == ["старое", "ответ"]
    assert chat.messages["reply_to"].tolist()[1] == 1
    assert chat.messages["id"].is_unique


def test_topics_of_a_forum_are_one_chat(tmp_path: Path):
    topic = service(2, "topic_created", title="Питание")
    chat = read(tmp_path, export(message(1), topic, message(3, "Меню", reply_to_message_id=2), message(4, "Спасибо", reply_to_message_id=3)))

    assert chat.messages["reply_to"].isna().tolist() == [True, True, True, False]  # what points to the topic itself replies to nobody
    assert keys_of(chat) == []


def test_dice_has_neither_text_nor_media_and_is_kept(tmp_path: Path):
    assert len(read(tmp_path, export(message(1, ""), message(2))).messages) == 2
