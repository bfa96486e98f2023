"""Storages for the tests: fsspec's own one in memory, where files may be denied or the whole may be gone, and the same folder put into one."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import fsspec
from fsspec.implementations.memory import MemoryFileSystem

PROTOCOL = "faulty"


class FaultyFileSystem(MemoryFileSystem):
    """A storage in memory that refuses the files whose paths hold a text, or answers so many reads and no more."""

    protocol = PROTOCOL
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    faults: ClassVar[dict[str, Exception]] = {}
    answers: ClassVar[int | None] = None
    then: ClassVar[Exception] = TimeoutError()

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        stripped: str = super()._strip_protocol(path.removeprefix(f"{PROTOCOL}://"))
        return stripped

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **options: Any) -> bytes:
        self._fail(path)
        if type(self).answers is not None:
            if type(self).answers == 0:
                raise self.then
            type(self).answers -= 1
        content: bytes = super().cat_file(path, start=start, end=end, **options)
        return content

    def find(self, path: str, *arguments: Any, **options: Any) -> Any:
        self._fail("list")
        return super().find(path, *arguments, **options)

    def _fail(self, path: str) -> None:
        for name, error in self.faults.items():
            if name in path:
                raise error


def put(folder: Path, address: str) -> str:
    """Copy a folder into a storage and return its address there."""
    files, root = fsspec.url_to_fs(address)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            files.pipe_file(f"{root}/{path.relative_to(folder).as_posix()}", path.read_bytes())
    return address
