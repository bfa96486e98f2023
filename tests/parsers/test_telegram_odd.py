"""Messages that do not fit the schema, and the repair of what Telegram is known to write wrongly."""

from collections import Counter

import pytest

from chataudit.parsers.telegram_odd import read_odd, repair


@pytest.mark.parametrize(
    ("written", "repaired"),
    [
        (rb'"a\x0Bb"', rb'"a\u000Bb"'),
        (rb'"a\\x0Bb"', rb'"a\\x0Bb"'),
        (rb'"a\\\x0Bb"', rb'"a\\\u000Bb"'),
        (rb'"\x1f\x1F"', rb'"\u001f\u001F"'),
        (rb'"\ud83d!"', rb'"\ufffd!"'),
        (rb'"\ude42!"', rb'"\ufffd!"'),
        (rb'"\ud83d\ude42!"', rb'"\ud83d\ude42!"'),
        (rb'"\\ud83d"', rb'"\\ud83d"'),
        (b'"document_id": stickers/a.tgs\n', b'"document_id": "stickers/a.tgs"\n'),
        (b'"document_id": (File not included.),\n', b'"document_id": "(File not included.)",\n'),
        (b'"document_id": "5368"\n', b'"document_id": "5368"\n'),
        (b'"document_id": 5368,\n', b'"document_id": 5368,\n'),
        (b'"a\xffb"', '"a\ufffdb"'.encode()),
        ("обычный текст".encode(), "обычный текст".encode()),
    ],
)
def test_known_faults_are_repaired_and_sound_json_is_not_touched(written: bytes, repaired: bytes) -> None:
    assert repair(written) == repaired


def test_value_of_a_strange_type_loses_only_itself() -> None:
    strange: Counter[tuple[str, str]] = Counter()
    row = read_odd(b'{"id": 1, "type": "message", "from": "A", "photo": {"x": 1}, "text": "hi"}', strange)

    assert (row.id, row.from_, row.photo, row.text) == (1, "A", None, "hi")
    assert strange == {("parsers.strange_value", "photo"): 1}


def test_number_written_as_text_is_a_number_without_a_warning() -> None:
    strange: Counter[tuple[str, str]] = Counter()

    assert read_odd(b'{"id": 1, "type": "message", "reply_to_message_id": "5"}', strange).reply_to_message_id == 5
    assert not strange


@pytest.mark.parametrize("json", [b"null", b"[1]", b'"text"', b"{", b"5"])
def test_what_is_no_object_is_no_message(json: bytes) -> None:
    assert read_odd(json, Counter()) is None
