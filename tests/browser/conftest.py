"""The samples' reports as pages on disk."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from command_line import ROOT
from renew_samples import SAMPLES

from chataudit.findings import Finding, FindingList, Report
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.html.reporter import HtmlReporter


@pytest.fixture
def report_of() -> Callable[[str], Report]:
    """Return a sample's report, as it lies beside the sample."""

    def read(sample: str) -> Report:
        data = json.loads((ROOT / "samples" / sample / "expected.json").read_text(encoding="utf-8"))
        return msgspec.convert(data, Report, dec_hook=lambda _, found: FindingList(msgspec.convert(found, list[Finding])))

    return read


@pytest.fixture
def page_of(report_of: Callable[[str], Report], tmp_path: Path) -> Callable[[str], Path]:
    """Write a sample's report as a page, under a name as people give."""

    def write(sample: str) -> Path:
        out = io.BytesIO()
        HtmlReporter().write(report_of(sample), out, ReportOptions())
        path = tmp_path / f"отчёт {sample}.html"
        path.write_bytes(out.getvalue())
        return path

    return write


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask for `sample` to be run for every sample."""
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize("sample", [path.name for path in SAMPLES])
