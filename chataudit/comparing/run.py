"""One comparison: two reports, two exports or two batches in, what changed written, the exit code told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from chataudit.batch.summary import Summary
from chataudit.comparing.batches import compare_batches
from chataudit.comparing.comparison import BatchComparison, Comparison
from chataudit.comparing.reports import compare
from chataudit.comparing.snapshot import Snapshot, read_result, take_snapshot
from chataudit.errors import ConfigError, ExitCode, ExportError
from chataudit.gate.gather import gather
from chataudit.gate.look import LookOptions, audit_export, given_settings, load_rules
from chataudit.reporters.base import ReportOptions, encoding_of, open_output, wants_colour
from chataudit.reporters.comparisons import COMPARISON_REPORTERS
from chataudit.scan import ScanOptions, input_files, report_time

_SUMMARY: Final = "summary.json"


@dataclass(frozen=True)
class CompareOptions:
    """What the command line was asked for; names as its options. The paths of `look` are the old and the new."""

    look: LookOptions
    format: str = "terminal"
    output: Path | None = None
    show_all: bool = False


def run_compare(options: CompareOptions) -> ExitCode:
    """Compare and write what changed.

    Raises:
        ChatAuditError: wrong options or rules; one of the two is no report and no export, or the two are of different kinds.
    """
    if options.format not in COMPARISON_REPORTERS:
        raise ConfigError("cli.bad_format", value=options.format, known=", ".join(COMPARISON_REPORTERS))
    old, new = (_read(path, options.look) for path in options.look.paths)
    language = options.look.language
    if isinstance(old, Snapshot) and isinstance(new, Snapshot):
        comparison: Comparison | BatchComparison = compare(old, new, language)
    elif isinstance(old, Summary) and isinstance(new, Summary):
        comparison = compare_batches(old, new, language)
    else:
        raise ConfigError("compare.mixed")
    shown = ReportOptions(show_all=options.show_all, colour=wants_colour(options.output), encoding=encoding_of(options.output))
    inputs = [each for path in options.look.paths for each in input_files(ScanOptions(path, config=options.look.config))]
    with open_output(options.output, protected=inputs) as out:
        COMPARISON_REPORTERS[options.format](comparison, out, shown)
    return ExitCode.AUDITED


def _read(path: Path, options: LookOptions) -> Snapshot | Summary:
    """Read a result back; an export is audited on the way."""
    summary = path / _SUMMARY
    result = read_result(summary if summary.is_file() else path)
    if result is not None:
        return result
    exports = gather((path,))
    if not exports:
        raise ExportError("batch.nothing_found", path=str(path))
    if len(exports) > 1:
        raise ConfigError("compare.several", path=str(path), count=len(exports))
    one = replace(options, paths=(path,))
    return take_snapshot(audit_export(exports[0], one, given_settings(one), load_rules(one), report_time()))
