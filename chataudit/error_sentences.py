"""An error that a user can cause in, the words that tell it out."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import cast

from chataudit.errors import ChatAuditError, Complaint, RulebookError
from chataudit.wording import Language, wording


def tell_error(error: ChatAuditError, language: Language) -> str:
    """Return an error in one sentence; of several mistakes of a rulebook or of the settings a line each."""
    complaints = cast("Sequence[Complaint]", error.complaints if isinstance(error, RulebookError) else error.details.get("complaints", ()))
    details = {name: value for name, value in error.details.items() if name != "complaints"}
    sentence = wording(language, error.key, **{"count": len(complaints)} | _in_line(details))
    mistakes = [f"{_flat(each.place)}: {wording(language, each.key, **_in_line(each.details))}" for each in complaints]
    return f"{sentence} {mistakes[0]}" if len(mistakes) == 1 else "\n  ".join([sentence, *mistakes])


def hide_names(error: ChatAuditError) -> None:
    """Take participants' names and titles of other chats out of an error."""
    naming = ("name", "near") if error.key.startswith("teacher.") else ("chats",)
    error.details |= {detail: "…" for detail in naming if detail in error.details}


def _in_line(details: Mapping[str, object]) -> dict[str, object]:
    return {name: _flat(value) for name, value in details.items()}


def _flat(value: object) -> object:
    """Return a text without line ends, which file names may have: no name forges a line of its own."""
    return " ".join(str(value).split("\n")) if isinstance(value, str | PurePath) else value
