"""What Telegram showed and its export does not hold: messages without contents, and messages that were deleted by themselves."""

from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message, read, service
from test_telegram_html import default, text, told
from test_telegram_html import read as read_page

from chataudit.chat import Chat, Skipped

GIVEAWAY = {"quantity": 1, "months": 3, "channels": [1], "countries": [], "is_only_new_subscribers": False}
POLL = {"question": "Едем?", "closed": False, "total_voters": 0, "answers": [{"text": "Да", "voters": 0, "chosen": False}]}
INVOICE = '<div class="media clearfix pull_left media_invoice">{}<div class="status details">\nXTR 5\n</div></div>'


def media(markup: str) -> str:
    return f'<div class="media_wrap clearfix">{markup}</div>'


def giveaway(prize: str) -> str:
    sections = f'<div class="section_title bold">\nGiveaway Prize\n</div><div class="section_body">\n<b>1</b> {prize}\n</div>'
    return media(f'<div class="media_giveaway">{sections}<div class="section_body">\nTelegram Premium for <b>3</b> months\n</div></div>')


def kinds(chat: Chat) -> list[str]:
    return [str(kind) for kind in chat.messages["kind"]]


@pytest.mark.parametrize(
    "keys",
    [{"text": ""}, {"text": []}, {"text": None}, {"text": "", "forwarded_from": "Канал"}, {"text": "Смотрите", "paid_stars_amount": 5}],
)
def test_message_whose_contents_the_export_lacks_is_counted_and_may_be_anything(tmp_path: Path, keys: dict[str, object]) -> None:
    chat = read(tmp_path, export(message(1), message(2, **keys), message(3, **keys)))

    assert kinds(chat) == ["text", "hidden", "hidden"]
    assert chat.warnings == (Skipped("parsers.contents_absent", {"count": 2}),)


@pytest.mark.parametrize(
    "keys",
    [
        {"text": "."},
        {"text": ["", {"type": "bold", "text": "да"}]},
        {"text": "", "photo": "(File not included. Change data exporting settings to download.)"},
        {"text": "", "file": "stickers/1.webp", "media_type": "sticker"},
        {"text": "", "poll": POLL},
        {"text": "", "location_information": None},
        {"text": "", "giveaway_information": GIVEAWAY},
        {"text": "", "game_title": "Змейка"},
    ],
)
def test_message_with_contents_is_not_counted(tmp_path: Path, keys: dict[str, object]) -> None:
    chat = read(tmp_path, export(message(1), message(2, **keys)))

    assert "hidden" not in kinds(chat)
    assert not chat.warnings


def test_message_that_the_exporter_could_not_write_may_be_anything_and_is_told_once(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1), {"id": 2, "type": "unsupported"}))

    assert kinds(chat) == ["text", "hidden"]
    assert keys_of(chat) == ["parsers.unsupported"]


@pytest.mark.parametrize("inner", ["", media(INVOICE.format("")), f"{text('Смотрите')}{media(INVOICE.format(''))}"])
def test_message_of_a_page_without_contents_is_counted(tmp_path: Path, inner: str) -> None:
    chat = read_page(tmp_path, default(1, text("раз")), default(2, inner), default(3, inner))

    assert kinds(chat) == ["text", "hidden", "hidden"]
    assert chat.warnings == (Skipped("parsers.contents_absent", {"count": 2}),)


@pytest.mark.parametrize("inner", [text("."), media(INVOICE.format('<div class="title bold">\nАбонемент\n</div>')), giveaway("мяч")])
def test_message_of_a_page_with_contents_is_not_counted(tmp_path: Path, inner: str) -> None:
    chat = read_page(tmp_path, default(1, text("раз")), default(2, inner))

    assert "hidden" not in kinds(chat)
    assert not chat.warnings


@pytest.mark.parametrize("keys", [{"period": 86400}, {"period": 0}, {}])  # whoever switches it off, had it on
def test_automatic_deletion_is_told(tmp_path: Path, keys: dict[str, object]) -> None:
    chat = read(tmp_path, export(message(1), service(2, "set_messages_ttl", **keys)))

    assert kinds(chat) == ["text", "service"]
    assert keys_of(chat) == ["parsers.auto_delete"]


def test_cleared_history_is_told(tmp_path: Path) -> None:
    assert keys_of(read(tmp_path, export(message(1), service(2, "clear_history")))) == ["telegram.history_cleared"]


@pytest.mark.parametrize("action", ["edit_chat_theme", "set_chat_wallpaper", "pin_message", "delete_group_photo"])
def test_settings_that_delete_nothing_bring_no_warning(tmp_path: Path, action: str) -> None:
    assert not read(tmp_path, export(message(1), service(2, action))).warnings


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Ольга has set messages to auto-delete in 1 day", "parsers.auto_delete"),
        ("Ольга has set messages not to auto-delete", "parsers.auto_delete"),
        ("New messages will auto-delete in 1 week", "parsers.auto_delete"),
        ("History cleared", "telegram.history_cleared"),
    ],
)
def test_what_a_page_tells_of_deletion_is_told(tmp_path: Path, sentence: str, key: str) -> None:
    assert keys_of(read_page(tmp_path, default(1, text("раз")), told(2, sentence))) == [key]


@pytest.mark.parametrize("sentence", ["Ольга disabled chat theme", "Channel theme was changed to ❤", "Ольга pinned this message"])
def test_other_sentences_of_a_page_bring_no_warning(tmp_path: Path, sentence: str) -> None:
    assert not read_page(tmp_path, default(1, text("раз")), told(2, sentence)).warnings


@pytest.mark.parametrize("key", ["giveaway_information", "giveaway_results"])
def test_what_the_author_of_a_giveaway_wrote_is_of_the_text(tmp_path: Path, key: str) -> None:
    chat = read(tmp_path, export(message(1, "", **{key: GIVEAWAY | {"additional_prize": "Петрова, вы неправы"}}), message(2, "", **{key: GIVEAWAY})))

    assert chat.messages["text"].tolist() == ["Петрова, вы неправы", ""]
    assert kinds(chat) == ["other", "other"]


@pytest.mark.parametrize("value", [None, 5, [], "Петрова", {"additional_prize": 5}, {"additional_prize": None}, [[[["x"]]]]])
def test_giveaway_of_any_shape_is_read(tmp_path: Path, value: object) -> None:
    assert kinds(read(tmp_path, export(message(1, "", giveaway_information=value)))) == ["other"]


def test_giveaway_of_a_page_says_what_its_author_wrote(tmp_path: Path) -> None:
    given = (giveaway("Петрова, вы неправы"), giveaway(""), media('<div class="media_giveaway"></div>'))
    chat = read_page(tmp_path, *(default(number, inner) for number, inner in enumerate(given)))

    assert chat.messages["text"].tolist() == ["Петрова, вы неправы", "", ""]
