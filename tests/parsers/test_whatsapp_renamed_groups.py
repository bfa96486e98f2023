"""Names that a group was given: those that say something are told, for rules judge texts."""

import pytest
from whatsapp_exports import add_to_chat, warnings_of


@pytest.mark.parametrize(
    "line",
    [
        'Ольга изменил(-а) название группы на "Петрова тупая овца и воровка детских денег"',
        'Ольга изменил(-а) тему с "5Б" на "Звоните мне 89101234567"',
        'Olga changed the group name to "Иди на https://example.org/"',
        'Ольга создал(-а) группу "Долой нашу глупую учительницу"',
    ],
)
def test_group_that_bears_a_phrase_a_phone_or_a_link_is_told(line: str):
    assert ("whatsapp.speaking_titles", 1, 3) in warnings_of(add_to_chat(line))


@pytest.mark.parametrize(
    "line",
    [
        'Ольга изменил(-а) название группы на "5Б: только важное"',
        'Ольга изменил(-а) тему с "Петрова тупая овца и воровка" на "Родители 2Б, школа 12"',
        'Olga changed the group name to "Class 5B"',
        'Ольга создал(-а) группу "5Б 2024–2025"',
        "Ольга изменил(-а) описание группы",
    ],
)
def test_ordinary_name_of_a_group_is_not_told(line: str):
    assert "whatsapp.speaking_titles" not in {each.key for each in add_to_chat(line).warnings}
