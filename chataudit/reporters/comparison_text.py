"""A comparison as text for a terminal: the two, what makes them hard to compare, what became better and worse, what came and went."""

import shutil
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

from chataudit.comparing.comparison import DIRECTIONS, BatchComparison, BatchSide, ChatChange, Comparison, Direction, RecommendationChange, Side
from chataudit.findings import Finding, Verdict
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.console_page import Page, Part, dotted
from chataudit.reporters.lines import tell_finding
from chataudit.reporters.numbers import show_number
from chataudit.reporters.times import show_date
from chataudit.wording import Language

_WIDEST: Final = 120  # longer lines are hard to read
_USUAL: Final = (80, 24)
_SHOWN: Final = 5  # findings of a recommendation
_STYLES: Final[dict[Direction, str]] = {"better": "green", "worse": "red", "undecided": "cyan", "same": "dim"}
_MINUS: Final = "\u2212"
_ARROW: Final = " → "
_COUNTED: Final[tuple[Verdict, ...]] = ("met", "partly", "violated")


def write_comparison(comparison: Comparison, out: BinaryIO, options: ReportOptions) -> None:
    """Write two reports of a chat side by side."""
    page = _page(comparison.language, out, options)
    page.paragraph((comparison.new.title or comparison.old.title or page.say("report.chat.untitled"), "bold"))
    _write_side(page, "compare.was", comparison.old)
    _write_side(page, "compare.is", comparison.new)
    if comparison.score_change is not None:
        key = "compare.score_same" if comparison.score_change == 0 else "compare.score"
        page.paragraph(page.say(key, change=f"{comparison.score_change:+}".replace("-", _MINUS)))
    _write_notes(page, comparison.notes)
    for direction in DIRECTIONS:
        changes = [each for each in comparison.recommendations if each.direction == direction]
        if changes and direction == "same":
            _write_unchanged(page, changes)
        elif changes:
            page.heading(page.say(f"compare.{direction}"))
            for change in changes:
                _write_change(page, change)
    titles = {each.number: each.title for each in comparison.recommendations}
    for key in ("on_new_messages", "found_anew", "gone", "out_of_view"):
        _write_findings(page, key, getattr(comparison, key), titles, None if options.show_all else _SHOWN)


def write_batch_comparison(comparison: BatchComparison, out: BinaryIO, options: ReportOptions) -> None:
    """Write two batches side by side: recommendations first, then chats in the order of their places."""
    page = _page(comparison.language, out, options)
    _write_batch_side(page, "compare.was", comparison.old)
    _write_batch_side(page, "compare.is", comparison.new)
    _write_notes(page, comparison.notes)
    page.heading(page.say("compare.recommendations"))
    for share in comparison.recommendations:
        page.paragraph(share.title, lead=(f"{share.number:>3}  ",))
        moved = [page.say(f"compare.chats_{name}", count=count) for name in ("better", "worse") if (count := getattr(share, name))]
        counts = page.say("compare.counts", old=_counts(share.old_counts), new=_counts(share.new_counts))
        page.paragraph(*dotted((counts, "dim"), *moved), lead=("     ",))
    changed = [each for each in comparison.chats if each.better or each.worse or each.undecided or each.old_status != each.new_status]
    if changed:
        page.heading(page.say("compare.chats"))
    for chat in changed:
        _write_chat(page, chat)
    for key, places in (("compare.only_old", comparison.only_old), ("compare.only_new", comparison.only_new)):
        if places:
            page.heading(page.say(key))
            for place in places:
                page.paragraph(place, lead=("  ",))


def _page(language: Language, out: BinaryIO, options: ReportOptions) -> Page:
    width = options.width or min(shutil.get_terminal_size(_USUAL).columns, _WIDEST)
    return Page(out, language=language, width=width, colour=options.colour, encoding=options.encoding)


