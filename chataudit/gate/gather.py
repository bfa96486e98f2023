"""Paths that somebody named in (files, zips, folders), the exports that lie there with their settings out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chataudit.batch.accounts import divide_accounts
from chataudit.batch.nearby import find_config_near, find_roster_beside
from chataudit.batch.search import search, search_file
from chataudit.batch.sighting import HTML, VK_LIST, VK_PAGES, Sighting
from chataudit.config import Settings, files_named_in, read_config, read_roster


@dataclass(frozen=True)
class Gathered:
    """One export: `place` as its path was given; `folder` is the highest in which its settings may lie; `alone` in its own folder."""

    place: str
    sighting: Sighting
    folder: Path
    alone: bool

    def find_settings(self, given: Settings, config: Path | None) -> Settings:
        """Return what was given over the settings file: `config`, else the nearest one above the export.

        Raises:
            ConfigError: the file or the roster is wrong.
        """
        near = config or find_config_near(self.sighting.path, self.folder)
        below = read_config(near) if near else Settings()
        roster = find_roster_beside(self.sighting.path) if below.roster is None and self.alone else None
        own = replace(given, chat=self.sighting.chat, roster=read_roster(roster) if roster else None)
        return own.over(below)

    def find_inputs(self) -> tuple[Path, ...]:
        """Return the files that are read for it: of a page all pages beside it, of a list of conversations those of its one."""
        path = self.sighting.path
        pages = sorted(path.parent.glob(f"*{path.suffix}")) if self.sighting.parser in (HTML, VK_PAGES) else []
        if self.sighting.parser == VK_LIST and self.sighting.chat:
            pages = sorted((path.parent / self.sighting.chat).glob(f"*{path.suffix}"))
        config = find_config_near(path, self.folder)
        roster = find_roster_beside(path) if self.alone else None
        return (path, *pages, *(files_named_in(config) if config else []), *([roster] if roster else []))


def gather(paths: Sequence[Path]) -> list[Gathered]:
    """Return the exports in the order of the paths, within a folder by their places; each once, however often it was named."""
    seen: set[tuple[Path, str | None, str | None]] = set()
    gathered = []
    for each in (each for path in paths for each in _gather_one(path)):
        key = (each.sighting.path.resolve(), each.sighting.member, each.sighting.chat)
        if key not in seen:
            seen.add(key)
            gathered.append(each)
    return gathered


def _gather_one(path: Path) -> Iterator[Gathered]:
    is_folder = path.is_dir()
    folder = path if is_folder else path.parent
    sightings, _ = divide_accounts(search(path, leave_out=path).sightings if is_folder else search_file(path), (), folder)
    in_folder = Counter(each.path.parent for each in sightings)
    for each in sightings:
        yield Gathered((folder / each.place).as_posix(), each, folder, is_folder and in_folder[each.path.parent] == 1)
