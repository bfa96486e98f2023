"""What Telegram shows in a message beside its text: a message of its JSON in; words, addresses and names out.

Words that the sender chose and everybody reads are judged with the text, as a poll's are: those of a place, a game, an
invoice, a giveaway, and on a bot's buttons. Names (of files, songs, contacts) are none of the text; those that may say something are counted.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Raw, Struct

from chataudit.parsers.speaking_names import speaks
from chataudit.parsers.telegram_schema import ABSENT, Button, Message

_PHONE_DIGITS = 7  # of a short one; nobody gets so many reactions
_COPIES = "copy_text"  # the button whose `data` lands in the reader's clipboard
_WITH_ADDRESS = frozenset({"url", "auth", "web_view", "simple_web_view"})  # buttons whose `data` is where they lead


class _Invoice(Struct, gc=False):
    title: str = ""
    description: str = ""


class _Giveaway(Struct, gc=False):
    additional_prize: str = ""


class _Contact(Struct, gc=False):
    first_name: str | None = None
    last_name: str | None = None


_decode_invoice = msgspec.json.Decoder(_Invoice | str).decode
_decode_giveaway = msgspec.json.Decoder(_Giveaway | None).decode
_decode_contact = msgspec.json.Decoder(_Contact | None).decode


def shows_more(message: Message) -> bool:
    """Say whether a message shows words beside its text and its poll."""
    return (
        message.inline_bot_buttons is not None
        or message.place_name is not None
        or message.game_title is not None
        or message.invoice_information is not ABSENT
        or message.giveaway_information is not ABSENT
        or message.giveaway_results is not ABSENT
    )


def shown_lines(message: Message) -> Iterator[str]:
    """Yield those words, a line each; some may be empty."""
    yield from (line or "" for line in (message.place_name, message.address, message.game_title, message.game_description))
    if message.invoice_information is not ABSENT:
        yield from _invoice_lines(bytes(message.invoice_information))
    for giveaway in (message.giveaway_information, message.giveaway_results):
        if giveaway is not ABSENT:
            yield _prize_of(giveaway)
    for button in _buttons_of(message):
        yield from filter(has_words, (button.text or "", (button.data or "") if button.type == _COPIES else ""))


def has_words(label: str) -> bool:
    """Say whether a button says something, be it a phone number: «👍 12» only counts."""
    return any(map(str.isalpha, label)) or sum(map(str.isdigit, label)) >= _PHONE_DIGITS


def shown_links(message: Message) -> list[str]:
    """Return the addresses to which a message's game and its buttons lead."""
    buttons = [button.data for button in _buttons_of(message) if button.data and button.type in _WITH_ADDRESS]
    return [message.game_link, *buttons] if message.game_link else buttons


def has_speaking_name(message: Message) -> bool:
    """Say whether a file, a song, a contact or a signature bears a name that may say something."""
    named = ((message.author,), (message.file_name,), (message.performer, message.title), (_contact_name(message),))
    return any(speaks(*names) for names in named)


def _buttons_of(message: Message) -> Iterator[Button]:
    return (button for row in message.inline_bot_buttons or () for button in row)


def _invoice_lines(written: bytes) -> tuple[str, ...]:
    """Read an invoice, which the exporter writes as a text that holds JSON; what does not decode is shown as it stands."""
    try:
        invoice = _decode_invoice(written)
        if isinstance(invoice, str):
            written = invoice.encode()
            invoice = _decode_invoice(written)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return (written.decode("utf-8", "replace"),)
    return (invoice,) if isinstance(invoice, str) else (invoice.title, invoice.description)


def _prize_of(written: Raw) -> str:
    """Return what a giveaway gives beside subscriptions, in its author's words; what does not decode is shown as it stands."""
    try:
        giveaway = _decode_giveaway(written)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return bytes(written).decode("utf-8", "replace")
    return giveaway.additional_prize if giveaway else ""


def _contact_name(message: Message) -> str | None:
    if message.contact_information is ABSENT:
        return None
    try:
        contact = _decode_contact(message.contact_information)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None
    return contact and " ".join(filter(None, (contact.first_name, contact.last_name)))
