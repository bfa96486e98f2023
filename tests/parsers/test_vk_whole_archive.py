"""A whole archive of VK, told cell by cell: what each message is to become stands beside it, written after formats.md and not after the parser."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from vk_archives import CUT, FULL, GROUP, PAGES, Said, archive, conversation, encode, message, pack, page, person, read, warnings_of, write

from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.vk_rows import read_date
from chataudit.parsers.vk_strings import attachment_kinds

OLGA, TIMUR, OWNER = "Ольга Краснова", "Тимур Гареев", "Марина Ильина"
TITLE = "2 «Б» родители"
START = datetime.fromisoformat("2023-01-31T23:59:07")
CELLS = ("id", "sent_at", "kind", "event", "author", "author_id", "text", "links", "forwarded_from", "edited", "members", "title")

ATTACHMENTS = {
    "photo": ["Фотография", "Граффити", "Альбом фотографий"],
    "video": ["Видеозапись", "Клип"],
    "round_video": ["Видеосообщение"],
    "audio": ["Аудиозапись", "Плейлист", "Подкаст", "Музыкант"],
    "voice": ["Голосовое сообщение", "Аудиосообщение"],
    "sticker": ["Стикер"],
    "document": ["Файл", "Документ"],
    "poll": ["Опрос"],
    "location": ["Карта", "Местоположение"],
    "contact": ["Контакт"],
    "call": ["Звонок", "Групповой звонок"],
    "deleted": ["Сообщение удалено"],
    "other": [
        "Ссылка",
        *("Запрос на денежный перевод", "Денежный перевод", "Сообщество с VK Донатом", "Событие"),
    ],
    "hidden": [
        *("Запись на стене", "Комментарий на стене", "Статья", "История", "Момент", "Подарок", "Товар", "Подборка товаров", "Виджет"),
    ],
}


@dataclass(frozen=True)
class Told:
    """A message and what differs in its row from a plain text by its author."""

    said: Said
    row: dict[str, Any]


def one_of_each() -> list[Told]:
    """A message of every sort that VK writes."""
    voice = "https://psv4.userapi.com/audiomsg/d1/abc.ogg"
    attached = "25\u00a0прикреплённых сообщений"
    created, event = f"{person(OWNER)} создала чат «<b>{TITLE}</b>»", f"{person(OWNER)} пригласила {person(TIMUR)}"
    told = [
        Told(Said(0, START, None, event=created), {"kind": "service", "event": "create_group", "title": TITLE}),
        Told(Said(0, START, None, event=event), {"kind": "service", "event": "invite", "members": TIMUR}),
        Told(Said(0, START, TIMUR, event=f"{person(TIMUR)} вышел из чата"), {"kind": "service", "event": "leave"}),
        Told(Said(0, START, OLGA, "Добрый день!\nЗавтра <в 9> & «сбор» 😊"), {}),
        Told(Said(0, START, None, "моё"), {}),
        Told(Said(0, START, OLGA, "исправлено", edited=True), {"edited": True}),
        Told(Said(0, START, None, "и моё", edited=True), {"edited": True}),
        Told(Said(0, START, TIMUR, "[id100001|Ольга], вы где?"), {"text": "Ольга, вы где?"}),
        Told(Said(0, START, OLGA, "два снимка", (("Фотография", "https://a/1"), ("Фотография", "https://a/2"))), {"kind": "photo"}),
        Told(Said(0, START, OLGA, "", (("Файл", voice),)), {"kind": "voice"}),
        Told(Said(0, START, OLGA, "", ((attached, None),)), {"kind": "hidden", "forwarded_from": ""}),
        Told(Said(0, START, OLGA, "ответ", ((attached, None),)), {}),
        Told(Said(0, START, OLGA, "смотрите", (("Ссылка", "https://школа.рф/1"),)), {"links": "https://школа.рф/1"}),
        Told(Said(0, START, OLGA, "", (("Голограмма", None),)), {"kind": "other"}),
        Told(Said(0, START, OLGA, ""), {"kind": "hidden"}),
        Told(Said(0, START, "Класс 2Б", "новости класса"), {}),
    ]
    for kind, names in ATTACHMENTS.items():
        for name in names:
            address = f"https://vk.com/{kind}"
            told.append(
                Told(Said(0, START, TIMUR, "", ((name, address),)), {"kind": kind, "links": address if kind in ("other", "hidden") else None})
            )
    return told


def whole(count: int = 140) -> list[Told]:
    """So many messages of every sort in turn, nine days and some apart: all months and both halves of a day are among them."""
    told = []
    for n, each in enumerate(islice(cycle(one_of_each()), count)):
        at = START + timedelta(days=9 * n, hours=7 * n, seconds=11 * n)
        told.append(Told(replace(each.said, id=5000 + 3 * n, at=at), each.row))
    return told


def expected(told: list[Told]) -> list[dict[str, Any]]:
    plain = {"kind": "text", "event": None, "links": None, "forwarded_from": None, "edited": False, "members": None, "title": None}
    rows = []
    for each in told:
        author = each.said.author or OWNER
        own = {"id": str(each.said.id), "sent_at": each.said.at, "author": author, "author_id": PAGES[author], "text": each.said.text}
        rows.append(plain | own | each.row)
    return rows


def cells(chat: Any) -> list[dict[str, Any]]:
    rows = chat.messages[list(CELLS)].astype(object).where(chat.messages[list(CELLS)].notna(), None)
    return [{name: value.to_pydatetime() if name == "sent_at" else value for name, value in row.items()} for row in rows.to_dict("records")]


def test_the_list_of_attachments_is_that_of_the_program():
    russian = {name: kind for name, kind in attachment_kinds().items() if not name.isascii()}

    assert {name: kind for kind, names in ATTACHMENTS.items() for name in names} == russian


@pytest.mark.parametrize("months", [CUT, FULL], ids=["cut", "full"])
@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_every_cell_of_many_messages_over_three_pages_is_what_was_said(tmp_path: Path, months: tuple[str, ...], packed: bool):
    told = whole()
    pages = conversation(TITLE, [each.said for each in told], months)
    files = archive({GROUP: (TITLE, pages)})

    chat = read_chat(pack(tmp_path / "vk.zip", files) if packed else write(tmp_path, files), ReadOptions())

    assert len(told) > 120
    assert sorted(pages) == ["messages0.html", "messages100.html", "messages50.html"]
    assert {each.said.at.month for each in told} == set(range(1, 13))
    assert cells(chat) == expected(told)
    names = [[name for name, _ in each.said.attachments] for each in told]
    assert warnings_of(chat) == {
        "parsers.contents_absent": sum(each.said == replace(each.said, text="", attachments=(), event="") for each in told),
        "parsers.unknown_media_type": names.count(["Голограмма"]),
        "vk.attached": sum("прикреплённых" in "".join(each) for each in names),
        "vk.cards": sum(not set(each).isdisjoint(ATTACHMENTS["hidden"]) for each in names),
    }
    assert not chat.truncated


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize(
    "names",
    [
        CUT,
        FULL,
        tuple(f"{each}." for each in CUT),
        tuple(each.capitalize() for each in FULL),
        ("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
        ("янв", "февр", "мар", "апр", "мая", "июн", "июл", "авг", "сент", "окт", "нояб", "дек"),
    ],
    ids=["cut", "full", "dotted", "capital", "nominative", "longer"],
)
def test_every_month_is_read_in_every_form(number: int, names: tuple[str, ...]):
    assert read_date(f"Ольга, 5 {names[number - 1]} 2022 в 1:30:12")[0] == datetime.fromisoformat(f"2022-{number:02}-05T01:30:12")


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ("29 фев 2024 в 0:00:00", "2024-02-29T00:00:00"),
        ("31 дек 2023 в 23:59:59", "2023-12-31T23:59:59"),
        ("1 сентября 2024 г. в 9:05", "2024-09-01T09:05:00"),
        ("05 мая 2022 в 01:30:12", "2022-05-05T01:30:12"),
        ("29 фев 2023 в 0:00:00", None),
        ("5 мартобря 2022 в 1:30:12", None),
        ("5 мая 2022", None),
    ],
)
def test_odd_dates_are_read_or_refused_and_never_guessed(date: str, read_as: str | None):
    found = read_date(f"Ольга, {date}")[0]

    assert (found.isoformat() if found else None) == read_as


# Odd and broken pages: what is lost is counted, and nothing else is lost


@pytest.fixture
def told() -> list[Told]:
    return whole()


def lost_with(told: list[Told], first: int, last: int) -> list[dict[str, Any]]:
    """What is expected when the messages from the `first` newest to the one before the `last` are gone."""
    rows = expected(told)[::-1]
    return (rows[:first] + rows[last:])[::-1]


@pytest.mark.parametrize("name", ["messages0.html", "messages50.html", "messages100.html"])
@pytest.mark.parametrize("damage", ["gone", "empty"])
def test_page_that_is_gone_costs_its_own_messages(tmp_path: Path, told: list[Told], name: str, damage: str):
    pages = conversation(TITLE, [each.said for each in told])
    first = int(name.removeprefix("messages").removesuffix(".html"))
    broken = {each: content for each, content in pages.items() if each != name} | ({name: b""} if damage == "empty" else {})

    chat = read(tmp_path, archive({GROUP: (TITLE, broken)}), me=OWNER)

    assert [row["id"] for row in cells(chat)] == [row["id"] for row in lost_with(told, first, first + 50)]
    assert warnings_of(chat)["vk.missing_pages"] == 1
    assert chat.truncated


def test_page_that_is_no_page_costs_its_own_messages(tmp_path: Path, told: list[Told]):
    pages = conversation(TITLE, [each.said for each in told]) | {"messages50.html": b"\x00\xff" * 3000}

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}), me=OWNER)

    assert [row["id"] for row in cells(chat)] == [row["id"] for row in lost_with(told, 50, 100)]
    assert warnings_of(chat)["vk.cut_pages"] == 1
    assert chat.truncated


def test_page_that_breaks_off_costs_what_stands_behind_the_break(tmp_path: Path, told: list[Told]):
    pages = conversation(TITLE, [each.said for each in told])
    newest = [each.said.id for each in told][::-1]
    break_at = pages["messages50.html"].index(f'data-id="{newest[80]}"'.encode())
    pages["messages50.html"] = pages["messages50.html"][:break_at]

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}), me=OWNER)

    assert [row["id"] for row in cells(chat)] == [row["id"] for row in lost_with(told, 80, 100)]
    assert (warnings_of(chat)["vk.cut_pages"], chat.truncated) == (1, True)


def test_every_sort_of_damage_is_counted_beside_the_others(tmp_path: Path):
    said = [Said(n, START + timedelta(days=n), OLGA, f"сообщение {n}") for n in range(1, 131)]
    blocks = [message(each) for each in reversed(said)]
    blocks[3] = blocks[3].replace('class="message__header"', 'class="message__head"')
    blocks[7] = blocks[7].replace(" в ", " около ", 1)
    blocks[9] = blocks[9].replace(f'data-id="{said[-10].id}"', f'data-id="{said[-9].id}"')
    blocks[11] = message(replace(said[-12], text="", event=f"{person(OLGA)} включила слайды"))
    blocks[13] = message(replace(said[-14], attachments=(("Голограмма", None),)))
    pages = {f"messages{at}.html": encode(page(TITLE, blocks[at : at + 50], (0, 50, 100))) for at in (0, 50, 100)}
    pages["messages50.html"] = pages["messages50.html"].decode("cp1251").encode()
    pages["messages100.html"] = pages["messages100.html"].replace("сообщение".encode("cp1251"), b"\x98", 2)

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}))

    assert warnings_of(chat) == {
        "vk.headless": 1,
        "parsers.dateless": 1,
        "parsers.repeated_ids": 1,
        "vk.unknown_events": 1,
        "parsers.unknown_media_type": 1,
        "vk.in_utf8": 1,
        "vk.bad_bytes": 2,
    }
    assert len(chat.messages) == 129
    assert Counter(chat.messages["author"]) == {OLGA: 129}


def test_losses_are_told_in_the_report_with_their_numbers(tmp_path: Path):
    pages = conversation(TITLE, [Said(n, START + timedelta(days=n), OLGA, f"сообщение {n}") for n in range(1, 131)])
    del pages["messages50.html"]

    report = run("scan", write(tmp_path, archive({GROUP: (TITLE, pages)})), "--format", "json").report

    assert (report["chat"]["message_count"], report["chat"]["truncated"]) == (80, True)
    assert ["messages50.html" in each["text"] for each in report["chat"]["warnings"]] == [True]
