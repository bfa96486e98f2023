"""Telegram's service actions (JSON) as events of the message table."""

from collections.abc import Sequence
from typing import Final, NamedTuple

_EVENT_OF_ACTION: Final = {
    "create_group": "create_group",
    "create_channel": "create_group",  # a supergroup is a channel to Telegram
    "edit_group_title": "rename",
    "edit_group_photo": "photo",
    "delete_group_photo": "photo",
    "invite_members": "invite",
    "remove_members": "remove",
    "join_group_by_link": "join",
    "join_group_by_request": "join",
    "migrate_to_supergroup": "migrate",
    "migrate_from_group": "migrate",
    "pin_message": "pin",
    "clear_history": "settings",
    "set_messages_ttl": "settings",
    "edit_chat_theme": "settings",
    "set_chat_wallpaper": "settings",
    "set_same_chat_wallpaper": "settings",
    "paid_messages_price_change": "settings",
    "topic_created": "topic",
    "topic_edit": "topic",
    "phone_call": "call",
    "conference_call": "call",
    "group_call": "call",
    "invite_to_group_call": "call",
    "group_call_scheduled": "call",
}

# Understood, and nothing to an audit: they are `other`, but no reason for a warning.
_IDLE_ACTIONS: Final = frozenset(
    [
        "score_in_game",
        "send_payment",
        "refunded_payment",
        "take_screenshot",
        "suggest_profile_photo",
        "joined_telegram",
        "requested_phone_number",
        "proximity_reached",
        "attach_menu_bot_allowed",
        "web_app_bot_allowed",
        "allow_sending_messages",
        "send_passport_values",
        "send_webview_data",
        "requested_peer",
        "boost_apply",
        "send_premium_gift",
        "send_stars_gift",
        "send_ton_gift",
        "send_star_gift",
        "gift_code_prize",
        "stars_prize",
        "giveaway_launch",
        "giveaway_results",
        "paid_messages_refund",
        "todo_completions",
        "todo_append_tasks",
        "process_suggested_post",
        "suggested_post_success",
        "suggested_post_refund",
    ]
)

LOSES: Final = {"set_messages_ttl": "parsers.auto_delete", "clear_history": "telegram.history_cleared"}  # what the warning says, by action

_SETS_TITLE: Final = frozenset({"create_group", "create_channel", "edit_group_title"})


class Event(NamedTuple):
    """What a service message tells, in the words of the message table."""

    event: str
    members: tuple[str, ...] = ()
    title: str | None = None
    known: bool = True


def event_of(action: str | None, actor: str | None, members: Sequence[str], title: str | None) -> Event:
    """Return the event of a service action.

    Args:
        action: Telegram's word; None for a bot's own sentence.
        actor: display name of who acted.
        members: display names that the action is about.
        title: the action's title.
    """
    if action is None or action in _IDLE_ACTIONS:
        return Event("other", tuple(members))
    event = _EVENT_OF_ACTION.get(action)
    if event is None:
        return Event("other", tuple(members), known=False)
    alone = actor is not None and list(members) == [actor]
    # Telegram's interface to programs tells of people who come or go by themselves as inviting or removing themselves.
    if alone and event in ("invite", "remove"):
        return Event("join" if event == "invite" else "leave")
    return Event(event, tuple(members), title if action in _SETS_TITLE else None)
