"""Media in languages that no table knows, told by their shape; and what people type that looks like them."""

from collections.abc import Sequence

import pytest
from whatsapp_exports import parse, rows_of

from chataudit.chat import Chat

L = "\u200e"
GROUP = '12.03.2024, 09:00 - Анна создал(-а) группу "5Б"'
FOREIGN_EVENT = "12.03.2024, 09:00 - Хабарламалар мен қоңыраулар шифрланған"
WRITERS = ("Ольга", "Иван")


def chat_of(*bodies: str, first: str = GROUP, writers: Sequence[str] = WRITERS) -> Chat:
    """Return a chat in which the writers send the bodies in turn, behind an entry of the messenger's and two ordinary messages."""
    lines = [first, "12.03.2024, 10:00 - Ольга: раз", "12.03.2024, 10:00 - Иван: два"]
    lines += [f"12.03.2024, 10:{n:02} - {writers[n % len(writers)]}: {body}" for n, body in enumerate(bodies)]
    return parse("\n".join(lines) + "\n")


def ios_chat_of(*bodies: str) -> Chat:
    lines = [f"{L}[12.03.2024, 09:00:00] 5Б: {L}Анна создал(-а) группу «5Б»", "[12.03.2024, 10:00:00] Ольга: раз", "[12.03.2024, 10:00:00] Иван: два"]
    lines += [f"[12.03.2024, 10:{n:02}:00] {WRITERS[n % 2]}: {body}" for n, body in enumerate(bodies)]
    return parse("\r\n".join(lines) + "\r\n")


def read(chat: Chat) -> list[tuple[str, str]]:
    """Return kind and text of what was sent behind the entry of the messenger's and the two ordinary messages."""
    return [(row["kind"], row.get("text", "")) for row in rows_of(chat)][3:]


def warned(chat: Chat, key: str = "whatsapp.unknown_media") -> object:
    return next((each.details["count"] for each in chat.warnings if each.key == key), 0)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("IMG-20250909-WA0001.jpg", "photo"),
        ("VID-20250909-WA0001.mp4", "video"),
        ("STK-20250909-WA0001.webp", "sticker"),
        ("PTT-20250909-WA0001.opus", "voice"),
        ("AUD-20250909-WA0001.m4a", "audio"),
        ("DOC-20250909-WA0001.pdf", "document"),
        (f"{L}IMG-20250909-WA012345.jpg", "photo"),
    ],
)
@pytest.mark.parametrize("words", [" (файл қосылды)", " (Datei angehängt)", "（檔案已附加）", " (الملف مرفق)", " (ไฟล์ที่แนบมา)"])
def test_name_that_whatsapp_makes_tells_the_kind_in_any_language(name: str, kind: str, words: str):
    chat = chat_of(*[f"{name}{words}\nподпись"] * 3)

    assert read(chat) == [(kind, "подпись")] * 3
    assert set(chat.messages["file"].dropna()) == {name.removeprefix(L)}


@pytest.mark.parametrize(
    "words",
    [
        "<Медиа жоқ>",
        "‹Медиа жоқ›",
        "‹Медиа жоқ>",
        "<Medien ausgeschlossen>",
        "<Médias omis>",
        "<Arquivo de mídia oculto>",
        "<省略多媒体文件>",
        "<メディアは含まれていません>",
        "<미디어파일 제외됨>",
        "<ไม่รวมสื่อ>",
        "<मीडिया शामिल नहीं है>",
        "\u200f<המדיה לא נכללה>",
        f"{L}<Mediji izostavljeni>",
    ],
)
def test_placeholder_of_unknown_wording_is_media_of_unknown_kind(words: str):
    chat = chat_of(words, f"{words}\nподпись", words)

    assert read(chat) == [("hidden", ""), ("hidden", "подпись"), ("hidden", "")]
    assert "media" in chat.hides
    assert warned(chat) == 3


def test_one_placeholder_counts_where_the_messenger_was_nowhere_understood():
    chat = chat_of("<Медиа жоқ>", first=FOREIGN_EVENT)

    assert read(chat) == [("hidden", "<Медиа жоқ>")]
    assert warned(chat) == 1


