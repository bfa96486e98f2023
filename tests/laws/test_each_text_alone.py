"""No text is judged by the words of another: an index of all that is ever said gives the verdicts that a chat's own does."""

from hypothesis import given
from laws.conversations import TEACHER, Conversation, chat_of, conversations
from laws.examples import examples
from laws.judging import answers_of, found_in, verdicts_of
from laws.one_index import one_index

from chataudit.config import Settings

KNOWN = Settings(teachers=(TEACHER,), teacher_absent=True)


@examples(6)
@given(conversations())
def test_what_others_say_elsewhere_changes_nothing(conversation: Conversation):
    chat = chat_of(conversation)
    alone = verdicts_of(chat, KNOWN), found_in(answers_of(chat, KNOWN))

    with one_index():
        assert (verdicts_of(chat, KNOWN), found_in(answers_of(chat, KNOWN))) == alone
