"""Reports of very many findings: written while they are made, not gathered first (JSON: test_reporters_json.py)."""

import io
from collections.abc import Callable, Sequence

import msgspec
import pytest

from chataudit.findings import Finding, Findings, Report
from chataudit.reporters import REPORTERS
from chataudit.reporters.base import ReportOptions


@pytest.mark.parametrize("form", ["csv", "sarif"])
def test_findings_are_written_before_all_of_them_are_made(make_report: Callable[..., Report], report: Report, form: str) -> None:
    events: list[str] = []

    class Watched(Findings):
        def __len__(self) -> int:
            return 5000

        def __getitem__(self, index: int) -> Finding:
            if index >= len(self):
                raise IndexError
            events.append("made")
            return msgspec.structs.replace(report.findings[0], id=f"watched-{index}")

        def of(self, recommendation: int, limit: int | None = None, *, of_each_rule: int | None = None) -> Sequence[Finding]:
            raise NotImplementedError

    class Out(io.BytesIO):
        def write(self, chunk: bytes) -> int:
            if b"watched" in chunk:
                events.append("written")
            return len(chunk)

    REPORTERS[form]().write(make_report(findings=Watched()), Out(), ReportOptions())
    assert events.count("made") == 5000
    assert events.index("written") < 2500
