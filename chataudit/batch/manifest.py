"""The manifest in (`manifest.csv`, `.xlsx` or `.yaml`), its classes out: who teaches, where the chat's export lies, which VK group there is."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from chataudit.batch.tables import SUFFIXES, TableRow, read_table
from chataudit.errors import ConfigError
from chataudit.wording import LANGUAGES, wording

COLUMNS: Final = ("school", "class", "teacher", "export", "chat", "roster", "group", "closed")
_STEM: Final = "manifest"


@dataclass(frozen=True)
class ClassLine:
    """One class of the manifest; None where a cell is empty.

    Attributes:
        place: where it stands, for telling of a mistake.
        export, roster: paths, relative to the manifest's folder.
        chat: which chat of a whole-account export.
        group: the class's VK group; closed: whether outsiders are kept out of it.
    """

    place: str
    school: str | None = None
    school_class: str | None = None
    teacher: str | None = None
    export: str | None = None
    chat: str | None = None
    roster: str | None = None
    group: str | None = None
    closed: bool | None = None


def find_manifest(folder: Path) -> Path | None:
    """Return the manifest of a folder, or None.

    Raises:
        ConfigError: there are several.
    """
    found = [path for suffix in SUFFIXES if (path := folder / f"{_STEM}{suffix}").is_file()]
    if len(found) > 1:
        raise ConfigError("manifest.several", names=", ".join(path.name for path in found))
    return found[0] if found else None


def read_manifest(path: Path) -> list[ClassLine]:
    """Read a manifest; its columns may be named in Russian or English, in any order, others are passed over.

    Raises:
        ConfigError: it cannot be read, has no column that we know, or says of a group neither yes nor no.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ConfigError("manifest.format", path=path.name, known=", ".join(SUFFIXES))
    rows = read_table(path)
    headings = list(dict.fromkeys(heading for row in rows for heading in row.cells))
    if not any(heading in _headings() for heading in headings):
        near = [each for heading in headings for each in difflib.get_close_matches(heading, _headings(), 1)]
        raise ConfigError("manifest.no_columns", path=path.name, known=", ".join(near or COLUMNS))
    return [_read_line(row) for row in rows]


def _read_line(row: TableRow) -> ClassLine:
    cells = {_headings()[heading]: text for heading, text in row.cells.items() if heading in _headings()}
    closed = _read_answer(cells["closed"], row.place) if "closed" in cells else None
    texts = {name: cells.get(name) for name in ("school", "teacher", "export", "chat", "roster", "group")}
    return ClassLine(row.place, school_class=cells.get("class"), closed=closed, **texts)


@cache
def _headings() -> Mapping[str, str]:
    return _alternatives({column: f"manifest.column.{column}" for column in COLUMNS})


def _read_answer(text: str, place: str) -> bool:
    answers = _alternatives({"yes": "manifest.yes", "no": "manifest.no"})
    answer = answers.get(text.lower())
    if answer is None:
        raise ConfigError("manifest.bad_answer", place=place)
    return answer == "yes"


def _alternatives(keys: Mapping[str, str]) -> dict[str, str]:
    return {text: name for name, key in keys.items() for language in LANGUAGES for text in wording(language, key).split("|")}
