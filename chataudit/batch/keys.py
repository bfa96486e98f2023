"""What a result depends on in, its key out: equal keys mean that the same report would be written again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import fields
from mmap import ACCESS_READ, mmap
from pathlib import Path

import chataudit
from chataudit.batch.sighting import HTML, TABLE, VK_LIST, VK_PAGES, Sighting
from chataudit.config import Settings
from chataudit.parsers.base import Span
from chataudit.parsers.zips import TABLE_SUFFIXES
from chataudit.plugins import all_plugins


class Keys:
    """Makes the keys of one run; a file that holds many chats is identified once.

    Attributes:
        rules: the digest of the rulebook.

    `identify` gives a text that changes with a file's content.
    """

    def __init__(self, rules: str, language: str, formats: Iterable[str], identify: Callable[[Path], str]) -> None:
        self.rules = rules
        self._identify = identify
        others = [(str(each), each.traces()) for each in all_plugins()]
        self._common = [rules, chataudit.__version__, language, sorted(formats), os.environ.get("SOURCE_DATE_EPOCH"), others]
        self._identities: dict[Path, str] = {}

    def make(self, sighting: Sighting, settings: Settings) -> str | None:
        """Return the key of an export's result with what is known beside it; None where its content cannot be read."""
        try:
            content = self._digest_content(sighting)
        except OSError:
            return None
        known = {each.name: repr(getattr(settings, each.name)) for each in fields(settings)}
        return hashlib.sha256(json.dumps([content, sighting.place, known, *self._common], sort_keys=True).encode()).hexdigest()

    def _digest_content(self, sighting: Sighting) -> str:
        if sighting.span is not None and sighting.member is None:
            return f"{digest_span(sighting.path, sighting.span)}:{sighting.span.lines_before}"  # findings tell their lines in the file
        parts = parts_of(sighting)
        if parts is None:
            return self._identify_once(sighting.path)
        return hashlib.sha256(json.dumps([(part.name, self._identify_once(part)) for part in parts]).encode()).hexdigest()

    def _identify_once(self, path: Path) -> str:
        if path not in self._identities:
            self._identities[path] = self._identify(path)
        return self._identities[path]


def parts_of(sighting: Sighting) -> list[Path] | None:
    """Return the files that are an export together; None where it is its one file."""
    path = sighting.path
    if sighting.member is not None:
        return None
    of_list = sighting.parser == VK_LIST and sighting.chat is not None
    if sighting.parser in (HTML, VK_PAGES) or of_list:  # the pages beside a page belong to its content
        folder = path.parent / sighting.chat if of_list and sighting.chat else path.parent
        return sorted(each for each in folder.iterdir() if each.suffix == path.suffix and each.is_file())
    if sighting.parser == TABLE:  # its facts name the files beside them
        return [path, *sorted(each for each in path.parent.iterdir() if each.suffix.lower() in TABLE_SUFFIXES and each.is_file())]
    return None


def digest_span(path: Path, span: Span) -> str:
    """Return the digest of one chat of a file; the rest of the file is not read."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data, memoryview(data)[span.start : span.end] as part:
        return hashlib.sha256(part).hexdigest()


def digest_file(path: Path) -> str:
    """Return the digest of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
