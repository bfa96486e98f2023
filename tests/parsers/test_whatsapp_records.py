"""The entries of a WhatsApp text, however it is cut on the way."""

import pytest

from chataudit.parsers import whatsapp_records
from chataudit.parsers.whatsapp_records import Records, read_records

LINES = (
    "Что-то до первой записи",
    "01.09.2024, 10:00 - Ольга: первая строка",
    "вторая строка",
    "",
    "01.09.2024, 10:01 - Ирина: да",
    "01.09.2024, 10:02 - Ирина добавила участника Пётр",
    "01.09.2024, 10:03 - Ольга: да",
    "05.09.2024, 18:00 - собрание",
    "01.09.2024, 10:04 - Ольга: конец",
)


def contents(records: Records) -> tuple[object, ...]:
    return records.senders, records.bodies, records.lines, records.times.tolist(), records.leading_lines, records.lookalikes


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("skipped", [0, 1])
@pytest.mark.parametrize("block", [1, 7, 60, 150])
def test_entries_are_the_same_wherever_the_text_is_cut(block: int, skipped: int, line_end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = line_end.join([*LINES[skipped:], ""])
    whole = contents(read_records(text, source="чат.txt", date_order=None))
    monkeypatch.setattr(whatsapp_records, "_BLOCK", block)

    assert contents(read_records(text, source="чат.txt", date_order=None)) == whole
    assert whole[0] == ["Ольга", "Ирина", None, "Ольга", "Ольга"]
    assert whole[1][0] == "первая строка\nвторая строка\n"
