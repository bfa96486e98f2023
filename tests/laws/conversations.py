"""Invented conversations as data, and the message table that each of them is."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from chataudit.chat import Chat, build_participants
from chataudit.messages import build_messages

TEACHER: Final = "Лаврова Нина Сергеевна"
PARENTS: Final = ("Краснова Ольга Павловна", "Ирина Лунёва", "Тимур Ахметов", "Светик")
TITLE: Final = "3Б родители"
BEGUN: Final = datetime(2024, 9, 2, 8, 0)  # noqa: DTZ001  - local times throughout, of a zone that is always three hours ahead
OFFSET_MIN: Final = 180

# Something for every recommendation to find, and ordinary talk between.
TEACHER_SAYS: Final = (
    "Чат создан для оперативной информации о жизни класса.",
    "Пишем с 8:00 до 20:00, поздравления сюда не отправляем, личные вопросы пишите мне в личные сообщения.",
    "Завтра начинаем в 8:30, линейка во дворе.",
    "Напишите мне в личные сообщения, пожалуйста.",
    "Прошу прекратить. О ссоре сообщу администрации, завуч уже в курсе.",
    "Родителям Коли и Даши позвонила отдельно.",
    "Нет, карантина не будет.",
    "СРОЧНО! Завтра в школу не приходим.",
)
PARENT_SAYS: Final = (
    "А во сколько завтра первый урок?",
    "спасибо",
    "Говорят, нас закрывают на карантин",
    "Продам форму на мальчика, рост 134, недорого",
    "С праздником, дорогие мамы!",
    "🌸",
    "Паша заболел, температура, сегодня не придём",
    "Какие вы все тупые, читать не умеете",
    "сам ты дурак, рот закрой",
    "учите русский язык, «извени» пишется через и",
    "Давайте создадим чат без учителя",
    "выложу переписку в Подслушано, пусть все увидят",
    "звоните +7 900 000-12-34",
    "заходите https://t.me/+AbCdEf123456",
    "Сменку приносим завтра",
    "а сменку",
    "надо с первого дня?",
)
HARMLESS: Final = ("Завтра контрольная по математике", "Собрание в среду в 18:00, кабинет 12", "Тетради приносим в пятницу")
EVERYTHING_SAID: Final = ("", *TEACHER_SAYS, *PARENT_SAYS, *HARMLESS)
KINDS: Final = ("text", "text", "text", "text", "text", "photo", "sticker", "voice", "document")


@dataclass(frozen=True)
class Said:
    """A message: whole minutes, so that exports with and without seconds tell the same; `reply_to` counts messages from 0."""

    at: datetime
    author: str
    text: str
    kind: str = "text"
    reply_to: int | None = None


@dataclass(frozen=True)
class Conversation:
    """A chat: its messages, and who created it; None where its beginning is not held."""

    said: tuple[Said, ...]
    creator: str | None = None


@st.composite
def conversations(draw: st.DrawFn, *, longest: int = 12) -> Conversation:
    """Draw a conversation of the people above; gaps reach from a minute to a fortnight. One message alone is no text export to be known by."""
    at = BEGUN
    said: list[Said] = []
    for number in range(draw(st.integers(2, longest))):
        at += timedelta(minutes=draw(st.sampled_from((1, 1, 2, 25, 40, 300, 800, 1500, 20_000))))
        author = draw(st.sampled_from((TEACHER, *PARENTS)))
        kind = draw(st.sampled_from(KINDS))
        text = draw(st.sampled_from(TEACHER_SAYS if author == TEACHER else PARENT_SAYS)) if kind == "text" else ""
        reply = draw(st.none() | st.integers(0, number - 1)) if number else None
        said.append(Said(at, author, text, kind, reply))
    return Conversation(tuple(said), draw(st.sampled_from((None, TEACHER, PARENTS[0]))))


def chat_of(conversation: Conversation, **changes: Any) -> Chat:
    """Lay a conversation out as Telegram's parser would; `changes` are of the chat's own attributes."""
    rows = [_row_of(number, each) for number, each in enumerate(conversation.said)]
    if conversation.creator is not None:
        event = {"kind": "service", "event": "create_group", "text": "", "members": "\n".join((TEACHER, *PARENTS))}
        rows.insert(0, {"id": "created", "sent_at": BEGUN, "author": conversation.creator} | event)
    names = ("id", "sent_at", "kind", "event", "author", "text", "members", "reply_to")
    columns: dict[str, Any] = {name: [row.get(name) for row in rows] for name in names}
    columns |= {"utc_offset_min": [OFFSET_MIN] * len(rows), "author_id": [id_of(row["author"]) for row in rows], "reactions": [0] * len(rows)}
    messages = build_messages(columns)
    chat = Chat(TITLE, "telegram", "result.json", messages, build_participants(messages), frozenset({"deletions"}), timezone="export")
    return replace(chat, **changes)


def _row_of(number: int, said: Said) -> dict[str, Any]:
    reply = None if said.reply_to is None else str(said.reply_to)
    return {"id": str(number), "sent_at": said.at, "kind": said.kind, "author": said.author, "text": said.text, "reply_to": reply}


def id_of(author: str) -> str:
    """Return an author's id, the same for the same name."""
    return f"user{sum(map(ord, author))}"
