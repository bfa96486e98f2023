"""YAML read strictly into typed structures: every mistake of a file is collected with its line, none stops the reading.

Scalars follow YAML 1.2's core schema (`22:00` and `no` are texts), duplicate and unknown keys are refused, and so are
aliases, tags and files beyond the limits. The structures are msgspec Structs: they state the format once, for reading and
for the JSON Schema alike.
"""

import difflib
import math
import re
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec
import yaml

from chataudit.errors import BadScalar, Complaint

MAX_BYTES: Final = 1024 * 1024
MAX_DEPTH: Final = 24
_MOST: Final = 32 * MAX_BYTES  # characters; no file of ours may be as long

_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

# YAML 1.2, core schema; everything else is text.
_INT: Final = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT: Final = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?")
_TRUE: Final = frozenset({"true", "True", "TRUE"})
_FALSE: Final = frozenset({"false", "False", "FALSE"})

T = TypeVar("T")


@dataclass
class Reading:
    """One file being read.

    Attributes:
        name: the file's name for complaints.
        complaints: what was wrong, in the order met.
        scalars: readers of types that are written as one scalar; they raise BadScalar.
        unlisted: by the field that names a structure of a union, what finds one that the union does not list.
        lines: line of the mapping that each structure came from, by `id` of the structure.
        max_bytes: what is longer is not read.
    """

    name: str
    scalars: dict[type, Callable[[str], object]] = field(default_factory=dict)
    unlisted: dict[str, Callable[[str], type[msgspec.Struct] | None]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    lines: dict[int, int] = field(default_factory=dict)
    max_bytes: int = MAX_BYTES

    def complain(self, line: int, key: str, **details: object) -> None:
        """Note a mistake at `line` (from 1)."""
        self.complaints.append(Complaint(f"{self.name}:{line}", key, **details))

    def line_of(self, structure: object) -> int:
        """Return the line that a structure was read from; 1 where it is not known."""
        return self.lines.get(id(structure), 1)


def read_yaml(text: str, structure: type[T], reading: Reading) -> T | None:
    """Read the first document of `text` as `structure`; None where a mistake made it impossible (see `reading.complaints`)."""
    if len(text) > reading.max_bytes:
        reading.complain(1, "yaml.too_large", limit=reading.max_bytes // 1024)
        return None
    node = _compose(text, reading)
    if node is None:
        return None
    before = len(reading.complaints)
    value = _read(node, structure, reading)
    return cast("T", value) if len(reading.complaints) == before else None


def read_text(path: Path) -> str:
    """Return a file's text without a byte-order mark; of a huge one its beginning, which `read_yaml` refuses for its length."""
    with path.open(encoding="utf-8-sig") as file:
        return file.read(_MOST)


def _compose(text: str, reading: Reading) -> yaml.Node | None:
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            refused = _refuse(event, depth)
            if refused is not None:
                reading.complain(_line(event), refused, limit=MAX_DEPTH)
                return None
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reading.complain(mark.line + 1 if mark else 1, "yaml.syntax", problem=error.problem or "")
        return None
    except yaml.YAMLError:
        reading.complain(1, "yaml.syntax", problem="")
        return None
    if node is None:
        reading.complain(1, "yaml.empty")
    return node


def _refuse(event: yaml.Event, depth: int) -> str | None:
    """Return the wording key of what a rulebook may not use of YAML."""
    if getattr(event, "anchor", None) is not None:
        return "yaml.alias"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
        return "yaml.tag"
    return "yaml.too_deep" if depth > MAX_DEPTH else None


def _read(node: yaml.Node, wanted: Any, reading: Reading) -> Any:
    if wanted in reading.scalars:
        return _read_custom(node, wanted, reading)
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _read_union(node, get_args(wanted), reading)
    if origin is Literal:
        return _read_literal(node, get_args(wanted), reading)
    if origin in (list, tuple):
        return _read_list(node, wanted, reading)
    if origin is dict:
        return _read_dict(node, get_args(wanted)[1], reading)
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return _read_struct(node, wanted, reading)
    return _read_scalar(node, wanted, reading)


def _line(part: yaml.Node | yaml.Event) -> int:
    return part.start_mark.line + 1 if part.start_mark else 1


def _read_custom(node: yaml.Node, wanted: type, reading: Reading) -> object:
    if not isinstance(node, yaml.ScalarNode):
        reading.complain(_line(node), "yaml.not_text")
        return None
    try:
        return reading.scalars[wanted](node.value)
    except BadScalar as bad:
        reading.complain(_line(node), bad.key, **bad.details)
        return None


def _read_union(node: yaml.Node, options: tuple[Any, ...], reading: Reading) -> Any:
    options = tuple(option for option in options if option is not type(None))
    if len(options) == 1:
        return _read(node, options[0], reading)
    tagged = {option.__struct_config__.tag: option for option in options if isinstance(option, type) and issubclass(option, msgspec.Struct)}
    if len(tagged) == len(options) and isinstance(node, yaml.MappingNode):
        tag_field = next(iter(tagged.values())).__struct_config__.tag_field
        chosen = next((value.value for key, value in node.value if key.value == tag_field and isinstance(value, yaml.ScalarNode)), None)
        found = tagged.get(chosen) or (reading.unlisted[tag_field](chosen) if chosen and tag_field in reading.unlisted else None)
        if found is None:
            reading.complain(_line(node), "yaml.bad_choice", value=chosen or tag_field, choices=", ".join(sorted(map(str, tagged))))
            return None
        return _read_struct(node, found, reading)
    structures = [option for option in options if isinstance(option, type) and issubclass(option, msgspec.Struct)]
    if isinstance(node, yaml.MappingNode) and len(structures) == 1:
        return _read_struct(node, structures[0], reading)
    for option in options:  # a scalar or a list, told apart by the node's own shape
        is_list = get_origin(option) is list
        if isinstance(node, yaml.SequenceNode) == is_list:
            return _read(node, option, reading)
    reading.complain(_line(node), "yaml.not_text")
    return None


def _read_literal(node: yaml.Node, choices: tuple[Any, ...], reading: Reading) -> Any:
    value = node.value if isinstance(node, yaml.ScalarNode) else None
    for choice in choices:
        if str(choice) == value:
            return choice
    near = difflib.get_close_matches(str(value), [str(choice) for choice in choices], 1)
    key = "yaml.bad_choice_near" if near else "yaml.bad_choice"
    reading.complain(_line(node), key, value=value, choices=", ".join(map(str, choices)), near=near[0] if near else "")
    return None


def _read_list(node: yaml.Node, wanted: Any, reading: Reading) -> Any:
    item = get_args(wanted)[0]
    if not isinstance(node, yaml.SequenceNode):
        reading.complain(_line(node), "yaml.not_list")
        return []
    items = [_read(each, item, reading) for each in node.value]
    return tuple(items) if get_origin(wanted) is tuple else items


def _pairs(node: yaml.MappingNode, reading: Reading) -> list[tuple[str, yaml.Node, yaml.Node]]:
    seen: dict[str, int] = {}
    pairs: list[tuple[str, yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            reading.complain(_line(key), "yaml.not_text")
        elif key.value in seen:
            reading.complain(_line(key), "yaml.duplicate_key", name=key.value, first=seen[key.value])
        else:
            seen[key.value] = _line(key)
            pairs.append((key.value, key, value))
    return pairs


def _read_dict(node: yaml.Node, wanted: Any, reading: Reading) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        reading.complain(_line(node), "yaml.not_mapping")
        return {}
    return {name: _read(value, wanted, reading) for name, _, value in _pairs(node, reading)}


@cache
def _fields(structure: type[msgspec.Struct]) -> dict[str, tuple[str, Any, bool]]:
    """Return the keys of a structure: key → (attribute, type, required)."""
    hints = get_type_hints(structure)
    return {each.encode_name: (each.name, hints[each.name], each.required) for each in msgspec.structs.fields(structure)}


def _read_struct(node: yaml.Node, structure: type[msgspec.Struct], reading: Reading) -> Any:
    if not isinstance(node, yaml.MappingNode):
        reading.complain(_line(node), "yaml.not_mapping")
        return None
    known = _fields(structure)
    tag_field = structure.__struct_config__.tag_field
    values: dict[str, Any] = {}
    failed = False
    for name, key, value in _pairs(node, reading):
        if name == tag_field:
            continue
        if name not in known:
            near = difflib.get_close_matches(name, list(known), 1)
            near_key = "yaml.unknown_key_near" if near else "yaml.unknown_key"
            reading.complain(_line(key), near_key, name=name, near=near[0] if near else "", known=", ".join(sorted(known)))
            continue
        attribute, wanted, _ = known[name]
        before = len(reading.complaints)
        values[attribute] = _read(value, wanted, reading)
        failed |= len(reading.complaints) > before
    for name, (attribute, _, required) in known.items():
        if required and attribute not in values:
            reading.complain(_line(node), "yaml.missing_key", name=name)
            failed = True
    if failed:
        return None
    built = structure(**values)
    reading.lines[id(built)] = _line(node)
    return built


def _read_scalar(node: yaml.Node, wanted: Any, reading: Reading) -> Any:
    if not isinstance(node, yaml.ScalarNode):
        reading.complain(_line(node), "yaml.not_text")
        return None
    text: str = node.value
    quoted = node.style in ('"', "'", "|", ">")
    if wanted is str:
        return text
    if wanted is bool and not quoted and text in _TRUE | _FALSE:
        return text in _TRUE
    if wanted is int and not quoted and _INT.fullmatch(text):
        return int(text)
    if wanted is float and not quoted and _FLOAT.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    reading.complain(_line(node), f"yaml.not_{wanted.__name__}", value=text[:40])
    return None
