"""What of a chat somebody accepted: digests in a file that people read and edit, made by a secret key that lies elsewhere.

A digest without a key would tell who tries names and messages one after another whether he is right. With the key a file in a
public repository says which rules were broken how often, and nothing else. Who holds the key beside the file can try again.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

import msgspec

from chataudit.days import parse_day
from chataudit.errors import ConfigError
from chataudit.findings import ChatFacts, Finding
from chataudit.gate.result import Accepted
from chataudit.identity import identify
from chataudit.reporters.json_text import encode
from chataudit.strict_yaml import Reading, read_text, read_yaml
from chataudit.wording import Language, wording

SCHEMA: Final = "chataudit.baseline/1"
_MAX_BYTES: Final = 16 * 1024 * 1024  # a line a finding: the largest chats have tens of thousands
_DIGEST_BYTES: Final = 16
_KEY_ID_BYTES: Final = 8


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: `key_id` tells whether a key is the one that it was written with."""

    schema: Literal["chataudit.baseline/1"]
    key_id: str
    accepted: list[Accepted]


@dataclass(frozen=True)
class Digester:
    """Makes digests by a key."""

    key: bytes

    @property
    def key_id(self) -> str:
        """What may be known of the key."""
        return self._digest(("key",), _KEY_ID_BYTES)

    def of_chat(self, chat: ChatFacts) -> str:
        """Return the digest of a chat."""
        return self._digest(("chat", _name_of(chat)), _KEY_ID_BYTES)

    def of_finding(self, finding: Finding, chat: ChatFacts) -> str:
        """Return the digest of a finding."""
        return self._digest(("finding", *identify(finding, platform=chat.platform, chat=_name_of(chat))), _DIGEST_BYTES)

    def _digest(self, parts: Sequence[str], size: int) -> str:
        framed = json.dumps(list(parts)).encode()  # not joined: no text of a stranger can pass for two parts
        return hmac.new(self.key, framed, hashlib.sha256).digest()[:size].hex()


def _name_of(chat: ChatFacts) -> str:
    """Return what a chat goes by: its title, else the name of its file."""
    return chat.title or chat.source


def accept(
    findings: Iterable[Finding], chat: ChatFacts, digester: Digester, *, created: date, expires: date | None, reason: str | None
) -> list[Accepted]:
    """Return the entries that accept these findings, each once."""
    entries = {
        (digest := digester.of_finding(each, chat)): Accepted(
            id=digest,
            chat=digester.of_chat(chat),
            rule=each.rule,
            created=created.isoformat(),
            expires=expires.isoformat() if expires else None,
            reason=reason,
        )
        for each in findings
    }
    return list(entries.values())


def find_stale(entries: Iterable[Accepted], matching: Collection[str], chats: Collection[str]) -> list[Accepted]:
    """Return the entries of the chats that were looked at which no finding matches: digests of findings and of chats."""
    return [each for each in entries if each.chat in chats and each.id not in matching]


def has_expired(entry: Accepted, today: date) -> bool:
    """Say whether the last day of an entry is past."""
    return entry.expires is not None and date.fromisoformat(entry.expires) < today


def read_baseline(path: Path) -> Baseline:
    """Read a baseline; days may be written in any of the usual ways.

    Raises:
        ConfigError: it is missing, or wrong: with the line.
    """
    reading = Reading(path.name, max_bytes=_MAX_BYTES)
    try:
        found = read_yaml(read_text(path), Baseline, reading)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("gate.baseline_unreadable", path=path.name) from error
    if found is None or reading.complaints:
        raise ConfigError("gate.baseline_broken", path=path.name, complaints=reading.complaints)
    return msgspec.structs.replace(found, accepted=[_with_day(each, path) for each in found.accepted])


def _with_day(entry: Accepted, path: Path) -> Accepted:
    if entry.expires is None:
        return entry
    try:
        return msgspec.structs.replace(entry, expires=parse_day(entry.expires).isoformat())
    except ValueError as error:
        raise ConfigError("gate.baseline_bad_day", path=path.name, value=entry.expires[:40], id=entry.id[:40]) from error


def write_baseline(baseline: Baseline, language: Language) -> bytes:
    """Return the file: YAML, a line an entry, so that versions of it can be compared and merged; the same baseline gives the same bytes."""
    lines = [f"# {line}" for line in wording(language, "gate.baseline_head").splitlines()]
    lines += [f"schema: {baseline.schema}", f"key_id: {encode(baseline.key_id).decode()}", "accepted:" if baseline.accepted else "accepted: []"]
    lines += [f"  - {_flow(entry)}" for entry in baseline.accepted]
    return ("\n".join(lines) + "\n").encode()


def _flow(entry: Accepted) -> str:
    """Return an entry as a flow mapping: strings of JSON are strings of YAML."""
    told = {name: getattr(entry, name) for name in ("id", "rule", "created", "expires", "reason", "chat")}
    cells = [f"{name}: {encode(value).decode()}" for name, value in told.items() if value is not None]
    return "{" + ", ".join(cells) + "}"
