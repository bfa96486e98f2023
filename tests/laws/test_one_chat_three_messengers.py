"""The same chat exported in another form gets the same verdicts, but for what speaks of the messenger itself."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from dateutil import tz
from hypothesis import given
from laws.conversations import BEGUN, TEACHER, TEACHER_SAYS, Conversation, Said, conversations
from laws.examples import examples
from laws.judging import verdicts_of
from laws.writers import WRITERS, Write, write_json

from chataudit.config import Settings
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions

pytestmark = pytest.mark.usefixtures("judged_quickly")

OF_MESSENGER = 5  # the recommendation that speaks of the messenger itself
KNOWN = Settings(teachers=(TEACHER,), teacher_absent=True)
MOSCOW = tz.gettz("Europe/Moscow")


def judged(conversation: Conversation, write: Write) -> dict[int, str]:
    with tempfile.TemporaryDirectory() as folder:
        chat = read_chat(write(conversation, Path(folder)), ReadOptions(timezone=MOSCOW))
    return {number: verdict for number, verdict in verdicts_of(chat, KNOWN).items() if number != OF_MESSENGER}


def as_texts_show(conversation: Conversation) -> Conversation:
    """Return what WhatsApp's texts can tell as well: no replies, and of members those who write, so the teacher does."""
    first = Said(BEGUN, TEACHER, TEACHER_SAYS[2])
    return replace(conversation, said=(first, *(replace(each, reply_to=None) for each in conversation.said)))


@pytest.mark.parametrize("write", WRITERS[1:], ids=lambda write: write.__name__)
def test_form_changes_no_verdict(write: Write):
    @examples(6)
    @given(conversations())
    def law(conversation: Conversation) -> None:
        shown = as_texts_show(conversation)

        assert judged(shown, write) == judged(shown, write_json)

    law()
