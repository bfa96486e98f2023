"""A finding → its parts as one line for people: when, who, which message, the quote, what is wrong with it.

Texts in them are still as strangers wrote them: every reporter has a gate of its own.
"""

from typing import Final

from chataudit.findings import Finding
from chataudit.reporters.terminal_text import NEWLINE_MARK, one_line, shorten
from chataudit.reporters.times import show_moment
from chataudit.wording import Language, wording

NAME: Final = 60  # characters
_QUOTE: Final = 200  # characters: three lines of a narrow terminal
_NAMES: Final = 3


def tell_finding(finding: Finding, language: Language) -> str:
    """Return a finding in one line."""
    return " · ".join(part for part in (tell_place(finding, language), tell_quote(finding, language), tell_reason(finding)) if part)


def tell_place(finding: Finding, language: Language) -> str:
    """Return when and where a finding is and whom it concerns; empty where it is about the chat."""
    when = show_moment(finding.at) if finding.at else ""
    return " · ".join(part for part in (when, tell_names(finding, language), tell_ids(finding, language)) if part)


def tell_names(finding: Finding, language: Language) -> str:
    """Return the first of those whom a finding concerns, and how many more there are."""
    names = ", ".join(shorten(name, NAME) for name in finding.participants[:_NAMES])
    left_out = len(finding.participants) - _NAMES
    return wording(language, "report.names.more", names=names, count=left_out) if left_out > 0 else names


def tell_ids(finding: Finding, language: Language) -> str:
    """Return the message of a finding, or the first and the last of several and their count."""
    ids = [shorten(each, NAME) for each in finding.message_ids]
    if len(ids) > 1:
        return wording(language, "report.messages", first=ids[0], last=ids[-1], count=len(ids))
    return wording(language, "report.message", id=ids[0]) if ids else ""


def tell_quote(finding: Finding, language: Language) -> str:
    """Return the beginning of a finding's quote, marked as one; its message's kind in brackets stays as it is."""
    if finding.excerpt is None:
        return ""
    quote = shorten(one_line(finding.excerpt.strip(), NEWLINE_MARK), _QUOTE)
    return quote if quote.startswith("[") and quote.endswith("]") else wording(language, "report.quote", text=quote)


def tell_reason(finding: Finding) -> str:
    """Return what is wrong, by which rule."""
    return f"{finding.explanation} ({finding.rule})"
