"""A text export of the invented messenger Sparrow → a chat.

SPARROW 1 2 «Б»
2024-09-02 10:00:05 | Ольга Краснова | Кто идёт на экскурсию?
"""

from datetime import datetime

from chataudit.chat import Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions

HEADER = "SPARROW 1 "


class SparrowParser:
    """Reads Sparrow's export."""

    API = 1  # of the protocol of parsers
    name = "sparrow"

    def recognises(self, entry: Entry) -> bool:
        """Say so by the first line, never by the file's name."""
        return entry.head.startswith(HEADER.encode())

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """Read the chat; a line that cannot be made out is counted and told of."""
        header, *lines = entry.read().decode("utf-8", "replace").splitlines()
        columns: dict[str, list[object]] = {"id": [], "line": [], "sent_at": [], "kind": [], "author": [], "text": []}
        broken: list[int] = []
        for number, line in enumerate(lines, start=2):
            try:
                at, author, text = line.split(" | ", 2)
                sent_at = datetime.fromisoformat(at)
            except ValueError:
                broken.append(number)
                continue
            for name, value in zip(columns, (str(number), number, sent_at, "text", author, text), strict=True):
                columns[name].append(value)
        if not columns["id"]:
            raise ExportError("parsers.no_messages")
        messages = build_messages(columns)
        return Chat(
            title=header.removeprefix(HEADER) or None,
            platform="Sparrow",
            source=entry.name,
            messages=messages,
            participants=build_participants(messages),
            hides=frozenset({"media", "replies", "edits", "reactions", "deletions", "user_ids", "offsets"}),
            warnings=(Skipped("plugins.skipped_lines", {"count": len(broken)}, broken[0]),) if broken else (),
        )
