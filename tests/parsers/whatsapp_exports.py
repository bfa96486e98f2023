"""WhatsApp exports for the tests: text or bytes in, an entry as `entries` opens it, or the chat, out; and a chat as plain data."""

from typing import Any

from dateutil import tz

from chataudit.chat import Chat
from chataudit.messages import COLUMNS
from chataudit.parsers.base import HEAD_BYTES, Entry, ReadOptions
from chataudit.parsers.whatsapp_text import WhatsAppText


def entry_of(content: str | bytes, name: str = "chat.txt") -> Entry:
    data = content.encode() if isinstance(content, str) else content
    return Entry(name=name, head=data[:HEAD_BYTES], size=len(data), path=None, read=lambda: data)


def parse(content: str | bytes, name: str = "chat.txt", **options: Any) -> Chat:
    if "timezone" in options:
        options["timezone"] = tz.gettz(options["timezone"])
    return WhatsAppText().parse(entry_of(content, name), ReadOptions(**options))


def add_to_chat(*lines: str) -> Chat:
    """Return an Android chat of two messages with further lines, the first of which is the third of the file."""
    said = ("12.03.2024, 10:00 - Ольга: раз", "12.03.2024, 10:01 - Иван: два", *(f"12.03.2024, 10:02 - {line}" for line in lines))
    return parse("".join(f"{line}\n" for line in said))


def warnings_of(chat: Chat) -> list[tuple[str, object, int | None]]:
    """Return the key, the count and the line of each warning."""
    return [(each.key, each.details["count"], each.line) for each in chat.warnings]


def rows_of(chat: Chat) -> list[dict[str, Any]]:
    """Return the rows as plain data without their missing cells, their number and id (they are the place in the list)."""
    names = [name for name in COLUMNS if name not in {"n", "id"}]
    rows = chat.messages[names].astype({"sent_at": "str"}).astype(object).where(chat.messages[names].notna(), None)
    return [{name: cell for name, cell in row.items() if cell is not None and cell is not False} for row in rows.to_dict("records")]


def facts_of(chat: Chat) -> dict[str, Any]:
    """Return a chat as the plain data of an `expected.json`."""
    return {
        "title": chat.title,
        "hides": sorted(chat.hides),
        "warnings": [[each.key, each.details, each.line] for each in chat.warnings],
        "participants": chat.participants["name"].tolist(),
        "messages": rows_of(chat),
    }
