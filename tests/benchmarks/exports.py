"""Large invented exports: a number of messages in, the same chat as Telegram's JSON and as a WhatsApp text of Android out.

A third of the texts are whole sentences of the samples, so that they repeat and hold findings, as real ones do. The rest are random words, nine a
message on average, over a vocabulary as uneven as a language's: most of its words are rare, and many of those no dictionary holds.
"""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_WORD = re.compile(r"[а-яё]{4,}")
_ENDINGS = ("", "а", "ы", "у", "ой", "ами", "ек", "ть", "ла")
_WHOLE_SENTENCES = 0.35
_WORDS_A_MESSAGE = 9
_SECONDS_BETWEEN = 200
_PEOPLE = [*(f"Родитель{n:02} Имя{n:02} Отчество{n:02}" for n in range(30)), "Ольга", "мама Пети", "+7 900 000-00-11"]
_ABSENT = "(File not included. Change data exporting settings to download.)"
_BEGINNING = datetime(2022, 9, 1, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Message:
    """One message of the invented chat."""

    number: int
    at: datetime
    author: int
    text: str
    media: dict[str, object]
    reply_to: int | None


def write_exports(folder: Path, n_messages: int, generator: Path | None = None) -> tuple[Path, Path]:
    """Write the chat in both forms, if it is not there yet.

    Args:
        generator: another program to write them, called with the number of messages and the file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    telegram, whatsapp = folder / f"telegram-{n_messages}.json", folder / f"whatsapp-{n_messages}.txt"
    for path, write in ((telegram, write_telegram), (whatsapp, write_whatsapp)):
        if path.exists():
            continue
        if generator is None:
            write(path, n_messages)
        else:
            subprocess.run([sys.executable, str(generator), str(n_messages), str(path)], check=True)
    return telegram, whatsapp


def write_folder(folder: Path, n_chats: int, n_messages: int) -> Path:
    """Write many small Telegram chats, no two alike."""
    for number in range(n_chats):
        path = folder / f"class-{number:03}" / "result.json"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_telegram(path, n_messages, seed=number)
    return folder


def write_telegram(path: Path, n_messages: int, seed: int = 7) -> None:
    """Write the chat as Telegram Desktop exports it."""
    with path.open("w", encoding="utf-8") as out:
        out.write('{\n "name": "Большой чат",\n "type": "private_supergroup",\n "id": 1890000001,\n "messages": [')
        for message in _invent(n_messages, seed):
            shown = json.dumps(_telegram_object(message), ensure_ascii=False, indent=1).replace("\n", "\n  ")
            out.write(("\n  " if message.number == 1 else ",\n  ") + shown)
        out.write("\n ]\n}\n")


def write_whatsapp(path: Path, n_messages: int, seed: int = 7) -> None:
    """Write the chat as WhatsApp on Android exports it."""
    with path.open("w", encoding="utf-8") as out:
        for message in _invent(n_messages, seed):
            out.write(f"{message.at:%d.%m.%Y, %H:%M} - {_PEOPLE[message.author]}: {message.text or '<Без медиафайлов>'}\n")


def _telegram_object(message: Message) -> dict[str, object]:
    return {
        "id": message.number,
        "type": "message",
        "date": message.at.replace(tzinfo=None).isoformat(),
        "date_unixtime": str(int(message.at.timestamp()) - 3 * 3600),
        "from": _PEOPLE[message.author],
        "from_id": f"user{10**8 + message.author}",
        **message.media,
        **({"reply_to_message_id": message.reply_to} if message.reply_to else {}),
        "text": message.text,
        "text_entities": [{"type": "plain", "text": message.text}] if message.text else [],
    }


def _invent(n_messages: int, seed: int) -> Iterator[Message]:
    chance = random.Random(seed)
    sentences, words, weights = _sentences(), *_vocabulary()
    at = _BEGINNING
    for number in range(1, n_messages + 1):
        at += timedelta(seconds=int(chance.expovariate(1 / _SECONDS_BETWEEN)))
        if chance.random() < _WHOLE_SENTENCES:
            text = chance.choice(sentences)
        else:
            text = " ".join(chance.choices(words, cum_weights=weights, k=max(1, int(chance.expovariate(1 / _WORDS_A_MESSAGE)))))
        media = _invent_media(chance.random())
        reply_to = max(1, number - chance.randint(1, 20)) if number > 1 and chance.random() < 0.15 else None
        yield Message(number, at, chance.randrange(len(_PEOPLE)), "" if media else text, media, reply_to)


def _invent_media(chance: float) -> dict[str, object]:
    if chance < 0.04:
        return {"photo": _ABSENT, "photo_file_size": 99999, "width": 960, "height": 1280}
    if chance < 0.06:
        return {"file": _ABSENT, "media_type": "sticker", "sticker_emoji": "👍", "width": 512, "height": 512}
    return {}


def _sentences() -> list[str]:
    exports = sorted((_ROOT / "samples").glob("*/result.json"))
    messages = [message for path in exports for message in json.loads(path.read_text(encoding="utf-8"))["messages"]]
    return sorted({message["text"] for message in messages if isinstance(message.get("text"), str) and message["text"]})


def _vocabulary() -> tuple[list[str], list[float]]:
    """Return words and their weights added up: those of the rules' own texts, and the tail of a chat's, mangled forms of them."""
    chance = random.Random(1)
    texts = (path.read_text(encoding="utf-8").lower() for path in sorted((_ROOT / "rules").rglob("*.yaml")))
    stems = sorted({word for text in texts for word in _WORD.findall(text)})
    mangled = [stem[: max(3, len(stem) - chance.randint(0, 3))] + chance.choice(_ENDINGS) for stem in stems for _ in range(3)]
    words = stems + mangled
    chance.shuffle(words)
    return words, list(accumulate(1 / (place + 3) for place in range(len(words))))
