"""Findings of single messages in, their JSON out: what they quote is encoded once, however many findings stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeVar

import msgspec
from msgspec import Raw

from chataudit.findings import EncodeLines, Finding, Quote
from chataudit.quoting import QuoteColumns

_Value = TypeVar("_Value", bound=str | None)

# msgspec copies `Raw` as it stands, and does not check what a struct is made with.
_make_finding: Final[Callable[..., Finding]] = Finding
_make_quote: Final[Callable[..., Quote]] = Quote
_ENCODER: Final = msgspec.json.Encoder()


class EncodedQuotes:
    """The quotes of some messages, each part of them as JSON.

    Attributes:
        ids, people, texts: per message, its id, its author in a list, its words.
        quotes: per message, its quote in a list; the last list stands for no message (place -1), it is empty.
    """

    def __init__(self, columns: QuoteColumns, encode_lines: EncodeLines) -> None:
        self.ids = encode_each(columns.ids, encode_lines)
        encoded_author = encode_distinct(columns.authors, encode_lines)
        authors = [encoded_author[name] for name in columns.authors]
        self.people = [[] if name is None else [author] for name, author in zip(columns.authors, authors, strict=True)]
        self.texts = encode_each(columns.texts, encode_lines)
        quotes = list(map(_make_quote, self.ids, authors, columns.moments, self.texts))
        self.quotes = [[quote] for quote in encode_each(quotes, _encode_encoded)]
        self.quotes.append([])


def encode_each(values: Sequence[object], encode_lines: EncodeLines) -> list[Raw]:
    """Encode values, each apart."""
    return list(map(Raw, encode_lines(values).split(b"\n")))


def encode_distinct(values: Sequence[_Value], encode_lines: EncodeLines) -> dict[_Value, Raw]:
    """Encode values that repeat, each once."""
    distinct = list(dict.fromkeys(values))
    return dict(zip(distinct, encode_each(distinct, encode_lines), strict=True))


def encode_findings(columns: Mapping[str, Iterable[object]]) -> bytes:
    """Return findings as lines of JSON: given as a column a field, and what a terminal could obey in them `Raw` already."""
    return _encode_encoded(list(map(_make_finding, *(columns[name] for name in Finding.__struct_fields__))))


def _encode_encoded(values: Sequence[object]) -> bytes:
    return _ENCODER.encode_lines(values)[:-1]
