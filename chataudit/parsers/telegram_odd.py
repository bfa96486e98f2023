"""Messages of Telegram's JSON that do not fit the schema: read key by key, so that only what is strange is lost."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final, NamedTuple, TypeVar

import msgspec
from msgspec import Raw

from chataudit.parsers.surrogates import replace_halves
from chataudit.parsers.telegram_schema import Answer, Message, Poll, Row, Service, Unsupported, decode_keys

_STRUCT_OF_TYPE: Final[dict[str, type[Row]]] = {"message": Message, "service": Service, "unsupported": Unsupported}

# A backslash escape that JSON does not know, but the exporter writes for control characters; a backslash before it would escape the backslash.
_HEX_ESCAPE = re.compile(rb"(?<!\\)((?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_BARE_DOCUMENT_ID = re.compile(rb'("document_id":[ \t]*+)(?!["{\[]|-?\d+[,\s}])([^"\r\n]*+)(?=\r?\n)')
_CONTROLS: Final = bytes(range(32)).translate(None, b"\t\n\r")  # these three stand between tokens too
_SPACED_CONTROLS: Final = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))


_POLLS: Final = frozenset({"poll", "todo_list"})
_TEXTS: Final = frozenset({"text", "from", "actor", "question", "title"})
_MAY_SAY: Final = b'"'  # a service message has many keys, and a number or a yes says nothing

_Filled = TypeVar("_Filled", bound=msgspec.Struct)

_decode_answers = msgspec.json.Decoder(list[dict[str, Raw]]).decode


class _Key(NamedTuple):
    attribute: str
    decode: Callable[[Raw], Any]


def repair(json: bytes) -> bytes:
    r"""Repair what Telegram Desktop is known to write wrongly: `\x0B`, bare document ids, halves of surrogate pairs, broken UTF-8."""
    # The patterns are slow and their faults rare: look for the fault's literal first.
    if b"\\x" in json:
        json = _HEX_ESCAPE.sub(rb"\1\\u00\2", json)
    json = replace_halves(json)
    if b'"document_id"' in json:
        json = _BARE_DOCUMENT_ID.sub(_quote_id, json)
    return json.translate(_SPACED_CONTROLS).decode("utf-8", "replace").encode()


def _quote_id(found: re.Match[bytes]) -> bytes:
    key, written = found.groups()
    bare = written.rstrip(b" \t").removesuffix(b",")
    return b'%b"%b"%b' % (key, bare, written[len(bare) :])


def read_odd(json: bytes, strange: Counter[tuple[str, str]]) -> Row | None:
    """Read a message that `decode_row` refuses.

    Args:
        json: its bytes.
        strange: counts of (wording key, name) to add to.

    Returns:
        The message without what could not be read; None where it is no message at all.
    """
    # A newer app's keys make every message odd: what is sound JSON skips the repair.
    for mend in (bytes, repair):
        seen: Counter[tuple[str, str]] = Counter()
        try:
            row = _build_row(decode_keys(mend(json)), seen)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
        strange.update(seen)
        return row
    return None


def _build_row(values: dict[str, Raw], strange: Counter[tuple[str, str]]) -> Row:
    kind = bytes(values.pop("type", b'"message"')).decode().strip('"')
    struct = _STRUCT_OF_TYPE.get(kind, Message)
    if kind not in _STRUCT_OF_TYPE:
        strange["parsers.unknown_type", kind] += 1
    return _fill(struct, values, strange)


def _fill(struct: type[_Filled], values: dict[str, Raw], strange: Counter[tuple[str, str]], place: str = "") -> _Filled:
    """Build a struct of what can be read; `place` stands before the names of keys where they are not a message's own."""
    keys = _keys_of(struct)
    read: dict[str, Any] = {}
    for name, value in values.items():
        key = keys.get(name)
        if key is None:
            if struct is not Service or _MAY_SAY in bytes(value):
                strange["parsers.unknown_key", place + name] += 1
            continue
        try:
            read[key.attribute] = key.decode(value)
        except msgspec.ValidationError:
            for mended in _mend(name, value, strange, place):
                read[key.attribute] = mended
    return struct(**read)


def _mend(name: str, value: Raw, strange: Counter[tuple[str, str]], place: str) -> Iterator[object]:
    """Yield what can be read of a value that does not fit; nothing where that is none of it."""
    try:
        if name in _POLLS:
            yield _fill(Poll, decode_keys(value), strange, f"{name}.")
        elif name == "answers":
            yield [_fill(Answer, answer, strange, f"{place}{name}.") for answer in _decode_answers(value)]
        else:
            strange["parsers.strange_value", place + name] += 1
            if name in _TEXTS:
                yield _strings_of(msgspec.json.decode(value))
    except msgspec.ValidationError:
        strange["parsers.strange_value", place + name] += 1


@cache
def _keys_of(struct: type[msgspec.Struct]) -> dict[str, _Key]:
    return {each.encode_name: _Key(each.name, msgspec.json.Decoder(each.type, strict=False).decode) for each in msgspec.structs.fields(struct)}


def _strings_of(value: object) -> str:
    """Return all that can be read as text in a value of unknown shape."""
    if isinstance(value, list):
        return "".join(_strings_of(part) for part in value)
    if isinstance(value, dict):
        return _strings_of(value.get("text", ""))
    return "" if value is None else str(value)
