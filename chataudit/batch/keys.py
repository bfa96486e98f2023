"""What a result depends on in, its key out: equal keys mean that the same report would be written again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

import chataudit
from chataudit.batch.sighting import HTML, Sighting
from chataudit.config import Settings


class Keys:
    """Makes the keys of one run; a file that holds many chats is read once.

    Attributes:
        rules: the digest of the rulebook.
    """

    def __init__(self, rules: str, language: str, formats: Iterable[str]) -> None:
        self.rules = rules
        self._common = [rules, chataudit.__version__, language, sorted(formats), os.environ.get("SOURCE_DATE_EPOCH")]
        self._digests: dict[Path, str] = {}

    def make(self, sighting: Sighting, settings: Settings) -> str | None:
        """Return the key of an export's result with what is known beside it; None where its content cannot be read."""
        try:
            content = self._digest_content(sighting)
        except OSError:
            return None
        known = {each.name: repr(getattr(settings, each.name)) for each in fields(settings)}
        return hashlib.sha256(json.dumps([content, sighting.place, known, *self._common], sort_keys=True).encode()).hexdigest()

    def _digest_content(self, sighting: Sighting) -> str:
        path = sighting.path
        if sighting.member is None and sighting.parser == HTML:  # the pages beside a page belong to its content
            pages = sorted(each for each in path.parent.iterdir() if each.suffix == path.suffix and each.is_file())
            return _digest_named((page.name, self._digest_once(page)) for page in pages)
        return self._digest_once(path)

    def _digest_once(self, path: Path) -> str:
        if path not in self._digests:
            self._digests[path] = _digest(path)
        return self._digests[path]


def _digest_named(files: Iterable[tuple[str, str]]) -> str:
    return hashlib.sha256(json.dumps(list(files)).encode()).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
