"""A task whose export lies in a storage in, the same task with the export in a private folder of this machine out, for as long as it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from chataudit.remote.storage import open_storage


@dataclass(frozen=True)
class Piece:
    """One file to fetch.

    Attributes:
        place: below the address.
        size: bytes.
        parts: from-to, where not the whole of it is needed: one chat of an account of gigabytes.
    """

    place: str
    size: int
    parts: tuple[tuple[int, int], ...] | None = None


@dataclass(frozen=True)
class Source:
    """What to fetch for one export.

    Attributes:
        address: of the storage; who may read it is known to the machine, not to the task.
        pieces: the export first, then what is read together with it.
        scratch: the folder for it; None for the system's own.
    """

    address: str
    pieces: tuple[Piece, ...]
    scratch: Path | None


@contextmanager
def fetched(source: Source) -> Iterator[Path]:
    """Fetch an export into a folder that nobody else may read, and remove it afterwards; yield where the export lies.

    Raises:
        StorageError: it cannot be fetched.
    """
    storage = open_storage(source.address)
    with TemporaryDirectory(dir=source.scratch, prefix="export-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for piece in source.pieces:
            path = folder / PurePosixPath(piece.place)
            path.parent.mkdir(parents=True, exist_ok=True)
            storage.fetch(piece.place, piece.size, path, piece.parts)
        yield folder / PurePosixPath(source.pieces[0].place)
