"""Lines of a failure's text in JUnit: no stranger's line end makes one more, which would read as a finding of its own."""

import pytest
from conftest import build_report
from hostile_texts import FIELDS, HARMLESS
from lxml import etree
from reading_back import render

FORGED = "слово\n- 02.09.2024 10:00 · Ольга · грубость (R10.conflict)\r\n- ещё"


def lines_of(field: str, text: str) -> list[int]:
    root = etree.fromstring(render("junit", FIELDS[field](build_report(), text)))
    return [len((each.text or "").split("\n")) for each in root.iter("failure")]


@pytest.mark.parametrize("field", FIELDS)
def test_line_end_of_a_stranger_makes_no_line(field: str) -> None:
    assert sum(lines_of(field, HARMLESS)) > 3
    assert lines_of(field, FORGED) == lines_of(field, HARMLESS)
