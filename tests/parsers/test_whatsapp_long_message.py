"""A WhatsApp text whose first message is longer than what is looked at to recognise a file."""

from pathlib import Path

import pytest

from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import HEAD_BYTES, ReadOptions
from chataudit.parsers.whatsapp_events import is_known_event

SECOND = {"android": "02.09.24, 10:05 - Ирина: Спасибо", "ios": "[02.09.24, 10:05:00] Ирина: Спасибо"}
FIRST = {"android": "02.09.24, 10:00 - Ольга: ", "ios": "[02.09.24, 10:00:00] Ольга: "}


def texts_of(folder: Path, content: str) -> list[str]:
    path = folder / "chat.txt"
    path.write_text(content, encoding="utf-8", newline="")
    return read_chat(path, ReadOptions()).messages["text"].tolist()


@pytest.mark.parametrize("system", ["android", "ios"])
@pytest.mark.parametrize("said", ["да" * (2 << 20), "строка за строкой\n" * 200_000])
def test_message_of_many_megabytes_may_come_first(tmp_path: Path, system: str, said: str):
    texts = texts_of(tmp_path, f"{FIRST[system]}{said}\n{SECOND[system]}\n")

    assert [len(texts[0]), texts[1]] == [len(said), "Спасибо"]


def test_message_of_many_megabytes_may_be_the_only_one(tmp_path: Path):
    said = "да" * HEAD_BYTES

    assert texts_of(tmp_path, FIRST["android"] + said) == [said]


def test_marks_before_the_first_header_do_not_hinder(tmp_path: Path):
    assert len(texts_of(tmp_path, f"\ufeff\u200e{FIRST['ios']}{'да' * HEAD_BYTES}\n{SECOND['ios']}")) == 2


@pytest.mark.parametrize(
    "content",
    [
        "02.09.24, 10:00 - Ольга: и больше ничего",  # whole, and so short that a second header would be seen
        "Протокол собрания\n02.09.24, 10:00 - Ольга: слово взяла " + "да" * HEAD_BYTES,
        "02.09.24, 10:00 - начало собрания " + "да" * HEAD_BYTES,
        "да" * HEAD_BYTES + "\n" + SECOND["android"],
    ],
)
def test_text_that_only_looks_a_little_like_an_export_is_none(tmp_path: Path, content: str):
    with pytest.raises(ExportError, match=r"parsers\.unknown_format"):
        texts_of(tmp_path, content)


@pytest.mark.parametrize(("n_people", "is_event"), [(300, True), (3000, False)])
def test_event_that_names_many_is_read_and_one_as_long_as_no_messenger_writes_is_not(n_people: int, is_event: bool):
    people = ", ".join(f"Имя {number}" for number in range(n_people))

    assert is_known_event(f"Ольга добавил(-а) {people}") is is_event
