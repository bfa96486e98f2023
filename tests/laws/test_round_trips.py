"""A conversation written as an export and read back is that conversation, as far as the format can carry it."""

import re
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws.conversations import BEGUN, OFFSET_MIN, PARENTS, TEACHER, Conversation, Said
from laws.examples import examples
from laws.writers import FIRST_ID, WHATSAPP, WRITERS, Write, write_json

from chataudit.chat import Chat
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

# A text as people send it: messengers cut the blanks around it. Halves of surrogate pairs are nobody's, NUL no file's.
_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf"), exclude_characters="\ufffd\ufffe\uffff\u00a0")
_LINES = st.text(_LETTERS, max_size=30).map(lambda line: " ".join(line.split()))
TEXTS = st.lists(_LINES, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool)


@st.composite
def told(draw: st.DrawFn) -> Conversation:
    """Draw a conversation of any words; the first message is plain, so that a text is known for an export."""
    at, said = BEGUN, [Said(BEGUN, TEACHER, "Добрый день"), Said(BEGUN, PARENTS[0], "Добрый")]
    for number in range(2, draw(st.integers(3, 10))):
        at += timedelta(minutes=draw(st.integers(0, 3000)))
        kind = draw(st.sampled_from(("text", "text", "text", "photo", "sticker", "voice", "document")))
        text = draw(TEXTS) if kind == "text" else draw(TEXTS) if kind == "photo" and draw(st.booleans()) else ""
        said.append(Said(at, draw(st.sampled_from((TEACHER, *PARENTS))), text, kind, draw(st.none() | st.integers(0, number - 1))))
    return Conversation(tuple(said), draw(st.sampled_from((None, TEACHER))))


def read_back(conversation: Conversation, write: Write) -> Chat:
    with tempfile.TemporaryDirectory() as folder:
        return read_chat(write(conversation, Path(folder)), ReadOptions())


def said_in(chat: Chat, fields: Sequence[str]) -> list[tuple[object, ...]]:
    """Return the messages as tuples of these cells, the messenger's own left out."""
    messages = chat.messages[chat.messages["kind"] != "service"]
    return [tuple(row) for row in messages[list(fields)].astype(object).where(messages[list(fields)].notna(), None).itertuples(index=False)]


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_what_was_said_comes_back(write: Write):
    @examples(25)
    @given(told())
    def law(conversation: Conversation) -> None:
        if write in WHATSAPP and any(_looks_like_more(each.text) for each in conversation.said):
            return
        chat = read_back(conversation, write)

        wanted = [(each.at, each.author, each.kind, each.text) for each in conversation.said]
        assert said_in(chat, ("sent_at", "author", "kind", "text")) == wanted
        assert (chat.messages["event"] == "create_group").sum() == (conversation.creator is not None)
        assert not chat.warnings

    law()


def _looks_like_more(text: str) -> bool:
    """Say whether WhatsApp's text cannot tell a message from its own signs: marks in brackets, files, headers, polls, «null»."""
    return bool(re.search(r"[<(\[:]|\d[./-]\d|^null$", text))


@pytest.mark.parametrize("write", WRITERS[:2], ids=lambda write: write.__name__)
def test_telegram_tells_ids_offsets_and_replies(write: Write):
    @examples(25)
    @given(told())
    def law(conversation: Conversation) -> None:
        chat = read_back(conversation, write)
        ids = dict(zip(chat.messages["n"], chat.messages["id"], strict=True))

        replies = [None if number is None else ids[number] for (number,) in said_in(chat, ("reply_to",))]
        assert replies == [None if each.reply_to is None else str(FIRST_ID + each.reply_to) for each in conversation.said]
        assert said_in(chat, ("id",)) == [(str(FIRST_ID + number),) for number in range(len(conversation.said))]
        assert set(chat.messages["utc_offset_min"]) == {OFFSET_MIN}

    law()


@examples(25)
@given(told())
def test_line_is_where_the_message_begins(conversation: Conversation):
    with tempfile.TemporaryDirectory() as folder:
        path = write_json(conversation, Path(folder))
        lines = path.read_text(encoding="utf-8").split("\n")
        chat = read_chat(path, ReadOptions())

    assert all(lines[line - 1].strip() == "{" for line in chat.messages["line"])
    assert [lines[line].strip().rstrip(",") for line in chat.messages["line"]] == [f'"id": {number}' for number in chat.messages["id"]]
