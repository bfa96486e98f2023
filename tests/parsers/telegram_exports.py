"""Telegram exports in the making: the dictionaries of a result.json, and its bytes as Telegram Desktop lays them out."""

import json
from pathlib import Path
from typing import Any

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions


def message(number: int, text: object = "Добрый вечер", **keys: object) -> dict[str, Any]:
    """An ordinary message of the minute `number`, as of Telegram Desktop 6."""
    plain = {
        "id": number,
        "type": "message",
        "date": f"2024-09-02T{10 + number // 60:02}:{number % 60:02}:00",
        "date_unixtime": str(1725260400 + 60 * number),
        "from": "Ольга",
        "from_id": "user1",
        "text": text,
        "text_entities": [],
    }
    return plain | keys


def service(number: int, action: str, actor: str | None = "Ольга", **keys: object) -> dict[str, Any]:
    """A service message."""
    common = {key: value for key, value in message(number, "").items() if key not in ("from", "from_id")}
    return common | {"type": "service", "actor": actor, "actor_id": "user1", "action": action} | keys


def export(*messages: dict[str, Any] | None, **keys: object) -> bytes:
    """The bytes of a one-chat export."""
    chat = {"name": "Родители 1А", "type": "private_supergroup", "id": 100} | keys | {"messages": list(messages)}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def read(folder: Path, content: bytes, **options: Any) -> Chat:
    """The chat of these bytes, read from a result.json."""
    path = folder / "result.json"
    path.write_bytes(content)
    return read_chat(path, ReadOptions(**options))


def keys_of(chat: Chat) -> list[str]:
    """The wording keys of a chat's warnings."""
    return [warning.key for warning in chat.warnings]
