"""What VK itself says in a group, after the wordings that public parsers saw in archives."""

from datetime import datetime
from pathlib import Path

import pytest
from vk_archives import GROUP, Said, archive, conversation, person, read, warnings_of

from chataudit.chat import Chat

OLGA, TIMUR = "Ольга Краснова", "Тимур Гареев"
TITLE = "2 «Б»"
BOLD = '«<b class="im_srv_lnk">{}</b>»'.format
QUOTE = '«<span class="im_srv_mess_link">Собрание в среду…</span>»'


def chat_of(folder: Path, event: str) -> Chat:
    return read(folder, archive({GROUP: (TITLE, conversation(TITLE, [Said(1, datetime.fromisoformat("2024-09-02"), OLGA, event=event)]))}))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (f"{person(OLGA)} создала чат {BOLD('2Б')}", "create_group"),
        (f"{person(OLGA)} создала беседу «2Б»", "create_group"),
        (f"{person(OLGA)} изменила название чата: {BOLD('1Б')} &rarr; {BOLD('2Б')}", "rename"),
        (f"{person(OLGA)} изменила название беседы: {BOLD('2Б')}", "rename"),
        (f"{person(OLGA)} обновила фотографию чата", "photo"),
        (f"{person(OLGA)} удалил фотографию беседы", "photo"),
        (f"{person(OLGA)} пригласила {person(TIMUR)}", "invite"),
        (f"{person(OLGA)} исключил {person(TIMUR)}", "remove"),
        (f"{person(OLGA)} вышла из чата", "leave"),
        (f"{person(OLGA)} вышел из беседы", "leave"),
        (f"{person(OLGA)} вернулась в чат", "join"),
        (f"{person(OLGA)} присоединился к чату по ссылке", "join"),
        (f"{person(OLGA)} закрепила сообщение {QUOTE}", "pin"),
        (f"{person(OLGA)} закрепил сообщение", "pin"),
        (f"{person(OLGA)} открепила сообщение", "other"),
        (f"{person(OLGA)} сделал скриншот чата", "other"),
        (f"{person(OLGA)} начал групповой звонок", "call"),
        (f"{person(OLGA)} изменил оформление чата на «Ночь». Оформление чата доступно в мобильном приложении. {person('VK')}", "settings"),
        (f"{person(OLGA)} created the chat {BOLD('2B')}", "create_group"),
        (f"{person(OLGA)} left the conversation", "leave"),
        (f"{person(OLGA)} kicked {person(TIMUR)} out", "remove"),
    ],
)
def test_sentence_of_known_wording_is_understood(tmp_path: Path, sentence: str, event: str):
    chat = chat_of(tmp_path, sentence)

    assert (chat.messages["kind"].tolist(), chat.messages["event"].tolist(), chat.messages["text"].tolist()) == (["service"], [event], [""])
    assert chat.messages["author"].tolist() == [OLGA]
    assert chat.warnings == ()


@pytest.mark.parametrize("verb", ["пригласила", "исключила"])
def test_event_names_its_members(tmp_path: Path, verb: str):
    assert chat_of(tmp_path, f"{person(OLGA)} {verb} {person(TIMUR)}").messages["members"].tolist() == [TIMUR]


@pytest.mark.parametrize("sentence", [f"создала чат {BOLD('2Б')}", f"изменила название чата: {BOLD('1Б')} &rarr; {BOLD('2Б')}", "создала чат «2Б»"])
def test_event_tells_the_new_title(tmp_path: Path, sentence: str):
    assert chat_of(tmp_path, f"{person(OLGA)} {sentence}").messages["title"].tolist() == ["2Б"]


def test_name_that_reads_like_an_event_is_a_name(tmp_path: Path):
    chat = chat_of(tmp_path, f"{person(OLGA)} пригласила {person('Олег вышел из чата')}")

    assert chat.messages["event"].tolist() == ["invite"]


def test_sentence_of_unknown_wording_is_kept_and_counted(tmp_path: Path):
    chat = chat_of(tmp_path, f"{person(OLGA)} включила слайды")

    assert (chat.messages["event"].tolist(), chat.messages["text"].tolist()) == (["other"], [f"{OLGA} включила слайды"])
    assert warnings_of(chat) == {"vk.unknown_events": 1}


def test_same_words_typed_by_a_person_are_a_message(tmp_path: Path):
    told = conversation(TITLE, [Said(1, datetime.fromisoformat("2024-09-02"), OLGA, f"{OLGA} вышла из чата")])

    assert read(tmp_path, archive({GROUP: (TITLE, told)})).messages["kind"].tolist() == ["text"]
