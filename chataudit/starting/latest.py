"""The usual download folders in, the newest chat export that lies there out: told by names, nothing is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from platformdirs import user_downloads_path

from chataudit.config import find_config
from chataudit.errors import ConfigError, ExportError
from chataudit.parsers.whatsapp_titles import title_of_file
from chataudit.wording import LANGUAGES, Language, wording

_TELEGRAM_FOLDER: Final = "Telegram Desktop"  # Telegram's own folder among the downloads
_FILES: Final = ("result.json", "messages.html", "_chat.txt")  # of Telegram, and of WhatsApp on an iPhone
_WHATSAPP_SUFFIXES: Final = (".txt", ".zip")


@dataclass(frozen=True)
class LatestExport:
    """An export and when it was made."""

    path: Path
    made_at: datetime


def find_latest(folders: Sequence[Path]) -> LatestExport:
    """Return the newest export in these folders, or in Telegram's folder within them.

    Raises:
        ConfigError: none of the folders is there.
        ExportError: none of them holds an export.
    """
    if not any(folder.is_dir() for folder in folders):
        raise ConfigError("latest.no_folder")
    places = [place for folder in folders for place in (folder, folder / _TELEGRAM_FOLDER) if place.is_dir()]
    made = {export: content.stat().st_mtime for place in places for export, content in _exports_in(place)}
    if not made:
        raise ExportError("latest.none", folders=", ".join(str(folder) for folder in places))
    newest = max(made, key=lambda export: (made[export], str(export)))
    return LatestExport(newest, datetime.fromtimestamp(made[newest]).astimezone())


def find_config_beside(export: Path, folder: Path | None) -> Path | None:
    """Return the settings file beside an export, else the one of the folder that was searched: a class's, for each new export of it."""
    return find_config(export) or (find_config(folder) if folder else None)


def download_folders() -> list[Path]:
    """Return where browsers and messengers save files: the system's own folder, and those of the usual names."""
    usual = [Path.home() / wording(language, "latest.folder") for language in LANGUAGES]
    existing = [folder for folder in (user_downloads_path(), *usual) if folder.is_dir()]
    return list({folder.resolve(): folder for folder in reversed(existing)}.values())[::-1]


def tell_latest(latest: LatestExport, now: datetime, language: Language) -> str:
    """Return which export was taken and how old it is."""
    days = (now.astimezone().date() - latest.made_at.date()).days
    age = wording(language, "latest.today" if days <= 0 else "latest.yesterday" if days == 1 else "latest.days", count=days)
    return wording(language, "latest.taken", made=f"{latest.made_at:%d.%m.%Y %H:%M}", age=age, path=latest.path)


def _exports_in(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the exports, each with the file that tells when it was made."""
    for path in _children(folder):
        content = next(filter(_is_export, _children(path) if path.is_dir() else [path]), None)
        if content:
            yield path, content


def _is_export(path: Path) -> bool:
    named = path.name in _FILES or (path.suffix.lower() in _WHATSAPP_SUFFIXES and title_of_file(path.name) is not None)
    return named and path.is_file()


def _children(folder: Path) -> Sequence[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:  # closed to us: as good as empty
        return []
