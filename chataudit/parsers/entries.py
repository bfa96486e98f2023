"""A path in (a file, a zip or a folder), the entries that may hold a chat's text out; nothing is ever unpacked to disk."""

from itertools import islice
from pathlib import Path
from typing import Final

from chataudit.errors import ExportError
from chataudit.parsers.base import HEAD_BYTES, Entry
from chataudit.parsers.zips import is_text_name, is_zip, zip_entries

MAX_FILES: Final = 10_000  # of a folder; an export has a few thousand media at most


def open_entries(path: Path) -> dict[str, Entry]:
    """Open the entries of an export.

    Args:
        path: a file, a zip or a folder.

    Returns:
        The one entry of a file; of a zip or a folder all its texts by their places in it, in the order of those.

    Raises:
        ExportError: the path is missing, empty or not readable, or the zip is broken or dangerous.
    """
    try:
        if path.is_dir():
            return _folder_entries(path)
        head = _read_head(path)
        if is_zip(head):
            return zip_entries(path)
        return {path.name: _file_entry(path, head)}
    except FileNotFoundError as error:
        raise ExportError("parsers.path_missing", path=str(path)) from error
    except PermissionError as error:
        raise ExportError("parsers.no_permission", path=str(path)) from error
    except OSError as error:
        raise ExportError("parsers.path_unreadable", path=str(path)) from error


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD_BYTES)


def _file_entry(path: Path, head: bytes) -> Entry:
    size = path.stat().st_size
    if not size:
        raise ExportError("parsers.empty_file", path=str(path))
    siblings = {each.name: each for each in path.parent.iterdir() if is_text_name(each.name)}
    return Entry(path.name, head, size, path, path.read_bytes, tuple(siblings), lambda name: _file_entry(siblings[name], _read_head(siblings[name])))


def _folder_entries(folder: Path) -> dict[str, Entry]:
    """Open the texts of a folder; where it has none itself, of its folders (an unpacked archive often holds one)."""
    for pattern in ("*", "*/*"):
        found = islice(folder.glob(pattern), MAX_FILES)
        texts = sorted(path for path in found if is_text_name(path.name) and path.is_file() and path.stat().st_size)
        if texts:
            return {path.relative_to(folder).as_posix(): _file_entry(path, _read_head(path)) for path in texts}
    return {}