def _write_side(page: Page, key: str, side: Side) -> None:
    period = None
    if side.first_message_at and side.last_message_at:
        period = page.say("report.chat.period", first=show_date(side.first_message_at), last=show_date(side.last_message_at))
    score = page.say("report.score.none" if side.score is None else "report.score", score=side.score)
    checked = page.say("report.checked", checked=side.checked, all=side.recommendations)
    facts = dotted(side.source, period, page.say("report.chat.messages", count=side.message_count), (score, "bold"), checked)
    page.paragraph(*facts, lead=(page.say(key),))


def _write_notes(page: Page, notes: Sequence[str]) -> None:
    if notes:
        page.blank()
    for note in notes:
        page.paragraph(note, lead=(("! ", "yellow"),))


def _write_change(page: Page, change: RecommendationChange) -> None:
    verdicts = [page.say(f"report.verdict.{each}" if each else "compare.absent") for each in (change.old_verdict, change.new_verdict)]
    page.paragraph(change.title, lead=(f"{change.number:>3}  ",))
    page.paragraph((_ARROW.join(verdicts), _STYLES[change.direction]), lead=("     ",))
    for key, reason in (("compare.was", change.old_reason), ("compare.is", change.new_reason)):
        if reason:
            page.paragraph(reason, lead=("     ", (page.say(key), "dim")))


def _write_unchanged(page: Page, changes: Sequence[RecommendationChange]) -> None:
    """Write those whose verdict stayed, in a line each where their findings changed, else in one line together."""
    page.heading(page.say("compare.same"))
    for change in changes:
        if change.old_findings == change.new_findings:
            continue
        verdict = page.say(f"report.verdict.{change.new_verdict}")
        counts = page.say("compare.findings", old=change.old_findings, new=change.new_findings)
        page.paragraph(*dotted(change.title, (verdict, "dim"), counts), lead=(f"{change.number:>3}  ",))
    still = [str(each.number) for each in changes if each.old_findings == each.new_findings]
    if still:
        page.paragraph((page.say("compare.still", numbers=", ".join(still)), "dim"), lead=("     ",))


def _write_findings(page: Page, key: str, findings: Sequence[Finding], titles: dict[int, str], limit: int | None) -> None:
    if not findings:
        return
    page.heading(page.say(f"compare.{key}", count=len(findings)))
    for number, group in groupby(sorted(findings, key=attrgetter("recommendation")), attrgetter("recommendation")):
        own = list(group)
        count = page.say("report.findings.count", count=len(own))
        page.paragraph(*dotted((titles.get(number, ""), "bold"), count), lead=(f"{number:>3}  ",))
        for finding in own[:limit]:
            page.paragraph(tell_finding(finding, page.language), lead=("     ", "· "))
        if limit is not None and len(own) > limit:
            page.paragraph((page.say("compare.more", count=len(own) - limit), "dim"), lead=("     ",))


def _write_batch_side(page: Page, key: str, side: BatchSide) -> None:
    median = None if side.median is None else page.say("compare.median", median=show_number(side.median, page.language))
    counts = page.say("batch.text.counts", audited=side.audited, unread=side.unread, without=side.without_chat)
    page.paragraph(*dotted(show_date(side.generated_at), median, counts), lead=(page.say(key),))


def _write_chat(page: Page, chat: ChatChange) -> None:
    page.paragraph(chat.place, lead=("  ",))
    parts: list[Part | None] = []
    if chat.old_status != chat.new_status:
        parts.append(_ARROW.join(page.say(f"compare.status.{each}") for each in (chat.old_status, chat.new_status)))
    if chat.old_score is not None and chat.new_score is not None and chat.old_score != chat.new_score:
        parts.append(page.say("compare.chat_score", old=chat.old_score, new=chat.new_score))
    moved: list[tuple[Direction, list[int]]] = [("better", chat.better), ("worse", chat.worse), ("undecided", chat.undecided)]
    parts += [
        (page.say(f"compare.chat_{direction}", numbers=", ".join(map(str, numbers))), _STYLES[direction]) for direction, numbers in moved if numbers
    ]
    page.paragraph(*dotted(*parts), lead=("    ",))


def _counts(counts: dict[Verdict, int]) -> str:
    return "/".join(str(counts.get(verdict, 0)) for verdict in _COUNTED)
