"""A report as JSON (schema `chataudit.report/1`), written as a stream with one line an object, to be read, searched and compared by lines."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Final

import msgspec

from chataudit.findings import ChatFacts, Report
from chataudit.reporters.base import ReportOptions

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")

# JSON lets DEL, C1 and the signs that turn the direction of writing stand as they are; a terminal would obey them.
_OBEYED: Final = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
_BATCH: Final = 1000  # findings encoded at once: few enough for the memory, enough for the speed
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


class JsonReporter:
    """Writes the report's JSON; the same report gives the same bytes."""

    name = "json"

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Write the report, making and encoding one finding at a time."""
        out.writelines(_object(report, b"\n"))
        out.write(b"\n")


def _object(value: msgspec.Struct, newline: bytes) -> Iterator[bytes]:
    """Lay an object out with a line a key, in the order of its fields."""
    inner = newline + b"  "
    yield b"{"
    for number, key in enumerate(value.__struct_fields__):
        yield (b"," if number else b"") + inner + _encode(key) + b": "
        field = getattr(value, key)
        if isinstance(field, ChatFacts):
            yield from _object(field, inner)
        elif isinstance(field, Sequence) and not isinstance(field, str):
            yield from _array(field, inner)
        else:
            yield _encode(field)
    yield newline + b"}"


def _array(values: Sequence[object], newline: bytes) -> Iterator[bytes]:
    """Lay an array out with a line an element; elements are made and encoded a batch at a time."""
    inner = newline + b"  "
    separator = b"["
    elements = iter(values)
    while batch := list(islice(elements, _BATCH)):
        yield separator + inner + _encode_lines(batch).replace(b"\n", b"," + inner)
        separator = b","
    yield b"[]" if separator == b"[" else newline + b"]"


def _encode_lines(values: list[object]) -> bytes:
    """Encode values a line each; within JSON a line break is always escaped."""
    try:
        return _OBEYED.sub(_escape, _ENCODER.encode_lines(values)[:-1])
    except UnicodeEncodeError:
        return b"\n".join(map(_encode, values))


def _encode(value: object) -> bytes:
    """Encode a value in one line."""
    try:
        encoded = _ENCODER.encode(value)
    except UnicodeEncodeError:  # half a character, which UTF-8 cannot hold and strict readers refuse even as \ud800
        text = json.dumps(msgspec.to_builtins(value, order="deterministic"), ensure_ascii=False, separators=(",", ":"))
        encoded = _SURROGATE.sub("\ufffd", text).encode()
    return _OBEYED.sub(_escape, encoded)


def _escape(found: re.Match[bytes]) -> bytes:
    return rb"\u%04x" % ord(found.group().decode())
