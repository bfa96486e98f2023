"""Numbers that no messenger writes, in a file that is damaged besides: what stands before them is read, and the program lives on."""

from pathlib import Path

import pytest
from parsers.telegram_exports import export, keys_of, message, read

from chataudit.errors import ExportError


@pytest.mark.parametrize("number", ["9" * 25, "9" * 5000, "1e999", "9" * 5000 + ".5"])
def test_messages_before_a_number_out_of_bounds_are_read(tmp_path: Path, number: str):
    """An integer of more than 4300 digits ended the process: the C library behind ijson does not know Python's limit."""
    whole = export(message(1), message(2), message(3, width=77777)).replace(b"77777", number.encode())

    chat = read(tmp_path, whole.strip().removesuffix(b"}"))

    assert chat.messages["id"].tolist() == ["1", "2"]
    assert chat.truncated
    assert keys_of(chat) == ["parsers.truncated"]


def test_damaged_export_that_begins_with_such_a_number_is_refused(tmp_path: Path):
    whole = export(message(1, width=77777)).replace(b"77777", b"9" * 5000)

    with pytest.raises(ExportError, match=r"parsers\.no_whole_message"):
        read(tmp_path, whole.strip().removesuffix(b"}"))
