"""The two forms of a message's text in Telegram's JSON (`text`, `text_entities`) in, one out: sound exports say the same in both."""

from collections import Counter

import msgspec
from msgspec import Struct

from chataudit.parsers.telegram_schema import Message, RichText, TextPart, decode_text


class _Entity(Struct, gc=False):
    text: str = ""


_decode_entities = msgspec.json.Decoder(list[_Entity] | None).decode


def settle_text(message: Message, strange: Counter[tuple[str, str]]) -> None:
    """Give a message without words those of its entities, and count words that stand in neither form, or in entities alone.

    Args:
        message: one with `text_entities`.
        strange: counts of (wording key, name) to add to.
    """
    text = message.text
    try:
        entities = _decode_entities(message.text_entities) or []
        if len(entities) == 1 and entities[0].text == text:  # of nine messages in ten: plain words
            return
        told = "".join([entity.text for entity in entities])
        shown = _join(text)
        if told and not shown.strip():
            message.text = decode_text(message.text_entities)
        elif told != shown and _letters(told) not in _letters(shown):
            strange["telegram.other_entities", ""] += 1
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        strange["parsers.strange_value", "text_entities"] += 1
    if isinstance(message.text, list) and any(part.__class__ is TextPart and not part.text for part in message.text):
        strange["parsers.strange_value", "text"] += 1


def _join(text: RichText | None) -> str:
    if text is None or isinstance(text, str):
        return text or ""
    return "".join([part.text if isinstance(part, TextPart) else part for part in text])


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words))
