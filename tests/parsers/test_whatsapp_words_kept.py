"""A mark of WhatsApp's own has exactly the shape that WhatsApp writes; whatever else stands in a message is a person's text."""

import pytest
from whatsapp_exports import parse, rows_of

from chataudit.parsers.whatsapp_media import Body, read_body

L = "\u200e"
WORDS = "выложу переписку, звоните 89101234567"


def android(body: str) -> Body:
    return read_body(body, ios=False, needs_mark=False)


def ios(body: str) -> Body:
    return read_body(body, ios=True, needs_mark=True)


@pytest.mark.parametrize(
    "body",
    [
        f"{WORDS}/a.b (файл добавлен)",
        f"{WORDS}\\a.b (file attached)",
        f"../../{WORDS}.pdf (файл додано)",
        f"Договорились. {WORDS} (файл добавлен)",
        f"{L}{WORDS}/a.b (файл добавлен)\nподпись",
    ],
)
def test_words_that_no_name_of_a_file_holds_are_text_on_android(body: str):
    assert android(body) == Body("text", body)


@pytest.mark.parametrize("body", [f"{L}<прикреплено: {WORDS}/a.b>", f"{L}<attached: {WORDS}\\a.b>"])
def test_words_that_no_name_of_a_file_holds_are_text_on_ios(body: str):
    assert ios(body) == Body("text", body)


def test_words_before_a_slash_and_an_old_attachment_are_its_caption():
    assert ios(f"{WORDS}/a.b <в приложении>") == Body("document", f"{WORDS}/", "a.b")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("IMG-20240902-WA0003.jpg (файл добавлен)", "IMG-20240902-WA0003.jpg"),
        ("DOC-20240902-WA0003. (file attached)", "DOC-20240902-WA0003."),
        ("Смета 1.5 (копия).numbers (файл добавлен)", "Смета 1.5 (копия).numbers"),
        (f"{L}Анна Петровна.vcf (файл добавлен)", "Анна Петровна.vcf"),
    ],
)
def test_name_of_a_file_is_read_on_android(body: str, name: str):
    assert android(body).file == name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (f"{L}<прикреплено: 00000012-PHOTO-2024-03-22-14-37-44.jpg>", "00000012-PHOTO-2024-03-22-14-37-44.jpg"),
        (f"{L}<attached: 00000013-Без окончания>", "Без окончания"),
        ("2017.jpg <attached>", "2017.jpg"),
    ],
)
def test_name_of_a_file_is_read_on_ios(body: str, name: str):
    assert ios(body).file == name


@pytest.mark.parametrize(
    "body",
    [
        f"местоположение: https://example.org {WORDS}",
        f"Location: https://example.org\n{WORDS}",
        f"Location: https://maps.google.com/?q=54.5,36.2 {WORDS}",
        f"местоположение: https://maps.google.com/?q=54.5,36.2\n{WORDS}",
        "местоположение: https://maps.google.com/?q=89101234567",
        "местоположение: https://t.me/+AbCdEfGh1234",
    ],
)
def test_words_or_addresses_that_no_location_holds_are_text(body: str):
    assert android(body) == Body("text", body)
    assert ios(L + body) == Body("text", L + body)


@pytest.mark.parametrize("place", ["54.5,36.2", "-33.8688197,151.2092955", "0,0"])
@pytest.mark.parametrize("word", ["местоположение", "Местоположение", "location", "Location", "Розташування"])
def test_point_of_the_map_is_a_location(word: str, place: str):
    body = f"{word}: https://maps.google.com/?q={place}"

    assert android(body) == ios(L + body) == Body("location", "")


@pytest.mark.parametrize(
    "words",
    [
        f"a.pdf • {WORDS}",
        f"a.pdf • {L}2 страницы, {WORDS}",
        f"a.pdf • 2 страницы • {WORDS}.b",
        f"{WORDS}/a.pdf",
        f"{WORDS}\na.pdf",
    ],
)
def test_words_that_no_omitted_document_bears_are_its_caption(words: str):
    assert ios(f"{words} {L}документ отсутствует") == Body("document", words)


