"""An error that a user can cause in, the words that tell it out."""

from collections.abc import Sequence
from typing import cast

from chataudit.errors import ChatAuditError, Complaint, RulebookError
from chataudit.wording import Language, wording


def tell_error(error: ChatAuditError, language: Language) -> str:
    """Return an error in one sentence; of several mistakes of a rulebook or of the settings a line each."""
    complaints = cast("Sequence[Complaint]", error.complaints if isinstance(error, RulebookError) else error.details.get("complaints", ()))
    details = {name: value for name, value in error.details.items() if name != "complaints"}
    sentence = wording(language, error.key, **{"count": len(complaints)} | details)
    mistakes = [f"{each.place}: {wording(language, each.key, **each.details)}" for each in complaints]
    return f"{sentence} {mistakes[0]}" if len(mistakes) == 1 else "\n  ".join([sentence, *mistakes])
