"""The result of a check as JSON (schema `chataudit.check/1`), a line an export."""

from collections.abc import Sequence
from typing import BinaryIO

from chataudit.check_result import CheckResult
from chataudit.findings import Report
from chataudit.reporters.json_text import write_object


def write_check_json(result: CheckResult, reports: Sequence[Report], out: BinaryIO) -> None:  # noqa: ARG001  - every form is given the same
    """Write the result; the same result gives the same bytes."""
    write_object(result, out)
