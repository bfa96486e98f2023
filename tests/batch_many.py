"""A folder of many mixed exports, as a district's schools would send them: every format, five broken in different ways, a manifest."""

import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from batch_folders import DAMAGED_ZIP, pack
from parsers.telegram_exports import export, message

TEACHER: Final = "Мария Петровна"
BROKEN: Final = 5
_PARENTS: Final = ("Ольга", "Ирина Белова", "Мама Кости", "Андрей", "Светлана П.", "Наиля")
_LINES: Final = (
    "Добрый день",
    "Завтра собрание в 18:00, приходите, пожалуйста",
    "Мария Петровна, а во сколько завтра родительское собрание?",
    "Спасибо",
    "+",
    "Кто потерял варежки, они на вахте",
    "Во вторник форма парадная",
    "Говорят, нас закрывают на карантин",
    "Да вы издеваетесь, сколько можно",
    "Скиньте домашнее задание по математике",
    "с днём рождения!!! 🎂🎂🎂",
    "Продаю велосипед, 89161234567",
    "https://t.me/+AbCdEf123",
)
_BEGINNING: Final = datetime(2024, 9, 2, 8, 5)  # noqa: DTZ001  - as the messengers write it

_ZONE: Final = timezone(timedelta(hours=3))


def write_many(folder: Path, count: int) -> None:
    """Write so many exports, of which the last five cannot be read, and the manifest of a half of the classes."""
    lines = ["школа;класс;педагог;выгрузка"]
    for number in range(count - BROKEN):
        school = f"Школа № {1 + number % 7}"
        place = folder / school / f"{1 + number % 11} «{'АБВГДЕЖЗ'[number % 8]}» {number:03}"
        place.mkdir(parents=True)
        _WRITERS[number % len(_WRITERS)](place, number)
        if number % 2:
            lines.append(f"{school};{1 + number % 11}{'АБВГДЕЖЗ'[number % 8]};{TEACHER};{place.relative_to(folder)}")
    write_broken(folder / "Школа № 9")
    (folder / "manifest.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_broken(folder: Path) -> None:
    """Write five exports, each broken in another way."""
    contents = {
        "1/result.json": b"",
        "2/result.json": b'{"name": "x", "type": "private_group", "messages": [{"id": ',
        "3/чат.zip": DAMAGED_ZIP,
        "4/messages.html": b"<html><body>403</body></html>",
        "5/result.json": b'{"name": "x", "type": "private_group", "messages": ' + b"[" * 5000,
    }
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(content)


def _conversation(number: int) -> list[tuple[datetime, str, str]]:
    """Return when, who and what: the same for the same number."""
    chance = random.Random(number)
    at = _BEGINNING
    said: list[tuple[datetime, str, str]] = []
    for _ in range(chance.randint(20, 60)):
        at += timedelta(minutes=chance.choice((1, 3, 40, 300, 1500)))
        said.append((at, chance.choice((TEACHER, TEACHER, *_PARENTS)), chance.choice(_LINES)))
    return said


def _json(number: int) -> bytes:
    said = enumerate(_conversation(number), start=1)
    messages = [message(at, text, **_sent(when), **{"from": author, "from_id": f"user{len(author)}"}) for at, (when, author, text) in said]
    return export(*messages, name=f"Родители, чат {number}")


def _sent(when: datetime) -> dict[str, str]:
    return {"date": f"{when:%Y-%m-%dT%H:%M:%S}", "date_unixtime": str(int(when.replace(tzinfo=_ZONE).timestamp()))}


def _text(number: int) -> bytes:
    return "".join(f"{when:%d.%m.%Y, %H:%M} - {author}: {text}\n" for when, author, text in _conversation(number)).encode()


def _page(number: int) -> bytes:
    rows = "".join(
        f'<div class="message default clearfix" id="message{at}"><div class="body">'
        f'<div class="pull_right date details" title="{when:%d.%m.%Y %H:%M:%S} UTC+03:00">\n{when:%H:%M}\n</div>'
        f'<div class="from_name">\n{author}\n</div><div class="text">\n{text}\n</div></div></div>'
        for at, (when, author, text) in enumerate(_conversation(number), start=1)
    )
    title = f'<div class="page_header"><div class="content"><div class="text bold">\nРодители, чат {number}\n</div></div></div>'
    return f'<!DOCTYPE html><html><head><title>Exported Data</title></head><body>{title}<div class="history">{rows}</div></body></html>'.encode()


def _account(number: int) -> bytes:
    groups = [
        json.loads(_json(number)) | {"type": "private_group", "id": 100 + number},
        {"name": "мама", "type": "personal_chat", "id": 7, "messages": []},
    ]
    return json.dumps({"about": "", "contacts": {"list": []}, "chats": {"about": "", "list": groups}}, ensure_ascii=False).encode()


_WRITERS: Final = (
    lambda place, number: (place / "result.json").write_bytes(_json(number)),
    lambda place, number: (place / "messages.html").write_bytes(_page(number)),
    lambda place, number: (place / "Чат WhatsApp с контактом Родители.txt").write_bytes(_text(number)),
    lambda place, number: pack(place / "WhatsApp Chat.zip", _chat_dot_txt=_text(number)),
    lambda place, number: pack(place / "выгрузка.zip", ChatExport__result_dot_json=_json(number)),
    lambda place, number: (place / "result.json").write_bytes(_account(number)),
)
