"""Entry points of the group `chataudit.parsers` in, parsers out that cannot break anything but the reading of what they claim."""

from __future__ import annotations

from functools import cache
from typing import Final

from chataudit.chat import PARTICIPANT_COLUMNS, Chat
from chataudit.errors import BrokenParserError, ChatAuditError, PluginError
from chataudit.messages import check_messages
from chataudit.parsers.base import Entry, Parser, ReadOptions
from chataudit.plugins import FAILURES, Plugin, broke, find_plugins, load_plugin, warn_of
from chataudit.wording import knows

_NEEDED: Final = ("recognises", "parse")


@cache
def plugged_parsers() -> tuple[Parser, ...]:
    """Return the parsers that other packages offer; what cannot be used is told of once and left out."""
    found: list[Parser] = []
    for plugin in find_plugins("parsers"):
        try:
            found.append(load_parser(plugin))
        except PluginError as error:
            warn_of(error)
    return tuple(found)


def load_parser(plugin: Plugin) -> PluggedParser:
    """Import a parser: the entry point names its class, which is called without arguments.

    Raises:
        PluginError: it is none, or written for another version.
    """
    loaded = load_plugin(plugin)
    missing = [name for name in _NEEDED if not callable(getattr(loaded, name, None))]
    if missing or not isinstance(loaded, type):
        raise plugin.error("plugins.wrong_protocol", missing=", ".join(missing) or "class")
    try:
        return PluggedParser(plugin, loaded())
    except FAILURES as error:
        raise broke(plugin, error) from error


class PluggedParser:
    """A parser of another package, under the name of its entry point."""

    def __init__(self, plugin: Plugin, parser: Parser) -> None:
        self.name = plugin.name
        self._plugin = plugin
        self._parser = parser

    def recognises(self, entry: Entry) -> bool:
        """Say whether it takes a file for its own; one that raises does not, and is told of."""
        try:
            return bool(self._parser.recognises(entry))
        except FAILURES as error:  # a stranger's parser must not keep others from being asked
            warn_of(broke(self._plugin, error))
            return False

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """Read the chat, and check that it is one.

        Raises:
            ExportError: what the parser says of the export.
            BrokenParserError: it raised anything else, or gave what is no chat.
        """
        try:
            chat = self._parser.parse(entry, options)
            problem = find_fault(chat)
        except FAILURES as error:
            if isinstance(error, ChatAuditError) and knows(error.key):
                raise
            told = broke(self._plugin, error)
            raise BrokenParserError(told.key, **told.details) from error
        if problem:
            told = self._plugin.error("plugins.bad_chat", problem=problem)
            raise BrokenParserError(told.key, **told.details)
        return chat


def find_fault(chat: object) -> str | None:
    """Return what keeps something from being a chat; None for a chat."""
    if not isinstance(chat, Chat):
        return type(chat).__name__
    try:
        check_messages(chat.messages)
    except ValueError as error:
        return str(error)
    if list(chat.participants.columns) != list(PARTICIPANT_COLUMNS):
        return "participants"
    unknown = [each.key for each in chat.warnings if not knows(each.key)]
    return f"Skipped({unknown[0]!r})" if unknown else None
