"""Two summaries of batches in, what became of each chat and of each recommendation out; chats are known again by their places."""

from __future__ import annotations

from collections import Counter

from chataudit.batch.summary import ChatResult, Row, Summary
from chataudit.comparing.comparison import BATCH_SCHEMA, BatchComparison, BatchSide, ChatChange, Direction, ShareChange
from chataudit.comparing.reports import tell_direction, tell_versions
from chataudit.findings import Verdict
from chataudit.wording import Language, wording


def compare_batches(old: Summary, new: Summary, language: Language) -> BatchComparison:
    """Compare two batches."""
    before, after = ({_place(row): row.result for row in side.rows} for side in (old, new))
    both = [place for place in after if place in before]
    changes = {place: _directions(before[place], after[place]) for place in both}
    notes = tell_versions(
        (old.rulebook.name, old.rulebook.version), (new.rulebook.name, new.rulebook.version), (old.chataudit, new.chataudit), language
    )
    if not both:
        notes.insert(0, wording(language, "compare.note.no_common"))
    return BatchComparison(
        schema=BATCH_SCHEMA,
        language=language,
        old=_side(old),
        new=_side(new),
        notes=notes,
        recommendations=_shares(old, new, changes),
        chats=[_chat(place, before[place], after[place], changes[place]) for place in both],
        only_old=[place for place in before if place not in after],
        only_new=[place for place in after if place not in before],
    )


def _place(row: Row) -> str:
    """Return what a row goes by: where its export lies, else its school and class."""
    return row.place or " · ".join(each for each in (row.school, row.school_class) if each)


def _directions(old: ChatResult, new: ChatResult) -> dict[int, Direction]:
    before, after = ({each.number: each.verdict for each in result.recommendations} for result in (old, new))
    return {number: tell_direction(before.get(number), after.get(number)) for number in sorted(before.keys() | after.keys())}


def _chat(place: str, old: ChatResult, new: ChatResult, directions: dict[int, Direction]) -> ChatChange:
    def those(direction: Direction) -> list[int]:
        return [number for number, each in directions.items() if each == direction]

    return ChatChange(
        place=place,
        old_status=old.status,
        new_status=new.status,
        old_score=old.score,
        new_score=new.score,
        better=those("better"),
        worse=those("worse"),
        undecided=those("undecided"),
    )


def _shares(old: Summary, new: Summary, changes: dict[str, dict[int, Direction]]) -> list[ShareChange]:
    before, after = ({each.number: each for each in side.recommendations} for side in (old, new))
    moved = Counter((number, direction) for directions in changes.values() for number, direction in directions.items())
    none: dict[Verdict, int] = {}
    return [
        ShareChange(
            number=number,
            title=(after.get(number) or before[number]).title,
            old_counts=before[number].counts if number in before else none,
            new_counts=after[number].counts if number in after else none,
            better=moved[number, "better"],
            worse=moved[number, "worse"],
        )
        for number in sorted(before.keys() | after.keys())
    ]


def _side(summary: Summary) -> BatchSide:
    return BatchSide(
        generated_at=summary.generated_at,
        rulebook=summary.rulebook,
        audited=summary.audited,
        unread=summary.unread,
        without_chat=summary.without_chat,
        median=summary.scores.median,
    )
