"""The forms of a check's result by name, each imported only when asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, Final

from chataudit.findings import Report
from chataudit.gate.result import CheckResult

# Writes a result; the reports are those of the exports that were read, in their order, holding only what counts. What is for people
# takes the encoding of the stream that it goes to.
CheckWriter = Callable[[CheckResult, Sequence[Report], BinaryIO, str], None]


def _terminal(result: CheckResult, reports: Sequence[Report], out: BinaryIO, encoding: str) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.check_text import write_check_text

    write_check_text(result, out, encoding)


def _json(result: CheckResult, reports: Sequence[Report], out: BinaryIO, encoding: str) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.check_json import write_check_json

    write_check_json(result, out)


def _github(result: CheckResult, reports: Sequence[Report], out: BinaryIO, encoding: str) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.check_github import write_check_github

    write_check_github(result, reports, out)


def _junit(result: CheckResult, reports: Sequence[Report], out: BinaryIO, encoding: str) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.check_junit import write_check_junit

    write_check_junit(result, reports, out)


def _sarif(result: CheckResult, reports: Sequence[Report], out: BinaryIO, encoding: str) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.check_text import tell_export
    from chataudit.reporters.sarif import write_sarif

    unread = [tell_export(each, result.language) for each in result.exports if each.outcome == "unread"]
    write_sarif(reports, out, unread=unread, are_paths=True)


CHECK_REPORTERS: Final[Mapping[str, CheckWriter]] = {"terminal": _terminal, "json": _json, "github": _github, "junit": _junit, "sarif": _sarif}
