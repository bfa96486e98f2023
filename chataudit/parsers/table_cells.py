"""The columns of a table in, as its file holds them; checked values out, or an error with line and column."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from chataudit.errors import ExportError
from chataudit.parsers.table_rows import Rows
from chataudit.table_schema import Field

_MOST: Final = 2**31 - 1
_BOOLEANS: Final = {"true": True, "false": False, "1": True, "0": False}


def check_columns(rows: Rows, fields: Mapping[str, Field]) -> dict[str, list[Any]]:
    """Return the values of all columns, None where a cell is empty.

    Raises:
        ExportError: a column is unknown or lacks, or a cell is not what its column holds.
    """
    for name in rows.columns:
        if name not in fields:
            near = difflib.get_close_matches(name, fields, 1)
            raise ExportError("table.unknown_column", column=name[:40], known=near[0] if near else ", ".join(fields))
    for name, field in fields.items():
        if field.required and name not in rows.columns:
            raise ExportError("table.no_column", column=name)
    return {name: list(_check_column(values, rows.lines, fields[name])) for name, values in rows.columns.items()}


def _check_column(values: list[Any], lines: list[int], field: Field) -> Iterator[Any]:
    read = _READERS[field.type]
    for value, line in zip(values, lines, strict=True):
        if value is None or (value == "" and field.type != "string"):
            if not field.nullable:
                raise ExportError("table.empty_cell", line=line, column=field.name)
            yield None
            continue
        try:
            found = read(value)
        except (ValueError, OverflowError) as error:
            raise ExportError(f"table.bad_{field.type}", line=line, column=field.name) from error
        if field.most is not None and abs(found) > field.most:
            raise ExportError("table.too_far", line=line, column=field.name, most=field.most)
        if field.known and found not in field.known:
            raise ExportError("table.bad_choice", line=line, column=field.name, known=", ".join(field.known))
        yield found


def _read_string(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):  # numbers of messages and people, as JSON writes them
        return str(value)
    raise ValueError


def _read_integer(value: object) -> int:
    number = int(value) if isinstance(value, int | str) and not isinstance(value, bool) else None
    if number is None or abs(number) > _MOST:
        raise ValueError
    return number


def _read_boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    found = _BOOLEANS.get(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise ValueError
    return found


def _read_datetime(value: object) -> datetime:
    """Return a moment, with its offset where that is written."""
    if isinstance(value, str):
        if ":" not in value:  # a day has no time
            raise ValueError
        value = datetime.fromisoformat(value.strip())
    if not isinstance(value, datetime):
        raise ValueError  # noqa: TRY004 - all that a cell may be wrong in is one error
    return value.replace(microsecond=0)


_READERS: Final[Mapping[str, Callable[[object], Any]]] = {
    "string": _read_string,
    "integer": _read_integer,
    "boolean": _read_boolean,
    "datetime": _read_datetime,
}
