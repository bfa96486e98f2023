"""The table that chats are exported to and read back from: its fields, as data and as Frictionless Table Schemas."""

from typing import Any, Final, NamedTuple

from chataudit.chat import HIDEABLE, PARTICIPANT_COLUMNS
from chataudit.messages import COLUMNS, EVENTS, KINDS

SCHEMA: Final = "chataudit.table/1"
FACTS_FILE: Final = "chat.json"
GUARD: Final = "'"  # before a text that a spreadsheet would take for a formula
GUARDED: Final = ("=", "+", "-", "@", "\t", "\r", GUARD)

_TYPES: Final = {
    "str": "string",
    "category": "string",
    "int64": "integer",
    "Int64": "integer",
    "Int32": "integer",
    "datetime64[s]": "datetime",
    "bool": "boolean",
}
_MOST_OFFSET_MIN: Final = 24 * 60 - 1  # what Python's zones hold
_COMPUTED: Final = ("n", "album")  # by whoever reads the table
_REQUIRED: Final = ("sent_at", "author", "text")
_DEFAULTS: Final = {
    "id": "the number of the row, from 1",
    "kind": "`service` where there is an event, else `text`",
    "edited": "false",
    "line": "the line of the file",
}
_PERSON_KINDS: Final = ("person", "bot", "channel", "deleted")
_PERSON_MEANINGS: Final = {
    "name": "display name, untouched",
    "participant_id": "the messenger's id",
    "kind": "what the participant is",
    "n_messages": "messages written, service events aside",
    "joined_at": "local time at which an event shows the joining",
    "left_at": "of the last leaving or removal that no joining follows",
    "present_from_start": "a member of the group from its creation on",
}


class Field(NamedTuple):
    """A field of the table.

    Attributes:
        type: of Frictionless' types.
        meaning: what it holds.
        required: the table must have this column; where it has, cells may be empty all the same if `nullable`.
        known: the only values allowed, where there are such.
        most: of a number, how far from 0 it may be, where there is such a limit.
    """

    name: str
    type: str
    meaning: str
    required: bool = False
    nullable: bool = True
    known: tuple[str, ...] = ()
    most: int | None = None


def _message_field(name: str) -> Field:
    column = COLUMNS[name]
    known = {"kind": KINDS, "event": EVENTS}.get(name, ())
    if name == "reply_to":
        return Field(name, "string", "`id` of the message replied to; empty: no reply, or to a message outside the table")
    empty = _DEFAULTS.get(name) or column.missing
    meaning = f"{column.meaning}; empty: {empty}" if empty else column.meaning
    most = _MOST_OFFSET_MIN if name == "utc_offset_min" else None
    return Field(name, _TYPES[column.dtype], meaning, name in _REQUIRED, name != "sent_at", tuple(known), most)


MESSAGE_FIELDS: Final = {name: _message_field(name) for name in COLUMNS if name not in _COMPUTED}
PARTICIPANT_FIELDS: Final = {
    name: Field(name, _TYPES[dtype], _PERSON_MEANINGS[name], name == "name", name != "name", _PERSON_KINDS if name == "kind" else ())
    for name, dtype in PARTICIPANT_COLUMNS.items()
}


def describe() -> dict[str, Any]:
    """Return the table's description: a Frictionless data package, and the JSON Schema of the facts beside it."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "chataudit-table",
        "version": SCHEMA,
        "resources": [
            _resource("messages", MESSAGE_FIELDS, primaryKey=["id"]),
            _resource("participants", PARTICIPANT_FIELDS),
        ],
        FACTS_FILE: {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "additionalProperties": False,
            "required": ["schema", "messages"],
            "properties": _FACTS,
        },
    }


_TEXT_OR_NULL: Final = {"type": ["string", "null"]}
_FACTS: Final[dict[str, Any]] = {
    "schema": {"const": SCHEMA},
    "messages": {"type": "string", "description": "name of the file of messages: CSV, JSON Lines or Parquet, told by its content"},
    "participants": _TEXT_OR_NULL | {"description": "name of the file of participants; without one they are computed from the messages"},
    "title": _TEXT_OR_NULL | {"description": "the chat's name"},
    "platform": {"type": "string", "description": "the messenger: telegram, whatsapp, vk, or any other's name"},
    "source": _TEXT_OR_NULL | {"description": "name of the file that the messages were first read from"},
    "timezone": {"enum": ["export", "given", None], "description": "how the offsets are known"},
    "hides": {
        "type": ["array", "null"],
        "items": {"enum": list(HIDEABLE)},
        "description": "what the messages cannot show; null: whatever has no column",
    },
    "truncated": {"type": "boolean", "description": "the chat ends before its end"},
    "warnings": {"type": "array", "items": {"type": "object"}, "description": "what was not understood when the messages were first read"},
    "guarded": {"type": "boolean", "description": f"in CSV a text that begins with {GUARD} loses that sign when it is read"},
}


def _resource(name: str, fields: dict[str, Field], **keys: object) -> dict[str, Any]:
    return {
        "name": name,
        "path": f"{name}.csv",
        "schema": {"fields": [_describe_field(each) for each in fields.values()], "missingValues": [""], **keys},
    }


def _describe_field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if not field.nullable else {}
    if field.known:
        constraints["enum"] = list(field.known)
    described: dict[str, Any] = {"name": field.name, "type": field.type, "description": field.meaning}
    if field.required:
        described["description"] += "; the column must be there"
    return described | ({"constraints": constraints} if constraints else {})
