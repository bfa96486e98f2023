"""What a chat showed and its export does not hold: media shown once, messages on their way, messages that vanish."""

import pytest
from whatsapp_exports import add_to_chat, rows_of, warnings_of


@pytest.mark.parametrize("body", ["null", "", " ", "\u200e"])
def test_media_shown_once_is_an_attachment_of_unknown_kind(body: str):
    chat = add_to_chat(f"Ольга: {body}")

    assert rows_of(chat)[2]["kind"] == "hidden"
    assert "media" in chat.hides
    assert warnings_of(chat) == [("parsers.contents_absent", 1, 3)]


@pytest.mark.parametrize(
    "body",
    [
        "Waiting for this message. This may take a while.",
        "Ожидание этого сообщения. Это может занять некоторое время.",
        "Ожидание данного сообщения",
        "Очікування цього повідомлення. Це може зайняти деякий час.",
        "Warten auf diese Nachricht. Dies kann einen Moment dauern.",
        "Bu mesaj bekleniyor. Bu biraz zaman alabilir.",
    ],
)
def test_message_on_its_way_may_be_anything(body: str):
    chat = add_to_chat(f"Ольга: {body}", f"Иван: {body}")

    assert [row["kind"] for row in rows_of(chat)[2:]] == ["hidden", "hidden"]
    assert "media" in chat.hides
    assert warnings_of(chat) == [("parsers.contents_absent", 2, 3)]


@pytest.mark.parametrize(
    "body",
    [
        "null и void",
        "Null",
        "нет ничего",
        "\u2800",
        "Ожидание этого сообщения было долгим",
        "жду: Ожидание этого сообщения",
        "Данное сообщение удалено",
    ],
)
def test_nothing_is_absent_of_what_a_person_typed_or_deleted(body: str):
    chat = add_to_chat(f"Ольга: {body}")

    assert rows_of(chat)[2]["kind"] in {"text", "deleted"}
    assert not chat.warnings


@pytest.mark.parametrize(
    "line",
    [
        "Ольга включил(-а) исчезающие сообщения. Новые сообщения будут исчезать из этого чата через 24 часа после отправки.",
        "Ольга отключил(-а) исчезающие сообщения.",
        "Ольга обновила таймер исчезающих сообщений.",
        "Olga turned on disappearing messages. New messages will disappear from this chat 7 days after they're sent.",
        "Olga updated the message timer. New messages will disappear from this chat 24 hours after they're sent.",
        "Ольга увімкнула зникаючі повідомлення.",
    ],
)
def test_messages_that_vanish_by_themselves_are_told(line: str):
    assert ("parsers.auto_delete", 1, 3) in warnings_of(add_to_chat(line))


@pytest.mark.parametrize(
    "line",
    [
        "Ольга: включил(-а) исчезающие сообщения",
        "Ольга изменил(-а) настройки группы",
        'Ольга изменил(-а) название группы на "Исчезающие"',
        "Вы теперь администратор",
        "Таймер добавил(-а) Ивана",
        "Ольга: поставьте таймер",
    ],
)
def test_nothing_else_switches_vanishing_on(line: str):
    assert "parsers.auto_delete" not in {each.key for each in add_to_chat(line).warnings}
