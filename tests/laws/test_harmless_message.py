"""A harmless message far from all others changes no finding, and of the verdicts only shares, for the better unless by the definitions."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from laws.conversations import HARMLESS, PARENTS, TEACHER, Conversation, Said, chat_of, conversations
from laws.examples import examples
from laws.judging import answers_of, found_in

from chataudit.config import Settings

pytestmark = pytest.mark.usefixtures("judged_quickly")

KNOWN: Final = Settings(teachers=(TEACHER,), teacher_absent=True)
SHARES: Final = {2, 7, 11, 14}  # recommendations whose verdict weighs findings against messages, questions or weeks
ALONE_H: Final = 60  # nothing so near that the message could answer it, part it or start it
_RANK: Final = {"violated": 0, "partly": 1, "unknown": 1, "met": 2, "not_applicable": 2}


@st.composite
def with_one_more(draw: st.DrawFn) -> tuple[Conversation, Conversation, int]:
    """Draw a conversation, the same with a harmless message at noon somewhere in a long silence, and its place there."""
    before = draw(conversations(longest=8))
    cut = draw(st.integers(0, len(before.said) - 1))
    noon = (before.said[cut].at + timedelta(hours=ALONE_H)).replace(hour=12, minute=0)
    pause = timedelta(days=7)
    later = tuple(replace(each, at=each.at + pause) for each in before.said[cut + 1 :])
    apart = replace(before, said=(*before.said[: cut + 1], *later))
    assume(later)  # at the end it would make the last day judged that was not
    one = Said(noon, draw(st.sampled_from((TEACHER, *PARENTS))), draw(st.sampled_from(HARMLESS)))
    assume(one.author in {each.author for each in apart.said})
    moved = tuple(
        replace(each, reply_to=each.reply_to + 1) if each.reply_to is not None and each.reply_to > cut else each for each in apart.said[cut + 1 :]
    )
    return apart, replace(apart, said=(*apart.said[: cut + 1], one, *moved)), cut + 1


@examples(8)
@given(with_one_more())
def test_harmless_message_changes_only_shares(drawn: tuple[Conversation, Conversation, int]):
    before, after, place = drawn
    old, new = (answers_of(chat_of(each), KNOWN) for each in (before, after))
    verdicts = [{number: each.decide(rule)[0].verdict for number, rule in each.rulebook.recommendations.items()} for each in (old, new)]

    def moved(finding: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(int(part) - 1) if part.isdecimal() and int(part) > place else part for part in finding)

    of_weeks = {"R02.silent_weeks"}  # a week in which somebody writes is one more
    kept = {each for each in found_in(old) if each[0] not in of_weeks}
    assert {moved(each) for each in found_in(new) if each[0] not in of_weeks} == kept
    may_worsen = {2} if after.said[place].author in PARENTS else set()  # a week in which only parents write is one of the teacher's silence
    for number, verdict in verdicts[1].items():
        better = _RANK[verdict] >= _RANK[verdicts[0][number]] or number in may_worsen
        assert verdict == verdicts[0][number] or (number in SHARES and better)