@pytest.mark.parametrize(
    "pages", ["", f" • {L}1 страница", f" • {L}2\u00a0страницы", f" • {L}15 страниц", f" • {L}1 page", f" • {L}3 pages", f" • {L}2 сторінки"]
)
def test_name_of_an_omitted_document_is_read_without_its_pages(pages: str):
    assert ios(f"План на год.pdf{pages} {L}документ отсутствует") == Body("document", "", "План на год.pdf")


@pytest.mark.parametrize(
    "option", ["+7910 (1234567 тел)", "да (1 воровка)", "+7910123 (4567 голосов)", "8 910 123-45-67 (1 голос)", "да (12345 голосов)"]
)
def test_words_and_digits_that_are_no_count_of_votes_stay_in_the_poll(option: str):
    assert android(f"ОПРОС:\nКто?\nВАРИАНТ: {option}\nВАРИАНТ: нет") == Body("poll", f"Кто?\n{option}\nнет")


@pytest.mark.parametrize("votes", ["1 голос", "2 голоса", "25 голосов", "1 vote", "35 Votes", "5 голосів"])
def test_votes_are_no_words_of_the_poll(votes: str):
    assert android(f"ОПРОС:\nКто?\nВАРИАНТ: 4 «А» ({votes})") == Body("poll", "Кто?\n4 «А»")


def chat_with(body: str) -> list[tuple[str, str]]:
    """Return kind and text of what Ольга sends into a chat where Анна К. and a number write, too."""
    senders = ["Анна К.", "~\u202fИван", "+7\u00a0900\u00a0000\u201100\u201100"]
    lines = [*(f"02.09.24, 10:00 - {sender}: Добрый вечер" for sender in senders), f"02.09.24, 10:01 - Ольга: {body}"]
    return [(row["kind"], row.get("text", "")) for row in rows_of(parse("\n".join(lines)))][3:]


@pytest.mark.parametrize("admin", ["Анна К.", "Анна К", "Иван", "~\u202fИван", "\u202a+7\u00a0900\u00a0000\u201100\u201100\u202c.", "Ольга."])
def test_message_that_somebody_of_the_chat_deleted_is_deleted(admin: str):
    assert chat_with(f"Это сообщение удалено администратором {admin}") == [("deleted", "")]


@pytest.mark.parametrize("words", [WORDS, f"Анна К., {WORDS}", f".\n{WORDS}", f"Анна К.\n{WORDS}"])
def test_words_behind_a_deletion_by_an_admin_are_text(words: str):
    body = f"This message was deleted by admin {words}"

    assert chat_with(body) == [("text", body)]
    assert ios(L + body) == Body("text", L + body)


@pytest.mark.parametrize(
    "body",
    [
        f"Аудиозвонок. {WORDS}",
        f"Аудиозвонок, 5 мин {WORDS}",
        f"Пропущенный аудиозвонок {WORDS}",
        f"Voice call, {L}12 min\n{WORDS}",
        "Видеозвонок, 89101234567",
        f"Нет ответа, {WORDS}",
    ],
)
def test_words_behind_a_call_are_text(body: str):
    assert ios(L + body) == Body("text", L + body)


@pytest.mark.parametrize(
    "body",
    [
        "Аудиозвонок",
        f"Аудиозвонок. {L}1 мин.",
        f"Видеозвонок, {L}1 ч 25 мин",
        f"Видеозвонок. {L}Нет ответа",
        f"Пропущенный аудиозвонок. {L}Нажмите, чтобы перезвонить",
        f"Voice call, {L}2 hr 5 min",
        f"Missed video call, {L}Tap to call back",
        "No answer",
    ],
)
def test_call_with_what_whatsapp_says_of_it_is_a_call(body: str):
    assert ios(L + body) == Body("call", "")
