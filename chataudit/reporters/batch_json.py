"""The summary of a batch as JSON (schema `chataudit.batch/1`), one line a row."""

from typing import BinaryIO

from chataudit.batch_summary import Summary
from chataudit.reporters.json_text import encode, encode_lines


def write_batch_json(summary: Summary, out: BinaryIO) -> None:
    """Write the summary; the same summary gives the same bytes."""
    for number, key in enumerate(summary.__struct_fields__):
        field = getattr(summary, key)
        out.write((b",\n  " if number else b"{\n  ") + encode(key) + b": ")
        if isinstance(field, list) and field:
            out.write(b"[\n    " + encode_lines(field).replace(b"\n", b",\n    ") + b"\n  ]")
        else:
            out.write(encode(field))
    out.write(b"\n}\n")
