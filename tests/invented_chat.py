"""One invented chat, and how three messengers' exports write it: Telegram's JSON, WhatsApp's texts of Android and of iOS."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

TITLE = "3Б родители"
TEACHER = "Лаврова Нина Сергеевна"
OLGA, IRINA, TIMUR, SVETA = "Краснова Ольга Павловна", "Ирина Лунёва", "Тимур Ахметов", "Светик"

Kind = Literal["text", "photo", "sticker", "voice", "document", "contact"]

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  - local times throughout
_MOSCOW_H = 3


@dataclass(frozen=True)
class Entry:
    """A message; its time is a whole minute, so that exports with and without seconds tell the same."""

    at: datetime
    author: str
    text: str = ""
    kind: Kind = "text"


def _entry(at: str, author: str, text: str = "", kind: Kind = "text") -> Entry:
    return Entry(datetime.fromisoformat(f"2024-{at}"), author, text, kind)


CREATED_AT = datetime.fromisoformat("2024-09-02T08:00")

CHAT: Sequence[Entry] = (
    _entry("09-02T08:05", TEACHER, "Здравствуйте, уважаемые родители! Чат создан для оперативной информации о жизни класса."),
    _entry(
        "09-02T08:06", TEACHER, "Пишем с 8:00 до 20:00, поздравления и картинки сюда не отправляем, личные вопросы пишите мне в личные сообщения."
    ),
    _entry("09-02T08:20", OLGA, "спасибо"),
    _entry("09-02T08:22", IRINA, "Принято, Нина Сергеевна"),
    _entry("09-02T09:00", TIMUR, "Нина Сергеевна, а во сколько завтра первый урок?"),
    _entry("09-02T09:10", TEACHER, "Завтра начинаем в 8:30, линейка во дворе."),
    _entry("09-02T09:12", TIMUR, "", "photo"),
    _entry("09-02T09:12", TIMUR, "вот такой букет берём", "photo"),
    _entry("09-02T12:00", SVETA, "девочки"),
    _entry("09-02T12:01", SVETA, "а сменку"),
    _entry("09-02T12:02", SVETA, "надо с первого дня?"),
    _entry("09-02T12:30", OLGA, "Да, сменку приносим завтра"),
    _entry("09-02T22:40", IRINA, "а форму уже все купили?"),
    _entry("09-02T22:41", SVETA, "🌸"),
    _entry("09-03T08:40", SVETA, "", "sticker"),
    _entry("09-03T09:00", OLGA, "С праздником, дорогие мамы! Поздравляю с началом года!"),
    _entry("09-03T09:01", IRINA, "и вас 🌷"),
    _entry("09-03T15:00", TIMUR, "Кому нужен репетитор, звоните +7 900 000-12-34"),
    _entry("09-03T15:30", TEACHER, "План работы на сентябрь", "document"),
    _entry("09-03T16:00", IRINA, "Продам форму на мальчика, рост 134, недорого"),
    _entry("09-04T08:15", OLGA, "Паша заболел, температура, сегодня не придём"),
    _entry("09-04T08:30", TEACHER, "Ольга Павловна, напишите мне в личные сообщения, пожалуйста."),
    _entry("09-04T10:00", SVETA, "", "voice"),
    _entry("09-04T18:00", TIMUR, "Какие вы все тупые, читать не умеете"),
    _entry("09-04T18:05", SVETA, "сам ты дурак, рот закрой"),
    _entry("09-04T18:30", TEACHER, "Прошу прекратить. О ссоре сообщу администрации, завуч уже в курсе."),
    _entry("09-05T09:00", OLGA, "учите русский язык, «извени» пишется через и"),
    _entry("09-05T10:00", IRINA, "", "contact"),
    _entry("09-05T12:00", OLGA, "👍"),
    _entry("09-05T12:30", SVETA, "Сдаём по 300 рублей на рабочие тетради, до пятницы"),
    _entry("09-05T13:00", TIMUR, "ок"),
    _entry("09-05T23:30", SVETA, "кто знает, завтра физкультура на улице?"),
    _entry("09-06T08:10", TEACHER, "Физкультура в зале, форма обычная."),
    _entry("09-06T08:30", OLGA, "Спасибо за ответ, Нина Сергеевна"),
    _entry("09-09T09:00", TEACHER, "Напоминаю: собрание в среду в 18:00, кабинет 12."),
)


def write_telegram_json(folder: Path) -> Path:
    """Write the chat as Telegram Desktop exports it: its creation is message 500, the entries follow."""
    created = _telegram_common(500, CREATED_AT) | {"type": "service", "actor": TEACHER, "actor_id": _id_of(TEACHER)}
    messages = [created | {"action": "create_group", "title": TITLE, "members": [TEACHER, OLGA, IRINA, TIMUR, SVETA]}]
    for number, entry in enumerate(CHAT, start=501):
        common = _telegram_common(number, entry.at) | {"type": "message", "from": entry.author, "from_id": _id_of(entry.author)}
        messages.append(common | {"text": entry.text} | _telegram_media(entry))
    path = folder / "result.json"
    path.write_text(
        json.dumps({"name": TITLE, "type": "private_supergroup", "id": 9, "messages": messages}, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    return path


def write_whatsapp_android(folder: Path, *, media: bool = True) -> Path:
    """Write the chat as WhatsApp on Android exports it: the creation is the first line, the entries follow."""
    lines = [f'{CREATED_AT:%d.%m.%Y, %H:%M} - {TEACHER} создал(-а) группу "{TITLE}"\n']
    for number, entry in enumerate(CHAT, start=1):
        lines.append(f"{entry.at:%d.%m.%Y, %H:%M} - {entry.author}: {_android_body(entry, number, media=media)}\n")
    path = folder / f"Чат WhatsApp с контактом {TITLE}.txt"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def write_whatsapp_ios(folder: Path, *, media: bool = True) -> Path:
    """Write the chat as WhatsApp on iOS exports it: the creation is the first record, the entries follow."""
    records = [f'[{CREATED_AT:%d.%m.%Y, %H:%M:%S}] {TITLE}: \u200e{TEACHER} создал(-а) группу "{TITLE}"\r\n']
    for number, entry in enumerate(CHAT, start=1):
        mark = "" if entry.kind == "text" else "\u200e"
        records.append(f"{mark}[{entry.at:%d.%m.%Y, %H:%M:%S}] {entry.author}: {_ios_body(entry, number, media=media)}\r\n")
    path = folder / "_chat.txt"
    path.write_bytes("".join(records).encode())
    return path


def _id_of(author: str) -> str:
    return f"user{sum(map(ord, author))}"


def _telegram_common(number: int, at: datetime) -> dict[str, object]:
    unixtime = int((at - _EPOCH - timedelta(hours=_MOSCOW_H)).total_seconds())
    return {"id": number, "date": at.isoformat(timespec="seconds"), "date_unixtime": str(unixtime), "text": "", "text_entities": []}


def _telegram_media(entry: Entry) -> dict[str, object]:
    absent = "(File not included. Change data exporting settings to download.)"
    media: dict[Kind, dict[str, object]] = {
        "text": {},
        "photo": {"photo": absent, "width": 960, "height": 1280},
        "sticker": {"file": absent, "media_type": "sticker", "sticker_emoji": "🥳", "mime_type": "image/webp"},
        "voice": {"file": absent, "media_type": "voice_message", "mime_type": "audio/ogg", "duration_seconds": 4},
        "document": {"file": absent, "file_name": "План.docx", "mime_type": "application/msword"},
        "contact": {"contact_information": {"first_name": "Сантехник", "last_name": "", "phone_number": "+79000000001"}},
    }
    return media[entry.kind]


def _android_body(entry: Entry, number: int, *, media: bool) -> str:
    if entry.kind == "text":
        return entry.text
    date = f"{entry.at:%Y%m%d}-WA{number:04}"
    files: dict[str, str] = {
        "photo": f"\u200eIMG-{date}.jpg",
        "sticker": f"\u200eSTK-{date}.webp",
        "voice": f"\u200ePTT-{date}.opus",
        "document": "\u200eПлан.docx",
        "contact": "Сантехник.vcf",
    }
    first = f"{files[entry.kind]} (файл добавлен)" if media else "<Без медиафайлов>"
    return f"{first}\n{entry.text}" if entry.text else first


def _ios_body(entry: Entry, number: int, *, media: bool) -> str:
    if entry.kind == "text":
        return entry.text
    time = f"{entry.at:%Y-%m-%d-%H-%M-%S}"
    files: dict[str, str] = {
        "photo": f"{number:08}-PHOTO-{time}.jpg",
        "sticker": f"{number:08}-STICKER-{time}.webp",
        "voice": f"{number:08}-AUDIO-{time}.opus",
        "document": f"{number:08}-План.docx",
        "contact": f"{number:08}-Сантехник.vcf",
    }
    placeholders: dict[str, str] = {
        "photo": "изображение отсутствует",
        "sticker": "стикер не добавлен",
        "voice": "аудиофайл отсутствует",
        "document": "документ отсутствует",
        "contact": "Карточка контакта отсутствует",
    }
    shown = f"\u200e<прикреплено: {files[entry.kind]}>" if media else f"\u200e{placeholders[entry.kind]}"
    return f"{entry.text} {shown}" if entry.text else shown
