"""The samples give the reports that lie beside them, byte for byte; `python tests/renew_samples.py` writes those anew."""

from pathlib import Path

import pytest
from renew_samples import SAMPLES, report_of

RENEW = "python tests/renew_samples.py writes it; read what it wrote like code"


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_sample_gives_its_expected_report(sample: Path):
    expected = sample / "expected.json"
    if not expected.is_file():
        pytest.fail(f"samples/{sample.name}/expected.json is missing: {RENEW}", pytrace=False)

    report = report_of(sample).encode()

    if report != expected.read_bytes():
        assert report.decode().splitlines() == expected.read_text(encoding="utf-8").splitlines(), (
            f"samples/{sample.name} gives another report: {RENEW}"
        )
        pytest.fail(f"samples/{sample.name}/expected.json differs in its line ends: {RENEW}", pytrace=False)
