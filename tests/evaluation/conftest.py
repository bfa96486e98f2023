"""Labelled chats of a few lines, and a rulebook of one word."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tiny_rulebooks import labelling, message_rule

from chataudit.rulebook.rulebook import Rulebook

HEAD = {"chat": "t", "platform": "telegram", "title": "5Б", "teacher": "Мария Петровна"}


@pytest.fixture
def labelled(tmp_path: Path) -> Callable[..., Path]:
    """Write a labelled chat: (text, codes) a message, a minute apart; further keys of a message as a dict."""

    def write(*messages: tuple[str, list[str]] | dict[str, Any], name: str = "chat", **head: object) -> Path:
        lines: list[dict[str, Any]] = [HEAD | head]
        for number, message in enumerate(messages, start=1):
            own = message if isinstance(message, dict) else {"text": message[0], "labels": message[1]}
            author = "Мария Петровна" if number == 1 else "Ольга"
            line = {"n": number, "ts": f"2025-09-01T10:{number:02}:30", "author": author, "kind": "text", "text": "", "labels": []}
            lines.append(line | own)
        path = tmp_path / f"{name}.jsonl"
        path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def rulebook(make_rulebook: Callable[..., Rulebook]) -> Rulebook:
    """A rule that finds one word, whose labels people give."""
    return labelling(make_rulebook(message_rule("{say: [слово]}")), codes=["R01.word"])
