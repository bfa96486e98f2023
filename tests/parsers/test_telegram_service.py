"""Words that participants wrote in service messages of Telegram: judged as tasks of a list are, or counted."""

from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message, read, service
from test_telegram_html import default, text, told
from test_telegram_html import read as read_page

PHRASE = "Продаю гараж в хорошем состоянии недорого"


def tasks(*texts: object) -> list[dict[str, object]]:
    return [{"text": each, "id": number} for number, each in enumerate(texts, 2)]


def test_tasks_added_to_a_list_are_a_message_of_who_added_them(tmp_path: Path) -> None:
    added = service(2, "todo_append_tasks", items=tasks("Купить мел", ["По", {"type": "bold", "text": "звонить"}]))
    chat = read(tmp_path, export(message(1), added))

    assert chat.messages["text"].tolist()[1] == "Купить мел\nПозвонить"
    assert chat.messages["author"].tolist()[1] == "Ольга"
    assert chat.messages["kind"].tolist()[1] == "other"
    assert not chat.warnings


@pytest.mark.parametrize("items", ["Позвоните 8 910 123-45-67", {"text": PHRASE}])
def test_tasks_of_a_shape_that_is_not_known_are_counted(tmp_path: Path, items: object) -> None:
    chat = read(tmp_path, export(message(1), service(2, "todo_append_tasks", items=items)))

    assert chat.messages["event"].tolist()[1] == "other"
    assert keys_of(chat) == ["telegram.speaking_events"]


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("topic_created", {"title": PHRASE}),
        ("topic_edit", {"new_title": "Маникюр 8 910 123-45-67"}),
        ("edit_group_title", {"title": PHRASE}),
        ("create_group", {"title": "Заходите t.me/joinchat/AAAA", "members": []}),
        ("send_star_gift", {"gift_text": "С праздником"}),
        ("send_star_gift", {"gift_text": [{"type": "bold", "text": "С праздником"}]}),
        ("process_suggested_post", {"comment": "Так нельзя"}),
        ("pin_message", {"text": "Вы неправы"}),
        ("pin_message", {"text": ["Вы ", {"type": "bold", "text": "неправы"}]}),
        ("score_in_game", {"message": "89101234567"}),
        ("boost_apply", {"items": tasks("Позвоните")}),
    ],
)
def test_words_in_a_service_message_are_counted(tmp_path: Path, action: str, keys: dict[str, object]) -> None:
    chat = read(tmp_path, export(message(1), service(2, action, **keys), service(3, action, **keys)))

    assert [(each.key, each.details) for each in chat.warnings] == [("telegram.speaking_events", {"count": 2})]
    assert chat.messages["kind"].tolist()[1:] == ["service", "service"]


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("topic_created", {"title": "Питание"}),
        ("topic_edit", {"new_title": "Питание в столовой", "new_icon_emoji_id": 5}),
        ("topic_edit", {"new_icon_emoji_id": 5}),
        ("edit_group_title", {"title": "Родители 2А класса"}),
        ("create_group", {"title": "Родители 1А", "members": ["Ольга Петровна Сидорова-Иванова"]}),
        ("send_star_gift", {"gift_text": "", "stars": 50}),
        ("send_star_gift", {"gift_text": []}),
        ("process_suggested_post", {"comment": "", "rejected": False}),
        ("pin_message", {"message_id": 1, "text": None}),
        ("score_in_game", {"game_message_id": 1, "score": 12345678}),
        ("todo_append_tasks", {"items": []}),
    ],
)
def test_service_message_without_words_brings_no_warning(tmp_path: Path, action: str, keys: dict[str, object]) -> None:
    assert not read(tmp_path, export(message(1), service(2, action, **keys))).warnings


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ольга created topic «{PHRASE}»",
        "Ольга changed topic title to «Маникюр 8 910 123-45-67»",
        f"Ольга changed group title to «{PHRASE}»",
        f"Ольга created group «{PHRASE}» with members Ирина",
        f"Ольга sent you a gift: {PHRASE}",
        f"Ольга scored 5 in {PHRASE}",
    ],
)
def test_words_in_a_sentence_of_a_page_are_counted(tmp_path: Path, sentence: str) -> None:
    assert keys_of(read_page(tmp_path, default(1, text("раз")), told(2, sentence))) == ["telegram.speaking_events"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ольга created topic «Питание»",
        "Ольга changed topic title to «Питание в столовой»",
        "Ольга changed group title to «Родители 2А класса»",
        "Ольга Петровна created group «1А» with members Анна Ивановна Петрова, Ирина Сергеевна Лаврова and Пётр Ильич Сидоров",
        "Ольга sent you a gift of 3 months of Telegram Premium",
        "Ольга scored 5 in Lumberjack",
        "Ольга converted a basic group to this supergroup «Родители 2А»",
    ],
)
def test_ordinary_sentence_of_a_page_brings_no_warning(tmp_path: Path, sentence: str) -> None:
    assert not read_page(tmp_path, default(1, text("раз")), told(2, sentence)).warnings
