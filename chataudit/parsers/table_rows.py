"""A file of a table (CSV, JSON Lines, Parquet) in, its columns as it holds them out, each row with its line."""

import csv
import io
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from chataudit.decoding import decode_russian
from chataudit.errors import ExportError
from chataudit.parsers.base import Entry
from chataudit.parsers.surrogates import replace_halves
from chataudit.table_schema import GUARD

PARQUET: Final = b"PAR1"
_BOM: Final = b"\xef\xbb\xbf"
_DELIMITERS: Final = ",;\t"
_MANY_COLUMNS: Final = 100


@dataclass(frozen=True)
class Rows:
    """The columns of a file.

    Attributes:
        columns: values by column; texts of a CSV, None for an empty cell.
        lines: the line of each row, from 1; of a Parquet file the number of the row.
        n_bad: signs that are damaged.
    """

    columns: dict[str, list[Any]]
    lines: list[int]
    n_bad: int = 0


def read_heading(head: bytes) -> Collection[str]:
    """Return the names of a table's columns from its beginning; none where it is no CSV and no JSON Lines."""
    first = next(iter(head.removeprefix(_BOM).lstrip().decode("utf-8", errors="replace").splitlines()), "")
    if first.startswith("{"):
        try:
            found = json.loads(first)
        except (ValueError, RecursionError):  # a line of some other JSON, or one nested without end
            return ()
        return found if isinstance(found, dict) else ()
    return [name.strip() for name in next(csv.reader([first], delimiter=_delimiter_of(first)), [])]


def read_rows(entry: Entry, *, guarded: bool) -> Rows:
    """Read a file; its form is told by its content.

    Args:
        entry: the file.
        guarded: texts of a CSV lose the sign that guards them from spreadsheets.

    Raises:
        ExportError: it is none of the three, or broken: the line says where.
    """
    if entry.head.startswith(PARQUET):
        return _read_parquet(entry)
    if entry.head.removeprefix(_BOM).lstrip().startswith(b"{"):
        return _read_lines(entry)
    return _read_csv(entry, guarded=guarded)


def _read_csv(entry: Entry, *, guarded: bool) -> Rows:
    text, n_bad, _ = decode_russian(entry.read())
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter_of(text.split("\n", 1)[0]), strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    line = 1
    try:
        for row in reader:
            if row:
                rows.append(row)
                lines.append(line)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ExportError("table.not_csv", line=line) from error
    heading = [name.strip() for name in rows[0]] if rows else []
    _refuse_repeated(heading)
    for row, at in zip(rows, lines, strict=True):
        if len(row) != len(heading):
            raise ExportError("table.cells", line=at, count=len(row), expected=len(heading))
    cells = zip(*rows[1:], strict=True) if len(rows) > 1 else [()] * len(heading)
    columns = {name: [_unguard(cell, guarded=guarded) for cell in column] for name, column in zip(heading, cells, strict=True)}
    return Rows(columns, lines[1:], n_bad)


def _unguard(cell: str, *, guarded: bool) -> str | None:
    if not cell:
        return None
    return cell[1:] if guarded and cell.startswith(GUARD) else cell


def _delimiter_of(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _refuse_repeated(heading: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in heading:
        if name in seen:
            raise ExportError("table.column_twice", column=name[:_MANY_COLUMNS])
        seen.add(name)


def _read_lines(entry: Entry) -> Rows:
    columns: dict[str, list[Any]] = {}
    lines: list[int] = []
    for number, line in enumerate(entry.read().removeprefix(_BOM).split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(replace_halves(line).decode())
        except (ValueError, RecursionError) as error:
            raise ExportError("table.not_json", line=number) from error
        if not isinstance(row, dict):
            raise ExportError("table.not_json", line=number)
        for name in row.keys() - columns.keys():
            columns[name] = [None] * len(lines)
        for name, values in columns.items():
            values.append(row.get(name))
        if len(columns) > _MANY_COLUMNS:  # no table of ours: every line has keys of its own
            raise ExportError("table.not_json", line=number)
        lines.append(number)
    return Rows(columns, lines)


def _read_parquet(entry: Entry) -> Rows:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExportError("table.no_pyarrow") from error
    try:
        table = pq.read_table(io.BytesIO(entry.read()))
        columns = [column.to_pylist() for column in table.columns]
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:  # damage shows only where values are read
        raise ExportError("table.not_parquet") from error
    _refuse_repeated(table.column_names)
    return Rows(dict(zip(table.column_names, columns, strict=True)), list(range(1, table.num_rows + 1)))
