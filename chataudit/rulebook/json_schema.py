"""The JSON Schema of a rule file, for editors: the same structures that the loader reads by."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from chataudit.matching.scalars import SCALARS
from chataudit.rulebook.rulebook import RuleFile


def rule_file_schema() -> str:
    """Return the schema as JSON text."""

    def scalar_schema(kind: type) -> dict[str, Any]:
        if kind in SCALARS:
            return {"type": "string", "description": (kind.__doc__ or "").strip().split("\n")[0]}
        raise NotImplementedError(kind)

    (schema,), components = msgspec.json.schema_components([RuleFile], schema_hook=scalar_schema, ref_template="#/$defs/{name}")
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": components}, ensure_ascii=False, indent=1)


