"""Texts about what a chat showed and its export does not hold: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "parsers.contents_absent": (
        "{count:сообщение|сообщения|сообщений} без содержимого: чат его показывал, а выгрузка не хранит "
        "(одноразовое фото, история, не пришедшее сообщение). О нём нельзя сказать ничего.",
        "{count:message has|messages have} no contents: the chat showed them, the export does not hold them "
        "(view-once media, a story, a message not yet received). Nothing can be said of them.",
    ),
    "parsers.auto_delete": (
        "В чате включали автоудаление: выгрузка хранит только то, что уцелело.",
        "Messages were set to disappear: the export holds only what had survived.",
    ),
}
