"""Planned rows in, those that are no byte-for-byte copies of others out: «2А — Копия (2)» would count one class twice."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Sequence
from typing import Final

from chataudit.batch.accounts import open_sighting
from chataudit.batch.keys import digest_span
from chataudit.batch.plan import Planned
from chataudit.batch.sighting import HTML, TABLE, VK_LIST, VK_PAGES, Sighting
from chataudit.errors import ExportError
from chataudit.parsers.base import Entry
from chataudit.parsers.zips import TABLE_SUFFIXES

_PARTS: Final = (".html", ".htm", *TABLE_SUFFIXES)


def drop_copies(plan: Sequence[Planned]) -> tuple[list[Planned], int]:
    """Return the rows less the copies, and how many those were; what the manifest names is never a copy, of others the shortest place is kept.

    Only exports of the same size are read for this.
    """
    copies = {id(each) for group in find_alike(plan) for each in _find_copies(group)}
    return [each for each in plan if id(each) not in copies], len(copies)


def find_alike(plan: Sequence[Planned]) -> list[list[Planned]]:
    """Return the rows that may be copies of each other, as far as that can be told without reading them."""
    alike: dict[Hashable, list[Planned]] = {}
    for each in plan:
        if each.sighting and each.sighting.parser and not each.error:
            alike.setdefault((each.sighting.size, each.sighting.parser, each.sighting.chat), []).append(each)
    return [group for group in alike.values() if len(group) > 1]


def _find_copies(group: Sequence[Planned]) -> list[Planned]:
    copies: list[Planned] = []
    seen: set[str] = set()
    for each in sorted(group, key=_preference):
        assert each.sighting is not None
        digest = _digest(each.sighting)
        if digest is None:
            continue
        if digest in seen and each.line is None:
            copies.append(each)
        seen.add(digest)
    return copies


def _preference(planned: Planned) -> tuple[bool, int, str]:
    assert planned.sighting is not None
    place = planned.sighting.place
    return planned.line is None, len(place), place


def _digest(sighting: Sighting) -> str | None:
    """Return the digest of an export's content, its further pages with it; None where it cannot be read."""
    try:
        if sighting.span is not None and sighting.member is None:
            return digest_span(sighting.path, sighting.span)
        entry = open_sighting(sighting.path, sighting.member)
        if sighting.parser == VK_LIST and sighting.chat and entry.subfolder:
            entry = entry.subfolder(sighting.chat) or entry
        digest = hashlib.sha256(entry.read())
        for name in _further_parts(entry) if sighting.parser in (HTML, TABLE, VK_LIST, VK_PAGES) else ():
            assert entry.sibling is not None
            digest.update(name.encode("utf-8", "surrogatepass") + entry.sibling(name).read())
    except (ExportError, OSError):
        return None
    return digest.hexdigest()


def _further_parts(entry: Entry) -> list[str]:
    return sorted(name for name in entry.siblings if name != entry.name and name.lower().endswith(_PARTS)) if entry.sibling else []
