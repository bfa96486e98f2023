"""Exports written from the schema up: every key that Telegram knows, with a value of its own kind or of any other."""

import json
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from fuzz.targets import TARGETS, attempt
from hypothesis import given
from hypothesis import strategies as st
from laws.examples import examples

from chataudit.parsers.telegram_schema import Message, Service

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
_KEYS = st.sampled_from(("text", "type", "href", "count", "x"))
_ANYTHING = st.recursive(_SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner), max_leaves=6)
_PART = st.fixed_dictionaries({"type": st.sampled_from(("bold", "text_link", "?")), "text": st.text(max_size=8)})
_TEXT_PARTS = st.lists(st.text(max_size=8) | _PART, max_size=3)
_LIKELY: dict[str, st.SearchStrategy[Any]] = {
    "id": st.integers(-(10**10), 10**10),
    "date": st.datetimes().map(lambda at: at.isoformat(timespec="seconds")),
    "date_unixtime": st.integers(0, 2 * 10**9).map(str),
    "text": st.text(max_size=20) | _TEXT_PARTS,
    "from": st.none() | st.text(max_size=8),
    "actor": st.none() | st.text(max_size=8),
    "members": st.lists(st.none() | st.text(max_size=8), max_size=4),
    "action": st.sampled_from(("create_group", "invite_members", "remove_members", "join_group_by_link", "pin_message", "edit_group_title")),
}
_ALWAYS = {"id": _LIKELY["id"], "date": _LIKELY["date"]}


def _keys_of(struct: type[msgspec.Struct]) -> dict[str, st.SearchStrategy[Any]]:
    names = [each.encode_name for each in msgspec.structs.fields(struct) if each.encode_name not in _ALWAYS]
    return {name: _LIKELY.get(name, _SCALARS) | _ANYTHING for name in names}


_ROWS = st.one_of(
    st.fixed_dictionaries({"type": st.just("message")} | _ALWAYS, optional=_keys_of(Message)),
    st.fixed_dictionaries({"type": st.just("service")} | _ALWAYS, optional=_keys_of(Service)),
    st.fixed_dictionaries({"type": _ANYTHING}, optional={"id": _ANYTHING}) | _ANYTHING,
)
_TYPES = st.sampled_from(("private_group", "private_supergroup")) | _SCALARS
_CHATS = st.fixed_dictionaries({"name": _SCALARS, "type": _TYPES, "id": _SCALARS, "messages": st.lists(_ROWS, max_size=6)})


@examples(120)
@given(_CHATS)
def test_chat_of_any_values_is_read_or_refused(chat: dict[str, Any]):
    with tempfile.TemporaryDirectory() as folder:
        attempt(TARGETS["telegram_json"], json.dumps(chat, ensure_ascii=True).encode(), Path(folder))


@examples(60)
@given(st.lists(_CHATS, max_size=3), st.lists(_CHATS, max_size=2))
def test_account_of_any_values_is_read_or_refused(chats: list[Any], left: list[Any]):
    account = {"about": "x", "contacts": {"list": []}, "chats": {"list": chats}, "left_chats": {"list": left}}
    with tempfile.TemporaryDirectory() as folder:
        attempt(TARGETS["telegram_account"], json.dumps(account).encode(), Path(folder))
