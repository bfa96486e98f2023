"""A folder in, the exports that lie in it out: in nested folders and zips, of all formats; only beginnings are read."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from chataudit.batch.same_chat import drop_same_chats
from chataudit.batch.sighting import HTML, JSON, Sighting, look_at
from chataudit.errors import ExportError
from chataudit.parsers.base import HEAD_BYTES, Entry
from chataudit.parsers.zips import TABLE_SUFFIXES, is_text_name, member_name, zip_entries

# Folders that Telegram's exporter fills with what people sent: an export that lies there is an attachment.
_MEDIA_FOLDERS: Final = frozenset(
    {"contacts", "files", "photos", "profile_pictures", "round_video_messages", "stickers", "stories", "video_files", "voice_messages"}
)
# Names that only an export bears: such a file is told of even where its content shows no chat.
_EXPORT_NAME: Final = re.compile(r"result\d*\.json|messages\d*\.html?|_chat\.txt|(?:\w+ )?whatsapp .*\.txt", re.IGNORECASE | re.DOTALL)
_ZIP: Final = ".zip"
_PACKED: Final = (".rar", ".7z")  # archives that nothing here opens


@dataclass
class Found:
    """Everything that a folder holds.

    Attributes:
        sightings: the exports in order of their places, those that cannot be read among them.
        same_chats: exports left alone, because the same chat lies beside them in another format.
        attachments: exports that somebody sent in a chat.
        links: symbolic links, not followed.
        other_files: texts that are no exports.
    """

    sightings: list[Sighting] = field(default_factory=list)
    same_chats: int = 0
    attachments: int = 0
    links: int = 0
    other_files: int = 0


def search(folder: Path, *, leave_out: Path) -> Found:
    """Find the exports under a folder; `leave_out` (the folder of the reports) and hidden ones are not entered."""
    found = Found()
    seen: list[Sighting] = []
    for path in _walk(folder, leave_out, found, seen):
        place = path.relative_to(folder).as_posix()
        seen += _look(path, place, found)
    own = [each for each in seen if not _is_attachment(each, seen)]
    found.attachments = len(seen) - len(own)
    kept, found.same_chats = drop_same_chats(own)
    found.sightings = sorted(kept, key=lambda each: each.place)
    return found


def search_file(path: Path) -> list[Sighting]:
    """Find the exports in a file that somebody named; one that no parser recognises stands there too: reading it will say why."""
    return _look(path, path.name, Found()) or [Sighting(path.name, path)]


def _walk(folder: Path, leave_out: Path, found: Found, seen: list[Sighting]) -> Iterator[Path]:
    """Yield the files that may be exports; what cannot be entered joins what was seen, for the summary to tell."""

    def note(error: OSError) -> None:
        path = Path(str(error.filename))
        seen.append(Sighting(path.relative_to(folder).as_posix(), path))

    for root, folders, files in os.walk(folder, onerror=note):
        here = Path(root)
        linked = {name for name in (*folders, *files) if (here / name).is_symlink()}
        found.links += len(linked)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in linked and here / name != leave_out)
        for name in sorted(set(files) - linked):
            if (is_text_name(name) or is_archive_name(name)) and not name.startswith(".") and (here / name).is_file():
                yield here / name


def is_archive_name(name: str) -> bool:
    """Say whether a file is named as an archive, of a kind that is opened here or not."""
    return name.lower().endswith((_ZIP, *_PACKED))


def _look(path: Path, place: str, found: Found) -> list[Sighting]:
    name = path.name.lower()
    if name.endswith(_PACKED):
        return [Sighting(place, path, problem="batch.packed")]
    return _look_into_zip(path, place, found) if name.endswith(_ZIP) else _look_at_file(path, place, found)


def _look_at_file(path: Path, place: str, found: Found) -> list[Sighting]:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
        seen = look_at(Entry(path.name, head, path.stat().st_size, path, path.read_bytes), place, path)
    except OSError:
        return [Sighting(place, path)]  # whoever reads it will say why not
    if seen is None and not _EXPORT_NAME.fullmatch(path.name):
        found.other_files += not _is_table_name(path.name)
        return []
    return [seen or Sighting(place, path)]


def _look_into_zip(path: Path, place: str, found: Found) -> list[Sighting]:
    try:
        entries = zip_entries(path)
    except (ExportError, OSError):
        return [Sighting(place, path)]
    seen = [look_at(entry, f"{place}/{member}", path, member) for member, entry in entries.items()]
    recognised = [each for each in seen if each is not None]
    found.other_files += sum(each is None and not _is_table_name(member) for each, member in zip(seen, entries, strict=True))
    nested = [Sighting(f"{place}/{member}", path, member, problem="batch.nested") for member in _archives_within(path)]
    return [*recognised, *nested] or [Sighting(place, path)]


def _is_table_name(name: str) -> bool:
    """Say whether a file is named as a table: what is none of ours (a roster, a manifest) was not meant for an export."""
    return name.lower().endswith(TABLE_SUFFIXES)


def _archives_within(path: Path) -> list[str]:
    """Return the archives that lie in a zip; they are not opened: one in another can hold any size."""
    with zipfile.ZipFile(path) as archive:
        return sorted(name for member in archive.infolist() if member.file_size and is_archive_name(name := member_name(member)))


def _is_attachment(sighting: Sighting, seen: Sequence[Sighting]) -> bool:
    if sighting.member is not None and sighting.problem and any(each.folder == sighting.folder for each in seen if each.parser):
        return True  # WhatsApp packs what was sent beside the chat
    roots = [str(folder.parent) for folder in PurePosixPath(sighting.place).parents if folder.name in _MEDIA_FOLDERS]
    return bool(roots) and any(each.folder in roots for each in seen if each.parser in (JSON, HTML))
