"""The text of a message of Telegram's JSON, and its parts (`text_entities`): the words of both are read, or counted."""

from pathlib import Path

import pytest
from telegram_exports import export, keys_of, message, read

from chataudit.chat import Skipped

PARTS = [
    {"type": "plain", "text": "Продаю гараж, "},
    {"type": "text_link", "text": "вот тут", "href": "https://t.me/+AAAA"},
]


def without_text(number: int, parts: object) -> dict[str, object]:
    return {key: value for key, value in message(number, text_entities=parts).items() if key != "text"}


def test_text_that_is_missing_is_read_from_its_parts(tmp_path: Path) -> None:
    chat = read(tmp_path, export(without_text(1, PARTS), message(2)))

    assert chat.messages["text"].tolist() == ["Продаю гараж, вот тут", "Добрый вечер"]
    assert chat.messages["kind"].tolist() == ["text", "text"]
    assert chat.messages["links"].tolist()[0] == "https://t.me/+AAAA"
    assert not chat.warnings


def test_text_that_is_empty_beside_parts_with_words_is_read_from_them(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "", text_entities=PARTS), message(2, [], text_entities=PARTS), message(3, None, text_entities=PARTS)))

    assert set(chat.messages["text"]) == {"Продаю гараж, вот тут"}


def test_text_that_its_parts_contradict_is_kept(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "Собрание в шесть", text_entities=PARTS)))

    assert chat.messages["text"].tolist() == ["Собрание в шесть"]
    assert chat.messages["links"].isna().all()
    assert [(warning.key, warning.details) for warning in chat.warnings] == [("telegram.other_entities", {"count": 1})]


def test_text_of_marks_alone_does_not_hide_the_words_of_its_parts(tmp_path: Path) -> None:
    assert keys_of(read(tmp_path, export(message(1, ".", text_entities=PARTS)))) == ["telegram.other_entities"]


@pytest.mark.parametrize("blank", [" ", "\n", [""], [" ", {"type": "bold", "text": " "}]])
def test_text_that_is_blank_beside_parts_with_words_is_read_from_them(tmp_path: Path, blank: object) -> None:
    chat = read(tmp_path, export(message(1, blank, text_entities=PARTS)))

    assert chat.messages["text"].tolist() == ["Продаю гараж, вот тут"]
    assert not chat.warnings


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Собрание в шесть", [{"type": "plain", "text": "Собрание в шесть"}]),
        (["Собрание ", {"type": "bold", "text": "в шесть"}], [{"type": "plain", "text": "Собрание "}, {"type": "bold", "text": "в шесть"}]),
        (["", {"type": "bold", "text": "Собрание"}, ""], [{"type": "bold", "text": "Собрание"}]),
        ("Собрание в шесть", [{"type": "plain", "text": "Собрание  в шесть\n"}]),
        ("Собрание в шесть", [{"type": "plain", "text": "Собрание"}]),
        ("Собрание в шесть", []),
        (" ", [{"type": "plain", "text": " "}]),
    ],
)
def test_parts_that_say_no_more_than_the_text_bring_no_warning(tmp_path: Path, said: object, parts: object) -> None:
    assert not read(tmp_path, export(message(1, said, text_entities=parts))).warnings


def test_part_whose_words_stand_under_another_key_is_counted(tmp_path: Path) -> None:
    lost = [{"type": "plain", "content": "Продаю гараж"}]
    chat = read(tmp_path, export(message(1, lost, text_entities=lost), message(2, ["Добрый ", *lost]), message(3)))

    assert [(warning.key, warning.details) for warning in chat.warnings] == [("parsers.strange_value", {"name": "text", "count": 2})]


def test_message_without_words_stays_without_them(tmp_path: Path) -> None:
    chat = read(tmp_path, export(message(1, "", text_entities=[]), message(2, "", photo="photos/1.jpg"), without_text(3, [])))

    assert chat.messages["text"].tolist() == ["", "", ""]
    assert chat.messages["kind"].tolist() == ["hidden", "photo", "hidden"]
    assert keys_of(chat) == ["parsers.contents_absent"]


def test_parts_of_a_file_cut_short_are_read_as_those_of_a_whole_one(tmp_path: Path) -> None:
    whole = export(without_text(1, PARTS), without_text(2, PARTS), message(3))
    chat = read(tmp_path, whole[: whole.rindex(b'"type"')])

    assert chat.messages["text"].tolist() == ["Продаю гараж, вот тут"] * 2
    assert keys_of(chat) == ["parsers.truncated"]


def test_parts_beside_a_key_that_is_not_known_are_read(tmp_path: Path) -> None:
    chat = read(tmp_path, export(without_text(1, PARTS) | {"newer_key": 1}))

    assert chat.messages["text"].tolist() == ["Продаю гараж, вот тут"]


def test_parts_that_cannot_be_read_are_counted_and_the_message_stays(tmp_path: Path) -> None:
    chat = read(tmp_path, export(without_text(1, {"text": 5}), without_text(2, [{"text": 5}]), message(3)))

    assert chat.warnings[-1] == Skipped("parsers.strange_value", {"name": "text_entities", "count": 2})
    assert len(chat.messages) == 3


def test_parts_without_a_value_are_no_text_and_no_fault(tmp_path: Path) -> None:
    chat = read(tmp_path, export(without_text(1, None) | {"photo": "photos/1.jpg"}, message(2)))

    assert chat.messages["text"].tolist()[0] == ""
    assert not chat.warnings
