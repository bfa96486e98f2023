"""The rows of a batch in, its exit code out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from chataudit.batch.summary import ChatResult, Row
from chataudit.errors import ExitCode
from chataudit.findings import SEVERITIES, Severity


def exit_code(rows: Sequence[Row], fail_on: str | None) -> ExitCode:
    """Tell how a batch went; what could not be read comes first: a batch of which nobody knows a part has not passed."""
    unread = sum(row.result.status == "unread" for row in rows)
    if unread:
        return ExitCode.SOME_UNREAD if unread < len(rows) else ExitCode.NO_EXPORT
    return ExitCode.FINDINGS if fail_on and any(_fails(row.result, fail_on) for row in rows) else ExitCode.AUDITED


def _fails(result: ChatResult, level: str) -> bool:
    """Say of one result what `chataudit.scan.fails` says of a report; a class without a chat has no score to fail by."""
    if level.startswith("score:"):
        return result.status == "audited" and (result.score is None or result.score < int(level.removeprefix("score:")))
    if level in ("violated", "partly"):
        grave = ("violated",) if level == "violated" else ("violated", "partly")
        return any(each.verdict in grave for each in result.recommendations)
    severity = result.worst_severity
    return severity is not None and SEVERITIES.index(severity) >= SEVERITIES.index(cast("Severity", level))
