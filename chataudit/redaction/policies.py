"""What every text of a report is, field by field, and so what redaction does with it; a text that nobody declared cannot pass."""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import msgspec

from chataudit.charts import Month, Week
from chataudit.findings import (
    ChatFacts,
    Evidence,
    Finding,
    QuietHours,
    Quote,
    ReadyText,
    RecommendationResult,
    Report,
    RulebookName,
    RuleSummary,
    Teacher,
    Warning_,
)


class Policy(Enum):
    """What a text is.

    Attributes:
        OURS: words, codes and figures of the program and of the rulebook, and numbers that the messenger gave to messages.
        NAME: a display name, or another name of a person.
        CHAT: words that somebody wrote in the chat.
        SENTENCE: a sentence of ours that may name the people of the same finding.
        READY: sentences of ours, filled with names of people and of the chat.
        READING: a sentence of ours that may quote the export's structure.
        TITLE: the chat's name; SOURCE: the name of the export's file.
        ID: a finding's id, which must not be made of a name.
    """

    OURS = "ours"
    NAME = "name"
    CHAT = "chat"
    SENTENCE = "sentence"
    READY = "ready"
    READING = "reading"
    TITLE = "title"
    SOURCE = "source"
    ID = "id"


_OURS: Final = Policy.OURS

POLICIES: Final[Mapping[type[msgspec.Struct], Mapping[str, Policy]]] = {
    Report: {"schema": _OURS, "chataudit": _OURS, "generated_at": _OURS},
    RulebookName: {"name": _OURS, "version": _OURS, "title": _OURS},
    ChatFacts: {
        "title": Policy.TITLE,
        "platform": _OURS,
        "source": Policy.SOURCE,
        "first_message_at": _OURS,
        "last_message_at": _OURS,
        "timezone": _OURS,
        "hides": _OURS,
    },
    QuietHours: {"from_message": _OURS, "working": _OURS},
    Teacher: {"name": Policy.NAME, "evidence": _OURS},
    Warning_: {"text": Policy.READING},
    RecommendationResult: {
        "title": _OURS,
        "clause": _OURS,
        "why": _OURS,
        "advice": _OURS,
        "reason": _OURS,
        "needs_text": _OURS,
        "beyond_letter": _OURS,
        "questions": _OURS,
    },
    ReadyText: {"title": _OURS, "text": Policy.READY},
    RuleSummary: {"rule": _OURS, "title": _OURS, "reliability": _OURS},
    Finding: {
        "id": Policy.ID,
        "rule": _OURS,
        "message_ids": _OURS,
        "participants": Policy.NAME,
        "at": _OURS,
        "excerpt": Policy.CHAT,
        "explanation": Policy.SENTENCE,
        "signs": _OURS,
    },
    Quote: {"id": _OURS, "author": Policy.NAME, "at": _OURS, "text": Policy.CHAT},
    Evidence: {"rule": _OURS, "message_ids": _OURS, "participants": Policy.NAME, "at": _OURS, "excerpt": Policy.CHAT},
    Week: {"monday": _OURS},
    Month: {"month": _OURS},
}


@cache
def fields_to_redact(structure: type[msgspec.Struct]) -> tuple[tuple[str, Policy], ...]:
    """Return the fields of a structure that are redacted.

    Raises:
        LookupError: a field that may hold text is not declared (a bug: a new field needs its policy here).
    """
    declared = POLICIES.get(structure, {})
    undeclared = texts_of(structure) - declared.keys()
    if undeclared:
        raise LookupError(f"{structure.__name__}: no redaction policy for {sorted(undeclared)}")
    return tuple((name, policy) for name, policy in declared.items() if policy is not Policy.OURS)


def texts_of(structure: type[msgspec.Struct]) -> set[str]:
    """Return the names of the fields that may hold text themselves, not in structures within them."""
    return {name for name, hint in get_type_hints(structure).items() if name in structure.__struct_fields__ and _may_hold_text(hint)}


def _may_hold_text(hint: Any) -> bool:
    if hint is str or hint is Any or hint is object:
        return True
    if get_origin(hint) in (Union, types.UnionType, list, tuple, dict, set, frozenset) or hasattr(hint, "__origin__"):
        keys_are_ours = get_origin(hint) is dict
        return any(_may_hold_text(each) for each in (get_args(hint)[1:] if keys_are_ours else get_args(hint)) if not _is_literal(hint))
    return False


def _is_literal(hint: Any) -> bool:
    from typing import Literal

    return get_origin(hint) is Literal
