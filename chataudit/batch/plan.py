"""What was found and the manifest in, the rows of the batch out: each export paired with its class, its settings and its roster."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from chataudit.batch.manifest import ClassLine
from chataudit.batch.nearby import find_config_near, find_roster_beside
from chataudit.batch.sighting import Sighting
from chataudit.config import Settings, find_roster, is_elsewhere, read_config, read_roster
from chataudit.errors import ChatAuditError, ConfigError, ExportError

_SEPARATOR: Final = ";"  # between the teachers of one class


@dataclass(frozen=True)
class Planned:
    """One row of the batch.

    Attributes:
        line: what the manifest says of it.
        sighting: the export; None of a class that has none.
        settings: what is known beside the export.
        error: why it cannot be audited, where that is known already.
    """

    line: ClassLine | None
    sighting: Sighting | None
    settings: Settings = field(default_factory=Settings)
    error: ChatAuditError | None = None


class Planner:
    """Pairs exports with the classes of a manifest and with their settings.

    Args:
        folder: of the batch.
        manifest: rosters that it names lie beside it, and exports, too, unless `folder` is a mirror.
        given: what is known of all exports.
        is_mirror: the exports lie elsewhere, so that a manifest on this computer tells their places below `folder`.
    """

    def __init__(self, folder: Path, manifest: Path | None, given: Settings, *, is_mirror: bool = False) -> None:
        self._folder = folder
        self._base = manifest.parent if manifest else folder
        self._export_base = folder if is_mirror else self._base
        self._given = given

    def plan(self, sightings: Sequence[Sighting], lines: Sequence[ClassLine]) -> list[Planned]:
        """Return the rows: the manifest's in its order, then what it does not name, by place."""
        wanted = {at: place for at, line in enumerate(lines) if line.export and (place := self._place_of(line.export)) is not None}
        taken: dict[int, list[Sighting]] = {}
        rest: list[Sighting] = []
        named: set[int] = set()
        by_place = _group_by_place(wanted)
        for sighting in sightings:
            fitting = [at for place in _places_around(sighting) for at in by_place.get(place, ()) if _names_chat(lines[at].chat, sighting)]
            named.update(fitting)
            if fitting:
                taken.setdefault(max(fitting, key=lambda at: (len(wanted[at]), -at)), []).append(sighting)
            else:
                rest.append(sighting)
        alone = {path for path, count in _count_folders(sightings).items() if count == 1}
        rows: list[Planned] = []
        for at, line in enumerate(lines):
            place, own = wanted.get(at), taken.get(at, [])
            if not own and place is not None and at in named:
                named_before = Sighting(place, self._folder / place)
                rows.append(Planned(line, named_before, error=ConfigError("manifest.export_twice", place=line.place)))
            else:
                rows += self._plan_line(line, place, own, alone)
        return rows + [self._pair(each, None, alone) for each in rest]

    def _plan_line(self, line: ClassLine, place: str | None, sightings: Sequence[Sighting], alone: set[Path]) -> list[Planned]:
        if line.export is None:
            return [Planned(line, None)]
        if sightings:
            return [self._pair(each, line, alone) for each in sightings]
        if place is None:
            return [Planned(line, Sighting(line.export, self._folder), error=ConfigError("manifest.outside", place=line.place))]
        missing = Sighting(f"{place}#{line.chat}" if line.chat else place, self._folder / place, chat=line.chat)
        return [self._pair(missing, line, alone)]

    def _pair(self, sighting: Sighting, line: ClassLine | None, alone: set[Path]) -> Planned:
        if sighting.problem is not None:
            return Planned(line, sighting, error=ExportError(sighting.problem, path=sighting.place))
        try:
            return Planned(line, sighting, self._find_settings(sighting, line, alone))
        except ChatAuditError as error:
            return Planned(line, sighting, error=error)

    def _find_settings(self, sighting: Sighting, line: ClassLine | None, alone: set[Path]) -> Settings:
        """Return what is known: of the manifest first, then of the command line, then of the nearest settings file above the export."""
        config = find_config_near(sighting.path, self._folder)
        below = read_config(config, within=self._folder) if config else Settings()
        teachers = tuple(name.strip() for name in (line.teacher or "").split(_SEPARATOR) if name.strip()) if line else ()
        roster = find_roster(self._base, line.roster, within=None) if line and line.roster else None
        if roster is None and below.roster is None and sighting.path.parent in alone:
            roster = find_roster_beside(sighting.path)
        own = replace(
            self._given,
            teachers=teachers,
            teacher_absent=below.teacher_absent if teachers else False,
            chat=sighting.chat,
            roster=read_roster(roster) if roster else None,
        )
        return own.over(below)

    def _place_of(self, export: str) -> str | None:
        """Return the place within the folder that a cell of the manifest names; None outside it, links followed."""
        if is_elsewhere(export):
            return None
        try:
            path = (self._export_base / export.replace("\\", "/")).resolve()
            return path.relative_to(self._folder.resolve()).as_posix()
        except (OSError, ValueError):
            return None


def _group_by_place(wanted: Mapping[int, str]) -> dict[str, list[int]]:
    grouped: dict[str, list[int]] = {}
    for at, place in wanted.items():
        grouped.setdefault(unicodedata.normalize("NFC", place), []).append(at)
    return grouped


def _places_around(sighting: Sighting) -> list[str]:
    """Return the places by which a line may name an export: its own, and those of the folders and the zip that hold it."""
    place = unicodedata.normalize("NFC", sighting.place)
    return [".", *(place[:at] for at, sign in enumerate(place) if sign in "/#"), place]


def _names_chat(chat: str | None, sighting: Sighting) -> bool:
    """Say whether a line that names this chat of an account, or none, means this export."""
    if chat is None:
        return True
    folded = chat.strip().casefold()
    return folded == sighting.chat or folded in (sighting.title or "")


def _count_folders(sightings: Sequence[Sighting]) -> dict[Path, int]:
    counts: dict[Path, int] = {}
    for each in sightings:
        counts[each.path.parent] = counts.get(each.path.parent, 0) + 1
    return counts
