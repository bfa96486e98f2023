"""The summary of a batch as a few lines for a terminal: how many, the middle of the scores, what was not read and why."""

from pathlib import Path

from chataudit.batch_summary import Summary
from chataudit.reporters.numbers import show_number
from chataudit.reporters.terminal_text import one_line, visible
from chataudit.wording import wording


def tell_batch(summary: Summary, output: Path) -> str:
    """Return the lines; `output` is the folder of the reports."""
    language = summary.language
    lines = [wording(language, "batch.text.counts", audited=summary.audited, unread=summary.unread, without=summary.without_chat)]
    spread = {"median": summary.scores.median, "lower": summary.scores.lower_quartile, "upper": summary.scores.upper_quartile}
    shown = {name: show_number(value, language) for name, value in spread.items() if value is not None}
    if shown:
        lines.append(wording(language, "batch.text.scores", **shown))
    lines += [
        one_line(wording(language, "batch.text.unread", place=row.place or "", reason=row.result.reason or ""))
        for row in summary.rows
        if row.result.status == "unread"
    ]
    return visible("\n".join([*lines, wording(language, "batch.text.written", path=output)]))
