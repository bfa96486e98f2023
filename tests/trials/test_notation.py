"""The notation of tiny chats."""

import pandas as pd
import pytest
from tiny_rulebooks import CAST

from chataudit.chat import Chat
from chataudit.errors import BadScalar
from chataudit.trials.notation import build_tiny_chat


def chat_of(lines: str) -> Chat:
    return build_tiny_chat(lines, CAST, silent_teacher=False).chat


def times(lines: str) -> list[str]:
    """Day of the month and time of every line."""
    return [f"{moment:%d %H:%M:%S}" for moment in chat_of(lines).messages["sent_at"]]


def test_five_readable_lines_give_a_chat() -> None:
    messages = chat_of("""
        -- create_group Учитель: Ольга, Ирина
        [10:00] Ольга: кто идёт на экскурсию?
        [10:05:30] Учитель: (reply 2) завтра скажу
        [+3m] Ирина: <photo> это с экскурсии
        -- leave Ирина
    """).messages

    assert messages["kind"].tolist() == ["service", "text", "text", "photo", "service"]
    assert messages["author"].tolist() == ["Мария Петровна", "Ольга", "Мария Петровна", "Ирина", "Ирина"]
    assert messages["text"].tolist() == ["", "кто идёт на экскурсию?", "завтра скажу", "это с экскурсии", ""]
    assert messages["reply_to"].dropna().tolist() == [2]
    assert messages["event"].dropna().tolist() == ["create_group", "leave"]
    assert messages["members"].dropna().tolist() == ["Ольга\nИрина"]


def test_participants_are_those_of_the_lines() -> None:
    people = chat_of("-- create_group Учитель: Ольга\n[10:00] Ирина: да").participants

    assert people["name"].tolist() == ["Мария Петровна", "Ольга", "Ирина"]
    assert people["n_messages"].tolist() == [0, 0, 1]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("[10:00] А: да\n[10:00:30] А: да", ["02 10:00:00", "02 10:00:30"]),
        ("[10:00] А: да\n[+30s] А: да\n[+5m] А: да", ["02 10:00:00", "02 10:00:30", "02 10:05:30"]),
        ("[10:00] А: да\n[+2h] А: да\n[+1d] А: да", ["02 10:00:00", "02 12:00:00", "03 12:00:00"]),
        ("[23:00] А: да\n[01:00] А: да", ["02 23:00:00", "03 01:00:00"]),
        ("[10:00] А: да\n-- pin А\n[+1m] А: да", ["02 10:00:00", "02 10:00:00", "02 10:01:00"]),
        ("[10:00] А: да\n[+1d] -- pin А", ["02 10:00:00", "03 10:00:00"]),
        ("[07:00] А: да", ["02 07:00:00"]),
    ],
)
def test_times_are_clocks_or_spans_after_the_line_before(lines: str, expected: list[str]) -> None:
    assert times(lines) == expected


def test_marked_lines_are_told_and_the_mark_is_no_text() -> None:
    tiny = build_tiny_chat("[10:00] А: да  <<\n[10:01] А: нет\n-- pin А <<", CAST)

    assert tiny.marked == (0, 2)
    assert tiny.chat.messages["text"].tolist() == ["да", "нет", ""]


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("<voice>", "voice", ""),
        ("<document план.docx>", "document", ""),
        ("<video> с концерта", "video", "с концерта"),
        ("<hidden>", "hidden", ""),
        ("<poll> Кто идёт?\\nЯ\\nНе я", "poll", "Кто идёт?\nЯ\nНе я"),
        ("<unheard> да", "text", "<unheard> да"),
        ("5 < 6, а 7 > 6", "text", "5 < 6, а 7 > 6"),
    ],
)
def test_media_stand_in_brackets(body: str, kind: str, text: str) -> None:
    message = chat_of(f"[10:00] А: {body}").messages.iloc[0]

    assert (message["kind"], message["text"]) == (kind, text)


def test_sticker_has_its_emoji_and_document_its_name() -> None:
    messages = chat_of("[10:00] А: <sticker 👍>\n[+1m] А: <document план.docx>").messages

    assert messages["emoji"].dropna().tolist() == ["👍"]
    assert messages["file"].dropna().tolist() == ["план.docx"]


def test_forward_is_marked() -> None:
    messages = chat_of("[10:00] А: (forward) уроки в субботу\n[10:01] А: да").messages

    assert pd.notna(messages["forwarded_from"]).tolist() == [True, False]
    assert messages["text"].iloc[0] == "уроки в субботу"


def test_colon_belongs_to_the_text_after_the_first() -> None:
    message = chat_of("[10:00] Ольга Ким: итак: завтра").messages.iloc[0]

    assert (message["author"], message["text"]) == ("Ольга Ким", "итак: завтра")


def test_silent_teacher_is_added_where_the_chat_has_none() -> None:
    tiny = build_tiny_chat("[10:00] Ольга: да", CAST)

    assert tiny.teachers == ("Мария Петровна",)
    assert tiny.chat.participants["name"].tolist() == ["Ольга", "Мария Петровна"]


def test_teacher_of_the_lines_needs_no_other() -> None:
    assert build_tiny_chat("[10:00] Куратор: да", CAST).teachers == ("Анна Ильинична",)


def test_tiny_chat_does_not_claim_to_be_the_beginning() -> None:
    """Telegram's message number 1 would."""
    assert chat_of("[10:00] Ольга: да").messages["id"].iloc[0] != "1"


@pytest.mark.parametrize(
    "line",
    [
        "Ольга: да",
        "[10:00] Ольга",
        "[25:00] Ольга: да",
        "[10:61] Ольга: да",
        "[10:00:61] Ольга: да",
        "[+9999999d] Ольга: да",
        "-- dance Ольга",
        "[+5x] Ольга: да",
        "--pin",
        "привет",
    ],
)
def test_line_that_cannot_be_made_out_is_refused(line: str) -> None:
    with pytest.raises(BadScalar) as refused:
        chat_of(line)

    assert refused.value.key == "examples.bad_line"
