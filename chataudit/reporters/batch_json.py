"""The summary of a batch as JSON (schema `chataudit.batch/1`), one line a row."""

from typing import BinaryIO

from chataudit.batch.summary import Summary
from chataudit.reporters.json_text import write_object


def write_batch_json(summary: Summary, out: BinaryIO) -> None:
    """Write the summary; the same summary gives the same bytes."""
    write_object(summary, out)
