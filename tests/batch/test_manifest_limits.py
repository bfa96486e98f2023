"""A table of classes with more rows or columns than any region has: what is beyond is not read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from chataudit.batch import tables
from chataudit.batch.tables import read_table

Cells = list[list[str]]


def write_csv(folder: Path, rows: Cells) -> Path:
    path = folder / "manifest.csv"
    path.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def write_xlsx(folder: Path, rows: Cells) -> Path:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "manifest.xlsx")
    return folder / "manifest.xlsx"


each_form = pytest.mark.parametrize("write", [write_csv, write_xlsx])


@each_form
@pytest.mark.parametrize(("count", "read"), [(9, 9), (10, 9)])
def test_rows_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, Cells], Path], count: int, read: int):
    monkeypatch.setattr(tables, "MAX_ROWS", 10)  # the headings among them

    assert len(read_table(write(tmp_path, [["класс"], *([f"{number}А"] for number in range(count))]))) == read


@each_form
@pytest.mark.parametrize(("count", "read"), [(10, 10), (11, 10)])
def test_columns_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Path, Cells], Path], count: int, read: int):
    monkeypatch.setattr(tables, "MAX_COLUMNS", 10)
    (row,) = read_table(write(tmp_path, [[f"столбец {number}" for number in range(count)], ["x"] * count]))

    assert len(row.cells) == read
