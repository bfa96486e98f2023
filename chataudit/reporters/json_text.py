"""Values → JSON a line each, whatever strangers wrote in them; what a terminal would obey is escaped."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

import msgspec

_AT_ONCE: Final = 1_000
_ENCODER: Final = msgspec.json.Encoder(order="deterministic")

# JSON lets DEL, C1 and the signs that turn the direction of writing stand as they are; a terminal would obey them.
_OBEYED: Final = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")


def encode_lines(values: Sequence[object]) -> bytes:
    """Encode values a line each; within JSON a line break is always escaped."""
    try:
        return _OBEYED.sub(_escape, _ENCODER.encode_lines(values)[:-1])
    except UnicodeEncodeError:
        return b"\n".join(map(encode, values))


def encode(value: object) -> bytes:
    """Encode a value in one line."""
    try:
        encoded = _ENCODER.encode(value)
    except UnicodeEncodeError:  # half a character, which UTF-8 cannot hold and strict readers refuse even as \ud800
        text = json.dumps(msgspec.to_builtins(value, order="deterministic"), ensure_ascii=False, separators=(",", ":"))
        encoded = _SURROGATE.sub("\ufffd", text).encode()
    return _OBEYED.sub(_escape, encoded)


def write_object(value: msgspec.Struct, out: BinaryIO) -> None:
    """Write an object with a line a key, and a line an element of its lists."""
    for number, key in enumerate(value.__struct_fields__):
        field = getattr(value, key)
        out.write((b",\n  " if number else b"{\n  ") + encode(key) + b": ")
        if isinstance(field, list) and field:
            out.writelines(_pieces(field))
        else:
            out.write(encode(field))
    out.write(b"\n}\n")


def _pieces(elements: Sequence[object]) -> Iterator[bytes]:
    """Yield the text of a list, a line an element, so many at once that a million are never held as text."""
    for at in range(0, len(elements), _AT_ONCE):
        yield (b",\n    " if at else b"[\n    ") + encode_lines(elements[at : at + _AT_ONCE]).replace(b"\n", b",\n    ")
    yield b"\n  ]"


def _escape(found: re.Match[bytes]) -> bytes:
    return rb"\u%04x" % ord(found.group().decode())
