"""A batch whose reports may leave: names of files, rows of the summary and reasons of failures without paths, schools and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, cast

import msgspec

from chataudit.batch.store import REPORTS, STATE
from chataudit.batch.summary import Row
from chataudit.errors import ChatAuditError, Complaint, ConfigError
from chataudit.findings import Redaction
from chataudit.reporters.base import make_folder, open_output
from chataudit.wording import Language, wording

_MARK: Final = "redaction"  # in the folder of the state: how the reports beside it are redacted
_PLACES: Final = frozenset({"path", "source"})  # details of errors that name an export


def label_export(number: int, language: Language) -> str:
    """Return what an export is called instead of its path: its number in the summary."""
    return wording(language, "redaction.place", number=number)


def claim_folder(output: Path, level: Redaction | None, written: Sequence[str], shown: str) -> None:
    """Mark a folder of reports with how they are redacted.

    Args:
        written: names of the files that a batch writes there, besides its folders.
        shown: the folder as the user named it.

    Raises:
        ConfigError: reports that are redacted otherwise lie there already.
    """
    mark = output / STATE / _MARK
    there = mark.read_text(encoding="utf-8").strip() if mark.is_file() else None
    used = any((output / name).exists() for name in (REPORTS, STATE, *written))
    if used and there != level:
        raise ConfigError("redaction.other_reports", path=shown)
    if level is not None and there is None:
        make_folder(mark.parent)
        with open_output(mark) as out:
            out.write(f"{level}\n".encode())


def hide_details(error: ChatAuditError, label: str, language: Language) -> ChatAuditError:
    """Return an error whose sentence names no path, chat or person: figures stay, the export bears its label."""
    complaints = cast("Sequence[Complaint]", error.details.get("complaints", ()))
    told = [Complaint(label, each.key, **_hide(each.details, label, language)) for each in complaints]
    return ChatAuditError(error.key, **_hide(error.details, label, language) | ({"complaints": told} if told else {}))


def _hide(details: Mapping[str, object], label: str, language: Language) -> dict[str, object]:
    mark = wording(language, "redaction.hidden")
    return {name: label if name in _PLACES else value if isinstance(value, int | float) else mark for name, value in details.items()}


def redact_rows(rows: Sequence[Row], level: Redaction, language: Language) -> list[Row]:
    """Return the rows of a summary without paths and people; with `all` schools and classes are numbered, too."""
    schools: dict[str, int] = {}
    classes: dict[tuple[str | None, str], int] = {}
    redacted = []
    for number, row in enumerate(rows, start=1):
        school, school_class = row.school, row.school_class
        if level == "all" and row.school:
            school = wording(language, "redaction.school", number=schools.setdefault(row.school, len(schools) + 1))
        if level == "all" and row.school_class:
            place = classes.setdefault((row.school, row.school_class), len(classes) + 1)
            school_class = wording(language, "redaction.class", number=place)
        redacted.append(
            msgspec.structs.replace(
                row,
                place=label_export(number, language) if row.place is not None else None,
                school=school,
                school_class=school_class,
                teacher=wording(language, "redaction.label.teacher_first") if row.teacher else row.teacher,
            )
        )
    return redacted
