"""Texts about what Telegram's exports hold beside plain messages: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "telegram.cut_pages": (
        "{count:страница обрывается|страницы обрываются|страниц обрываются} раньше конца, первая из них – {name}: "
        "чего там не хватает, неизвестно. Выгрузите чат ещё раз.",
        "{count:page breaks|pages break} off before the end, the first is {name}: what is missing there is not known. Export the chat again.",
    ),
    "telegram.history_cleared": (
        "Историю чата очищали: того, что было раньше, в выгрузке нет.",
        "The chat's history was cleared: the export does not hold what stood before.",
    ),
    "telegram.other_entities": (
        "В {count:сообщении|сообщениях|сообщениях} поле text_entities говорит другое, чем text: проверили text. "
        "Telegram пишет в оба одно и то же, файл могли править.",
        "In {count:message|messages} the key text_entities says something else than text: text was judged. "
        "Telegram writes the same into both, the file may have been altered.",
    ),
    "telegram.other_messages": (
        "В файле есть ещё сообщения, вне списка, который мы прочитали: Telegram так не пишет, файл могли править. Выгрузите чат ещё раз.",
        "The file holds more messages, outside the list that was read: Telegram does not write so, it may have been altered. Export the chat again.",
    ),
    "telegram.speaking_events": (
        "В {count:служебной записи|служебных записях|служебных записях} (название темы или группы, подарок, пояснение) стоят слова участников: "
        "такие записи мы не проверяем, посмотрите их сами.",
        "{count:service entry holds|service entries hold} words of participants (the title of a topic or a group, a gift, a comment): "
        "such entries are not judged, please look at them yourself.",
    ),
}
