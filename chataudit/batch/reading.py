"""What a search saw in, the chat that lies there out."""

from __future__ import annotations

from pathlib import Path

from chataudit.batch.accounts import open_sighting
from chataudit.chat import Chat
from chataudit.config import Settings
from chataudit.errors import ExportError
from chataudit.parsers import find_parser, read_chat
from chataudit.parsers.base import ReadOptions, Span


def read_sighting(place: str, path: Path, member: str | None, settings: Settings, span: Span | None = None) -> Chat:
    """Read one chat of one export: `member` is its place in the zip that the file is, `span` in the file, `place` tells people where it lies.

    Raises:
        ExportError: there is no chat to read in it.
    """
    options = ReadOptions(settings.chat, settings.date_order, settings.timezone, settings.me, span)
    if member is None:
        return read_chat(path, options)
    entry = open_sighting(path, member)
    parser = find_parser(entry)
    if parser is None:
        raise ExportError("parsers.zip_without_chat", path=place)
    try:
        return parser.parse(entry, options)
    except ExportError as error:
        error.details.setdefault("source", entry.name)
        raise
