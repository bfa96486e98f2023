"""What Telegram shows in a message beside its text: words that are judged with it, addresses, and names that are counted."""

import json
from pathlib import Path
from typing import Any

import pytest
from telegram_exports import export, keys_of, message, read
from test_telegram_html import default, text
from test_telegram_html import read as read_page

from chataudit.chat import Chat

NOT_SAVED = "(File not included. Change data exporting settings to download.)"
PLACE = {"latitude": 54.5, "longitude": 36.2}
INVOICE = json.dumps({"title": "Абонемент", "description": "Плавание, 8 занятий", "amount": 100, "currency": "RUB"}, ensure_ascii=False)


def button(words: str, kind: str = "callback", data: str = "") -> dict[str, Any]:
    return {"type": kind, "text": words, "data": data, "dataBase64": "", "forward_text": "", "button_id": 0}


def the_message(chat: Chat) -> dict[str, Any]:
    assert len(chat.messages) == 1
    return dict(chat.messages.iloc[0])


@pytest.mark.parametrize(
    ("keys", "kind", "shown"),
    [
        ({"place_name": "Дом", "address": "ул. Ленина, 5, кв. 12", "location_information": PLACE}, "location", "Дом\nул. Ленина, 5, кв. 12"),
        ({"place_name": "Бассейн", "address": ""}, "location", "Бассейн"),
        ({"game_title": "Репетитор", "game_description": "Звоните: 8 910 123-45-67"}, "other", "Репетитор\nЗвоните: 8 910 123-45-67"),
        ({"invoice_information": INVOICE}, "other", "Абонемент\nПлавание, 8 занятий"),
        ({"invoice_information": json.loads(INVOICE)}, "other", "Абонемент\nПлавание, 8 занятий"),
        ({"invoice_information": "Абонемент, 100 рублей"}, "other", "Абонемент, 100 рублей"),
        ({"inline_bot_buttons": [[button("Записаться")], [button("Цены")]], "photo": "photos/1.jpg"}, "photo", "Записаться\nЦены"),
    ],
)
def test_words_that_everybody_reads_are_of_the_text(tmp_path: Path, keys: dict[str, object], kind: str, shown: str) -> None:
    chat = read(tmp_path, export(message(1, "", **keys)))

    assert (the_message(chat)["text"], the_message(chat)["kind"]) == (shown, kind)
    assert not chat.warnings


def test_words_of_a_button_stand_behind_those_of_the_message_and_of_its_poll(tmp_path: Path) -> None:
    poll = {"question": "Едем?", "closed": False, "total_voters": 0, "answers": [{"text": "Да", "voters": 0, "chosen": False}]}
    chat = read(tmp_path, export(message(1, ["Экс", {"type": "bold", "text": "курсия"}], poll=poll, inline_bot_buttons=[[button("Записаться")]])))

    assert the_message(chat)["text"] == "Экскурсия\nЕдем?\nДа\nЗаписаться"


@pytest.mark.parametrize("kind", ["url", "auth", "web_view", "simple_web_view"])
def test_address_under_a_button_is_a_link_behind_words(tmp_path: Path, kind: str) -> None:
    chat = read(tmp_path, export(message(1, "Кружок", inline_bot_buttons=[[button("Сюда", kind, "https://t.me/+AAAA")]])))

    assert the_message(chat)["links"] == "https://t.me/+AAAA"


def test_address_under_a_button_stands_beside_those_of_the_text(tmp_path: Path) -> None:
    said = [{"type": "text_link", "text": "тут", "href": "https://example.org"}]
    chat = read(tmp_path, export(message(1, said, inline_bot_buttons=[[button("Сюда", "url", "https://t.me/+AAAA")]])))

    assert the_message(chat)["links"] == "https://example.org\nhttps://t.me/+AAAA"


def test_what_a_button_tells_its_bot_is_shown_to_nobody(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "Кружок", inline_bot_buttons=[[button("Да", "callback", "https://t.me/+AAAA")]])))

    assert chat.messages["links"].isna().all()


