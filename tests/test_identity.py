"""What makes a finding the same one in another export of its chat, and what makes it another."""

import msgspec
import pytest

from chataudit.findings import Finding
from chataudit.identity import Identity, identify

FOUND = Finding("f-1", "R07.sticker", 7, "minor", "high", ["12"], ["Ольга"], "2024-09-02T10:00:00+03:00", "спс", "Ольга отвечает", [], [], [])
CHAT_LEVEL = msgspec.structs.replace(FOUND, message_ids=[], at=None, excerpt=None, explanation="Педагог не пишет 2 недели подряд, с 16.02.2026")


def of(finding: Finding, platform: str = "telegram", chat: str = "3А", **changes: object) -> Identity:
    return identify(msgspec.structs.replace(finding, **changes), platform=platform, chat=chat)


@pytest.mark.parametrize(
    "changes",
    [{"participants": ["Оля"]}, {"excerpt": "спасибо"}, {"at": "2024-09-02T12:00:00+05:00"}, {"explanation": "Olga replies"}, {"severity": "major"}],
)
def test_telegram_finding_outlives_names_edits_zones_and_languages(changes: dict[str, object]):
    assert of(FOUND, **changes) == of(FOUND)


@pytest.mark.parametrize(
    "changes", [{"message_ids": ["13"]}, {"at": "2024-09-02T10:00:01+03:00"}, {"rule": "R07.picture"}, {"message_ids": ["12", "13"]}]
)
def test_telegram_finding_is_its_rule_messages_and_moment(changes: dict[str, object]):
    assert of(FOUND, **changes) != of(FOUND)


@pytest.mark.parametrize("changes", [{"message_ids": ["7"]}, {"at": "2024-09-02T10:00:00"}, {"at": "2024-09-02T10:00:00+05:00"}])
def test_whatsapp_finding_outlives_another_numbering_and_a_zone_given_later(changes: dict[str, object]):
    assert of(FOUND, "whatsapp", **changes) == of(FOUND, "whatsapp")


@pytest.mark.parametrize("changes", [{"excerpt": "ок"}, {"participants": ["Ирина"]}, {"at": "2024-09-02T10:01:00+03:00"}])
def test_whatsapp_finding_is_who_when_and_what(changes: dict[str, object]):
    assert of(FOUND, "whatsapp", **changes) != of(FOUND, "whatsapp")


def test_kind_of_a_message_without_words_is_no_part_of_it_in_any_language():
    assert of(FOUND, "whatsapp", excerpt="[стикер]") == of(FOUND, "whatsapp", excerpt="[sticker]")


def test_two_silences_of_one_teacher_are_two_and_a_growing_one_stays_one():
    assert of(CHAT_LEVEL) != of(CHAT_LEVEL, explanation="Педагог не пишет 2 недели подряд, с 23.03.2026")
    assert of(CHAT_LEVEL) == of(CHAT_LEVEL, explanation="The teacher is silent for 5 weeks in a row from 16.02.2026")


def test_finding_on_the_chat_belongs_to_its_chat():
    assert of(CHAT_LEVEL, chat="3А") != of(CHAT_LEVEL, chat="3Б")
