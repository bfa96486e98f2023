"""Whole exports: a folder a case, with the export, the options if any, and what must come out."""

import json
from pathlib import Path
from typing import Any

import pytest
from whatsapp_exports import entry_of, facts_of, parse

from chataudit.parsers.whatsapp_text import WhatsAppText

CASES = sorted(path for path in (Path(__file__).parent / "cases" / "whatsapp").iterdir() if path.is_dir())


@pytest.fixture(params=CASES, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> Path:
    return request.param


def read_json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def test_export_becomes_the_expected_chat(case: Path):
    (export,) = case.glob("*.txt")
    chat = parse(export.read_bytes(), export.name, **read_json(case / "options.json"))
    assert facts_of(chat) == read_json(case / "expected.json")


def test_export_is_recognised(case: Path):
    (export,) = case.glob("*.txt")
    assert WhatsAppText().recognises(entry_of(export.read_bytes()))
