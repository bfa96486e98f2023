"""A sentence written as a column is read as a sentence; lists, poems and short answers stay as they are."""

import pytest

from chataudit.russian.running_text import in_running_text


@pytest.mark.parametrize(
    "text",
    [
        "Продам\nформу\nна\nмальчика",
        "Продам\n\nформу\n\nна\n\nмальчика",
        "Продам\n.\nформу\n.\nна\n.\nмальчика\n",
        "Продам. форму. на. мальчика.",
        "Продам! форму! на! мальчика!",
        "Продам…\nформу…\nна…\nмальчика",
        "Продам \n форму \n на \n мальчика",
    ],
)
def test_a_sentence_in_a_column_is_read_in_a_row(text: str) -> None:
    assert in_running_text(text) == "Продам форму на мальчика"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("переводите\nденьги\nмаше", "переводите деньги маше"),
        ("ты\nполная\nдура", "ты полная дура"),
        ("д\nу\nр\nа", "д у р а"),
        ("куда\nидти\nзавтра?", "куда идти завтра?"),
        ("Продам. Форму. На. Мальчика.", "Продам Форму На Мальчика"),
        ("родители,\nгде\nвзять\nформу", "родители, где взять форму"),
    ],
)
def test_a_verb_a_pronoun_or_single_letters_make_a_column_a_sentence(text: str, row: str) -> None:
    assert in_running_text(text) == row


@pytest.mark.parametrize(
    "text",
    [
        "вода\nшапка\nперчатки\nсменка",
        "Взять с собой:\nводу\nшапку\nперчатки\nкоробку для обеда",
        "Иванов\nПетрова\nГуляй\nСидоренко",
        "1. вода\n2. шапка\n3. перчатки",
        "- вода\n- шапка\n- перчатки",
        "Маша\nПетя\nВера\nКатя",
        "Да. Поняла. Спасибо.",
        "Ура! Спасибо! Молодцы!",
        "Мороз и солнце\nдень чудесный\nещё ты дремлешь\nдруг прелестный",
        "Да\nспасибо",
        "5\n4\n3\n5",
        "Собрание в среду. Приходите. Жду.",
        "пила\nмолоток\nгвозди\nклей",
        "",
        "...",
        "\n\n\n",
    ],
)
def test_lists_poems_and_short_answers_stay(text: str) -> None:
    assert in_running_text(text) == text
