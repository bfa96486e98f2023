"""The chats of a batch as CSV for spreadsheets: a line a chat, a column for each recommendation, no cell that a spreadsheet would compute."""

from typing import BinaryIO

from chataudit.batch.summary import Summary
from chataudit.reporters.batch_rows import chat_headings, chat_rows
from chataudit.reporters.csv import write_table


def write_batch_csv(summary: Summary, out: BinaryIO) -> None:
    """Write the table."""
    write_table(out, chat_headings(summary), chat_rows(summary), summary.language)
