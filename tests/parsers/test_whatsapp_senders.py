"""Where a sender ends, and who that is."""

import pytest
from whatsapp_exports import parse

from chataudit.parsers.whatsapp_senders import display_name, split_sender


@pytest.mark.parametrize(
    ("rest", "sender", "body"),
    [
        ("Ольга: привет", "Ольга", "привет"),
        ("Ольга: раз: два", "Ольга", "раз: два"),
        ("Ольга: раз\nдва: три", "Ольга", "раз\nдва: три"),
        ("Мама 5:30 - 5Б: привет", "Мама 5:30 - 5Б", "привет"),
        ("Ольга: ", "Ольга", ""),
        ("Ольга:", "Ольга", ""),
        ("Ольга вышла", None, "Ольга вышла"),
        ("Ольга вышла\nважно: да", None, "Ольга вышла\nважно: да"),
        ("https://example.org", None, "https://example.org"),
    ],
)
def test_sender_ends_at_the_first_colon_and_space_of_the_first_line(rest: str, sender: str | None, body: str):
    """D9, D10, D19."""
    assert split_sender(rest) == (sender, body)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("~ Ольга", "Ольга"),
        ("~\u202fОльга", "Ольга"),
        ("\u200e~\u00a0Ольга", "Ольга"),
        ("\u202a+7\u00a0900\u00a0000\u201111\u201122\u202c", "+7 900 000-11-22"),
        ("Ольга\u00a0Ивановна", "Ольга\u00a0Ивановна"),
        ("Оля ~ мама", "Оля ~ мама"),
        ("Анна\u2011Мария", "Анна\u2011Мария"),
        ("Мама 5Б 👩‍👧", "Мама 5Б 👩‍👧"),
    ],
)
def test_display_name_loses_only_what_is_not_the_persons(raw: str, shown: str):
    """D13, D15."""
    assert display_name(raw) == shown


def authors(*lines: str) -> list[str]:
    chat = parse("".join(f"12.03.2024, 10:0{n} - {line}\n" for n, line in enumerate(lines)))
    return chat.messages["author"].tolist()


def test_names_with_a_colon_are_known_by_recurring():
    """D9."""
    assert authors("Школа: Анна: раз", "Школа: Анна: два", "Школа: Иван: раз", "Школа: Иван: два") == ["Школа: Анна"] * 2 + ["Школа: Иван"] * 2


def test_a_favourite_beginning_of_messages_is_no_part_of_the_name():
    """D9."""
    assert authors("Анна: Важно: раз", "Анна: Важно: два", "Анна: Важно: три", "Анна: да") == ["Анна"] * 4


def test_two_messages_do_not_make_a_longer_name():
    assert authors("Анна: Важно: раз", "Анна: Важно: два", "Иван: да") == ["Анна", "Анна", "Иван"]


def test_title_with_a_colon_makes_no_sender():
    """D9, formats B4."""
    chat = parse('12.03.2024, 10:00 - Анна изменил(-а) название группы на "5Б: чат"\n12.03.2024, 10:01 - Иван: да\n')
    assert chat.messages["event"][0] == "rename"
    assert chat.title == "5Б: чат"
    assert chat.participants["name"].tolist() == ["Анна", "Иван"]


def test_group_title_with_a_colon_is_no_person_on_ios():
    """D6, D9."""
    chat = parse(
        "[12.03.2024, 10:00:00] 5Б: чат: \u200eСообщения и звонки защищены сквозным шифрованием.\r\n"
        "[12.03.2024, 10:00:01] 5Б: чат: \u200eАнна добавил(-а) Иван\r\n[12.03.2024, 10:00:02] Иван: спасибо\r\n"
    )
    assert chat.title == "5Б: чат"
    assert chat.participants["name"].tolist() == ["Анна", "Иван"]
