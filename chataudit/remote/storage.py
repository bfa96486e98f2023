"""One address in, the files below it out: listed, their beginnings, whole or in part. What goes wrong is told without what a library says of it.

Endpoints and credentials are the libraries' own (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID … of s3fs): the program never sees them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from chataudit.errors import ExportError

_NO_METADATA: Final = "AWS_EC2_METADATA_DISABLED"  # else a machine without credentials is asked for at an address that nobody typed
_AT_ONCE: Final = 128  # beginnings that are held in memory together
_PIECE_BYTES: Final = 16 << 20
_TAGS: Final = ("ETag", "etag", "md5Hash", "content_md5")
_TIMES: Final = ("LastModified", "last_modified", "mtime", "updated", "modified", "created")
_GONE: Final = frozenset({"ConnectionError", "HTTPClientError", "ClientConnectionError", "TimeoutError"})  # of Python, botocore, aiohttp
_NO_CREDENTIALS: Final = frozenset({"NoCredentialsError", "PartialCredentialsError"})


class StorageError(ExportError):
    """A file of a storage cannot be had now; its content may be as good as any."""


class StorageGoneError(StorageError):
    """The storage does not answer: no fault of one export, and no sense in asking for the next."""


@dataclass(frozen=True)
class Stored:
    """One file as the listing tells of it.

    Attributes:
        place: below the address, «/» between names.
        size: bytes; None where the listing does not say.
        tag: another one when the content is; None where the listing tells nothing of the kind.
    """

    place: str
    size: int | None
    tag: str | None


class Storage:
    """The files below an address that `check_address` let pass."""

    def __init__(self, address: str) -> None:
        self.address = address
        with _told(address):
            self._files, self._root = _connect(address)

    def list(self) -> list[Stored]:
        """Return all files, in order of their places; a file that the address itself names is not below it.

        Raises:
            StorageError: there is no such bucket, or it may not be listed.
        """
        with _told(self.address):
            self._files.invalidate_cache()
            found: Mapping[str, Mapping[str, Any]] = self._files.find(self._root, detail=True)
        root = f"{self._root.rstrip('/')}/"
        below = {name.removeprefix(root): told for name, told in found.items() if name.startswith(root) and told.get("type") == "file"}
        return [Stored(place, told.get("size"), _tag_of(told)) for place, told in sorted(below.items())]

    def read_heads(self, wanted: Sequence[Stored], n_bytes: int) -> Iterator[tuple[Stored, bytes | StorageError]]:
        """Yield the beginning of each file, or why it cannot be read.

        Raises:
            StorageGoneError: the storage does not answer.
        """
        for at in range(0, len(wanted), _AT_ONCE):
            some = wanted[at : at + _AT_ONCE]
            ends = [min(n_bytes, each.size or 0) for each in some]
            with _told(self.address):
                read = self._files.cat_ranges([self._path(each.place) for each in some], [0] * len(some), ends, on_error="return")
            for each, got in zip(some, read, strict=True):
                if isinstance(got, Exception):
                    told = _tell(got, each.place)
                    if isinstance(told, StorageGoneError):
                        raise told from got
                    yield each, told
                else:
                    yield each, got

    def fetch(self, place: str, size: int, to: Path, parts: Sequence[tuple[int, int]] | None = None) -> None:
        """Write a file to disk, or only the parts named, from-to, with nothing between them.

        Raises:
            StorageError: it cannot be read, or is no longer of the size that the listing told.
        """
        with _told(place), to.open("wb") as out:
            for start, end in parts or [(0, size)]:
                for at in range(start, end, _PIECE_BYTES):
                    out.seek(at)
                    out.write(self._files.cat_file(self._path(place), start=at, end=min(end, at + _PIECE_BYTES)))
            if out.tell() != (parts[-1][1] if parts else size):
                raise StorageError("remote.changed", path=place)
            out.truncate(size)

    def _path(self, place: str) -> str:
        return f"{self._root.rstrip('/')}/{place}"


@cache
def open_storage(address: str) -> Storage:
    """Return the storage of an address; a process opens each once."""
    return Storage(address)


def _connect(address: str) -> tuple[Any, str]:
    import fsspec

    os.environ.setdefault(_NO_METADATA, "true")
    connect: Callable[[str], tuple[Any, str]] = fsspec.url_to_fs
    return connect(address)


def _tag_of(told: Mapping[str, Any]) -> str | None:
    found = next((told[name] for name in (*_TAGS, *_TIMES) if told.get(name)), None)
    return None if found is None else str(found)


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Turn whatever a storage's library raises into our own errors."""
    try:
        yield
    except (StorageError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001  - the libraries of storages raise what they like, and quote addresses with signatures in it
        raise _tell(error, path) from None


def _tell(error: Exception, path: str) -> StorageError:
    kinds = {each.__name__ for each in type(error).__mro__}
    if isinstance(error, PermissionError):
        return StorageError("remote.denied", path=path)
    if isinstance(error, FileNotFoundError):
        return StorageError("remote.missing", path=path)
    if kinds & _NO_CREDENTIALS:
        return StorageGoneError("remote.no_credentials", path=path)
    return StorageGoneError("remote.gone", path=path) if kinds & _GONE else StorageError("remote.failed", path=path, error=type(error).__name__)