def test_one_file_counts_where_the_messenger_was_nowhere_understood():
    assert read(chat_of("IMG-20250909-WA0001.jpg (файл қосылды)", first=FOREIGN_EVENT))[0][0] == "photo"


def test_document_with_a_name_of_its_own_is_known_by_the_words_behind_made_names():
    made = [f"IMG-20250909-WA000{n}.jpg (файл қосылды)" for n in range(3)]
    chat = chat_of(*made, "Тізім.pdf (файл қосылды)")

    assert read(chat)[-1] == ("document", "")
    assert chat.messages["file"].tolist()[-1] == "Тізім.pdf"


def test_words_that_one_person_may_have_typed_stay_a_text_to_judge():
    insult = "IMG-20250909-WA0001.jpg (Петрова дура)"

    assert read(chat_of(*["<Петрова дура>"] * 5, writers=["Ольга"])) == [("hidden", "<Петрова дура>")] * 5
    assert read(chat_of(insult, insult)) == [("photo", insult)] * 2


@pytest.mark.parametrize(
    "body",
    [
        "<3",
        "<3>",
        "<b>",
        "<br/>",
        "<сарказм>",
        "<-->",
        '<a href="x y">',
        "<i> <b>",
        "<:-) :-)>",
        "<я люблю вас!>",
        "<89101234567 звоните мне>",
        "< >",
        "<>",
        "‹›",
    ],
)
def test_signs_tags_and_single_words_are_text_however_often(body: str):
    chat = chat_of(*[body] * 4, first=FOREIGN_EVENT)

    assert read(chat) == [("text", body)] * 4
    assert not warned(chat)


@pytest.mark.parametrize("body", ["<занавес медленно закрывается>", "IMG-20250909-WA0001.jpg (вот она)"])
def test_words_of_one_message_are_a_persons_where_the_messenger_speaks_a_language_that_we_know(body: str):
    assert read(chat_of(body)) == [("text", body)]


@pytest.mark.parametrize(
    "body",
    [
        "Собрание в 18.00 (актовый зал)",
        "Список.pdf (новый)",
        "IMG-2025-WA1.jpg (файл қосылды)",
        "IMG-20250909-WA0001.jpg",
        "вот IMG-20250909-WA0001.jpg (файл қосылды)",
        "<Медиа жоқ> у меня",
        "у меня <Медиа жоқ>",
    ],
)
def test_what_has_not_the_whole_shape_is_text_however_often(body: str):
    assert read(chat_of(*[body] * 4, first=FOREIGN_EVENT)) == [("text", body)] * 4


def test_known_placeholders_raise_no_warning():
    chat = chat_of("<Без медиафайлов>", "IMG-20250909-WA0001.jpg (файл добавлен)")

    assert read(chat) == [("hidden", ""), ("photo", "")]
    assert not chat.warnings


def test_file_in_an_unknown_language_is_read_on_ios():
    words = f"{L}<тіркелді: 00000012-PHOTO-2024-03-22-14-37-44.jpg>"
    chat = ios_chat_of(f"букет {words}", words, words, f"{L}<тіркелді: 00000013-Тізім.pdf>")

    assert read(chat) == [("photo", "букет"), ("photo", ""), ("photo", ""), ("document", "")]
    assert chat.messages["file"].tolist()[-1] == "Тізім.pdf"


@pytest.mark.parametrize("body", ["<Медиа жоқ>", "<тіркелді: 00000012-PHOTO-2024-03-22-14-37-44.jpg>"])
def test_what_bears_no_mark_is_typed_where_ios_puts_marks(body: str):
    assert read(ios_chat_of(*[body] * 4)) == [("text", body)] * 4


@pytest.mark.parametrize(
    "body",
    [
        "<" * 5000,
        "<" * 5000 + ">",
        ">" * 5000,
        L * 5000 + ">",
        "." * 5000 + ")",
        "a.b (" * 1000 + ")",
        "<a b" * 1000 + ">",
        "<aa: 00000000-" * 400 + ">",
        "\ud7ff<\x00 \x00>",
    ],
)
def test_no_text_is_too_odd_to_be_kept(body: str):
    assert read(chat_of(*[body] * 3, first=FOREIGN_EVENT)) == [("text", body)] * 3
