"""Options of `chataudit export` in, the table written, what was written told."""

from dataclasses import dataclass
from pathlib import Path

from chataudit.errors import ConfigError
from chataudit.exporting.writing import export_chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.reporters.terminal_text import disarm, visible
from chataudit.scan import ScanOptions, gather_settings, input_files
from chataudit.wording import Language, wording


@dataclass(frozen=True)
class ExportOptions:
    """What the command line was asked for; names as its options."""

    source: Path | None
    form: str = "csv"
    output: Path | None = None
    language: Language = "ru"
    chat: str | None = None
    me: str | None = None
    timezone: str | None = None
    date_order: str | None = None
    config: Path | None = None


def run_export(options: ExportOptions) -> str:
    """Write one export as a table, and return a sentence on it.

    Raises:
        ChatAuditError: wrong options or settings; an export that cannot be read; a place that cannot be written.
    """
    if options.source is None:
        raise ConfigError("table.no_export")
    read = ScanOptions(
        export=options.source,
        chat=options.chat,
        me=options.me,
        timezone=options.timezone,
        date_order=options.date_order,
        config=options.config,
    )
    settings = gather_settings(read)
    chat = read_chat(options.source, ReadOptions(settings.chat, settings.date_order, settings.timezone, settings.me))
    place = options.output or Path(f"{options.source.resolve().stem}-table.zip")
    export_chat(chat, options.form, place, input_files(read))
    counts = {"messages": len(chat.messages), "participants": len(chat.participants)}
    return disarm(visible(wording(options.language, "table.written", place=place, **counts)))