def test_game_leads_somewhere(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "", game_title="Репетитор", game_link="https://t.me/+AAAA"), message(2, "", game_title="Змейка")))

    assert chat.messages["links"].fillna("").tolist() == ["https://t.me/+AAAA", ""]


def test_text_that_a_button_copies_is_shown(tmp_path: Path) -> None:
    copying = [[button("Скопировать", "copy_text", "8 910 123-45-67"), button("Ещё", "copy_text")]]

    assert the_message(read(tmp_path, export(message(1, "", inline_bot_buttons=copying))))["text"] == "Скопировать\n8 910 123-45-67\nЕщё"


@pytest.mark.parametrize("phone", ["8 910 123-45-67", "☎ 57-12-345"])
def test_phone_on_a_button_is_shown(tmp_path: Path, phone: str) -> None:
    assert the_message(read(tmp_path, export(message(1, "", inline_bot_buttons=[[button(phone)]]))))["text"] == phone


def test_buttons_that_only_count_are_no_words(tmp_path: Path) -> None:
    likes = [[button("👍 12"), button("👎 1"), button("❤️"), button("")]]
    chat = read(tmp_path, export(message(1, "", photo="photos/1.jpg", inline_bot_buttons=likes)))

    assert (the_message(chat)["text"], the_message(chat)["kind"]) == ("", "photo")


def test_buttons_of_a_shape_that_is_not_known_are_counted(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "Кружок", inline_bot_buttons={"rows": []})))

    assert the_message(chat)["text"] == "Кружок"
    assert [(warning.key, warning.details) for warning in chat.warnings] == [("parsers.strange_value", {"name": "inline_bot_buttons", "count": 1})]


def test_place_without_a_name_has_no_text(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "", location_information=PLACE), message(2, "", location_information=None)))

    assert chat.messages["text"].tolist() == ["", ""]
    assert set(chat.messages["kind"]) == {"location"}


@pytest.mark.parametrize(
    "keys",
    [
        {"file": NOT_SAVED, "file_name": "Продаю гараж в хорошем состоянии недорого.pdf"},
        {"file": NOT_SAVED, "file_name": "репетитор 8(910)123-45-67.docx"},
        {"file": NOT_SAVED, "file_name": "заходите t.me/+AAAA.txt"},
        {"file": NOT_SAVED, "media_type": "audio_file", "title": "Маникюр, пишите @masha_nails", "performer": "Маша"},
        {"file": NOT_SAVED, "media_type": "audio_file", "title": "Песня", "performer": "Заказать торт можно +7 910 123 45 67"},
        {"contact_information": {"first_name": "Репетитор", "last_name": "t.me/+AAAA", "phone_number": "79101234567"}},
    ],
)
def test_name_that_says_something_is_counted_and_is_no_text(tmp_path: Path, keys: dict[str, object]) -> None:
    chat = read(tmp_path, export(message(1, "", **keys), message(2)))

    assert [(warning.key, warning.details) for warning in chat.warnings] == [("parsers.speaking_names", {"count": 1})]
    assert chat.messages["text"].tolist()[0] == ""


@pytest.mark.parametrize(
    "keys",
    [
        {"file": NOT_SAVED, "file_name": "Документ.pdf"},
        {"file": NOT_SAVED, "file_name": "IMG_20240902_180311.jpg", "mime_type": "image/jpeg"},
        {"file": NOT_SAVED, "file_name": "8_2024-09-02_18-03-11.mp4", "media_type": "video_file"},
        {"file": NOT_SAVED, "media_type": "audio_file", "title": "Прекрасное далёко", "performer": "Большой детский хор", "file_name": "track01.mp3"},
        {"contact_information": {"first_name": "Анна Сергеевна", "last_name": "Петрова", "phone_number": "79101234567"}},
        {"contact_information": None},
        {"photo": "photos/photo_1@02-09-2024_10-01-00.jpg"},
    ],
)
def test_ordinary_name_of_a_file_a_song_or_a_person_is_passed_over(tmp_path: Path, keys: dict[str, object]) -> None:
    assert not read(tmp_path, export(message(1, "", **keys))).warnings


