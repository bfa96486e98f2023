"""WhatsApp's chat export as text (Android and iOS, 2013–2026; the chat, ⋮ or its name, «Export chat») in, a `Chat` out."""

import codecs
import re
from collections.abc import Mapping
from typing import Any

from chataudit.chat import Chat, Skipped, build_participants
from chataudit.errors import ExportError
from chataudit.messages import build_messages
from chataudit.parsers.base import Entry, ReadOptions
from chataudit.parsers.offsets import find_offsets
from chataudit.parsers.speaking_names import speaks
from chataudit.parsers.whatsapp_dates import find_header_form
from chataudit.parsers.whatsapp_events import is_known_event
from chataudit.parsers.whatsapp_records import Records, iter_lines, read_records
from chataudit.parsers.whatsapp_rows import Rows, build_rows
from chataudit.parsers.whatsapp_senders import split_sender
from chataudit.parsers.whatsapp_titles import title_of_file

_CAP = 39_990  # WhatsApp writes the last 40,000 messages; the files that were cut hold 39,999 or 40,000 (formats, D30)
_BAD_BYTES_SHARE = 0.01  # more than lone damaged bytes: the text is in another encoding


class WhatsAppText:
    """Reads the text that WhatsApp's «Export chat» makes, in any language; events and placeholders in Russian, English and Ukrainian."""

    name = "whatsapp-text"

    def recognises(self, entry: Entry) -> bool:
        """See `Parser.recognises`: several headers of one form, and somebody who speaks behind one of them.

        One header is enough where the file begins with it and a message longer than `entry.head` may stand behind.
        """
        text = _decode(entry.head, errors="ignore").lstrip("\ufeff\u200e\u200f \r\n\t")
        if text.startswith(("{", "<")):
            return False
        form = find_header_form(iter_lines(text))
        if form is None:
            return False
        header = re.compile(form.pattern)
        rests = [line[found.end() :] for line in iter_lines(text) if (found := header.match(line))]
        is_begun = entry.size > len(entry.head) and header.match(text) is not None
        return (len(rests) > 1 or is_begun) and any(split_sender(rest)[0] or is_known_event(rest) for rest in rests)

    def parse(self, entry: Entry, options: ReadOptions) -> Chat:
        """See `Parser.parse`.

        Columns: `id` is the ordinal of the entry, the messenger's sentences counted; `author` is None where only the
        messenger speaks; `utc_offset_min` is known if `options.timezone` is given. An event's sentence is kept as `text`
        only where it is not understood.
        """
        records, n_bad = _read_records(entry, options)
        rows = build_rows(records, options.me)
        n = len(records.lines)
        columns: dict[str, Any] = rows.columns | {"id": [str(ordinal) for ordinal in range(1, n + 1)], "line": records.lines}
        columns["sent_at"] = records.times.astype("datetime64[s]")
        if options.timezone:
            columns["utc_offset_min"] = find_offsets(columns["sent_at"], options.timezone)
        messages = build_messages(columns)
        return Chat(
            title=rows.title or title_of_file(entry.name),
            platform="whatsapp",
            source=entry.name,
            messages=messages,
            participants=build_participants(messages),
            hides=_find_hidden(records, rows, options),
            warnings=tuple(_list_warnings(records, rows, n_bad)),
            timezone="given" if options.timezone else None,
        )


def _find_hidden(records: Records, rows: Rows, options: ReadOptions) -> frozenset[str]:
    hides = {"replies", "user_ids", "reactions"}
    hides |= set() if records.seconds else {"seconds"}
    hides |= set() if options.timezone else {"offsets"}
    hides |= {"media"} if "hidden" in rows.columns["kind"] else set()
    return frozenset(hides)


def _list_warnings(records: Records, rows: Rows, n_bad: int) -> list[Skipped]:
    places = {
        "whatsapp.lookalikes": records.lookalikes,
        "whatsapp.unknown_events": rows.unknown_events,
        "whatsapp.unknown_media": rows.unknown_media,
        "whatsapp.unnamed_self": rows.unnamed_selves,
        "parsers.contents_absent": rows.absent,
        "parsers.auto_delete": rows.disappearing,
        "parsers.speaking_names": _find_speaking(records, rows.columns["file"]),
        "whatsapp.speaking_titles": _find_speaking(records, rows.columns["title"]),
    }
    warnings = [Skipped(key, {"count": len(lines)}, lines[0]) for key, lines in places.items() if lines]
    if n_bad:
        warnings.append(Skipped("whatsapp.bad_bytes", {"count": n_bad}))
    if records.leading_lines:
        warnings.append(Skipped("whatsapp.leading_lines", {"count": records.leading_lines}, 1))
    if not records.order_decided:
        warnings.append(Skipped("whatsapp.date_order"))
    if len(records.lines) >= _CAP:
        warnings.append(Skipped("whatsapp.cap", {"count": len(records.lines)}))
    return warnings


def _find_speaking(records: Records, names: Mapping[int, str | None]) -> list[int]:
    """Return the lines of the names, by row, that say something."""
    return [records.lines[row] for row, name in sorted(names.items()) if speaks(name)]


def _read_records(entry: Entry, options: ReadOptions) -> tuple[Records, int]:
    """Cut an export into its records, and count the bytes that are no text; what was read is not held beyond that."""
    text, n_bad = _read_text(entry.read(), entry.name)
    return read_records(text, source=entry.name, date_order=options.date_order), n_bad


def _read_text(data: bytes, source: str) -> tuple[str, int]:
    """Decode an export, and count the bytes that are no text."""
    text = _decode(data, errors="replace").removeprefix("\ufeff")
    n_bad = text.count("\ufffd") - data.count("\ufffd".encode()) if "\ufffd" in text else 0
    if n_bad > _BAD_BYTES_SHARE * len(text):
        raise ExportError("whatsapp.not_utf8", file=source)
    return text, max(n_bad, 0)


def _decode(data: bytes, *, errors: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8", errors=errors)
