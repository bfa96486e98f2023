"""Texts about what Telegram's exports hold beside plain messages: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "telegram.cut_pages": (
        "{count:страница обрывается|страницы обрываются|страниц обрываются} раньше конца, первая из них – {name}: "
        "чего там не хватает, неизвестно. Выгрузите чат ещё раз.",
        "{count:page breaks|pages break} off before the end, the first is {name}: what is missing there is not known. Export the chat again.",
    ),
}
