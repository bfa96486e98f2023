"""The result of a check as JSON (schema `chataudit.check/1`), a line an export."""

from typing import BinaryIO

from chataudit.gate.result import CheckResult
from chataudit.reporters.json_text import write_object


def write_check_json(result: CheckResult, out: BinaryIO) -> None:
    """Write the result; the same result gives the same bytes."""
    write_object(result, out)
