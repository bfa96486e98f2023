"""What a batch leaves on disk: each chat's reports, and beside them the result with the key by which a later run knows it again."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from chataudit.batch.summary import ChatResult
from chataudit.batch.trend import Measure, find_trend, remember
from chataudit.errors import ConfigError
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import BEGUN, open_output
from chataudit.reporters.json_text import encode

REPORTS: Final = "chats"
STATE: Final = ".state"
_MAX_NAME: Final = 60
_UNSAFE: Final = re.compile(r"[^0-9A-Za-zА-Яа-яЁё]+")  # what some file system, shell or address may take for more than a letter


class _Kept(msgspec.Struct, frozen=True):
    """A result, the key it holds for, the digests of the reports written with it by their places, and what it is for later runs."""

    key: str
    result: ChatResult
    digests: dict[str, str]
    measure: Measure | None = None
    earlier: list[Measure] = []


def report_name(place: str) -> str:
    """Return the name of an export's reports: readable, safe on every file system, another one for every place."""
    readable = _UNSAFE.sub("-", place)[-_MAX_NAME:].strip("-")
    digest = hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{readable}-{digest}" if readable else digest


def report_place(name: str, suffix: str) -> str:
    """Return where a report lies within the folder, «/» between names."""
    return f"{REPORTS}/{name}{suffix}"


class Store:
    """The folder of a batch."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def refuse_links(self) -> None:
        """Refuse a folder in which something leads elsewhere: a report would be written over what it leads to.

        Raises:
            ConfigError: there is a link among what a batch writes.
        """
        for place in ("", REPORTS, STATE):
            folder = self._folder / place
            if place and folder.is_symlink():
                raise ConfigError("batch.output_link", path=place)
            if folder.is_dir():
                with os.scandir(folder) as entries:
                    link = next((entry.name for entry in entries if entry.is_symlink()), None)
                if link is not None:
                    raise ConfigError("batch.output_link", path=f"{place}/{link}" if place else link)

    def sweep(self) -> None:
        """Remove what a killed run had begun to write."""
        for folder in (self._folder, self._folder / REPORTS, self._folder / STATE):
            for path in folder.glob(BEGUN):
                path.unlink(missing_ok=True)

    @contextmanager
    def open_report(self, place: str) -> Iterator[BinaryIO]:
        """Open a report for writing; it appears when it is whole.

        Raises:
            ConfigError: it cannot be written.
        """
        path = self._folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_output(path) as out:
            yield out

    def discard_reports(self, name: str, formats: Iterable[str]) -> None:
        """Remove the reports of an export that can be read no longer: nothing would link to them.

        They are known by name, since to look for them in a folder of a million would take longer than an audit: those that an earlier run kept,
        and those of the formats that this one may have begun.
        """
        kept = self._read(name)
        places = [place for place in (kept.digests if kept else ()) if re.fullmatch(rf"{REPORTS}/{re.escape(name)}\.[\w.]+", place)]
        for place in (*places, *(report_place(name, REPORTERS[form]().suffix) for form in formats)):
            (self._folder / place).unlink(missing_ok=True)

    def keep(self, name: str, key: str | None, result: ChatResult, now: Measure | None = None) -> ChatResult:
        """Keep a result, after its reports are written: what is kept is finished. Return it with its trend, as a later run will read it.

        What an earlier run kept is read before it is replaced: a run that is killed between the two will read it again.

        Raises:
            ConfigError: it cannot be written.
        """
        kept = self._read(name)
        earlier = remember(kept.earlier, kept.measure) if kept else []
        plain = msgspec.json.decode(encode(msgspec.structs.replace(result, trend=find_trend(now, earlier))), type=ChatResult)
        if key is not None:
            path = self._state_path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            digests = {place: self._digest(place) for place in plain.reports.values()}
            with open_output(path) as out:
                out.write(encode(_Kept(key, plain, digests, now, earlier)))
        return plain

    def recall(self, name: str, key: str | None) -> ChatResult | None:
        """Return the result that an earlier run kept, if its key is the same and its reports lie there unchanged."""
        kept = self._read(name)
        with suppress(OSError):
            if kept and kept.key == key and all(self._digest(place) == digest for place, digest in kept.digests.items()):
                return kept.result
        return None

    def _read(self, name: str) -> _Kept | None:
        with suppress(OSError, msgspec.DecodeError):
            return msgspec.json.decode(self._state_path(name).read_bytes(), type=_Kept)
        return None

    def _state_path(self, name: str) -> Path:
        return self._folder / STATE / f"{name}.json"

    def _digest(self, place: str) -> str:
        with (self._folder / place).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
