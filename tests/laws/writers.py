"""Conversations as the messengers' exports write them: Telegram's JSON and pages, WhatsApp's texts of Android and of iOS."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC
from html import escape
from pathlib import Path
from typing import Any, Final

from laws.conversations import BEGUN, OFFSET_MIN, PARENTS, TEACHER, TITLE, Conversation, Said, id_of

FIRST_ID: Final = 500
_ABSENT: Final = "(File not included. Change data exporting settings to download.)"
_JSON_MEDIA: Final[dict[str, dict[str, object]]] = {
    "text": {},
    "photo": {"photo": _ABSENT, "width": 960, "height": 1280},
    "sticker": {"file": _ABSENT, "media_type": "sticker", "mime_type": "image/webp"},
    "voice": {"file": _ABSENT, "media_type": "voice_message", "mime_type": "audio/ogg", "duration_seconds": 4},
    "document": {"file": _ABSENT, "file_name": "План.docx", "mime_type": "application/msword"},
}
_HTML_MEDIA: Final = {
    "photo": ("media_photo", "Photo"),
    "sticker": ("media_photo", "Sticker"),
    "voice": ("media_voice_message", "Voice message"),
    "document": ("media_file", "План.docx"),
}
_ANDROID_FILES: Final = {"photo": "IMG-{}.jpg", "sticker": "STK-{}.webp", "voice": "PTT-{}.opus", "document": "План.docx"}
_IOS_MEDIA: Final = {
    "photo": "изображение отсутствует",
    "sticker": "стикер не добавлен",
    "voice": "аудиофайл отсутствует",
    "document": "документ отсутствует",
}

Write = Callable[[Conversation, Path], Path]


def write_json(conversation: Conversation, folder: Path) -> Path:
    """Write a `result.json`."""
    messages: list[dict[str, Any]] = []
    if conversation.creator is not None:
        actor = {"actor": conversation.creator, "actor_id": id_of(conversation.creator)}
        members = [TEACHER, *PARENTS]
        created = {"id": FIRST_ID - 1, "type": "service", "action": "create_group", "title": TITLE, "members": members, "text": ""}
        messages.append(created | _json_times(Said(BEGUN, conversation.creator, "")) | actor)
    for number, said in enumerate(conversation.said, start=FIRST_ID):
        keys: dict[str, Any] = {"id": number, "type": "message", "from": said.author, "from_id": id_of(said.author), "text": said.text}
        reply = {} if said.reply_to is None else {"reply_to_message_id": FIRST_ID + said.reply_to}
        messages.append(keys | _json_times(said) | _JSON_MEDIA[said.kind] | reply)
    chat = {"name": TITLE, "type": "private_supergroup", "id": 9, "messages": messages}
    return _write(folder / "result.json", json.dumps(chat, ensure_ascii=False, indent=1))


def _json_times(said: Said) -> dict[str, str]:
    unix = int(said.at.replace(tzinfo=UTC).timestamp()) - 60 * OFFSET_MIN
    return {"date": said.at.isoformat(timespec="seconds"), "date_unixtime": str(unix)}


def write_html(conversation: Conversation, folder: Path) -> Path:
    """Write a `messages.html`; all of it on one page."""
    rows: list[str] = []
    if conversation.creator is not None:
        day = f"{BEGUN.day} {BEGUN:%B} {BEGUN.year}"
        members = f"{', '.join((TEACHER, *PARENTS[:-1]))} and {PARENTS[-1]}"
        for number, sentence in ((-1, day), (FIRST_ID - 1, f"{conversation.creator} created group «{TITLE}» with members {members}")):
            rows.append(f'<div class="message service" id="message{number}"><div class="body details">\n{escape(sentence)}\n</div></div>')
    rows += [_html_row(number, said) for number, said in enumerate(conversation.said, start=FIRST_ID)]
    title = f'<div class="page_header"><div class="content"><div class="text bold">\n{TITLE}\n</div></div></div>'
    page = f'<!DOCTYPE html><html><head><title>Exported Data</title></head><body>{title}<div class="history">{"".join(rows)}</div></body></html>'
    return _write(folder / "messages.html", page)


def _html_row(number: int, said: Said) -> str:
    parts = [f'<div class="pull_right date details" title="{said.at:%d.%m.%Y %H:%M:%S} UTC+03:00">\n{said.at:%H:%M}\n</div>']
    parts.append(f'<div class="from_name">\n{escape(said.author)}\n</div>')
    if said.reply_to is not None:
        link = f'<a href="#go_to_message{FIRST_ID + said.reply_to}">this message</a>'
        parts.append(f'<div class="reply_to details">\nIn reply to {link}\n</div>')
    if said.kind in _HTML_MEDIA:
        kind, title = _HTML_MEDIA[said.kind]
        media = f'<div class="media clearfix pull_left {kind}"><div class="body"><div class="title bold">\n{title}\n</div></div></div>'
        parts.append(f'<div class="media_wrap clearfix">{media}</div>')
    if said.text:
        parts.append(f'<div class="text">\n{escape(said.text).replace(chr(10), "<br>")}\n</div>')
    return f'<div class="message default clearfix" id="message{number}"><div class="body">{"".join(parts)}</div></div>'


def write_android(conversation: Conversation, folder: Path) -> Path:
    """Write the text of WhatsApp on Android, with files."""
    lines = [] if conversation.creator is None else [f'{BEGUN:%d.%m.%Y, %H:%M} - {conversation.creator} создал(-а) группу "{TITLE}"']
    for number, said in enumerate(conversation.said):
        body = said.text
        if said.kind in _ANDROID_FILES:
            name = _ANDROID_FILES[said.kind].format(f"{said.at:%Y%m%d}-WA{number:04}")
            body = "\n".join(filter(None, (f"\u200e{name} (файл добавлен)", said.text)))
        lines.append(f"{said.at:%d.%m.%Y, %H:%M} - {said.author}: {body}")
    return _write(folder / f"Чат WhatsApp с контактом {TITLE}.txt", "".join(f"{line}\n" for line in lines))


def write_ios(conversation: Conversation, folder: Path) -> Path:
    """Write the text of WhatsApp on iOS, without files."""
    created = conversation.creator
    records = [] if created is None else [f'[{BEGUN:%d.%m.%Y, %H:%M:%S}] {TITLE}: \u200e{created} создал(-а) группу "{TITLE}"']
    for said in conversation.said:
        media = _IOS_MEDIA.get(said.kind)
        body = said.text if media is None else " ".join(filter(None, (said.text, f"\u200e{media}")))
        records.append(f"{'' if media is None else chr(0x200E)}[{said.at:%d.%m.%Y, %H:%M:%S}] {said.author}: {body}")
    return _write(folder / "_chat.txt", "".join(f"{record}\r\n" for record in records))


WHATSAPP: Final[Sequence[Write]] = (write_android, write_ios)
WRITERS: Final[Sequence[Write]] = (write_json, write_html, *WHATSAPP)


def _write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path
