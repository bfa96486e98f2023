"""What other programs call: an export in, its chat or the report of its audit out; the arguments are named as the options of the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from chataudit.chat import Chat
from chataudit.config import parse_timezone
from chataudit.findings import Redaction, Report
from chataudit.parsers import read_chat
from chataudit.parsers.base import DateOrder, ReadOptions
from chataudit.scan import ScanOptions, audit_export, gather_settings
from chataudit.wording import Language

AnyPath = str | os.PathLike[str]


def audit(
    path: AnyPath,
    *,
    teachers: str | Sequence[str] = (),
    teacher_absent: bool = False,
    roster: AnyPath | None = None,
    timezone: str | None = None,
    date_order: DateOrder | None = None,
    me: str | None = None,
    chat: str | int | None = None,
    config: AnyPath | None = None,
    rules: AnyPath | None = None,
    language: Language = "ru",
    redact: Redaction | None = None,
) -> Report:
    """Audit the export of a chat, as `chataudit scan` does; what stands in `chataudit.yaml` beside it counts where an argument is left out.

    Args:
        path: a file, a zip or a folder.
        teachers: display names of the teachers; without them they are inferred where that is sure enough.
        teacher_absent: there is no teacher in the chat, and that is known.
        roster: the CSV file of the class.
        timezone: «+03:00» or «Europe/Samara», for an export that does not tell its own.
        date_order: order of day and month in WhatsApp's dates, where the file leaves it open: «dmy», «mdy» or «ymd».
        me: display name of whoever made the export.
        chat: which chat of a whole-account export: its id or a part of its title.
        config: a file of settings to count instead of the one beside the export.
        rules: a rulebook's name or folder.
        language: of the report's texts.
        redact: which people the report hides: «names» or «all».

    Raises:
        ChatAuditError: an argument, a file or a rulebook is wrong, or the export cannot be read; `tell_error` says it in a sentence.
    """
    options = ScanOptions(
        Path(path),
        language,
        (teachers,) if isinstance(teachers, str) else tuple(teachers),
        teacher_absent,
        me=me,
        chat=None if chat is None else str(chat),
        roster=None if roster is None else Path(roster),
        timezone=timezone,
        date_order=date_order,
        config=None if config is None else Path(config),
        rules=None if rules is None else Path(rules),
        redact=redact,
    )
    return audit_export(options, gather_settings(options))


def read(
    path: AnyPath, *, timezone: str | None = None, me: str | None = None, chat: str | int | None = None, date_order: DateOrder | None = None
) -> Chat:
    """Read the chat of an export: its message table, its participants, and what could not be read.

    Args:
        path, timezone, me, chat, date_order: as of `audit`.

    Raises:
        ChatAuditError: an argument is wrong, or the export cannot be read.
    """
    zone = parse_timezone(timezone) if timezone else None
    return read_chat(Path(path), ReadOptions(None if chat is None else str(chat), date_order, zone, me))
