"""What a parser is, what it is given, and the entries (files on disk, members of a zip) that it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Literal, Protocol

from chataudit.chat import Chat

HEAD_BYTES = 64 * 1024  # enough to hold the first messages of any format that we read

DateOrder = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True)
class Entry:
    """One file that may hold a chat's text.

    Attributes:
        name: its name without folders, for telling the user.
        head: its first HEAD_BYTES bytes.
        size: bytes.
        path: where it lies on disk; None inside a zip.
        read: returns the whole content, bounded (inside a zip by a counter of bytes really read).
        siblings: the names of the other entries of the same folder or zip, which may be large.
        sibling: opens one of them by name.
        subfolder: opens the first text of a folder that lies beside this entry, by the folder's name; None where there is none.
        namesakes: how many more members of a zip stand at the same place, which are not read.
        archives: how many archives lie beside it in a zip, which are not opened.
    """

    name: str
    head: bytes
    size: int
    path: Path | None
    read: Callable[[], bytes]
    siblings: Sequence[str] = ()
    sibling: Callable[[str], "Entry"] | None = None
    subfolder: Callable[[str], "Entry | None"] | None = None
    namesakes: int = 0
    archives: int = 0


@dataclass(frozen=True)
class Span:
    """Where the bytes of one chat lie in a file that holds several: from `start` to before `end`, with so many lines before."""

    start: int
    end: int
    lines_before: int


@dataclass(frozen=True)
class ReadOptions:
    """What is known about how to read an export: said by the user, but for `span`.

    Attributes:
        chat: which chat of a whole-account export or archive: its id or a part of its title that only one has.
        date_order: the order of day and month, where a text export leaves it open.
        timezone: the zone of an export that does not tell its own.
        me: the display name of whoever made the export («Вы» in WhatsApp's events, and in VK's messages).
        span: where `chat` lies, if somebody has looked already; it spares looking through the whole file.
    """

    chat: str | None = None
    date_order: DateOrder | None = None
    timezone: tzinfo | None = None
    me: str | None = None
    span: Span | None = None


class Parser(Protocol):
    """Reads one format of export."""

    name: str

    def recognises(self, entry: Entry) -> bool:
        """Say from the content of `entry.head`, never from the name, whether this parser reads it."""

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """Read the chat.

        Raises:
            ExportError: there is no chat to read in it, or several and none was chosen.
        """
