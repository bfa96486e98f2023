"""A path in (a file, a zip or a folder), the entries that may hold a chat's text out; nothing is ever unpacked to disk."""

import os
import re
from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path
from typing import Final

from chataudit.errors import ExportError
from chataudit.parsers.base import HEAD_BYTES, Entry
from chataudit.parsers.zips import is_text_name, is_zip, zip_entries

MAX_BYTES: Final = 16 << 30  # of a file; an account of many years has some gigabytes, a chat of a class a few megabytes
_PAGE: Final = re.compile(r"messages\d*\.html?", re.IGNORECASE)
MAX_FILES: Final = 10_000  # of a folder; an export has a few thousand media at most


def open_entries(path: Path) -> Iterator[dict[str, Entry]]:
    """Open the entries of an export, place after place: who found a chat in one need not look into the next.

    Args:
        path: a file, a zip or a folder.

    Yields:
        The one entry of a file; all texts of a zip by their places in it; of a folder its own texts, then those of its
        folders (an unpacked archive often holds one), then those of its zips.

    Raises:
        ExportError: the path is missing, empty or not readable, or the zip is broken or dangerous.
    """
    try:
        if path.is_dir():
            yield from _open_folder(path)
            return
        if path.exists() and not path.is_file():
            raise ExportError("parsers.no_file", path=str(path))  # a pipe, which to open may wait for ever
        head = _read_head(path)
        if is_zip(head):
            yield zip_entries(path)
        else:
            yield {path.name: _file_entry(path, head, {each.name: each for each in _list_texts(path.parent)})}
    except FileNotFoundError as error:
        raise ExportError("parsers.path_missing", path=str(path)) from error
    except PermissionError as error:
        raise ExportError("parsers.no_permission", path=str(path)) from error
    except OSError as error:
        raise ExportError("parsers.path_unreadable", path=str(path)) from error


def pages_beside(path: Path) -> list[Path]:
    """Return the pages of an HTML export that are read together with one of them."""
    return [each for each in path.parent.iterdir() if _PAGE.fullmatch(each.name)] if _PAGE.fullmatch(path.name) and path.is_file() else []


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _file_entry(path: Path, head: bytes, siblings: Mapping[str, Path]) -> Entry:
    def open_sibling(name: str) -> Entry:
        return _file_entry(siblings[name], _read_head(siblings[name]), siblings)

    def open_subfolder(name: str) -> Entry | None:
        folder = path.parent / name
        is_below = folder.parent == path.parent and not folder.is_symlink()  # a name taken from an export may be a way out of it
        texts = {each.name: each for each in _list_texts(folder)} if is_below and name not in (".", "..") else {}
        return next((_file_entry(each, _read_head(each), texts) for each in texts.values()), None)

    size = path.stat().st_size
    if not size:
        raise ExportError("parsers.empty_file", path=str(path))
    if size > MAX_BYTES:
        raise ExportError("parsers.too_large", path=str(path), limit=MAX_BYTES >> 30)
    return Entry(path.name, head, size, path, path.read_bytes, tuple(siblings), open_sibling, open_subfolder)


def _list_texts(folder: Path, pattern: str = "*") -> list[Path]:
    found = islice(folder.glob(pattern), MAX_FILES)
    within = os.path.realpath(folder)
    return sorted(path for path in found if is_text_name(path.name) and path.is_file() and _lies_in(within, path) and path.stat().st_size)


def _lies_in(folder: str, path: Path) -> bool:
    """Say whether a path lies in a folder once all links are followed: an export may come with one that leads to anything else."""
    return Path(os.path.realpath(path)).is_relative_to(folder)


def _open_folder(folder: Path) -> Iterator[dict[str, Entry]]:
    for pattern in ("*", "*/*"):
        texts = _list_texts(folder, pattern)
        siblings = {parent: {path.name: path for path in group} for parent, group in groupby(texts, attrgetter("parent"))}
        yield {path.relative_to(folder).as_posix(): _file_entry(path, _read_head(path), siblings[path.parent]) for path in texts}
    within = os.path.realpath(folder)
    zips = [path for path in sorted(islice(folder.glob("*"), MAX_FILES)) if path.is_file() and _lies_in(within, path) and is_zip(_read_head(path))]
    yield {f"{path.name}/{name}": entry for path in zips for name, entry in zip_entries(path).items()}