def media(kind: str, title: str, description: str = "") -> str:
    inner = f'<div class="title bold">\n{title}\n</div><div class="description">\n{description}\n</div><div class="status details">\n1\n</div>'
    return f'<div class="media_wrap clearfix"><div class="media clearfix pull_left {kind}"><div class="body">{inner}</div></div></div>'


BUTTONS = """<table class="bot_buttons_table"><tbody><tr><td class="bot_button_row">
<div class="bot_button"><a href="https://t.me/+AAAA"><div>Записаться</div></a></div><div class="bot_button_column_separator"></div>
<div class="bot_button"><a onclick="return ShowTextCopied('Data: x | Type: callback');"><div>👍 12</div></a></div></td></tr></tbody></table>"""


@pytest.mark.parametrize(("kind", "table_kind"), [("media_venue", "location"), ("media_game", "other"), ("media_invoice", "other")])
def test_page_shows_the_words_of_a_place_a_game_and_an_invoice(tmp_path: Path, kind: str, table_kind: str) -> None:
    chat = read_page(tmp_path, default(1, media(kind, "Дом", "ул. Ленина, 5, кв. 12")))

    assert (the_message(chat)["text"], the_message(chat)["kind"]) == ("Дом\nул. Ленина, 5, кв. 12", table_kind)


def test_page_shows_the_words_of_buttons_and_hides_addresses_under_them(tmp_path: Path) -> None:
    chat = read_page(tmp_path, default(1, text("Кружок") + BUTTONS), default(2, text("Спасибо")))

    assert chat.messages["text"].tolist() == ["Кружок\nЗаписаться", "Спасибо"]
    assert chat.messages["links"].tolist()[0] == "https://t.me/+AAAA"
    assert not chat.warnings


def test_page_says_of_a_saved_place_or_file_nothing_more_than_its_name(tmp_path: Path) -> None:
    not_saved = "Not included, change data exporting settings to download."
    chat = read_page(tmp_path, default(1, media("media_file", "Документ.pdf", not_saved)), default(2, media("media_location", "Location")))

    assert chat.messages["text"].tolist() == ["", ""]
    assert not chat.warnings


def test_page_keeps_the_address_of_a_game_beside_those_of_the_text(tmp_path: Path) -> None:
    game = '<div class="media_wrap clearfix"><a class="media clearfix pull_left block_link media_game" href="https://t.me/+AAAA"></a></div>'
    words = text('Смотрите <a href="https://example.org/a">тут</a>')
    chat = read_page(tmp_path, default(1, game + words), default(2, words + words), default(3, text("Спасибо")))

    assert chat.messages["links"].fillna("").tolist() == [
        "https://t.me/+AAAA\nhttps://example.org/a",
        "https://example.org/a\nhttps://example.org/a",
        "",
    ]


@pytest.mark.parametrize(("signature", "n_speaking"), [("Анна Сергеевна Петрова", 0), ("Продаю гараж 8 910 123-45-67", 1)])
def test_signature_that_says_something_is_counted(tmp_path: Path, signature: str, n_speaking: int) -> None:
    page = read_page(tmp_path, default(1, text("Кружок") + f'<div class="signature details">\n{signature}\n</div>'))
    chat = read(tmp_path, export(message(1, author=signature), message(2)))

    assert keys_of(page) == keys_of(chat) == ["parsers.speaking_names"] * n_speaking


@pytest.mark.parametrize("kind", ["media_file", "media_audio_file", "media_contact"])
def test_page_counts_names_that_say_something(tmp_path: Path, kind: str) -> None:
    chat = read_page(tmp_path, default(1, media(kind, "Продаю гараж 8 910 123-45-67")), default(2, media(kind, "Анна Петрова")))

    assert keys_of(chat) == ["parsers.speaking_names"]
    assert chat.messages["text"].tolist() == ["", ""]


def test_page_counts_a_part_of_a_message_that_is_not_known(tmp_path: Path) -> None:
    chat = read_page(tmp_path, default(1, text("Кружок") + "<p>Продаю гараж</p><section class='quote'>цитата</section>"))

    assert [warning.details["name"] for warning in chat.warnings] == ["p", "quote"]
