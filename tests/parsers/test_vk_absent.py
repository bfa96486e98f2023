"""What VK showed and its archive does not hold: others' messages, cards, and messages of which nothing is left; and what titles say."""

from datetime import datetime
from pathlib import Path

import pytest
from vk_archives import GROUP, Said, archive, conversation, encode, page, person, read, warnings_of, write

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

OLGA = "Ольга Краснова"
START = datetime.fromisoformat("2024-09-02T10:00:00")
ATTACHED = ("2 прикреплённых сообщения", None)
WALL = ("Запись на стене", "https://vk.com/wall-1_1")
PHOTO = ("Фотография", "https://a/1.jpg")
LINK = ("Ссылка", "https://school.example")


def chat_of(folder: Path, text: str, *attachments: tuple[str, str | None], event: str = "") -> Chat:
    told = [Said(1, START, OLGA, "Добрый день"), Said(2, START, OLGA, text, attachments, event)]
    return read(folder, archive({GROUP: ("2Б", conversation("2Б", told))}))


@pytest.mark.parametrize(
    ("text", "attachments", "kind", "key"),
    [
        ("", [ATTACHED], "hidden", "vk.attached"),
        ("Полюбуйтесь", [ATTACHED], "text", "vk.attached"),
        ("", [ATTACHED, PHOTO], "photo", "vk.attached"),
        ("", [ATTACHED, LINK], "hidden", "vk.attached"),
        ("", [WALL], "hidden", "vk.cards"),
        ("Посмотрите", [WALL], "text", "vk.cards"),
        ("", [WALL, WALL], "hidden", "vk.cards"),
        ("", [LINK, WALL], "hidden", "vk.cards"),
        ("", [WALL, PHOTO], "photo", "vk.cards"),
        ("", [], "hidden", "parsers.contents_absent"),
    ],
)
def test_what_the_archive_does_not_hold_is_counted_by_messages(
    tmp_path: Path, text: str, attachments: list[tuple[str, str | None]], kind: str, key: str
) -> None:
    chat = chat_of(tmp_path, text, *attachments)

    assert chat.messages["kind"].tolist() == ["text", kind]
    assert warnings_of(chat) == {key: 1}


@pytest.mark.parametrize(
    ("text", "attachments", "kind"),
    [
        ("Завтра уроки", [], "text"),
        ("", [PHOTO], "photo"),
        ("Вот", [PHOTO, LINK], "photo"),
        ("", [LINK], "other"),
        ("", [("Денежный перевод", None)], "other"),
        ("", [("Стикер", None)], "sticker"),
        ("", [("Документ", "https://vk.com/doc1")], "document"),
        ("1 прикреплённое сообщение", [], "text"),
        ("Запись на стене", [], "text"),
        ("Спасибо", [("Опрос", None)], "poll"),
    ],
)
def test_what_the_archive_holds_brings_no_warning(tmp_path: Path, text: str, attachments: list[tuple[str, str | None]], kind: str) -> None:
    chat = chat_of(tmp_path, text, *attachments)

    assert chat.messages["kind"].tolist() == ["text", kind]
    assert not chat.warnings


def test_address_of_a_card_is_a_link_behind_words(tmp_path: Path) -> None:
    assert chat_of(tmp_path, "Посмотрите", WALL).messages["links"].fillna("").tolist() == ["", "https://vk.com/wall-1_1"]


def test_message_without_a_body_is_one_without_contents(tmp_path: Path) -> None:
    bare = '<div class="message" data-id="1"><div class="message__header"><a href="https://vk.com/id1">Ольга</a>, 2 сен 2024 в 10:00:00</div></div>'
    chat = read_chat(write(tmp_path, {"messages0.html": encode(page("2Б", [bare]))}), ReadOptions())

    assert chat.messages["kind"].tolist() == ["hidden"]
    assert warnings_of(chat) == {"parsers.contents_absent": 1}


@pytest.mark.parametrize(
    "event",
    [
        f"{person(OLGA)} изменила название чата: <b>2Б</b> &rarr; <b>Сидорова неправа во всём</b>",
        f"{person(OLGA)} изменила название беседы: <b>Маникюр 8 910 123-45-67</b>",
        f"{person(OLGA)} создала чат «Заходите t.me/joinchat/AAAA»",
    ],
)
def test_title_that_says_something_is_counted(tmp_path: Path, event: str) -> None:
    assert warnings_of(chat_of(tmp_path, "", event=event)) == {"telegram.speaking_events": 1}


@pytest.mark.parametrize(
    "event",
    [
        f"{person(OLGA)} изменила название чата: <b>1Б</b> &rarr; <b>Родители 2Б</b>",
        f"{person(OLGA)} создала чат «Родители 2Б»",
        f"{person(OLGA)} закрепила сообщение «<span class='im_srv_mess_link'>Собрание в среду в шесть часов вечера</span>»",
    ],
)
def test_ordinary_event_brings_no_warning(tmp_path: Path, event: str) -> None:
    assert not chat_of(tmp_path, "", event=event).warnings
