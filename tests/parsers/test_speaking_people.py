"""Names of those who take part and of the chats that messages came from: those that may say something are counted, each once."""

from datetime import datetime
from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message, read, service
from test_telegram_html import default, text, told
from test_telegram_html import read as read_page
from vk_archives import Said, encode, page, warnings_of, write
from vk_archives import message as vk_message

from chataudit.chat import Skipped
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.speaking_names import warn_of_names

START = datetime.fromisoformat("2024-09-02T10:00:00")
SPEAKING_PEOPLE = [
    "Петрова тупая овца и воровка +79101234567",
    "Ольга 8 910 123-45-67",
    "Маникюр t.me/joinchat/AAAA",
    "Ольга @masha_nails",
    "Деньги на шторы давно потратила Петрова из родительского комитета нашего класса",
]
ORDINARY_PEOPLE = [
    "Ольга",
    "Иванова Мария Петровна, мама Пети 3Б",
    "Иванова Мария Петровна (мама Пети и Маши, 3 «Б»)",
    "Мария Петровна Иванова классный руководитель 2 Б",
    "2 «Б» родители 2025-2026",
]
SPEAKING_ORIGINS = ["Ольга Петрова тупая воровка", "Ольга Петрова +7 910 123-45-67", "Анна воровка и дура", "Подписывайтесь t.me/joinchat/AAAA"]
ORDINARY_ORIGINS = ["Новости Калуги", "Школа № 12", "Калуга Сегодня", "Иванова Мария Петровна", "РИА Новости", ""]


@pytest.mark.parametrize("name", SPEAKING_PEOPLE)
def test_display_name_used_as_a_message_is_counted(name: str) -> None:
    assert list(warn_of_names({"Ольга", name}, ())) == [Skipped("speaking.people", {"count": 1})]


@pytest.mark.parametrize("name", ORDINARY_PEOPLE)
def test_full_name_with_a_child_or_an_office_is_none(name: str) -> None:
    assert not list(warn_of_names({name}, ()))


@pytest.mark.parametrize("name", SPEAKING_ORIGINS)
def test_title_of_where_a_message_came_from_is_counted_once(name: str) -> None:
    assert list(warn_of_names({"Ольга"}, [name, name, "Новости Калуги"])) == [Skipped("speaking.origins", {"count": 1})]


@pytest.mark.parametrize("name", ORDINARY_ORIGINS)
def test_short_title_is_none(name: str) -> None:
    assert not list(warn_of_names({"Ольга"}, [name]))


def test_forward_from_one_of_the_chat_is_no_title() -> None:
    name = "Иванова Мария Петровна мама Пети"

    assert not list(warn_of_names({name}, [name]))
    assert list(warn_of_names({"Ольга"}, [name]))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (message(2, forwarded_from=SPEAKING_ORIGINS[0]), "speaking.origins"),
        (message(2, **{"from": SPEAKING_PEOPLE[0], "from_id": "user2"}), "speaking.people"),
        (service(2, "invite_members", members=[SPEAKING_PEOPLE[0]]), "speaking.people"),
        (service(2, "join_group_by_link", SPEAKING_PEOPLE[0]), "speaking.people"),
    ],
)
def test_names_of_a_file_of_telegram_are_looked_through(tmp_path: Path, row: dict[str, object], key: str) -> None:
    assert keys_of(read(tmp_path, export(message(1), row))) == [key]


@pytest.mark.parametrize(
    "row",
    [
        message(2, forwarded_from="Новости Калуги"),
        message(2, forwarded_from=None),
        message(2, **{"from": None, "from_id": "user9101234567"}),
        service(2, "invite_members", members=[None, "Иванова Мария Петровна"]),
    ],
)
def test_ordinary_names_of_a_file_of_telegram_bring_no_warning(tmp_path: Path, row: dict[str, object]) -> None:
    assert not read(tmp_path, export(message(1), row)).warnings


def forward(name: str) -> str:
    return f'<div class="forwarded body"><div class="from_name">\n{name}<span class="date details"> 01.09.2024</span>\n</div>{text("раз")}</div>'


@pytest.mark.parametrize(
    ("record", "key"),
    [
        (default(2, forward(SPEAKING_ORIGINS[0])), "speaking.origins"),
        (default(2, text("раз"), name=SPEAKING_PEOPLE[0]), "speaking.people"),
        (told(2, f"Ольга invited {SPEAKING_PEOPLE[0]}"), "speaking.people"),
    ],
)
def test_names_of_a_page_of_telegram_are_looked_through(tmp_path: Path, record: str, key: str) -> None:
    assert keys_of(read_page(tmp_path, default(1, text("раз")), record)) == [key]


@pytest.mark.parametrize(
    "record",
    [default(2, forward("Новости Калуги")), default(2, forward("Deleted Account")), default(2, text("раз"), name=ORDINARY_PEOPLE[1])],
)
def test_ordinary_names_of_a_page_of_telegram_bring_no_warning(tmp_path: Path, record: str) -> None:
    assert not read_page(tmp_path, default(1, text("раз")), record).warnings


@pytest.mark.parametrize(("name", "found"), [(SPEAKING_PEOPLE[0], {"speaking.people": 1}), ("Ольга Краснова", {})])
def test_names_of_an_archive_of_vk_are_looked_through(tmp_path: Path, name: str, found: dict[str, int]) -> None:
    said = vk_message(Said(1, START, "Ольга Краснова", "Добрый день")).replace("Ольга Краснова", name)

    assert warnings_of(read_chat(write(tmp_path, {"messages0.html": encode(page("2Б", [said]))}), ReadOptions())) == found
