"""YAML read strictly: what is refused, and where it stands."""

from typing import Literal

import msgspec
import pytest

from chataudit.errors import Complaint
from chataudit.matching.scalars import SCALARS, Duration
from chataudit.strict_yaml import MAX_BYTES, MAX_DEPTH, Reading, read_yaml


class Inner(msgspec.Struct, frozen=True):
    name: str
    count: int = 0


class Circle(msgspec.Struct, frozen=True, tag="circle", tag_field="shape"):
    radius: float


class Square(msgspec.Struct, frozen=True, tag="square", tag_field="shape"):
    side: int


class Sheet(msgspec.Struct, frozen=True):
    text: str = ""
    flag: bool = False
    number: int = 0
    share: float = 0.0
    colour: Literal["red", "green"] = "red"
    span: Duration = Duration(0)
    items: list[str] = []
    inner: Inner | None = None
    shape: Circle | Square | None = None
    either: str | list[str] | None = None
    pages: dict[str, Inner] = {}
    from_: str = msgspec.field(name="from", default="")


def read(text: str) -> Sheet:
    reading = Reading("sheet.yaml", dict(SCALARS))
    sheet = read_yaml(text, Sheet, reading)
    assert sheet is not None, reading.complaints
    return sheet


def complaints(text: str) -> list[Complaint]:
    reading = Reading("sheet.yaml", dict(SCALARS))
    assert read_yaml(text, Sheet, reading) is None
    return reading.complaints


def told(text: str) -> list[tuple[str, str]]:
    return [(each.place, each.key) for each in complaints(text)]


@pytest.mark.parametrize("word", ["22:00", "7:00", "no", "off", "yes", "1_000", "0x1F", "2024-09-01", "null", "~", "12", "1.5", "true"])
def test_text_is_the_text_as_written(word: str) -> None:
    assert read(f"text: {word}").text == word


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("flag: true", Sheet(flag=True)),
        ("number: -12", Sheet(number=-12)),
        ("number: 010", Sheet(number=10)),
        ("share: 0.5", Sheet(share=0.5)),
        ("share: 3", Sheet(share=3.0)),
        ("share: 1e3", Sheet(share=1000.0)),
        ("colour: green", Sheet(colour="green")),
        ("span: 2h", Sheet(span=Duration(7200))),
        ("items: [a, b]", Sheet(items=["a", "b"])),
        ("from: here", Sheet(from_="here")),
        ("inner: {name: a, count: 2}", Sheet(inner=Inner("a", 2))),
        ("shape: {shape: circle, radius: 1.5}", Sheet(shape=Circle(1.5))),
        ("shape: {shape: square, side: 2}", Sheet(shape=Square(2))),
        ("either: a", Sheet(either="a")),
        ("either: [a]", Sheet(either=["a"])),
        ("pages: {one: {name: a}}", Sheet(pages={"one": Inner("a")})),
    ],
)
def test_values_are_read_by_their_types(text: str, sheet: Sheet) -> None:
    assert read(text) == sheet


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("flag: yes", "yaml.not_bool"),
        ("flag: 'true'", "yaml.not_bool"),
        ("number: 1.5", "yaml.not_int"),
        ("number: '1'", "yaml.not_int"),
        ("number: 0x1F", "yaml.not_int"),
        ("share: много", "yaml.not_float"),
        ("text: [a]", "yaml.not_text"),
        ("span: [a]", "yaml.not_text"),
        ("span: 2 часа", "yaml.bad_duration"),
        ("items: a", "yaml.not_list"),
        ("items:", "yaml.not_list"),
        ("inner: a", "yaml.not_mapping"),
        ("pages: [a]", "yaml.not_mapping"),
        ("colour: gren", "yaml.bad_choice_near"),
        ("colour: blue", "yaml.bad_choice"),
        ("colour: [red]", "yaml.bad_choice"),
        ("inner: {}", "yaml.missing_key"),
        ("shape: {shape: oval}", "yaml.bad_choice"),
        ("shape: {radius: 1}", "yaml.bad_choice"),
        ("shape: {shape: [circle]}", "yaml.bad_choice"),
        ("number: " + "9" * 5000, "yaml.not_int"),
        ("shape: a", "yaml.not_mapping"),
        ("either: {a: b}", "yaml.not_text"),
        ("txet: a", "yaml.unknown_key_near"),
        ("wholly: a", "yaml.unknown_key"),
        ("[a]: b", "yaml.not_text"),
        ("- a", "yaml.not_mapping"),
        ("", "yaml.empty"),
        ("# a note\n", "yaml.empty"),
        ("text: 'a", "yaml.syntax"),
        ("text: \x07", "yaml.syntax"),
    ],
)
def test_mistake_is_told_with_its_key(text: str, key: str) -> None:
    assert [each.key for each in complaints(text)] == [key]


def test_every_mistake_is_told_with_its_line() -> None:
    text = "flag: maybe\nnumber: 1\ninner:\n  count: x\npages:\n  one: {naem: a}\n"

    assert told(text) == [
        ("sheet.yaml:1", "yaml.not_bool"),
        ("sheet.yaml:4", "yaml.not_int"),
        ("sheet.yaml:4", "yaml.missing_key"),
        ("sheet.yaml:6", "yaml.unknown_key_near"),
        ("sheet.yaml:6", "yaml.missing_key"),
    ]


def test_repeated_key_is_told_with_its_first_line() -> None:
    (complaint,) = complaints("text: a\nflag: true\ntext: b\n")

    assert (complaint.place, complaint.key, complaint.details) == ("sheet.yaml:3", "yaml.duplicate_key", {"name": "text", "first": 1})


def test_unknown_key_is_told_with_the_nearest() -> None:
    assert complaints("colr: red")[0].details["near"] == "colour"


@pytest.mark.parametrize("text", ["text: &a b\neither: *a\n", "inner: &a {name: b}\npages: {one: *a}\n"])
def test_anchors_and_aliases_are_refused(text: str) -> None:
    assert told(text) == [("sheet.yaml:1", "yaml.alias")]


@pytest.mark.parametrize("text", ["text: !!python/object/apply:os.system [a]", "text: !!binary aGk=", "inner: !custom {name: a}"])
def test_tags_are_refused(text: str) -> None:
    assert [each.key for each in complaints(text)] == ["yaml.tag"]


def test_nesting_has_a_limit() -> None:
    assert told("items: " + "[" * (MAX_DEPTH + 1)) == [("sheet.yaml:1", "yaml.too_deep")]


def test_size_has_a_limit() -> None:
    assert told("# " + "a" * MAX_BYTES) == [("sheet.yaml:1", "yaml.too_large")]


def test_second_document_is_refused_or_left_alone_but_never_merged() -> None:
    assert [each.key for each in complaints("text: a\n---\ntext: b\n")] == ["yaml.syntax"]


def test_structure_knows_its_line() -> None:
    reading = Reading("sheet.yaml", dict(SCALARS))
    sheet = read_yaml("text: a\ninner:\n  name: b\n", Sheet, reading)

    assert sheet is not None
    assert reading.line_of(sheet.inner) == 3
    assert reading.line_of(object()) == 1
