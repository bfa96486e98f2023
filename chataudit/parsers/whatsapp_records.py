"""The entries of a WhatsApp text: the decoded text in, one record an entry out, each with its line, time, sender and body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, islice
from typing import Any, Final, NamedTuple

import numpy as np

from chataudit.errors import ExportError
from chataudit.parsers.base import DateOrder
from chataudit.parsers.whatsapp_dates import NOT_A_TIME, HeaderForm, Seconds, decide_date_order, find_header_form, numbers_of, times_of
from chataudit.parsers.whatsapp_events import is_known_event
from chataudit.parsers.whatsapp_lookalikes import Flags, find_lookalikes
from chataudit.parsers.whatsapp_senders import SENDER, repair_senders, split_sender
from chataudit.parsers.whatsapp_strings import LTR

_SAMPLE_LINES: Final = 2_000  # enough to see the file's form among the lines of long messages
_BLOCK: Final = 1 << 19  # characters cut at once: few enough to need no memory, enough for loops in C


@dataclass(frozen=True)
class Records:
    """The entries of a file, a list a column.

    Attributes:
        ios: the headers are bracketed, so each entry has a sender, if only the chat's own name.
        seconds: the headers tell seconds.
        lines: the source line where each begins, from 1.
        times: local time of each, in seconds since 1970.
        senders: who stands before the first «: », as written; None where nobody does.
        bodies: what stands behind it, lines joined by a line feed.
        marked: U+200E stands before the header.
        leading_lines: lines that are not blank before the first header.
        lookalikes: source lines that look like headers and are text.
        order_decided: whether anything told the order of day and month.
    """

    ios: bool
    seconds: bool
    lines: list[int]
    times: Seconds
    senders: list[str | None]
    bodies: list[str]
    marked: list[bool]
    leading_lines: int
    lookalikes: list[int]
    order_decided: bool


class _Cut(NamedTuple):
    """The text cut at every header candidate, a list a part."""

    leading: str
    headers: list[str]
    days: list[str]
    clocks: list[str]
    senders: list[str | None]
    bodies: list[str]
    certain: bool  # cut at CRLF, where no line of a text can look like a header

    def line(self, row: int) -> str:
        """Return a candidate as written, to its last line."""
        sender = self.senders[row]
        return f"{self.headers[row]}{sender}: {self.bodies[row]}" if sender else self.headers[row] + self.bodies[row]


def read_records(text: str, *, source: str, date_order: DateOrder | None) -> Records:
    """Cut a text into its entries.

    Args:
        text: the decoded export.
        source: name of the file, for errors.
        date_order: the order of day and month, where the user tells it.

    Raises:
        ExportError: no line begins with a header, or no header is a date in the order given.
    """
    form = find_header_form(islice(iter_lines(text), _SAMPLE_LINES))
    if form is None:
        raise ExportError("whatsapp.no_headers", file=source, lines=text.count("\n") + 1)
    cut = _cut(text, form)
    days = [numbers_of(day) for day in dict.fromkeys(cut.days)]
    decided = date_order or decide_date_order(days, form.separator)
    times = times_of(cut.days, cut.clocks, decided or "dmy")
    if not (times >= 0).any():
        raise ExportError("whatsapp.no_dates", file=source, order=decided or "dmy")
    rejected = _find_rejected(cut, times)
    if rejected.all():
        raise ExportError("whatsapp.no_headers", file=source, lines=text.count("\n") + 1)
    return _build_records(cut, form, times, rejected, order_decided=decided is not None)


def iter_lines(text: str) -> Iterator[str]:
    """Yield the lines of a text that are not empty, without copying all of it; U+2028 and the like end no line here."""
    return (found.group() for found in re.finditer(r"[^\r\n]+", text))


def _cut(text: str, form: HeaderForm) -> _Cut:
    certain = _ends_records_with_crlf(text, form)
    if not certain and "\r" in text:
        text = text.replace("\r\n", "\n")
    newline = "\r\n" if certain else "\n"
    # The literal line end before the pattern lets `re` leap from line to line; (?m)^ would be tried at each character.
    header = re.compile(f"{newline}(?P<header>{form.pattern}){SENDER}")
    columns: dict[str, list[Any]] = {name: [] for name in header.groupindex}
    bodies = [""]  # the first is what stands before all headers
    shared: dict[str, str] = {}  # dates, senders and texts repeat; one copy of each is kept
    for block in _iter_blocks(text, newline):
        first, *parts = header.split(block)
        bodies[-1] += first
        for name, group in header.groupindex.items():
            cells = parts[group - 1 :: header.groups + 1]
            columns[name] += cells if name == "header" else [shared.setdefault(each, each) for each in cells]
        bodies += [shared.setdefault(each, each) for each in parts[header.groups :: header.groups + 1]]
    leading, *bodies = bodies
    bodies[-1:] = [body.removesuffix(newline) for body in bodies[-1:]]
    for row in (row for row, sender in enumerate(columns["sender"]) if sender is None):
        columns["sender"][row], bodies[row] = split_sender(bodies[row])
    return _Cut(leading, columns["header"], columns["date"], columns["time"], columns["sender"], bodies, certain)


def _iter_blocks(text: str, newline: str) -> Iterator[str]:
    """Yield a text in pieces that begin with line ends: to cut all of it at once would hold it several times."""
    start, prefix = 0, newline  # the first line has no line end before it
    while start < len(text):
        end = text.find(newline, start + _BLOCK)
        end = len(text) if end < 0 else end
        yield prefix + text[start:end]
        start, prefix = end, ""


def _ends_records_with_crlf(text: str, form: HeaderForm) -> bool:
    """Say whether CRLF ends records and a bare LF stands inside them: iOS writes so, until someone saves the file again."""
    if "\r\n" not in text:
        return False
    header = re.compile(form.pattern)
    return all(header.match(record) for record in text.removesuffix("\r\n").split("\r\n"))


def _find_rejected(cut: _Cut, times: Seconds) -> Flags:
    rejected: Flags = times == NOT_A_TIME
    if cut.certain:
        return rejected
    asked = ~rejected
    for row in (row for row, sender in enumerate(cut.senders) if sender is None):
        is_event = is_known_event(cut.bodies[row])
        asked[row] &= not is_event
        # A line of a schedule: the messenger begins its sentences with a name or a capital letter.
        rejected[row] |= cut.bodies[row][:1].islower() and not is_event
    return rejected | find_lookalikes(times, asked & ~rejected, cut.senders, cut.line)


def _build_records(cut: _Cut, form: HeaderForm, times: Seconds, rejected: Flags, *, order_decided: bool) -> Records:
    lengths = np.array([body.count("\n") + 1 for body in cut.bodies], dtype=np.int64)
    lines = cut.leading.count("\n") + 1 + np.cumsum(lengths) - lengths
    leading, kept_bodies = _join_rejected(cut, rejected)
    kept = (~rejected).tolist()
    senders, bodies = repair_senders(list(compress(cut.senders, kept)), kept_bodies)
    return Records(
        ios=form.bracketed,
        seconds=form.seconds,
        lines=lines[~rejected].tolist(),
        times=times[~rejected],
        senders=senders,
        bodies=bodies,
        marked=[LTR in header for header in compress(cut.headers, kept)],
        leading_lines=sum(not line.isspace() for line in iter_lines(leading)),
        lookalikes=lines[rejected].tolist(),
        order_decided=order_decided,
    )


def _join_rejected(cut: _Cut, rejected: Flags) -> tuple[str, list[str]]:
    """Give each rejected candidate back to the entry before it; return the leading text and the bodies of the entries."""
    leading, bodies = cut.leading, cut.bodies.copy()
    kept = np.flatnonzero(~rejected)
    owners = np.searchsorted(kept, np.flatnonzero(rejected)) - 1
    for row, owner in zip(np.flatnonzero(rejected).tolist(), owners.tolist(), strict=True):
        text = "\n" + cut.line(row)
        if owner < 0:
            leading += text
        else:
            bodies[kept[owner]] += text
    return leading, list(compress(bodies, ~rejected))
