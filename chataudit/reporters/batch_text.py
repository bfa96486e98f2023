"""The summary of a batch as a few lines for a terminal: how many, the middle of the scores, what changed, what was not read, what to open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from chataudit.batch.summary import Row, Summary, Trend
from chataudit.reporters.numbers import show_number, show_signed
from chataudit.reporters.terminal_text import disarm, one_line, visible
from chataudit.reporters.times import show_date
from chataudit.wording import wording

_MOST_CHANGES: Final = 10  # the page shows all


def tell_batch(summary: Summary, output: Path) -> str:
    """Return the lines; `output` is the folder of the reports."""
    language = summary.language
    lines = [wording(language, "batch.text.counts", audited=summary.audited, unread=summary.unread, without=summary.without_chat)]
    spread = {"median": summary.scores.median, "lower": summary.scores.lower_quartile, "upper": summary.scores.upper_quartile}
    shown = {name: show_number(value, language) for name, value in spread.items() if value is not None}
    if shown:
        lines.append(wording(language, "batch.text.scores", **shown))
    if summary.left_alone.copies:
        lines.append(wording(language, "batch.left.copies", count=summary.left_alone.copies))
    lines += _changes(summary)
    unread = [row for row in summary.rows if row.result.status == "unread"]
    if unread:
        lines += ["", wording(language, "batch.text.unread", count=len(unread))]
        lines += [_item(wording(language, "batch.text.reason", place=row.place or "", reason=row.result.reason or "")) for row in unread]
    lines += ["", wording(language, "batch.text.open", page=output / "index.html")]
    lines.append(wording(language, "batch.text.others"))
    if unread:
        lines.append(wording(language, "batch.text.again"))
    return disarm(visible("\n".join(lines)))


def _changes(summary: Summary) -> Iterator[str]:
    """Tell how many scores rose and fell, and which; chats in the order of the summary, which ranks nobody."""
    counts = msgspec.structs.asdict(summary.trend)
    if not any(counts.values()):
        return
    language = summary.language
    yield ""
    yield wording(language, "batch.text.trend", **counts)
    changed = [(row, row.result.trend) for row in summary.rows if row.result.trend and (row.result.trend.score_change or row.result.trend.unlike)]
    for row, trend in changed[:_MOST_CHANGES]:
        yield _item(_change(summary, row, trend))
    if len(changed) > _MOST_CHANGES:
        yield _item(wording(language, "batch.text.trend.more", count=len(changed) - _MOST_CHANGES))


def _change(summary: Summary, row: Row, trend: Trend) -> str:
    language = summary.language
    none = wording(language, "batch.score.none")
    then, now = (none if score is None else score for score in (trend.score, row.result.score))
    told = wording(language, "batch.text.trend.from_to", place=row.place or "", then=then, now=now, since=show_date(trend.since))
    if trend.unlike:
        why = ", ".join(wording(language, f"batch.unlike.{each}") for each in trend.unlike)
        return f"{told}; {wording(language, 'batch.trend.unlike', why=why)}"
    return f"{told}; {show_signed(trend.score_change)}" if trend.score_change else told


def _item(text: str) -> str:
    return f"  {one_line(text)}"
