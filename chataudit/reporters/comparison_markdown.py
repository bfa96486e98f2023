"""A comparison as a Markdown document: to be pasted into a letter, an issue or a wiki."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final

from chataudit.comparing.comparison import DIRECTIONS, BatchComparison, ChatChange, Comparison, RecommendationChange, Side
from chataudit.findings import Finding, Verdict
from chataudit.reporters.base import ReportOptions
from chataudit.reporters.lines import tell_finding
from chataudit.reporters.markdown_text import plain
from chataudit.reporters.times import show_date
from chataudit.wording import Language, wording

_SHOWN: Final = 5  # findings of a recommendation
_COUNTED: Final[tuple[Verdict, ...]] = ("met", "partly", "violated")


def write_markdown_comparison(comparison: Comparison | BatchComparison, out: BinaryIO, options: ReportOptions) -> None:
    """Write the document; whatever strangers wrote goes through `plain`."""
    limit = None if options.show_all else _SHOWN
    lines = _reports(comparison, limit) if isinstance(comparison, Comparison) else _batches(comparison)
    out.writelines(line.encode() + b"\n" for line in lines)


def _say(language: Language, key: str, **values: object) -> str:
    return plain(wording(language, key, **values))


def _reports(comparison: Comparison, limit: int | None) -> Iterator[str]:
    language = comparison.language
    yield f"# {plain(comparison.new.title or comparison.old.title or '') or _say(language, 'report.chat.untitled')}"
    yield ""
    yield f"- {_side('compare.was', comparison.old, language)}"
    yield f"- {_side('compare.is', comparison.new, language)}"
    yield from _notes(comparison.notes)
    for direction in DIRECTIONS:
        changes = [each for each in comparison.recommendations if each.direction == direction]
        if changes:
            yield from ("", f"## {_say(language, f'compare.{direction}')}", "")
            yield from (_change(each, language) for each in changes)
    for key in ("on_new_messages", "found_anew", "gone", "out_of_view"):
        yield from _findings(key, getattr(comparison, key), limit, language)


def _side(key: str, side: Side, language: Language) -> str:
    facts = [plain(side.source)]
    if side.first_message_at and side.last_message_at:
        facts.append(_say(language, "report.chat.period", first=show_date(side.first_message_at), last=show_date(side.last_message_at)))
    facts.append(_say(language, "report.chat.messages", count=side.message_count))
    facts.append(_say(language, "report.score.none" if side.score is None else "report.score", score=side.score))
    facts.append(_say(language, "report.checked", checked=side.checked, all=side.recommendations))
    return f"{_say(language, key)} " + " · ".join(facts)


def _notes(notes: Sequence[str]) -> Iterator[str]:
    for note in notes:
        yield from ("", f"> {plain(note)}")


def _change(change: RecommendationChange, language: Language) -> str:
    title = f"- **{change.number}. {plain(change.title)}**"
    if change.direction == "same":
        verdict = _say(language, f"report.verdict.{change.new_verdict}")
        counts = _say(language, "compare.findings", old=change.old_findings, new=change.new_findings)
        return f"{title} {verdict} · {counts}" if change.old_findings != change.new_findings else f"{title} {verdict}"
    was, now = (
        f"{_say(language, f'report.verdict.{verdict}' if verdict else 'compare.absent')} ({plain(reason or '')})"
        for verdict, reason in ((change.old_verdict, change.old_reason), (change.new_verdict, change.new_reason))
    )
    return f"{title} {was} → {now}"


def _findings(key: str, findings: Sequence[Finding], limit: int | None, language: Language) -> Iterator[str]:
    if not findings:
        return
    yield from ("", f"## {_say(language, f'compare.{key}', count=len(findings))}", "")
    for number, group in groupby(sorted(findings, key=attrgetter("recommendation")), attrgetter("recommendation")):
        own = list(group)
        yield from (f"- {number}: {plain(tell_finding(each, language))}" for each in own[:limit])
        if limit is not None and len(own) > limit:
            yield f"- {number}: {_say(language, 'compare.more', count=len(own) - limit)}"


def _batches(comparison: BatchComparison) -> Iterator[str]:
    language = comparison.language
    for key, side in (("compare.was", comparison.old), ("compare.is", comparison.new)):
        counts = _say(language, "batch.text.counts", audited=side.audited, unread=side.unread, without=side.without_chat)
        yield f"- {_say(language, key)} {show_date(side.generated_at)} · {counts}"
    yield from _notes(comparison.notes)
    yield from ("", f"## {_say(language, 'compare.recommendations')}", "")
    for share in comparison.recommendations:
        old, new = ("/".join(str(counts.get(each, 0)) for each in _COUNTED) for counts in (share.old_counts, share.new_counts))
        yield f"- **{share.number}. {plain(share.title)}** {old} → {new}"
    changed = [each for each in comparison.chats if each.better or each.worse or each.undecided]
    if changed:
        yield from ("", f"## {_say(language, 'compare.chats')}", "")
        yield from (_chat(each, language) for each in changed)
    for key, places in (("compare.only_old", comparison.only_old), ("compare.only_new", comparison.only_new)):
        if places:
            yield from ("", f"## {_say(language, key)}", "")
            yield from (f"- {plain(place)}" for place in places)


def _chat(chat: ChatChange, language: Language) -> str:
    moved = (("better", chat.better), ("worse", chat.worse), ("undecided", chat.undecided))
    told = [_say(language, f"compare.chat_{name}", numbers=", ".join(map(str, numbers))) for name, numbers in moved if numbers]
    return f"- {plain(chat.place)}: " + " · ".join(told)
