"""Dropping what an export or its user could tell never clears a chat: no `unknown` and no `violated` becomes `met`."""

from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from laws.conversations import PARENTS, TEACHER, Conversation, chat_of, conversations
from laws.examples import examples
from laws.judging import answers_of, verdicts_of

from chataudit.chat import Chat
from chataudit.config import RosterRow, Settings

pytestmark = pytest.mark.usefixtures("judged_quickly")

ROSTER: Final = (
    RosterRow("Краснов Паша", PARENTS[0], None),
    RosterRow("Ахметов Артур", "Ахметов Тимур", None),
    RosterRow("Седова Даша", "Седова Анна Юрьевна", None),
    RosterRow("Белов Коля", "Белова Инна Петровна", date(2024, 9, 5)),
)
KNOWN: Final = Settings(teachers=(TEACHER,), teacher_absent=True, roster=ROSTER)

Known = tuple[Chat, Settings]


def _without(chat: Chat, *hidden: str, **columns: object) -> Chat:
    return replace(chat, messages=chat.messages.assign(**columns), hides=chat.hides | set(hidden))  # type: ignore[arg-type]


def without_media(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    """As WhatsApp on Android writes it: that there was an attachment, and nothing of it."""
    kinds = chat.messages["kind"]
    media = kinds.isin(["photo", "sticker", "voice", "document"])
    hidden = pd.Series(np.where(media, "hidden", kinds.astype(object)), index=kinds.index).astype(kinds.dtype)
    return _without(chat, "media", kind=hidden), settings


def without_beginning(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    return chat_of(replace(conversation, creator=None)), settings


def without_teacher(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    """Nobody says who the teacher is; where something in the chat does, nothing is lost."""
    less = chat, replace(settings, teachers=(), teacher_absent=False)
    named_by_chat = answers_of(*less).context.teachers  # type: ignore[union-attr]
    return (chat, settings) if named_by_chat else less


def without_roster(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    return chat, replace(settings, roster=None)


def without_zone(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    unknown = pd.Series([None] * len(chat.messages), dtype="Int32")
    return replace(_without(chat, "offsets", utc_offset_min=unknown), timezone=None), settings


def without_ids(conversation: Conversation, chat: Chat, settings: Settings) -> Known:
    return _without(chat, "user_ids", author_id=pd.Series([None] * len(chat.messages), dtype="str")), settings


# Replies are not among them: without them words alone tell what answers what, and a message that replied elsewhere may pass for an answer.
LOSSES: Final = [without_media, without_beginning, without_teacher, without_roster, without_zone, without_ids]


@examples(6)
@given(conversations())
def test_what_is_not_known_clears_nobody(conversation: Conversation):
    chat = chat_of(conversation)
    known = verdicts_of(chat, KNOWN)
    for lose in LOSSES:
        less = verdicts_of(*lose(conversation, chat, KNOWN))

        cleared = {number: (known[number], less[number]) for number in known if known[number] in ("unknown", "violated") and less[number] == "met"}
        assert cleared == {}, lose.__name__
