"""What a comparison needs of a report, read back from its JSON: less than all of it, so that reports of older versions still serve."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

import msgspec

from chataudit import findings
from chataudit.batch.summary import SCHEMA as BATCH_SCHEMA
from chataudit.batch.summary import Summary
from chataudit.errors import ConfigError
from chataudit.findings import Finding, Report, RulebookName, Verdict

_HEAD_BYTES: Final = 4096
_OURS: Final = "chataudit."


class SnapshotChat(msgspec.Struct, frozen=True):
    """Which chat it was, and from when to when the export held it."""

    title: str | None
    platform: str
    source: str
    message_count: int
    first_message_at: str | None
    last_message_at: str | None


class SnapshotRecommendation(msgspec.Struct, frozen=True):
    """How the chat stood against one recommendation; names as in the report."""

    number: int
    title: str
    verdict: Verdict
    reason: str
    measures: dict[str, int | float | None]
    findings: int


class Snapshot(msgspec.Struct, frozen=True):
    """One report; names as in it."""

    chataudit: str
    language: Literal["ru", "en"]
    rulebook: RulebookName
    generated_at: str
    chat: SnapshotChat
    score: int | None
    checked: int
    recommendations: list[SnapshotRecommendation]
    findings: list[Finding]


class _Schema(msgspec.Struct, frozen=True):
    schema: str | None = None


def take_snapshot(report: Report) -> Snapshot:
    """Return what a comparison needs of a report that was just made."""
    return Snapshot(
        chataudit=report.chataudit,
        language=report.language,
        rulebook=report.rulebook,
        generated_at=report.generated_at,
        chat=msgspec.convert(report.chat, SnapshotChat, from_attributes=True),
        score=report.score,
        checked=report.checked,
        recommendations=[msgspec.convert(each, SnapshotRecommendation, from_attributes=True) for each in report.recommendations],
        findings=list(report.findings),
    )


def read_result(path: Path) -> Snapshot | Summary | None:
    """Read a report or the summary of a batch back; None where the file is neither, but perhaps an export.

    Raises:
        ConfigError: it says that it is one of ours and is broken, or of a schema that is not known.
    """
    try:
        with path.open("rb") as file:
            if b'"schema"' not in file.read(_HEAD_BYTES):
                return None
        content = path.read_bytes()
    except OSError:
        return None  # reading it as an export will say why not
    try:
        schema = msgspec.json.decode(content, type=_Schema).schema or ""
        if not schema.startswith(_OURS):
            return None
        if schema == findings.SCHEMA:
            return _checked(msgspec.json.decode(content, type=Snapshot))
        if schema == BATCH_SCHEMA:
            summary = msgspec.json.decode(content, type=Summary)
            datetime.fromisoformat(summary.generated_at)
            return summary
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError, OverflowError) as error:
        raise ConfigError("compare.broken", path=path.name) from error
    raise ConfigError("compare.other_schema", path=path.name, schema=schema[:60], known=f"{findings.SCHEMA}, {BATCH_SCHEMA}")


def _checked(snapshot: Snapshot) -> Snapshot:
    """Return a report whose moments are all moments.

    Raises:
        ValueError: one is not; OverflowError: one lies outside the calendar.
    """
    chat = snapshot.chat
    for at in (chat.first_message_at, chat.last_message_at, *(finding.at for finding in snapshot.findings)):
        if at is not None:
            datetime.fromisoformat(at).astimezone(UTC)
    return snapshot
