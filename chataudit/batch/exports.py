"""Where the exports of a batch lie in, what a batch asks of that place out: a folder of this computer, or of a storage its mirror."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Final, Protocol

from chataudit.batch.fetching import Source
from chataudit.batch.keys import digest_file
from chataudit.batch.search import Found, search
from chataudit.batch.sighting import Sighting
from chataudit.errors import ExportError
from chataudit.remote.address import is_address
from chataudit.remote.storage import open_storage

_FETCHED: Final = "fetched-"


class Exports(Protocol):
    """The exports of a batch.

    Attributes:
        folder: where they are looked for on this computer.
    """

    folder: Path

    def search(self, leave_out: Path) -> Found:
        """Find the exports, but not in one folder; whole-account exports among them can be read whole."""

    def complete(self, sightings: Iterable[Sighting]) -> None:
        """See to it that these exports can be read whole from `folder`."""

    def identify(self, path: Path) -> str:
        """Return a text that changes with the content of a file.

        Raises:
            OSError: the file cannot be read.
        """

    def source_of(self, sighting: Sighting) -> Source | None:
        """Return what whoever audits an export must fetch for it; None for nothing."""


class LocalExports:
    """A folder of this computer, or one that it sees."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def search(self, leave_out: Path) -> Found:
        """See `Exports.search`."""
        return search(self.folder, leave_out=leave_out)

    def complete(self, sightings: Iterable[Sighting]) -> None:
        """See `Exports.complete`."""

    def identify(self, path: Path) -> str:
        """See `Exports.identify`."""
        return digest_file(path)

    def source_of(self, sighting: Sighting) -> Source | None:  # noqa: ARG002  - it lies here
        """See `Exports.source_of`."""
        return None


@contextmanager
def open_exports(named: str, prepare_output: Callable[[], Path]) -> Iterator[Exports]:
    """Open the place that the user named, as long as the block runs.

    Args:
        named: a folder, or the address of a storage that `check_address` let pass.
        prepare_output: makes the folder of the reports and returns one in it for what is fetched: a later run clears it where this one is killed.

    Raises:
        ExportError: the storage does not answer, may not be listed, or holds nothing there.
    """
    if not is_address(named):
        yield LocalExports(Path(os.path.realpath(named)))
        return
    from chataudit.batch.mirror import Mirror

    storage = open_storage(named)
    listed = storage.list()
    if not listed:
        raise ExportError("remote.nothing", path=named)
    state = prepare_output()
    for left in state.glob(f"{_FETCHED}*"):
        rmtree(left, ignore_errors=True)
    with TemporaryDirectory(dir=state, prefix=_FETCHED, ignore_cleanup_errors=True) as private:
        mirror = Mirror(storage, Path(private))
        mirror.fill(listed)
        yield mirror
