"""Sightings in, those that are chats of their own out: one chat exported in two formats, or written on many pages, is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Final

from chataudit.batch.sighting import CONTENTS, HTML, JSON, TABLE, TABLE_MESSAGES, VK_LIST, VK_PAGES, Sighting

_LISTS: Final = "lists"  # where a whole-account export in HTML keeps its contents pages …
_CHATS: Final = re.compile(r"(.*?)/?chats/chat_\d+")  # … and its chats


def drop_same_chats(sightings: Sequence[Sighting]) -> tuple[list[Sighting], int]:
    """Return the chats of their own, and how many were left out because they lie there in JSON too (pages aside)."""
    chats = [each for each in _first_pages(_first_vk_pages(_whole_tables(sightings))) if each.parser != CONTENTS]
    jsons: dict[str, list[Sighting]] = {}
    for each in chats:
        if each.parser == JSON:
            jsons.setdefault(each.folder, []).append(each)
    kept = [each for each in chats if not (each.parser == HTML and _lies_in_json(each, jsons))]
    return kept + _lone_contents(sightings, chats), len(chats) - len(kept)


def account_root(sighting: Sighting) -> str | None:
    """Return the folder of the whole-account export in HTML that a chat belongs to by its place; None if to none."""
    found = _CHATS.fullmatch(sighting.folder) if sighting.parser == HTML else None
    return (found[1] or ".") if found else None


def _first_pages(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Drop later pages; where the first is missing, the next one begins the chat."""
    kept: list[Sighting] = []
    for _, group in groupby(sorted(sightings, key=attrgetter("folder", "place")), attrgetter("folder")):
        here = list(group)
        later = [each for each in here if each.later_page]
        firsts = [each for each in here if each.parser == HTML and not each.later_page]
        kept += [each for each in here if not each.later_page]
        kept += [] if firsts else sorted(later, key=lambda each: (len(each.place), each.place))[:1]
    return kept


def _whole_tables(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Drop files of messages that lie beside the facts of their table."""
    whole = {each.folder for each in sightings if each.parser == TABLE}
    return [each for each in sightings if not (each.parser == TABLE_MESSAGES and each.folder in whole)]


def _first_vk_pages(sightings: Sequence[Sighting]) -> list[Sighting]:
    """Drop pages of VK's archives but the newest of each conversation that no list names: a list stands for all that it names."""
    listed = {each.folder for each in sightings if each.parser == VK_LIST}
    newest: dict[str, Sighting] = {}
    for each in sorted(sightings, key=lambda each: (len(each.place), each.place)):
        if each.parser == VK_PAGES and str(PurePosixPath(each.folder).parent) not in listed:
            newest.setdefault(each.folder, each)
    return [each for each in sightings if each.parser != VK_PAGES or newest.get(each.folder) is each]


def _lies_in_json(page: Sighting, jsons: Mapping[str, Sequence[Sighting]]) -> bool:
    """Say whether a page's chat is among the exports in JSON of its folder, or of its account's; these come by their folders."""
    if account_root(page) in jsons:
        return True
    return any(page.title is None or each.title is None or page.title == each.title for each in jsons.get(page.folder, ()))


def _lone_contents(sightings: Sequence[Sighting], chats: Sequence[Sighting]) -> list[Sighting]:
    """Return a contents page of each account whose chats are not there: somebody sent it for the export."""
    lone: dict[str, Sighting] = {}
    pages = [each for each in sightings if each.parser == CONTENTS]
    taken = {root for each in chats for root in (each.folder, account_root(each))} if pages else set()
    for page in pages:
        folder = PurePosixPath(page.folder)
        root = str(folder.parent if folder.name == _LISTS else folder)
        if root not in taken:
            lone.setdefault(root, page)
    return list(lone.values())
