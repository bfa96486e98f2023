"""A finding in, what makes it the same finding in another export of the same chat out.

Telegram numbers its messages for good, so there a finding is its rule, its messages and their moment: a changed display name,
an edited text or another time zone leaves it what it was. A WhatsApp text has no numbers but places in the file, and a later
export may be cut at its beginning: there it is the rule, the people, the time on the exporter's phone and the words.
A finding without a message is its rule, the people, the days that its explanation names and the chat.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from chataudit.findings import Finding

_DAY: Final = re.compile(r"\b\d{2}\.\d{2}\.\d{4}\b")  # tells two silences of one teacher apart; written alike in every language
_LOCAL_TIME: Final = len("2024-09-02T18:03:11")

Identity = tuple[str, ...]


def identify(finding: Finding, *, platform: str, chat: str) -> Identity:
    """Return the identity of a finding; two findings of one identity are the same, or twins that nobody could tell apart."""
    if finding.at is None:
        return (finding.rule, chat, *finding.participants, *_DAY.findall(finding.explanation))
    if platform == "telegram":
        return (finding.rule, _instant(finding.at), *finding.message_ids)
    return (finding.rule, finding.at[:_LOCAL_TIME], *finding.participants, _words(finding))


def _instant(at: str) -> str:
    moment = datetime.fromisoformat(at)
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()


def _words(finding: Finding) -> str:
    """Return the quote; the kind in brackets of a message without words is in the report's language, so it says nothing here."""
    quote = finding.excerpt or ""
    return "" if quote.startswith("[") and quote.endswith("]") else quote
