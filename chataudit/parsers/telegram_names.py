"""Names that Telegram does not export as they are: deleted accounts, bots and channels, told by name and id."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import UNSET, UnsetType

from chataudit.wording import wording

HTML_DELETED: Final = "Deleted Account"  # what the HTML export writes, whatever the interface language

_BOT_NAME = re.compile(r"[a-z0-9_ ]bot$", re.IGNORECASE | re.ASCII)  # an export does not mark bots; their usernames must end so


def deleted_name(author_id: str | None = None) -> str:
    """Return the display name for an account that is gone; its id, where known, keeps two of them apart."""
    # Display names are part of the chat, not of the report: they do not follow the report's language.
    if author_id is None:
        return wording("ru", "parsers.deleted_account")
    return wording("ru", "parsers.deleted_account_id", id=author_id)


class People(dict[tuple[str | UnsetType | None, str | int | None], tuple[str | None, str | None]]):
    """Finds (display name, id) of (`from`, `from_id`): one pair of strings a person, however many messages they wrote.

    Attributes:
        deleted: display names that it gave to deleted accounts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.deleted: set[str] = set()

    def __missing__(self, key: tuple[str | UnsetType | None, str | int | None]) -> tuple[str | None, str | None]:
        exported, exported_id = key
        author_id = None if exported_id is None else str(exported_id)
        name = exported if isinstance(exported, str) and exported else None
        # The exporter writes null for the name of an account that is gone, and no key at all where nobody is named.
        if name is None and (exported is not UNSET or author_id is not None):
            name = deleted_name(author_id)
            self.deleted.add(name)
        self[key] = name, author_id
        return name, author_id


def find_bots(names: Iterable[str]) -> frozenset[str]:
    """Return the names that end in «bot» in Latin letters."""
    return frozenset(name for name in names if _BOT_NAME.search(name))


def find_channels(authors: Iterable[tuple[str, str | None]], title: str | None) -> frozenset[str]:
    """Return the names that write as a channel, or as the chat itself (anonymous administrators do).

    Args:
        authors: (display name, id) of everybody who wrote.
        title: the chat's title.
    """
    return frozenset(name for name, author_id in authors if name == title or (author_id or "").startswith("channel"))
