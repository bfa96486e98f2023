"""The objects of Telegram Desktop's JSON as typed structs: what is read has a type, what is known but not read is `Raw`.

Keys stand in the order in which the exporter writes them, which is also the order in which msgspec finds them fastest.
An unknown key, or a known one with a value of another type, makes msgspec refuse the message: `telegram_odd` then
reads it key by key and counts what was strange.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType, field

# `null` and an absent key say different things of `from` and `forwarded_from`; of the other keys they say the same.
Name: TypeAlias = str | UnsetType | None
PeerId: TypeAlias = str | int | None  # a bare number before 2.7.2
ABSENT: Final = Raw()  # the default of keys that are known, and of no use to an audit but for being there


class TextPart(Struct, gc=False):
    """A marked-up part of a text; `href` is the address that a text_link hides."""

    text: str = ""
    type: str = ""
    href: str | None = None


RichText: TypeAlias = str | list[str | TextPart]


class Answer(Struct, gc=False, forbid_unknown_fields=True):
    """An option of a poll, or a task of a to-do list."""

    text: RichText = ""
    voters: Raw = ABSENT
    chosen: Raw = ABSENT
    id: Raw = ABSENT


class Poll(Struct, gc=False, forbid_unknown_fields=True):
    """A poll; a to-do list has a `title` where a poll has a `question`."""

    question: RichText = ""
    title: RichText = ""
    closed: Raw = ABSENT
    total_voters: Raw = ABSENT
    others_can_append: Raw = ABSENT
    others_can_complete: Raw = ABSENT
    answers: list[Answer] = []


class Button(Struct, gc=False):
    """A button that a bot hung under a message; `data` is an address, or what the bot gets when it is pressed."""

    type: str = ""
    text: str | None = None
    data: str | None = None


class Reaction(Struct, gc=False):
    """So many equal reactions under a message."""

    count: int = 0


class Message(Struct, gc=False, tag_field="type", tag="message", forbid_unknown_fields=True):
    """What a participant wrote."""

    id: int | str = ""
    date: str | None = None
    date_unixtime: str | int | None = None
    edited: str | None = None
    edited_unixtime: Raw = ABSENT
    from_: Name = field(default=UNSET, name="from")
    from_id: PeerId = None
    author: str | None = None
    forwarded_from: Name = UNSET
    forwarded_from_id: Raw = ABSENT
    saved_from: Raw = ABSENT
    reply_to_message_id: int | None = None
    reply_to_peer_id: Raw = ABSENT
    via_bot: Raw = ABSENT
    photo: str | None = None
    photo_file_size: Raw = ABSENT
    file: str | None = None
    file_name: str | None = None
    file_size: Raw = ABSENT
    thumbnail: Raw = ABSENT
    thumbnail_file_size: Raw = ABSENT
    media_type: str | None = None
    sticker_emoji: str | None = None
    performer: str | None = None
    title: str | None = None
    mime_type: Raw = ABSENT
    duration_seconds: Raw = ABSENT
    width: Raw = ABSENT
    height: Raw = ABSENT
    media_spoiler: Raw = ABSENT
    self_destruct_period_seconds: Raw = ABSENT
    contact_information: Raw = ABSENT
    contact_vcard: Raw = ABSENT
    contact_vcard_file_size: Raw = ABSENT
    location_information: Raw = ABSENT
    live_location_period_seconds: Raw = ABSENT
    place_name: str | None = None
    address: str | None = None
    poll: Poll | None = None
    todo_list: Poll | None = None
    game_title: str | None = None
    game_description: str | None = None
    game_link: str | None = None
    invoice_information: Raw = ABSENT
    paid_stars_amount: Raw = ABSENT
    giveaway_information: Raw = ABSENT
    giveaway_results: Raw = ABSENT
    text: RichText | None = None
    text_entities: Raw = ABSENT
    inline_bot_buttons: list[list[Button]] | None = None
    reactions: list[Reaction] | None = None


class Service(Struct, gc=False, tag_field="type", tag="service", forbid_unknown_fields=True):
    """What the messenger wrote. Each action has keys of its own; here stand those that hold words or are often met."""

    id: int | str = ""
    date: str | None = None
    date_unixtime: str | int | None = None
    actor: Name = UNSET
    actor_id: PeerId = None
    action: str | None = None
    title: str | None = None
    members: list[str | None] | None = None
    new_title: Raw = ABSENT
    message: Raw = ABSENT
    comment: Raw = ABSENT
    gift_text: Raw = ABSENT
    items: Raw = ABSENT
    peers: Raw = ABSENT
    peer_name: Raw = ABSENT
    boost_peer_name: Raw = ABSENT
    text: RichText | None = None
    text_entities: Raw = ABSENT
    information_text: str | None = None
    edited: Raw = ABSENT
    edited_unixtime: Raw = ABSENT
    inviter: Raw = ABSENT
    message_id: Raw = ABSENT
    reply_to_message_id: Raw = ABSENT
    reply_to_peer_id: Raw = ABSENT
    photo: Raw = ABSENT
    photo_file_size: Raw = ABSENT
    width: Raw = ABSENT
    height: Raw = ABSENT
    duration: Raw = ABSENT
    duration_seconds: Raw = ABSENT
    discard_reason: Raw = ABSENT
    schedule_date: Raw = ABSENT
    period: Raw = ABSENT
    emoticon: Raw = ABSENT
    new_icon_emoji_id: Raw = ABSENT
    from_: Raw = field(default=ABSENT, name="from")
    from_id: Raw = ABSENT
    to: Raw = ABSENT
    to_id: Raw = ABSENT
    reason_domain: Raw = ABSENT
    reason_app_id: Raw = ABSENT
    reason_app_name: Raw = ABSENT
    values: Raw = ABSENT
    cost: Raw = ABSENT
    currency: Raw = ABSENT
    recurring: Raw = ABSENT
    charge_id: Raw = ABSENT
    transaction_id: Raw = ABSENT
    gift_id: Raw = ABSENT
    gift_code: Raw = ABSENT
    peer_id: Raw = ABSENT
    boost_peer_id: Raw = ABSENT
    reactions: Raw = ABSENT


class Unsupported(Struct, gc=False, tag_field="type", tag="unsupported", forbid_unknown_fields=False):
    """A message that the exporter could not write: it has no date."""

    id: int | str = ""
    date: str | None = None
    date_unixtime: str | int | None = None


Row: TypeAlias = Message | Service | Unsupported


class ChatObject(Struct, gc=False):
    """A chat of a whole-account export, its messages still undecoded."""

    name: str | None = None
    type: str | None = None
    id: int | str | None = None
    messages: list[Raw] = []


class ChatHead(Struct, gc=False):
    """The same, its messages passed over."""

    name: str | None = None
    type: str | None = None
    id: int | str | None = None


class ChatList(Struct, gc=False):
    """`chats` or `left_chats` of a whole-account export; each chat undecoded, so that one of many million messages costs nothing."""

    chats: list[Raw] = field(default_factory=list, name="list")


class ExportObject(Struct, gc=False):
    """The whole file: one chat (`messages`), or an account (`chats`, `left_chats`)."""

    name: str | None = None
    type: str | None = None
    id: int | str | None = None
    messages: list[Raw] | None = None
    chats: ChatList | None = None
    left_chats: ChatList | None = None


decode_export = msgspec.json.Decoder(ExportObject).decode
decode_chat = msgspec.json.Decoder(ChatObject).decode
decode_head = msgspec.json.Decoder(ChatHead).decode
decode_row: Callable[[Raw | bytes], Row] = msgspec.json.Decoder(Row).decode
decode_keys = msgspec.json.Decoder(dict[str, Raw]).decode
decode_text: Callable[[Raw | bytes], RichText | None] = msgspec.json.Decoder(RichText | None).decode
