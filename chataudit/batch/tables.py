"""A table that a person keeps (CSV, XLSX, YAML) in, its rows as texts by heading out; nothing in a cell is computed."""

from __future__ import annotations

import csv
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from chataudit.csv_rows import read_csv_rows
from chataudit.errors import ConfigError
from chataudit.strict_yaml import Reading, read_text, read_yaml

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 200
MAX_UNPACKED_BYTES: Final = 32 * 1024 * 1024  # of a workbook: the longest table that is read takes a quarter
_BROKEN: Final = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    RuntimeError,  # an encrypted or unknown packing
    SyntaxError,  # of XML, by whichever parser openpyxl chose
    csv.Error,
)  # what openpyxl lets through


@dataclass(frozen=True)
class TableRow:
    """One row: where it stands, for telling of a mistake, and its cells that are not empty, by heading in lower case."""

    place: str
    cells: Mapping[str, str]


def read_table(path: Path) -> list[TableRow]:
    """Read a table by the suffix of its name; empty rows are left out.

    Raises:
        ConfigError: it cannot be read, or is no table.
    """
    try:
        return [row for row in _READERS[path.suffix.lower()](path) if row.cells]
    except _BROKEN as error:
        raise ConfigError("manifest.unreadable", path=path.name) from error


def _read_csv(path: Path) -> Iterator[TableRow]:
    yield from _rows(path, read_csv_rows(path.read_bytes(), strict=True))


def _read_xlsx(path: Path) -> Iterator[TableRow]:
    from openpyxl import load_workbook

    _check_sizes(path)
    with warnings.catch_warnings(action="ignore"):  # openpyxl tells the terminal of what it passes over
        book = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = book.worksheets[0]
            yield from _rows(path, enumerate(sheet.iter_rows(values_only=True, max_col=MAX_COLUMNS), start=1))
        finally:
            book.close()


def _check_sizes(path: Path) -> None:
    """Refuse a workbook whose parts state more than it can hold or than a table needs: openpyxl takes room for all that is stated."""
    with zipfile.ZipFile(path) as book:
        members = book.infolist()
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES or any(member.compress_size > path.stat().st_size for member in members):
        raise zipfile.BadZipFile


def _read_yaml(path: Path) -> Iterator[TableRow]:
    reading = Reading(path.name)
    found = read_yaml(read_text(path), list[dict[str, str]], reading)
    if reading.complaints or found is None:
        raise ConfigError("manifest.broken", path=path.name, complaints=reading.complaints)
    for number, row in enumerate(found, start=1):
        yield TableRow(f"{path.name}, {number}", {_heading(name): value.strip() for name, value in row.items() if value.strip()})


def _rows(path: Path, rows: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[TableRow]:
    """Yield the rows below the first that holds anything, which are the headings."""
    headings: list[str] | None = None
    for line, values in islice(rows, MAX_ROWS):
        cells = [_text(value) for value in values[:MAX_COLUMNS]]
        if headings is None:
            headings = [_heading(cell) for cell in cells] if any(cells) else None
        else:
            yield TableRow(f"{path.name}:{line}", {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading and cell})


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _heading(text: str) -> str:
    return " ".join(text.lower().split())


_READERS: Final[Mapping[str, Callable[[Path], Iterable[TableRow]]]] = {
    ".csv": _read_csv,
    ".xlsx": _read_xlsx,
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
}
SUFFIXES: Final = tuple(_READERS)
