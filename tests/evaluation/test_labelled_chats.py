"""Labelled chats laid out as their export would be."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chataudit.errors import ConfigError
from chataudit.evaluation.labelled_chats import LabelledChat, read_labelled_chats

Writes = Callable[..., Path]
EVENT = {"kind": "service", "service": {"action": "edit_description"}}


def read(path: Path) -> LabelledChat:
    (chat,) = read_labelled_chats([path])
    return chat


def test_labels_point_at_rows_whether_they_bear_a_plus_or_not(labelled: Writes):
    chat = read(labelled(("раз", []), ("два", ["R01.word", "+R08.purpose"])))

    assert chat.labels == {"R01.word": {1}, "R08.purpose": {1}}


def test_telegram_leaves_no_trace_of_a_deleted_message(labelled: Writes):
    chat = read(labelled(("раз", []), {"kind": "deleted"}, ("три", ["R01.word"])))

    assert (chat.numbers, chat.labels) == ((1, 3), {"R01.word": {1}})


def test_whatsapp_shows_a_deleted_message(labelled: Writes):
    chat = read(labelled(("раз", []), {"kind": "deleted"}, platform="whatsapp-ios"))

    assert list(chat.chat.messages["kind"]) == ["text", "deleted"]


@pytest.mark.parametrize(("platform", "seconds"), [("telegram", 30), ("whatsapp-ios", 30), ("whatsapp-android", 0)])
def test_seconds_are_there_where_the_export_has_them(labelled: Writes, platform: str, seconds: int):
    chat = read(labelled(("раз", []), platform=platform))

    assert chat.chat.messages["sent_at"][0].second == seconds
    assert ("seconds" in chat.chat.hides) == (seconds == 0)


@pytest.mark.parametrize(("platform", "shown"), [("telegram", True), ("whatsapp-android", False)])
def test_replies_are_there_where_the_export_has_them(labelled: Writes, platform: str, shown: bool):
    chat = read(labelled(("раз", []), {"text": "два", "reply_to": 1}, platform=platform))

    assert chat.chat.messages["reply_to"].notna().any() == shown


def test_roster_names_each_parent_of_a_child(labelled: Writes):
    chat = read(labelled(("раз", []), roster=[{"child": "Петров Иван", "parents": ["Ольга", "Олег"], "contacted_on": "2025-09-02"}]))

    assert chat.roster is not None
    assert [(row.child, row.parent, str(row.contacted_on)) for row in chat.roster] == [
        ("Петров Иван", "Ольга", "2025-09-02"),
        ("Петров Иван", "Олег", "2025-09-02"),
    ]


def test_folder_gives_its_chats_in_order_of_their_names(labelled: Writes, tmp_path: Path):
    for name in ("b", "a", "c"):
        labelled(("раз", []), name=name)

    assert [chat.name for chat in read_labelled_chats([tmp_path], only=["a", "b"])] == ["a", "b"]


@pytest.mark.parametrize(
    "line", ["{", '{"n": 1}', '{"n": 1, "ts": "2025-09-01T10:00:00", "author": "О", "kind": "dance"}', '{"n": 1, "ts": "x", "author": "О"}']
)
def test_line_that_cannot_be_made_out_is_told_by_its_number(labelled: Writes, line: str):
    path = labelled(("раз", []))
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    with pytest.raises(ConfigError) as error:
        read(path)

    assert (error.value.key, error.value.details["line"]) == ("labelled.bad_line", 3)


@pytest.mark.parametrize("only", [(), ("other",)])
def test_folder_without_such_chats_is_told(labelled: Writes, tmp_path: Path, only: tuple[str, ...]):
    folder = tmp_path / "empty"
    folder.mkdir()
    if only:
        folder = labelled(("раз", [])).parent

    with pytest.raises(ConfigError) as error:
        list(read_labelled_chats([folder], only))

    assert error.value.key == "labelled.none"
