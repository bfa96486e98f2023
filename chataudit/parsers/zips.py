"""A zip in, its texts out as entries: never unpacked, never trusted."""

import io
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from chataudit.errors import ExportError
from chataudit.parsers.base import HEAD_BYTES, Entry

MAX_MEMBERS: Final = 10_000
MAX_RATIO: Final = 200  # a chat's text packs some ten times; more than this is a bomb
MAX_MEMBER_BYTES: Final = 1 << 30  # a member is held in memory; a year of a busy class chat takes some ten MB
RATIO_FROM_BYTES: Final = 10 * 1024 * 1024  # small texts may repeat themselves as they like
_PIECE_BYTES: Final = 1 << 20
TABLE_SUFFIXES: Final = (".csv", ".jsonl", ".parquet")
TEXT_SUFFIXES: Final = (".json", ".html", ".htm", ".txt", *TABLE_SUFFIXES)
_UTF8_NAME: Final = 0x800  # the flag of a member whose name is UTF-8
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError)


def is_zip(head: bytes) -> bool:
    """Say from the first bytes whether a file is a zip."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def is_text_name(name: str) -> bool:
    """Say whether a member of a folder or zip is worth opening; `._` begins macOS's notes beside a file."""
    return name.lower().endswith(TEXT_SUFFIXES) and not name.startswith("._")


def zip_entries(path: Path) -> dict[str, Entry]:
    """Open the texts of a zip, by their places in it.

    Raises:
        ExportError: it is broken, encrypted, or packed in a way that no export is.
    """
    entries: dict[str, Entry] = {}
    n_bytes = 0
    try:
        with zipfile.ZipFile(path) as archive:
            texts = _find_texts(path, archive)
            by_folder = groupby(sorted(texts, key=_folder_of), _folder_of)
            folders = {folder: {_name_of(place): place for place in places} for folder, places in by_folder}
            archives = Counter(map(_folder_of, filter(_is_archive_name, map(member_name, archive.infolist()))))
            for place, (member, *namesakes) in sorted(texts.items()):
                head = _read_head(path, archive, member)
                n_bytes += len(head)
                if _is_bomb(n_bytes, path.stat().st_size):
                    raise ExportError("parsers.zip_bomb", path=str(path))
                entry = _make_entry(path, member, head, _Zip(place, folders, entries))
                entries[place] = replace(entry, namesakes=len(namesakes), archives=archives[_folder_of(place)])
    except _BROKEN as error:
        raise ExportError("parsers.broken_zip", path=str(path)) from error
    return entries


def _find_texts(path: Path, archive: zipfile.ZipFile) -> dict[str, list[zipfile.ZipInfo]]:
    """Return the texts by their places; a zip may hold several at one."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise ExportError("parsers.zip_too_many", path=str(path), count=len(members))
    texts: dict[str, list[zipfile.ZipInfo]] = {}
    for member in members:
        place = str(PurePosixPath(member_name(member)))
        if _is_text(member, place):
            texts.setdefault(place, []).append(member)
    return texts


def member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name: one that is not flagged as UTF-8 was decoded as cp437, and may be UTF-8 or cp866 all the same."""
    name = member.filename
    if member.flag_bits & _UTF8_NAME:
        return name
    raw = name.encode("cp437", "replace")
    for encoding in ("utf-8", "cp866"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _is_text(member: zipfile.ZipInfo, place: str) -> bool:
    if member.filename.endswith("/") or stat.S_ISLNK(member.external_attr >> 16) or not member.file_size:  # `is_dir` breaks on one without a name
        return False
    return is_text_name(_name_of(place))


def _is_archive_name(name: str) -> bool:
    return name.lower().endswith(".zip") and not _name_of(name).startswith("._")


def _folder_of(place: str) -> str:
    return str(PurePosixPath(place).parent)


def _name_of(place: str) -> str:
    return PurePosixPath(place).name


class _Zip(NamedTuple):
    """Where an entry lies among the others: its place, the places of all by folder and name, the entries by place."""

    place: str
    folders: Mapping[str, Mapping[str, str]]
    entries: Mapping[str, Entry]

    def open_sibling(self, name: str) -> Entry:
        return self.entries[self.folders[_folder_of(self.place)][name]]

    def open_subfolder(self, name: str) -> Entry | None:
        is_below = PurePosixPath(name).name == name != ""  # a name taken from an export may be a way out of it
        places = self.folders.get(str(PurePosixPath(_folder_of(self.place)) / name), {}) if is_below else {}
        return next((self.entries[each] for each in sorted(places.values())), None)


def _make_entry(path: Path, member: zipfile.ZipInfo, head: bytes, around: _Zip) -> Entry:
    return Entry(
        name=_name_of(member_name(member)),
        head=head,
        size=member.file_size,
        path=None,
        read=partial(_read_member, path, member),
        siblings=tuple(around.folders[_folder_of(around.place)]),
        sibling=around.open_sibling,
        subfolder=around.open_subfolder,
    )


def _read_head(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise ExportError("parsers.encrypted_zip", path=str(path))
    return _read_stream(path, archive, member, HEAD_BYTES)


def _read_member(path: Path, member: zipfile.ZipInfo) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return _read_stream(path, archive, member)
    except _BROKEN as error:
        raise ExportError("parsers.broken_zip", path=str(path)) from error


def _read_stream(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, size: int | None = None) -> bytes:
    """Read a member, or its first `size` bytes, counting what really comes: the sizes that a zip states may lie."""
    content = io.BytesIO()
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE_BYTES if size is None else size - content.tell()):
            content.write(piece)
            if content.tell() > MAX_MEMBER_BYTES or _is_bomb(content.tell(), member.compress_size):
                raise ExportError("parsers.zip_bomb", path=str(path))
    return content.getvalue()


def _is_bomb(n_bytes: int, packed_bytes: int) -> bool:
    return n_bytes > RATIO_FROM_BYTES and n_bytes > MAX_RATIO * packed_bytes
