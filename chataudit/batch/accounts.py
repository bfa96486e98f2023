"""Whole-account exports among what was found: divided into their groups; other chats are counted and left alone unless named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from chataudit.batch.nearby import find_config_near
from chataudit.batch.same_chat import account_root
from chataudit.batch.sighting import JSON, VK_LIST, Sighting
from chataudit.config import read_config
from chataudit.errors import ConfigError, ExportError
from chataudit.parsers.base import Entry
from chataudit.parsers.entries import open_entries
from chataudit.parsers.telegram_account import ChatHeader, choose_chat
from chataudit.parsers.telegram_account_pages import LIST_PAGE, read_chat_kinds
from chataudit.parsers.telegram_json import is_account, list_chats
from chataudit.parsers.telegram_outline import Listed
from chataudit.parsers.vk_archive import list_conversations
from chataudit.parsers.zips import zip_entries

_GROUP = "group"


def open_sighting(path: Path, member: str | None) -> Entry:
    """Open the one file of an export.

    Raises:
        ExportError: it is gone or cannot be read.
    """
    if member is not None:
        entry = zip_entries(path).get(member)
        if entry is None:
            raise ExportError("parsers.zip_without_chat", path=str(path))
        return entry
    return next(iter(next(open_entries(path)).values()))


def divide_accounts(sightings: Sequence[Sighting], named: Sequence[str], folder: Path) -> tuple[list[Sighting], int]:
    """Put the groups of each whole-account export, and the chats that `named` names, in its place; count the others.

    Where the settings file near an export names its one chat, that stands for the groups. `folder` is the batch's.
    """
    divided: list[Sighting] = []
    left_alone = 0
    for sighting in sightings:
        chats = _list_chats(sighting)
        if chats is not None:
            headers = [each.header for each in chats]
            settled = _chat_of_config(sighting, folder)
            wanted = _find_named(headers, [*named, settled] if settled else named)
            chosen = [index for index, header in enumerate(headers) if index in wanted or (header.is_group and not settled)]
            divided += [_chat_of(sighting, chats[index]) for index in chosen]
            left_alone += len(chats) - len(chosen)
        elif _is_left_alone(sighting, named):
            left_alone += 1
        else:
            divided.append(sighting)
    return divided, left_alone


def _list_chats(sighting: Sighting) -> list[Listed] | None:
    """Return the chats of an account; None of a single chat, and of an account that holds none: reading it will say so."""
    if sighting.parser not in (JSON, VK_LIST):
        return None
    try:
        entry = open_sighting(sighting.path, sighting.member)
        if sighting.parser == VK_LIST:
            return [Listed(header) for header in list_conversations(entry)] or None
        return (list_chats(entry) or None) if is_account(entry) else None
    except ExportError:
        return None


def _find_named(headers: Sequence[ChatHeader], named: Sequence[str]) -> set[int]:
    found: set[int] = set()
    for name in named:
        try:
            found.add(choose_chat(headers, name))
        except ExportError:  # it may name a chat of another account
            continue
    return found


def _chat_of_config(sighting: Sighting, folder: Path) -> str | None:
    config = find_config_near(sighting.path, folder)
    try:
        return read_config(config, within=folder).chat if config else None
    except ConfigError:  # told of in the export's row
        return None


def _chat_of(sighting: Sighting, listed: Listed) -> Sighting:
    header = listed.header
    chat = header.id or header.title or ""
    title = " ".join((header.title or "").split()).casefold() or None
    return replace(sighting, place=f"{sighting.place}#{chat}", title=title, chat=chat, span=listed.span)


def _is_left_alone(sighting: Sighting, named: Sequence[str]) -> bool:
    root = account_root(sighting)
    if root is None:
        return False
    kind = _read_kinds(sighting.path, sighting.member).get(PurePosixPath(sighting.folder).name, _GROUP)
    title = sighting.title or ""
    return _GROUP not in kind and not any(name.strip().casefold() in title for name in named if name.strip())


def _kinds_of_list(path: Path, member: str | None) -> Mapping[str, str]:
    try:
        return read_chat_kinds(open_sighting(path, member).read())
    except (ExportError, OSError):
        return {}


def _read_kinds(path: Path, member: str | None) -> Mapping[str, str]:
    if member is None:
        return _kinds_of_list(path.parents[2] / LIST_PAGE, None)
    return _kinds_of_list(path, str(PurePosixPath(member).parents[2] / LIST_PAGE))
