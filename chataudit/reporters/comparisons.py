"""The forms of a comparison by name, each imported only when asked for."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, Final

from chataudit.comparing.comparison import BatchComparison, Comparison
from chataudit.reporters.base import ReportOptions

ComparisonWriter = Callable[[Comparison | BatchComparison, BinaryIO, ReportOptions], None]


def _terminal(comparison: Comparison | BatchComparison, out: BinaryIO, options: ReportOptions) -> None:
    from chataudit.reporters.comparison_text import write_batch_comparison, write_comparison

    if isinstance(comparison, Comparison):
        write_comparison(comparison, out, options)
    else:
        write_batch_comparison(comparison, out, options)


def _json(comparison: Comparison | BatchComparison, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG001  - every form is given the same
    from chataudit.reporters.json_text import write_object

    write_object(comparison, out)


def _markdown(comparison: Comparison | BatchComparison, out: BinaryIO, options: ReportOptions) -> None:
    from chataudit.reporters.comparison_markdown import write_markdown_comparison

    write_markdown_comparison(comparison, out, options)


COMPARISON_REPORTERS: Final[Mapping[str, ComparisonWriter]] = {"terminal": _terminal, "json": _json, "markdown": _markdown}
