"""CSV as spreadsheets save it."""

import csv

import pytest

from chataudit.csv_rows import read_csv_rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866", "koi8-r", "mac_cyrillic"])
def test_rows_are_read_whatever_the_spreadsheet_chose(delimiter: str, encoding: str):
    data = f'класс{delimiter}путь\n"2А\nновый"{delimiter}x\n'.encode(encoding)

    assert list(read_csv_rows(data)) == [(1, ["класс", "путь"]), (3, ["2А\nновый", "x"])]


def test_open_quotation_mark_is_refused_only_where_asked():
    data = 'класс,путь\n"2А,x\n3Б,y\n'.encode()

    assert len(list(read_csv_rows(data))) == 2
    with pytest.raises(csv.Error):
        list(read_csv_rows(data, strict=True))


def test_workbook_is_no_csv():
    with pytest.raises(csv.Error):
        list(read_csv_rows(b"PK\x03\x04\0\0"))
