"""Writes samples/*/expected.json anew: `python tests/renew_samples.py`, then read the difference like code before it lands."""

from pathlib import Path

from command_line import ROOT, run

SAMPLES = sorted(path for path in (ROOT / "samples").iterdir() if path.is_dir())


def report_of(sample: Path) -> str:
    """Return the report that the program gives of a sample by the built-in rules."""
    outcome = run("scan", sample, "--format", "json")
    assert (outcome.code, outcome.err) == (0, ""), outcome
    return outcome.out


if __name__ == "__main__":
    for sample in SAMPLES:
        (sample / "expected.json").write_text(report_of(sample), encoding="utf-8", newline="\n")
