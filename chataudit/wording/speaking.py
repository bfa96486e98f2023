"""Texts about names that may say something: {key: (Russian, English)}."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "speaking.people": (
        "В {count:имени участника|именах участников|именах участников} стоит фраза, телефон или ссылка: "
        "что говорит имя, мы не проверяем, посмотрите сами.",
        "{count:display name holds|display names hold} a phrase, a phone number or a link: "
        "what a name says is not judged, please look at it yourself.",
    ),
    "speaking.origins": (
        "Пересылали из чатов, чьи названия длинны либо с телефоном или ссылкой ({count:название|названия|названий}): "
        "чаще это каналы новостей, но названия мы не проверяем, взгляните на них сами.",
        "Messages were forwarded from chats whose titles are long, or hold a phone number or a link ({count:title|titles}): "
        "mostly news channels, but titles are not judged, please look at them yourself.",
    ),
}
