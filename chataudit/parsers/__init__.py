"""A path in, the chat of the export that lies there out: the parsers, in the order in which they are asked."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from chataudit.chat import Chat, Skipped
from chataudit.errors import ExportError
from chataudit.parsers.base import Entry, Parser, ReadOptions
from chataudit.parsers.entries import open_entries
from chataudit.parsers.table import Table, TableMessages
from chataudit.parsers.telegram_html import TelegramHtml, TelegramHtmlContents, is_later_page
from chataudit.parsers.telegram_json import TelegramJson
from chataudit.parsers.vk_archive import VkArchive, VkPages
from chataudit.parsers.vk_pages import is_later_page as is_later_vk_page
from chataudit.parsers.whatsapp_text import WhatsAppText

# A new parser is one line here. An export may hold the same chat in two formats: the richer one stands first.
PARSERS: Final[tuple[Parser, ...]] = (
    Table(),
    TableMessages(),
    TelegramJson(),
    TelegramHtml(),
    VkArchive(),
    VkPages(),
    WhatsAppText(),
    TelegramHtmlContents(),
)


def read_chat(path: Path, options: ReadOptions) -> Chat:
    """Read the chat of an export.

    Args:
        path: a file, a zip or a folder.
        options: what the user said about how to read it.

    Raises:
        ExportError: nothing there can be read as a chat, or several chats lie side by side.
    """
    entries: Mapping[str, Entry] = {}
    for entries in open_entries(path):
        for parser in PARSERS:
            recognised = {place: entry for place, entry in entries.items() if parser.recognises(entry)}
            if recognised:
                entry = _choose_entry(path, recognised)
                return _warn_of_others(_parse(parser, entry, options), parser, entries, recognised)
    raise ExportError(_find_reason(path, entries), path=str(path))


def _choose_entry(path: Path, recognised: Mapping[str, Entry]) -> Entry:
    """Return the one entry that holds the chat; of a chat in several pages the first.

    A chat that lies deeper than another is a file that somebody sent in it.
    """
    depth = min(place.count("/") for place in recognised)
    shallow = {place: entry for place, entry in recognised.items() if place.count("/") == depth}
    chats = {place: entry for place, entry in shallow.items() if not (is_later_page(entry) or is_later_vk_page(entry))} or shallow
    if len(chats) > 1:
        raise ExportError("parsers.several_chats", path=str(path), count=len(chats), names="\n".join(chats))
    return next(iter(chats.values()))


def _warn_of_others(chat: Chat, chosen: Parser, entries: Mapping[str, Entry], recognised: Mapping[str, Entry]) -> Chat:
    """Add a warning where a chat in another format lies as near as the one that was read."""
    depth = min(place.count("/") for place in recognised)
    near = [entry for place, entry in entries.items() if place not in recognised and place.count("/") == depth]
    others = [each for each in PARSERS[PARSERS.index(chosen) + 1 :] if not each.name.startswith(f"{chosen.name}_")]  # its own further files
    other = next((entry for entry in near if any(parser.recognises(entry) for parser in others) and not is_later_page(entry)), None)
    if other is None:
        return chat
    return replace(chat, warnings=(*chat.warnings, Skipped("parsers.other_format", {"name": other.name, "source": chat.source})))


def _parse(parser: Parser, entry: Entry, options: ReadOptions) -> Chat:
    try:
        return parser.parse(entry, options)
    except ExportError as error:
        error.details.setdefault("source", entry.name)
        raise


def _find_reason(path: Path, entries: Mapping[str, Entry]) -> str:
    if path.is_dir():
        return "parsers.no_export_in_folder"
    read_from_disk = any(entry.path is not None for entry in entries.values())
    return "parsers.unknown_format" if read_from_disk else "parsers.zip_without_chat"
