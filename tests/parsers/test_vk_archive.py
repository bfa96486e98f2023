"""VK's data archive as a whole: what is read, which conversation is taken, and what damage costs."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from vk_archives import CUT, FULL, GROUP, Said, archive, conversation, encode, message, pack, page, person, read, warnings_of, write

from chataudit.errors import ExportError
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions
from chataudit.parsers.vk_strings import attachment_kinds
from chataudit.wording.vk import TEXTS

START = datetime.fromisoformat("2022-01-05T01:30:12")
OLGA, TIMUR, OWNER = "Ольга Краснова", "Тимур Гареев", "Марина Ильина"
TITLE = "2 «Б» родители"


def said(count: int) -> list[Said]:
    """A year of messages, each of its own text, by three people in turn."""
    return [Said(1000 + n, START + timedelta(days=3 * n, seconds=n), (OLGA, TIMUR, None)[n % 3], f"сообщение {n}") for n in range(count)]


def group(messages: list[Said], months: tuple[str, ...] = CUT) -> dict[str, bytes]:
    return archive({GROUP: (TITLE, conversation(TITLE, messages, months))})


def refuse(path: Path, **options: object) -> ExportError:
    with pytest.raises(ExportError) as raised:
        read_chat(path, ReadOptions(**options))  # type: ignore[arg-type]
    assert raised.value.key.startswith("parsers.") or raised.value.key in TEXTS
    return raised.value


@pytest.mark.parametrize("months", [CUT, FULL], ids=["cut", "full"])
def test_three_pages_newest_first_are_read_from_the_oldest_on(tmp_path: Path, months: tuple[str, ...]):
    told = said(123)

    chat = read(tmp_path, group(told, months), me=OWNER)

    assert chat.messages["id"].tolist() == [str(each.id) for each in told]
    assert chat.messages["sent_at"].dt.to_pydatetime().tolist() == [each.at for each in told]
    assert chat.messages["text"].tolist() == [each.text for each in told]
    assert chat.messages["author"].tolist() == [each.author or OWNER for each in told]
    assert chat.messages["author_id"].head(2).tolist() == ["id100001", "id100002"]
    assert (chat.title, chat.platform, chat.truncated, chat.timezone, chat.warnings) == (TITLE, "vk", False, None, ())
    assert chat.hides == {"replies", "reactions", "offsets"}


@pytest.mark.parametrize("kind", sorted(set(attachment_kinds().values())))
def test_every_attachment_that_vk_names_has_its_kind(tmp_path: Path, kind: str):
    names = [name for name, of in attachment_kinds().items() if of == kind]
    told = [Said(n, START, OLGA, attachments=((name, "https://vk.com/x"),)) for n, name in enumerate(names, 1)]

    chat = read(tmp_path, group(told))

    assert chat.messages["kind"].tolist() == [kind] * len(names)
    assert warnings_of(chat) == ({"vk.cards": len(names)} if kind == "hidden" else {})


def test_voice_message_is_told_by_its_address(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, OLGA, attachments=(("Файл", "https://psv4.userapi.com/audiomsg/d1/abc.ogg"),))]))

    assert chat.messages["kind"].tolist() == ["voice"]


def test_text_stands_beside_its_attachments(tmp_path: Path):
    told = [
        Said(1, START, OLGA, "вот", (("Фотография", "https://a/1.jpg"), ("Фотография", "https://a/2.jpg"))),
        Said(2, START, OLGA, "смотрите", (("Ссылка", "https://school.example/new"),)),
        Said(3, START, OLGA, "https://school.example/new", (("Ссылка", "https://school.example/new"),)),
    ]

    messages = read(tmp_path, group(told)).messages

    assert messages["text"].tolist() == ["вот", "смотрите", "https://school.example/new"]
    assert messages["kind"].tolist() == ["photo", "text", "text"]
    assert messages["links"].fillna("").tolist() == ["", "https://school.example/new", ""]


@pytest.mark.parametrize("words", ["1 прикреплённое сообщение", "2 прикреплённых сообщения", "25\u00a0прикреплённых сообщений"])
def test_attached_messages_without_a_word_are_a_forward_and_with_one_they_are_not(tmp_path: Path, words: str):
    messages = read(tmp_path, group([Said(1, START, OLGA, attachments=((words, None),)), Said(2, START, OLGA, "да", ((words, None),))])).messages

    assert messages["kind"].tolist() == ["hidden", "text"]
    assert messages["forwarded_from"].notna().tolist() == [True, False]


def test_text_is_what_the_app_shows(tmp_path: Path):
    text = "привет 😊 & <все>\n[id100001|Ольга], [важно]"

    assert read(tmp_path, group([Said(1, START, TIMUR, text)])).messages["text"].tolist() == ["привет 😊 & <все>\nОльга, [важно]"]


def test_edited_message_is_marked(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, OLGA, "раз", edited=True), Said(2, START, OLGA, "два (ред.)")]))

    assert chat.messages["edited"].tolist() == [True, False]


def test_owner_is_named_by_the_events_that_tell_of_them(tmp_path: Path):
    told = [Said(1, START, None, event=f"{person(OWNER)} создала чат «<b>2Б</b>»"), Said(2, START, None, "Добрый вечер")]

    chat = read(tmp_path, group(told))

    assert chat.messages["author"].tolist() == [OWNER, OWNER]
    assert chat.participants["participant_id"].tolist() == ["id100003"]
    assert chat.warnings == ()


def test_owner_whom_nothing_names_stays_as_written(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, None, "раз"), Said(2, START, OLGA, "два")]))

    assert chat.messages["author"].tolist() == ["Вы", OLGA]
    assert warnings_of(chat) == {"vk.unnamed_owner": 1}


def test_pages_that_are_gone_and_communities_are_no_persons(tmp_path: Path):
    gone = conversation(TITLE, [Said(1, START, "Класс 2Б", "раз"), Said(2, START, OLGA, "два")])
    pages = {name: content.replace(OLGA.encode("cp1251"), b"DELETED") for name, content in gone.items()}

    assert read(tmp_path, archive({GROUP: (TITLE, pages)})).participants["kind"].tolist() == ["channel", "deleted"]


def test_timezone_is_laid_over_the_times_only_where_it_is_given(tmp_path: Path):
    from dateutil import tz

    chat = read(tmp_path, group(said(2)), timezone=tz.tzoffset(None, 3 * 3600))

    assert (chat.timezone, chat.messages["utc_offset_min"].tolist()) == ("given", [180, 180])
    assert "offsets" not in chat.hides


# Which conversation


@pytest.fixture
def files() -> dict[str, bytes]:
    talk = conversation("Олег", [Said(1, START, OLGA, "личное")])
    return archive({GROUP: (TITLE, conversation(TITLE, said(60))), 77: ("Олег", talk), -500: ("Класс 2Б", talk)})


PLACES: list[Callable[[Path], Path]] = [
    lambda folder: folder,
    lambda folder: folder / "messages",
    lambda folder: folder / "messages" / "index-messages.html",
    lambda folder: folder / "messages" / str(GROUP),
    lambda folder: folder / "messages" / str(GROUP) / "messages50.html",
]


@pytest.mark.parametrize("place", PLACES, ids=["archive", "messages", "list", "conversation", "page"])
def test_only_group_is_taken_wherever_the_path_leads(tmp_path: Path, files: dict[str, bytes], place: Callable[[Path], Path]):
    chat = read_chat(place(write(tmp_path, files)), ReadOptions())

    assert (chat.title, len(chat.messages)) == (TITLE, 60)


@pytest.mark.parametrize("below", ["", "Архив/"])
def test_zip_gives_what_the_folder_gives(tmp_path: Path, files: dict[str, bytes], below: str):
    packed = pack(tmp_path / "vk.zip", {f"{below}{place}": content for place, content in files.items()})

    chat = read_chat(packed, ReadOptions())

    assert chat.messages.equals(read(tmp_path / "folder", files).messages)


@pytest.mark.parametrize(("chat", "count"), [("77", 1), ("олег", 1), (str(GROUP), 60), ("родители", 60)])
def test_conversation_is_chosen_by_its_number_or_a_part_of_its_title(tmp_path: Path, files: dict[str, bytes], chat: str, count: int):
    assert len(read(tmp_path, files, chat=chat).messages) == count


def test_dialog_with_a_community_is_out_of_scope(tmp_path: Path, files: dict[str, bytes]):
    assert refuse(write(tmp_path, files), chat="Класс 2Б").key == "vk.community"


def test_several_groups_are_listed(tmp_path: Path):
    pages = conversation(TITLE, said(1))

    error = refuse(write(tmp_path, archive({GROUP: ("2Б", pages), GROUP + 1: ("Хор", pages)})))

    assert (error.key, error.details["chats"]) == ("parsers.choose_chat", "2000000001  2Б\n2000000002  Хор")


def test_archive_without_groups_says_so(tmp_path: Path):
    assert refuse(write(tmp_path, archive({77: ("Олег", conversation("Олег", said(1)))}))).key == "vk.no_groups"


@pytest.mark.parametrize("peer", ["..", "../../чужое", "/etc"])
def test_list_leads_to_nowhere_outside_the_archive(tmp_path: Path, peer: str):
    write(tmp_path, {"чужое/messages0.html": conversation(TITLE, said(1))["messages0.html"]})
    folder = write(tmp_path / "a", archive({peer: (TITLE, {})}))

    assert refuse(folder).key in ("vk.no_pages", "vk.no_groups")


def test_conversation_whose_pages_are_not_there_is_told(tmp_path: Path):
    assert refuse(write(tmp_path, archive({GROUP: (TITLE, {})}))).key == "vk.no_pages"


# Odd and broken pages


def test_unknown_attachment_is_kept_and_counted(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, OLGA, attachments=(("Голограмма", None),)), Said(2, START, OLGA, "и всё")]))

    assert chat.messages["kind"].tolist() == ["other", "text"]
    assert [(each.key, each.details) for each in chat.warnings] == [("parsers.unknown_media_type", {"name": "Голограмма", "count": 1})]


@pytest.mark.parametrize(
    ("lost", "count", "first"), [(["messages50.html"], 1, "messages50.html"), (["messages0.html", "messages100.html"], 2, "messages0.html")]
)
def test_missing_pages_are_counted_even_behind_the_last_one(tmp_path: Path, lost: list[str], count: int, first: str):
    pages = {name: content for name, content in conversation(TITLE, said(123)).items() if name not in lost}

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}))

    (warning,) = (each for each in chat.warnings if each.key == "vk.missing_pages")
    assert warning.details == {"count": count, "name": first}
    assert chat.truncated


def test_broken_date_takes_that_of_the_message_before(tmp_path: Path):
    pages = conversation(TITLE, said(3))
    broken = {name: content.replace("8 янв".encode("cp1251"), "8 бря".encode("cp1251")) for name, content in pages.items()}

    chat = read(tmp_path, archive({GROUP: (TITLE, broken)}), me=OWNER)

    assert chat.messages["sent_at"].dt.day.tolist() == [5, 5, 11]
    assert chat.messages["author"].tolist() == [OLGA, TIMUR, OWNER]
    assert warnings_of(chat) == {"parsers.dateless": 1}


@pytest.mark.parametrize("date", ["31 фев 2022 в 10:00:00", "5 мая 2022 в 25:61:00", "вчера"])
def test_page_without_a_single_date_is_refused(tmp_path: Path, date: str):
    pages = {
        name: content.replace("5 янв 2022 в 1:30:12".encode("cp1251"), date.encode("cp1251"))
        for name, content in conversation(TITLE, said(1)).items()
    }

    assert refuse(write(tmp_path, archive({GROUP: (TITLE, pages)}))).key == "vk.no_dates"


def test_page_that_breaks_off_keeps_what_stands_before_the_break(tmp_path: Path):
    pages = conversation(TITLE, said(10))
    pages["messages0.html"] = pages["messages0.html"][: pages["messages0.html"].index(b'data-id="1002"') + len('data-id="1002">')]

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}), me=OWNER)

    assert chat.messages["id"].tolist() == [str(number) for number in range(1003, 1010)]
    assert (chat.truncated, warnings_of(chat)) == (True, {"vk.cut_pages": 1, "vk.headless": 1})


def test_page_saved_anew_as_utf8_is_read_and_told(tmp_path: Path):
    pages = {name: content.decode("cp1251").encode() for name, content in conversation(TITLE, said(2)).items()}

    chat = read(tmp_path, archive({GROUP: (TITLE, pages)}), me=OWNER)

    assert chat.messages["text"].tolist() == ["сообщение 0", "сообщение 1"]
    assert warnings_of(chat) == {"vk.in_utf8": 1}


def test_byte_that_is_no_letter_is_counted(tmp_path: Path):
    pages = {name: content.replace("сообщение".encode("cp1251"), b"\x98", 1) for name, content in conversation(TITLE, said(2)).items()}

    assert warnings_of(read(tmp_path, archive({GROUP: (TITLE, pages)}), me=OWNER)) == {"vk.bad_bytes": 1}


def test_repeated_number_is_made_unique(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, OLGA, "раз"), Said(1, START, OLGA, "два")]))

    assert chat.messages["id"].tolist() == ["1", "1#2"]
    assert warnings_of(chat) == {"parsers.repeated_ids": 1}


def test_unknown_part_beside_an_attachment_is_counted(tmp_path: Path):
    chat = read(tmp_path, group([Said(1, START, OLGA, attachments=(("Стикер", None),), event="<i>нечто новое</i>")]))

    assert (chat.messages["kind"].tolist(), warnings_of(chat)) == (["sticker"], {"vk.unknown_parts": 1})


def test_conversation_without_a_whole_message_is_refused(tmp_path: Path):
    blocks = ['<div class="message" data-id="1"><div class="message__header">' + "x" * 10, '<div class="message" data-id="1"></div>']

    assert [refuse(write(tmp_path, {"messages0.html": _headed(each)})).key for each in blocks] == ["vk.no_dates", "parsers.no_messages"]


def _headed(block: str) -> bytes:
    """A page whose comment alone makes it look like one of VK's, and one block."""
    return encode(f'<html><body><!-- class="message" data-id="" class="message__header" -->{block}</body></html>')


def test_english_archive_is_read(tmp_path: Path):
    told = message(Said(1, START, OLGA, "hello", (("Photo", "https://a/1.jpg"),)))
    english = told.replace("5 янв 2022 в 1:30:12", "at 1:30:12 pm on 5 Jan 2022")
    own = message(Said(2, START, None, "me")).replace("Вы, 5 янв 2022 в 1:30:12", "You, at 12:00:01 am on 6 Jan 2022")

    chat = read(tmp_path, archive({GROUP: (TITLE, {"messages0.html": encode(page(TITLE, [own, english]))})}), me=OWNER)

    assert [str(each) for each in chat.messages["sent_at"]] == ["2022-01-05 13:30:12", "2022-01-06 00:00:01"]
    assert chat.messages["author"].tolist() == [OLGA, OWNER]
