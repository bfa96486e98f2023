"""A report as JSON (schema `chataudit.report/1`), written as a stream with one line an object, to be read, searched and compared by lines."""

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

import msgspec

from chataudit.charts import Charts
from chataudit.findings import ChatFacts, Findings, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json_text import encode, encode_lines


class JsonReporter:
    """Writes the report's JSON; the same report gives the same bytes."""

    name = "json"
    suffix = ".json"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write the report, making and encoding a batch of findings at a time."""
        out.writelines(_object(report, b"\n"))
        out.write(b"\n")


def _object(value: msgspec.Struct, newline: bytes) -> Iterator[bytes]:
    """Lay an object out with a line a key, in the order of its fields."""
    inner = newline + b"  "
    yield b"{"
    for number, key in enumerate(value.__struct_fields__):
        yield (b"," if number else b"") + inner + encode(key) + b": "
        field = getattr(value, key)
        if isinstance(field, ChatFacts | Charts):
            yield from _object(field, inner)
        elif isinstance(field, Findings):
            yield from _array(field.encode(encode_lines), inner)
        elif isinstance(field, Sequence) and not isinstance(field, str):
            yield from _array([encode_lines(field)] if field else [], inner)
        else:
            yield encode(field)
    yield newline + b"}"


def _array(batches: Iterable[bytes], newline: bytes) -> Iterator[bytes]:
    """Lay an array out with a line an element, given as lines, some at a time."""
    inner = newline + b"  "
    separator = b"["
    for lines in batches:
        yield separator + inner
        yield lines.replace(b"\n", b"," + inner)
        separator = b","
    yield b"[]" if separator == b"[" else newline + b"]"
