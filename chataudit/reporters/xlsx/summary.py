"""A report → the rows of the workbook's first sheets: what the chat is and how it stands, and the sixteen one by one."""

from collections.abc import Iterator, Sequence

from chataudit.findings import Report
from chataudit.reporters.cells import Cell, moment
from chataudit.reporters.xlsx.sheet import Sheet
from chataudit.wording import platform_name, wording


def summary_rows(report: Report, cut: Sequence[Sheet]) -> Iterator[list[Cell]]:
    """Make a row a fact; `cut` are the sheets that had no room for all."""

    def say(key: str, **values: object) -> str:
        return wording(report.language, key, **values)

    for sheet in cut:
        yield [say("formats.summary.cut", sheet=sheet.title), say("report.findings.shown", shown=sheet.rows, count=sheet.rows + sheet.left_out)]
    chat = report.chat
    facts: list[tuple[str, Cell]] = [
        ("title", chat.title or say("report.chat.untitled")),
        ("platform", platform_name(report.language, chat.platform)),
        ("source", chat.source),
        ("first", moment(chat.first_message_at)),
        ("last", moment(chat.last_message_at)),
        ("timezone", chat.timezone),
        ("messages", chat.message_count),
        ("participants", chat.participant_count),
        *(("teacher", each.name) for each in chat.teachers),
        ("score", report.score),
        ("low", report.score_low),
        ("high", report.score_high),
        ("checked", report.checked),
        ("all", len(report.recommendations)),
        ("findings", len(report.findings)),
        ("limits", "; ".join(say(f"report.hides.{each}") for each in chat.hides)),
        *(() if chat.holds_beginning else (("limits", say("report.limit.beginning")),)),
        *((("limits", say("report.limit.truncated")),) if chat.truncated else ()),
        ("rulebook", f"{report.rulebook.title} ({report.rulebook.name} {report.rulebook.version})"),
        ("made", moment(report.generated_at)),
        ("program", f"chataudit {report.chataudit}"),
        *(("warning", _place(report, each.line) + each.text) for each in chat.warnings),
    ]
    if chat.redacted:
        yield [say("redaction.fact"), say(f"redaction.notice.{chat.redacted}")]
    for name, value in facts:
        yield [say(f"formats.summary.{name}"), value]


def recommendation_rows(report: Report) -> Iterator[list[Cell]]:
    """Make a row a recommendation."""
    for each in report.recommendations:
        verdict = wording(report.language, f"report.verdict.{each.verdict}")
        texts = (each.reason, each.advice, "\n".join(each.needs_text), "\n".join(each.questions), each.clause, each.why)
        yield [each.number, each.title, verdict, each.score, each.weight, each.findings, *texts]


def _place(report: Report, line: int | None) -> str:
    return "" if line is None else wording(report.language, "report.warnings.line", lines=line) + ": "
