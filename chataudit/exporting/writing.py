"""A chat in, the table that reads back as the same chat out: messages, participants and facts, in a folder or a zip."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from chataudit.chat import Chat
from chataudit.errors import ConfigError
from chataudit.reporters.base import make_folder, open_output
from chataudit.table_schema import FACTS_FILE, GUARD, GUARDED, MESSAGE_FIELDS, PARTICIPANT_FIELDS, SCHEMA, Field

Columns = Mapping[str, list[Any]]

ZIP: Final = ".zip"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)  # of all members, so that the same chat gives the same bytes
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def export_chat(chat: Chat, form: str, place: Path, protected: Collection[Path]) -> None:
    """Write a chat as a table.

    Args:
        chat: the chat.
        form: of FORMS.
        place: a zip where it is named so, else a folder, made if need be.
        protected: files that must not be overwritten.

    Raises:
        ConfigError: the form is unknown or its library is missing, or the place cannot be written.
    """
    if form not in FORMS:
        raise ConfigError("table.bad_form", value=form, known=", ".join(FORMS))
    files = _build_files(chat, form)
    if place.suffix.lower() == ZIP:
        with open_output(place, protected=protected) as out:
            out.write(_pack(files))
        return
    make_folder(place)
    for name, content in files.items():
        with open_output(place / name, protected=protected) as out:
            out.write(content)


def _build_files(chat: Chat, form: str) -> dict[str, bytes]:
    messages, participants = f"messages.{form}", f"participants.{form}"
    facts = {
        "schema": SCHEMA,
        "messages": messages,
        "participants": participants,
        "title": chat.title,
        "platform": chat.platform,
        "source": chat.source,
        "timezone": chat.timezone,
        "hides": sorted(chat.hides),
        "truncated": chat.truncated,
        "warnings": [{"key": each.key, "details": each.details, "line": each.line} for each in chat.warnings],
        "guarded": form == "csv",
    }
    write = FORMS[form]
    return {
        FACTS_FILE: _clean(json.dumps(facts, ensure_ascii=False, indent=2, default=int) + "\n").encode(),
        messages: write(_message_columns(chat.messages), MESSAGE_FIELDS),
        participants: write(_columns_of(chat.participants, PARTICIPANT_FIELDS), PARTICIPANT_FIELDS),
    }


def _message_columns(messages: pd.DataFrame) -> Columns:
    columns = dict(_columns_of(messages, MESSAGE_FIELDS))
    columns["text"] = [each or None for each in columns["text"]]  # an empty cell says as much
    ids = columns["id"]
    columns["reply_to"] = [None if n is None else ids[n - 1] for n in columns["reply_to"]]
    return columns


def _columns_of(table: pd.DataFrame, fields: Mapping[str, Field]) -> Columns:
    """Return the values of a table's columns, None where one is missing, half characters made whole."""
    return {name: [_value_of(each, known) for each, known in zip(_objects(table[name]), table[name].notna(), strict=True)] for name in fields}


def _objects(column: "pd.Series[Any]") -> list[Any]:
    return column.astype(object).tolist()


def _value_of(value: Any, known: bool) -> Any:
    if not known:
        return None
    if isinstance(value, str):
        return _clean(value)
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def _clean(text: str) -> str:
    """Return the text with half characters, which UTF-8 cannot hold, shown as damaged."""
    return _SURROGATE.sub("\ufffd", text)


def _write_csv(columns: Columns, fields: Mapping[str, Field]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(fields)
    writer.writerows(zip(*([_show(each, guarded=field.type == "string") for each in columns[name]] for name, field in fields.items()), strict=True))
    return b"\xef\xbb\xbf" + out.getvalue().encode()  # without the mark spreadsheets take UTF-8 for another encoding


def _show(value: Any, *, guarded: bool) -> str:
    """Return a cell: empty where nothing is known, and the sign of a guard alone for an empty text."""
    if value is None:
        return ""
    if guarded:
        return f"{GUARD}{value}" if value == "" or value.startswith(GUARDED) else value
    return str(value).lower() if isinstance(value, bool) else _plain(value)


def _plain(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _write_jsonl(columns: Columns, fields: Mapping[str, Field]) -> bytes:
    rows = zip(*(columns[name] for name in fields), strict=True)
    lines = [json.dumps(dict(zip(fields, row, strict=True)), ensure_ascii=False, default=_plain) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode()


def _write_parquet(columns: Columns, fields: Mapping[str, Field]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ConfigError("table.no_pyarrow") from error
    types = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "datetime": pa.timestamp("s")}
    out = io.BytesIO()
    pq.write_table(pa.table({name: pa.array(columns[name], type=types[field.type]) for name, field in fields.items()}), out)
    return out.getvalue()


FORMS: Final[dict[str, Callable[[Columns, Mapping[str, Field]], bytes]]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}


def _pack(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, content)
    return out.getvalue()
