"""A path in, the chat of the export that lies there out: the parsers, in the order in which they are asked."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from chataudit.chat import Chat, Skipped
from chataudit.errors import BrokenParserError, ExportError
from chataudit.parsers.base import Entry, Parser, ReadOptions
from chataudit.parsers.entries import open_entries
from chataudit.parsers.plugged import plugged_parsers
from chataudit.parsers.table import Table, TableMessages
from chataudit.parsers.telegram_html import TelegramHtml, TelegramHtmlContents
from chataudit.parsers.telegram_html_pages import is_later_page
from chataudit.parsers.telegram_json import TelegramJson
from chataudit.parsers.vk_archive import VkArchive, VkPages
from chataudit.parsers.vk_pages import is_later_page as is_later_vk_page
from chataudit.parsers.whatsapp_text import WhatsAppText

# A new parser is one line here; those of other packages are asked where none of ours knows a file.
# An export may hold the same chat in two formats: the richer one stands first.
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
MAX_NAMES: Final = 20  # of chats that lie side by side, told one by one


def read_chat(path: Path, options: ReadOptions) -> Chat:
    """Read the chat of an export.

    Args:
        path: a file, a zip or a folder.
        options: what the user said about how to read it.

    Raises:
        ExportError: nothing there can be read as a chat, or several chats lie side by side.
    """
    chat, entries = _read_by(PARSERS, path, options)
    if chat is None and plugged_parsers():
        chat, entries = _read_by(plugged_parsers(), path, options)
    if chat is None:
        raise ExportError(_find_reason(path, entries), path=str(path))
    return chat


def find_parser(entry: Entry) -> Parser | None:
    """Return the parser that recognises a file."""
    return next((each for each in PARSERS if each.recognises(entry)), None) or next(
        (each for each in plugged_parsers() if each.recognises(entry)), None
    )


def _read_by(parsers: Sequence[Parser], path: Path, options: ReadOptions) -> tuple[Chat | None, Mapping[str, Entry]]:
    """Return the chat that the first of some parsers reads, and the entries that were looked at last.

    Raises:
        BrokenParserError: a parser of another package broke, and none of those after it reads the export.
    """
    entries: Mapping[str, Entry] = {}
    broken: BrokenParserError | None = None
    places = open_entries(path)
    for entries in places:
        for at, parser in enumerate(parsers):
            recognised = {place: entry for place, entry in entries.items() if parser.recognises(entry)}
            if not recognised:
                continue
            chosen = _choose_entry(path, recognised)
            try:
                chat = _parse(parser, chosen, options)
            except BrokenParserError as error:
                broken = broken or error
            else:
                chat = _warn_of_others(chat, parser, parsers[at + 1 :], entries, recognised)
                return _warn_of_unread(chat, chosen, parser, recognised, places), entries
    if broken is not None:
        raise broken
    return None, entries


def _choose_entry(path: Path, recognised: Mapping[str, Entry]) -> Entry:
    """Return the one entry that holds the chat; of a chat in several pages the first.

    A chat that lies deeper than another is a file that somebody sent in it.
    """
    depth = min(place.count("/") for place in recognised)
    shallow = {place: entry for place, entry in recognised.items() if place.count("/") == depth}
    chats = {place: entry for place, entry in shallow.items() if not (is_later_page(entry) or is_later_vk_page(entry))} or shallow
    if len(chats) > 1:
        raise _list_chats(path, list(chats))
    return next(iter(chats.values()))


def _list_chats(path: Path, names: Sequence[str]) -> ExportError:
    listed = "\n".join(names[:MAX_NAMES])
    if (more := len(names) - MAX_NAMES) > 0:
        return ExportError("parsers.several_chats_and_more", path=str(path), count=len(names), names=listed, more=more)
    return ExportError("parsers.several_chats", path=str(path), count=len(names), names=listed)


def _warn_of_others(chat: Chat, chosen: Parser, after: Sequence[Parser], entries: Mapping[str, Entry], recognised: Mapping[str, Entry]) -> Chat:
    """Add a warning where a chat in another format lies as near as the one that was read."""
    depth = min(place.count("/") for place in recognised)
    near = [entry for place, entry in entries.items() if place not in recognised and place.count("/") == depth]
    others = [each for each in after if not each.name.startswith(f"{chosen.name}_")]  # its own further files
    other = next((entry for entry in near if any(parser.recognises(entry) for parser in others) and not is_later_page(entry)), None)
    if other is None:
        return chat
    return replace(chat, warnings=(*chat.warnings, Skipped("parsers.other_format", {"name": other.name, "source": chat.source})))


def _warn_of_unread(chat: Chat, chosen: Entry, parser: Parser, recognised: Mapping[str, Entry], behind: Iterable[Mapping[str, Entry]]) -> Chat:
    """Add warnings of files that might be another chat: of the same place in the archive, or deeper, where files lie that were sent in the chat."""
    depth = min(place.count("/") for place in recognised)
    n_deeper = _count_chats(parser, {place: entry for place, entry in recognised.items() if place.count("/") > depth})
    with suppress(ExportError):  # an archive beside the export may not open
        n_deeper += sum(_count_chats(parser, entries) for entries in behind)
    warnings = [Skipped("parsers.same_place", {"count": chosen.namesakes})] if chosen.namesakes else []
    warnings += [Skipped("parsers.deeper_chats", {"count": n_deeper})] if n_deeper else []
    warnings += [Skipped("parsers.inner_archives", {"count": chosen.archives})] if chosen.archives else []
    return replace(chat, warnings=(*chat.warnings, *warnings))


def _count_chats(parser: Parser, entries: Mapping[str, Entry]) -> int:
    return sum(parser.recognises(entry) and not is_later_page(entry) and not is_later_vk_page(entry) for entry in entries.values())


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
