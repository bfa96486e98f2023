"""The ready texts of one export: it is audited as by a scan, and only what to write is told."""

from __future__ import annotations

from typing import Final

from chataudit.errors import ConfigError
from chataudit.findings import RecommendationResult, Report
from chataudit.reporters.base import ReportOptions, encoding_of, open_output, wants_colour
from chataudit.reporters.ready_texts import WRITERS
from chataudit.scan import ScanOptions, audit_export, gather_settings, input_files

FORMS: Final = tuple(WRITERS)


def run_advise(options: ScanOptions, *, only: int | None) -> None:
    """Write the texts of all recommendations that offer some, or of one; `options.format` is one of FORMS.

    Raises:
        ChatAuditError: wrong options, settings or rules; an export that cannot be read.
    """
    if options.format not in FORMS:
        raise ConfigError("ready.bad_format", value=options.format, known=", ".join(FORMS))
    report = audit_export(options, gather_settings(options))
    results = _chosen(report, only)
    shown = ReportOptions(colour=wants_colour(options.output), encoding=encoding_of(options.output))
    with open_output(options.output, protected=input_files(options)) as out:
        WRITERS[options.format](report, results, out, shown)


def _chosen(report: Report, only: int | None) -> list[RecommendationResult]:
    known = [each.number for each in report.recommendations]
    if only is not None and only not in known:
        raise ConfigError("ready.no_recommendation", number=only, known=", ".join(map(str, known)))
    return [each for each in report.recommendations if each.ready_texts and only in (None, each.number)]
