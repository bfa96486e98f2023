"""The schema for editors speaks of rule files as the loader does."""

import json

import pytest

from chataudit.rulebook.json_schema import rule_file_schema


@pytest.fixture(scope="module")
def schemas() -> dict[str, dict]:
    return json.loads(rule_file_schema())["$defs"]


def test_keys_are_spelled_as_in_the_file(schemas: dict[str, dict]):
    assert {"say", "is", "not", "all"} <= schemas["Condition"]["properties"].keys()
    assert not {"is_", "not_"} & schemas["Condition"]["properties"].keys()


def test_unknown_keys_are_refused(schemas: dict[str, dict]):
    assert all(schema["additionalProperties"] is False for schema in schemas.values())


def test_kind_of_a_rule_chooses_its_keys(schemas: dict[str, dict]):
    rules = schemas["RuleFile"]["properties"]["rules"]["items"]["anyOf"]
    assert {"$ref": "#/$defs/Burst"} in rules
    assert schemas["Burst"]["properties"]["kind"] == {"const": "burst"}
    assert {"id", "title", "kind", "gap"} <= set(schemas["Burst"]["required"])


def test_what_is_written_as_one_scalar_is_no_mapping(schemas: dict[str, dict]):
    pattern = schemas["Condition"]["properties"]["say"]["items"]
    assert pattern["type"] == ["string", "number"]
