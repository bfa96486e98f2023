"""A service message of Telegram's JSON in, the words that a participant wrote in it out: as a message to judge, or to be counted.

Tasks that somebody adds to a list are read as the list itself is. Titles are names, and the words beside a gift or a
refusal stand in no message: rules judge none of them.
"""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Raw

from chataudit.parsers.speaking_names import speaks
from chataudit.parsers.telegram_schema import ABSENT, Answer, Message, Poll, Row, Service
from chataudit.parsers.telegram_shown import has_words

_TASKS_ACTION: Final = "todo_append_tasks"
_UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_decode_tasks = msgspec.json.Decoder(list[Answer]).decode


def as_written(row: Row) -> Row:
    """Return the tasks that somebody added to a list as a message of theirs; any other row as it is."""
    if row.__class__ is not Service or row.action != _TASKS_ACTION:
        return row
    try:
        tasks = _decode_tasks(row.items)
    except _UNREADABLE:
        return row
    if not tasks:
        return row
    return Message(
        id=row.id,
        date=row.date,
        date_unixtime=row.date_unixtime,
        from_=row.actor,
        from_id=row.actor_id,
        todo_list=Poll(answers=tasks),
        text=row.text,
    )


def says_something(row: Service) -> bool:
    """Say whether a service message holds words that a participant wrote, and that are not judged.

    Sound ones have no text but a bot's sentence (`information_text`), and few have a comment.
    """
    named = (row.new_title, row.peers, row.peer_name, row.boost_peer_name, row.reason_app_name)
    names = (row.title, row.information_text, *(name for raw in named for name in _strings_in(raw)))
    if any(map(speaks, names)):
        return True
    text = () if row.text is None else _strings_of(msgspec.to_builtins(row.text))
    return any(map(has_words, (*text, *(words for raw in (row.message, row.comment, row.gift_text, row.items) for words in _strings_in(raw)))))


def _strings_in(raw: Raw) -> Iterator[str]:
    if raw is ABSENT:
        return
    try:
        yield from _strings_of(msgspec.json.decode(raw))
    except _UNREADABLE:
        yield bytes(raw).decode("utf-8", "replace")


def _strings_of(value: object) -> Iterator[str]:
    """Yield the texts in a string, or in a list of strings and of parts with a `text`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings_of(part)
    elif isinstance(value, dict):
        yield from _strings_of(value.get("text"))
