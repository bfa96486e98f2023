"""Choosing one chat of a Telegram whole-account export: the chats' names and ids in, the index of one out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chataudit.errors import ExportError

GROUP_TYPES: Final = frozenset({"private_group", "private_supergroup", "public_group", "public_supergroup"})
CHAT_TYPES: Final = GROUP_TYPES | {
    "saved_messages",
    "replies",
    "verification_codes",
    "personal_chat",
    "bot_chat",
    "private_channel",
    "public_channel",
}
MAX_LISTED: Final = 40  # an account may hold hundreds of groups


@dataclass(frozen=True)
class ChatHeader:
    """What an export says of a chat before its messages.

    Attributes:
        title: its name; None of saved messages and of deleted accounts.
        type: Telegram's word for its kind; None where the exporter knew none.
        id: its number, without sign; None in no known version.
    """

    title: str | None
    type: str | None
    id: str | None

    @property
    def is_group(self) -> bool:
        """Whether several people may write in it; a type that we do not know may be a group of a newer kind."""
        return self.type in GROUP_TYPES or (self.type is not None and self.type not in CHAT_TYPES)


def choose_chat(headers: Sequence[ChatHeader], wanted: str | None) -> int:
    """Return the index of the chat to audit.

    Args:
        headers: all chats of the export.
        wanted: its id, its title, or a part of its title that only one has; None if the user said nothing.

    Raises:
        ExportError: none was asked for and there is not exactly one group, or not exactly one fits what was asked for.
    """
    groups = [index for index, header in enumerate(headers) if header.is_group]
    if not headers:
        raise ExportError("parsers.account_without_chats")
    if wanted is None:
        if len(groups) == 1:
            return groups[0]
        if not groups:
            raise ExportError("parsers.account_without_groups", count=len(headers))
        raise ExportError("parsers.choose_chat", count=len(groups), chats=_list(headers, groups))
    fitting = _find(headers, wanted)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise ExportError("parsers.chat_not_found", chat=wanted, chats=_list(headers, groups))
    raise ExportError("parsers.chat_not_unique", chat=wanted, count=len(fitting), chats=_list(headers, fitting))


def _find(headers: Sequence[ChatHeader], wanted: str) -> list[int]:
    """Return the chats with this id; if none, with this title; if none, with this in their titles."""
    folded = wanted.strip().casefold()
    if not folded:
        return []
    titles = [(header.title or "").casefold() for header in headers]
    by_id = [index for index, header in enumerate(headers) if header.id == folded.removeprefix("-100").removeprefix("-")]
    exact = [index for index, title in enumerate(titles) if title == folded]
    return by_id or exact or [index for index, title in enumerate(titles) if folded in title]


def _list(headers: Sequence[ChatHeader], chosen: Sequence[int]) -> str:
    lines = [f"{headers[index].id}  {headers[index].title or '—'}" for index in chosen[:MAX_LISTED]]
    return "\n".join([*lines, *(["…"] if len(chosen) > MAX_LISTED else [])])
