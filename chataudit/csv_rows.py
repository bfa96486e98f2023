"""The bytes of a CSV that a person keeps in; its rows out, whatever encoding and delimiter the spreadsheet chose."""

import csv
import io
from collections.abc import Iterator

from chataudit.decoding import decode_russian


def read_csv_rows(data: bytes, *, strict: bool = False) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of each row's last line, from 1, and its cells; `strict` refuses a quotation mark that is not closed, which swallows rows.

    Raises:
        csv.Error: it is no CSV, or a spreadsheet's own file.
    """
    text = decode_russian(data).text
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(";,\t", key=first.count), strict=strict)
    for row in reader:
        yield reader.line_num, row
    if "\0" in text:  # a workbook, a picture
        raise csv.Error("NUL")
