"""Messages of Telegram's JSON (structs of `telegram_schema`) in, the cells of each column of the message table out."""

from collections.abc import Callable, Iterable
from pathlib import PureWindowsPath
from typing import Any, Final

from msgspec import UNSET

from chataudit.parsers.telegram_schema import ABSENT, Message, Poll, RichText, TextPart
from chataudit.parsers.telegram_shown import shown_lines, shown_links, shows_more

MOST_REACTIONS: Final = 2**31 - 1  # what the column holds

KIND_OF_MEDIA_TYPE: Final = {
    "sticker": "sticker",
    "video_message": "round_video",
    "voice_message": "voice",
    "animation": "gif",
    "video_file": "video",
    "audio_file": "audio",
}


def kinds(messages: list[Message]) -> list[str]:
    """Return one of KINDS a message."""
    # Most messages are text: they are told by looking at each key once, without a call.
    return [
        "text"
        if message.text
        and message.photo is None
        and message.file is None
        and message.media_type is None
        and message.poll is None
        and message.todo_list is None
        and message.location_information is ABSENT
        and message.place_name is None
        and message.contact_information is ABSENT
        and message.contact_vcard is ABSENT
        and message.game_title is None
        and message.invoice_information is ABSENT
        and message.paid_stars_amount is ABSENT
        and message.giveaway_information is ABSENT
        and message.giveaway_results is ABSENT
        else _kind_of(message)
        for message in messages
    ]


def texts(messages: list[Message]) -> list[str]:
    """Return the text a message; of a poll its question and options, of a place its name and address and so on, a line each."""
    return [
        _text_of(message)
        if message.text.__class__ is not str or message.poll is not None or message.todo_list is not None or shows_more(message)
        else message.text
        for message in messages
    ]


def _clamp(count: int) -> int:
    return min(max(count, 0), MOST_REACTIONS)


# A cell for every message.
CELLS: Final[dict[str, Callable[[list[Message]], list[Any]]]] = {
    "id": lambda messages: [str(message.id) for message in messages],
    "kind": kinds,
    "text": texts,
}

# The cells of the messages that have one, by row.
RARE_CELLS: Final[dict[str, Callable[[Iterable[tuple[int, Message]]], dict[int, Any]]]] = {
    "links": lambda rows: {
        row: links
        for row, message in rows
        if (message.text.__class__ is not str or message.inline_bot_buttons is not None or message.game_link) and (links := _links_of(message))
    },
    "reply_to": lambda rows: {
        row: str(message.reply_to_message_id)
        for row, message in rows
        if message.reply_to_message_id is not None and message.reply_to_peer_id is ABSENT  # else it stands in another chat
    },
    "forwarded_from": lambda rows: {row: message.forwarded_from or "" for row, message in rows if message.forwarded_from is not UNSET},
    "edited": lambda rows: {row: True for row, message in rows if message.edited is not None and _is_edited(message.edited)},
    "file": lambda rows: {row: name for row, message in rows if (message.file or message.photo or message.file_name) and (name := _file_of(message))},
    "emoji": lambda rows: {row: message.sticker_emoji for row, message in rows if message.sticker_emoji is not None},
    "reactions": lambda rows: {
        row: _clamp(sum([reaction.count for reaction in message.reactions])) for row, message in rows if message.reactions is not None
    },
}


def _kind_of(message: Message) -> str:
    if message.photo is not None:
        return "photo"
    if message.media_type is not None:
        return KIND_OF_MEDIA_TYPE.get(message.media_type, "other")
    if message.file is not None:
        return "document"
    return _kind_of_fileless(message) or ("text" if message.text else "hidden")  # a story, a dice: nothing is ever sent empty


def _kind_of_fileless(message: Message) -> str | None:
    if message.poll is not None:
        return "poll"
    if message.location_information is not ABSENT or message.place_name is not None:
        return "location"
    if message.contact_information is not ABSENT or message.contact_vcard is not ABSENT:
        return "contact"
    if message.paid_stars_amount is not ABSENT:
        return "hidden"
    return "other" if _holds_other_media(message) else None


def _holds_other_media(message: Message) -> bool:
    rare = (message.invoice_information, message.giveaway_information, message.giveaway_results)
    return message.todo_list is not None or message.game_title is not None or any(key is not ABSENT for key in rare)


def _text_of(message: Message) -> str:
    text = _plain_text(message.text)
    poll = message.poll or message.todo_list
    if poll is None and not shows_more(message):
        return text
    return "\n".join(filter(None, (text, *(_poll_lines(poll) if poll else ()), *shown_lines(message))))


def _plain_text(text: RichText | None) -> str:
    """Return a string, or a list of marked-up parts joined with nothing, as the app shows it."""
    if text is None or isinstance(text, str):
        return text or ""
    return "".join([part if isinstance(part, str) else part.text for part in text])


def _poll_lines(poll: Poll) -> list[str]:
    return [_plain_text(poll.question or poll.title), *(_plain_text(answer.text) for answer in poll.answers)]


def _links_of(message: Message) -> str | None:
    parts = message.text if isinstance(message.text, list) else ()
    hidden = [part.href for part in parts if isinstance(part, TextPart) and part.href]
    return "\n".join([*hidden, *shown_links(message)]) or None


def _file_of(message: Message) -> str | None:
    name = message.file_name or message.file or message.photo
    # A path that begins with a bracket is a sentence saying why the file was not saved.
    return None if not name or name.startswith("(") else PureWindowsPath(name).name or None


def _is_edited(edited: str) -> bool:
    # Before 2.1.9 every message had the key: the epoch's start, in local time, if it was not edited.
    return not edited.startswith(("1970-01-01", "1969-12-31"))
