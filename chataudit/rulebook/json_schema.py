"""The JSON Schema of a rule file, for editors: made of the same structures that the loader reads by.

By hand rather than by msgspec's own schema: that takes what we write as one scalar (a pattern, a comparison) for a mapping.
"""

from __future__ import annotations

import inspect
import json
import types
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from chataudit.matching.scalars import SCALARS
from chataudit.rulebook.rulebook import RuleFile

_PLAIN: Final[dict[type, str]] = {str: "string", int: "integer", float: "number", bool: "boolean"}

Schema = dict[str, Any]


def rule_file_schema() -> str:
    """Return the schema as JSON text."""
    definitions: dict[str, Schema] = {}
    root = _schema_of(RuleFile, definitions)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "chataudit rule file", **root, "$defs": definitions}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _schema_of(wanted: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a type, adding the structures that it needs to `definitions`."""
    if wanted in SCALARS:
        return {"type": ["string", "number"], "description": _first_line(wanted)}
    if wanted in _PLAIN:
        return {"type": _PLAIN[wanted]}
    origin, arguments = get_origin(wanted), [each for each in get_args(wanted) if each is not type(None)]
    if origin in (Union, types.UnionType):
        options = [_schema_of(each, definitions) for each in arguments]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if origin is Literal:
        return {"enum": arguments}
    if origin in (list, tuple):
        return {"type": "array", "items": _schema_of(arguments[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1], definitions)}
    assert issubclass(wanted, msgspec.Struct), wanted
    if wanted.__name__ not in definitions:
        definitions[wanted.__name__] = {}  # structures may hold themselves
        definitions[wanted.__name__] |= _schema_of_structure(wanted, definitions)
    return {"$ref": f"#/$defs/{wanted.__name__}"}


def _schema_of_structure(structure: type[msgspec.Struct], definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(structure)
    fields = msgspec.structs.fields(structure)
    properties = {each.encode_name: _schema_of(hints[each.name], definitions) for each in fields}
    required = [each.encode_name for each in fields if each.required]
    config = structure.__struct_config__
    if config.tag_field:
        properties[config.tag_field] = {"const": config.tag}
        required.append(config.tag_field)
    return {"type": "object", "description": _first_line(structure), "properties": properties, "required": required, "additionalProperties": False}


def _first_line(described: type) -> str:
    return (inspect.getdoc(described) or "").split("\n")[0]
