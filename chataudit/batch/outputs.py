"""A summary in, its files out: data for programs, a page for people, tables for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from chataudit.batch.summary import Summary
from chataudit.reporters.base import open_output
from chataudit.reporters.batch_csv import write_batch_csv
from chataudit.reporters.batch_json import write_batch_json
from chataudit.reporters.batch_xlsx import write_batch_xlsx
from chataudit.reporters.html.batch import write_batch_page

_WRITERS: Final[Mapping[str, Callable[[Summary, BinaryIO], None]]] = {
    "summary.json": write_batch_json,
    "index.html": write_batch_page,
    "summary.xlsx": write_batch_xlsx,
    "summary.csv": write_batch_csv,
}
OUTPUTS: Final = tuple(_WRITERS)


def write_outputs(summary: Summary, output: Path) -> None:
    """Write every file of the summary into a folder.

    Raises:
        ConfigError: one cannot be written.
    """
    for name, write in _WRITERS.items():
        with open_output(output / name) as out:
            write(summary, out)
