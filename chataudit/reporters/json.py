"""A report as JSON (schema `chataudit.report/1`), written as a stream with one line an object, to be read, searched and compared by lines."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Final

import msgspec

from chataudit.charts import Charts
from chataudit.findings import ChatFacts, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.json_text import encode, encode_lines

_BATCH: Final = 1000  # findings encoded at once: few enough for the memory, enough for the speed


class JsonReporter:
    """Writes the report's JSON; the same report gives the same bytes."""

    name = "json"
    suffix = ".json"
    binary = False

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write the report, making and encoding one finding at a time."""
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
        elif isinstance(field, Sequence) and not isinstance(field, str):
            yield from _array(field, inner)
        else:
            yield encode(field)
    yield newline + b"}"


def _array(values: Sequence[object], newline: bytes) -> Iterator[bytes]:
    """Lay an array out with a line an element; elements are made and encoded a batch at a time."""
    inner = newline + b"  "
    separator = b"["
    elements = iter(values)
    while batch := list(islice(elements, _BATCH)):
        yield separator + inner + encode_lines(batch).replace(b"\n", b"," + inner)
        separator = b","
    yield b"[]" if separator == b"[" else newline + b"]"
