"""Display names that lack a part of the name (definitions, 6)."""

from __future__ import annotations

from typing import ClassVar

from chataudit.conditions.condition import Texts
from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Details, Matches
from chataudit.russian.display_names import missing


class DisplayName(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="display_name"):
    """Every participant who wrote and whose display name surely lacks a part.

    Attributes:
        parts: texts for the parts surname, given, patronymic.
    """

    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "missing")

    parts: dict[str, Texts]

    def find(self, context: Context) -> Matches:
        """Return a match a participant; its details name the parts that lack."""
        lacking = [(name, missing(parts)) for name, parts in context.judged_names.items()]
        found = [(name, parts) for name, parts in lacking if parts]
        details: list[Details] = [{"missing": [self.parts[part] for part in parts]} for _, parts in found]
        return Matches([()] * len(found), people=[(name,) for name, _ in found], details=details)
