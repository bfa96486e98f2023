"""A storage in, a private folder out in which a search sees what it would see in a copy: the beginnings of all exports, whole what must be whole.

A file of which only the beginning is there is as long as the one that it stands for. Who audits an export fetches it alone (`fetching`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from chataudit.batch.accounts import open_sighting
from chataudit.batch.fetching import Piece, Source
from chataudit.batch.keys import digest_file, parts_of
from chataudit.batch.search import Found, is_archive_name, search
from chataudit.batch.sighting import JSON, VK_LIST, Sighting
from chataudit.parsers.base import HEAD_BYTES
from chataudit.parsers.telegram_account_pages import LIST_PAGE
from chataudit.parsers.telegram_json import is_account
from chataudit.parsers.zips import is_text_name
from chataudit.remote.storage import Storage, StorageError, StorageGoneError, Stored

_ZIP: Final = ".zip"  # its contents page stands at its end
_KEPT_BY_PEOPLE: Final = (".csv", ".tsv", ".xlsx", ".yaml", ".yml")  # manifests, rosters, settings
_MAX_KEPT_BYTES: Final = 4 << 20  # more is a table of messages


class Mirror:
    """What a storage holds, as far as it must be known before exports are audited.

    Args:
        storage: where the exports lie.
        folder: an empty one, private and only for this.

    Raises:
        StorageError: the storage does not answer, or may not be listed.
    """

    def __init__(self, storage: Storage, folder: Path) -> None:
        self.folder = folder / "exports"
        self._scratch = folder
        self._storage = storage
        self._stored: dict[Path, Stored] = {}
        self._whole: set[Path] = set()
        self._problems: list[Sighting] = []
        self.folder.mkdir()

    def fill(self, listed: Iterable[Stored]) -> None:
        """Take in what the storage holds.

        Raises:
            StorageGoneError: it does not answer.
        """
        heads: list[Stored] = []
        for each in listed:
            if not _is_wanted(each.place) or not self._make_room(each):
                continue
            if _is_needed_whole(each):
                self._fetch(self._path_of(each.place))
            elif is_text_name(each.place.rpartition("/")[2]):
                heads.append(each)
        for each, head in self._storage.read_heads(heads, HEAD_BYTES):
            if isinstance(head, StorageError):
                self._give_up(each, head.key)
            else:
                self._write_head(each, head)

    def search(self, leave_out: Path) -> Found:
        """See `Exports.search`."""
        found = search(self.folder, leave_out=leave_out)
        self.complete(each for each in found.sightings if _holds_many(each))
        there = {each.place for each in self._problems}
        kept = [each for each in found.sightings if each.place not in there]
        found.sightings = sorted([*kept, *self._problems], key=lambda each: each.place)
        return found

    def complete(self, sightings: Iterable[Sighting]) -> None:
        """See `Exports.complete`."""
        for sighting in sightings:
            for path in self._files_of(sighting):
                self._fetch(path)

    def identify(self, path: Path) -> str:
        """See `Exports.identify`; a storage that tells when a file changes is believed."""
        stored = self._stored[path]
        if stored.tag is None:
            self._fetch(path)
            return digest_file(path)
        return json.dumps([stored.size, stored.tag])

    def source_of(self, sighting: Sighting) -> Source:
        """See `Exports.source_of`."""
        pieces = [self._piece_of(path) for path in self._files_of(sighting)]
        if sighting.span is not None and sighting.member is None:
            head = min(HEAD_BYTES, sighting.span.start)
            pieces[0] = Piece(pieces[0].place, pieces[0].size, ((0, head), (sighting.span.start, sighting.span.end)))
        return Source(self._storage.address, tuple(pieces), self._scratch)

    def _files_of(self, sighting: Sighting) -> list[Path]:
        return [each for each in dict.fromkeys([sighting.path, *(parts_of(sighting) or [])]) if each in self._stored]

    def _piece_of(self, path: Path) -> Piece:
        return Piece(self._stored[path].place, self._stored[path].size or 0)

    def _path_of(self, place: str) -> Path:
        return self.folder / PurePosixPath(place)

    def _make_room(self, stored: Stored) -> bool:
        """Make the folder of a file; say whether its name can be one on this computer."""
        path = self._path_of(stored.place)
        self._stored[path] = stored
        try:
            if path.relative_to(self.folder).as_posix() == stored.place and stored.size is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
                return True
        except (OSError, ValueError):  # another file is called as its folder; a name too long; a way out of the folder
            pass
        del self._stored[path]
        self._problems.append(Sighting(stored.place, self.folder, problem="remote.bad_name"))
        return False

    def _fetch(self, path: Path) -> None:
        stored = self._stored[path]
        if path in self._whole:
            return
        self._whole.add(path)
        try:
            self._storage.fetch(stored.place, stored.size or 0, path)
        except StorageGoneError:
            raise
        except StorageError as error:
            self._give_up(stored, error.key)

    def _write_head(self, stored: Stored, head: bytes) -> None:
        path, size = self._path_of(stored.place), stored.size or 0
        with path.open("wb") as out:
            out.write(head)
            out.truncate(size)
        if len(head) >= size:
            self._whole.add(path)

    def _give_up(self, stored: Stored, key: str) -> None:
        path = self._path_of(stored.place)
        path.unlink(missing_ok=True)  # half a file would be taken for the file
        self._problems.append(Sighting(stored.place, path, problem=key))


def _holds_many(sighting: Sighting) -> bool:
    if sighting.member is not None:
        return False
    return sighting.parser == VK_LIST or (sighting.parser == JSON and is_account(open_sighting(sighting.path, None)))


def _is_wanted(place: str) -> bool:
    """Say whether a search of a folder would look at such a file, or a person may have put it beside exports."""
    names = place.split("/")
    if any(name.startswith(".") for name in names):
        return False
    return is_text_name(names[-1]) or is_archive_name(names[-1]) or names[-1].lower().endswith(_KEPT_BY_PEOPLE)


def _is_needed_whole(stored: Stored) -> bool:
    name = stored.place.lower()
    kept = name.endswith(_KEPT_BY_PEOPLE) and (stored.size or 0) <= _MAX_KEPT_BYTES
    return name.endswith(_ZIP) or kept or stored.place.endswith(LIST_PAGE)
