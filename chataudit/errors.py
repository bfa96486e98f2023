"""What may go wrong through no bug of ours: each error knows its exit code and the wording key of its one sentence.

An error carries a wording key and the details that fill it, never a finished text: the command line renders it in the
user's language (`chataudit.wording`). Details hold places, names of keys and file names, never text of a message.
"""

from collections.abc import Callable
from enum import IntEnum
from functools import partial


class ExitCode(IntEnum):
    """Exit codes of the command line: to 4 as the report's page defines them, the others by custom."""

    AUDITED = 0
    FINDINGS = 1  # findings at or above --fail-on
    USAGE = 2  # wrong options, config or rules
    NO_EXPORT = 3  # no readable export
    SOME_UNREAD = 4  # a batch in which some exports could not be read
    CRASHED = 70  # a bug: sysexits' «internal software error»; 1, which Python would give, says that there are findings
    INTERRUPTED = 130  # what shells expect of a program that Ctrl-C ended


class ChatAuditError(Exception):
    """Base of all errors that a user can cause.

    Attributes:
        key: wording key of the sentence (place, cause, remedy).
        details: values that fill the sentence.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class ExportError(ChatAuditError):
    """The export cannot be read as a chat."""

    exit_code = ExitCode.NO_EXPORT


class ConfigError(ChatAuditError):
    """Options, `chataudit.yaml` or the roster are wrong."""


class PluginError(ChatAuditError):
    """Something that another package offers cannot be used; it is named, and only what asked for it by name fails."""

    def __reduce__(self) -> tuple[Callable[[], "PluginError"], tuple[()]]:
        """Let one process tell another."""
        return partial(type(self), self.key, **self.details), ()


class BrokenParserError(ExportError):
    """Another package's parser took an export for its own and broke on it; another may still read it."""


class PluginWarning(UserWarning):
    """Another package's plug-in is skipped.

    Attributes:
        error: which one and why.
    """

    def __init__(self, error: PluginError, sentence: str) -> None:
        super().__init__(sentence)
        self.error = error


class RulebookError(ChatAuditError):
    """A rulebook is wrong; holds every complaint about every file of it.

    Attributes:
        complaints: (place, key, details) each; a place reads `file:line`.
    """

    def __init__(self, complaints: list["Complaint"]) -> None:
        super().__init__("rules.broken", count=len(complaints))
        self.complaints = complaints


class Complaint:
    """One mistake in a YAML file: where it is and the wording key that tells it."""

    __slots__ = ("details", "key", "place")

    def __init__(self, place: str, key: str, **details: object) -> None:
        self.place = place
        self.key = key
        self.details = details

    def __repr__(self) -> str:
        return f"Complaint({self.place}, {self.key}, {self.details})"


class BadScalar(ValueError):  # noqa: N818  - a complaint in the making, never shown as it is
    """A scalar does not fit its type; carries the wording key that says why."""

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key)
        self.key = key
        self.details = details
