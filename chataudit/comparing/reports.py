"""Two reports of a chat in, what became better, what worse, and which findings came and went out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Final

from chataudit.comparing.comparison import SCHEMA, Comparison, Direction, RecommendationChange, Side
from chataudit.comparing.snapshot import Snapshot, SnapshotChat, SnapshotRecommendation
from chataudit.findings import SCORE_OF, Finding, Verdict
from chataudit.identity import Identity, identify
from chataudit.wording import Language, wording

_NO_MEASURES: Final[dict[str, int | float | None]] = {}


def compare(old: Snapshot, new: Snapshot, language: Language) -> Comparison:
    """Compare two reports; the old one names the order of time."""
    came, went = _missing_from(new, old), _missing_from(old, new)
    return Comparison(
        schema=SCHEMA,
        language=language,
        old=_side(old),
        new=_side(new),
        notes=_notes(old, new, language),
        score_change=None if old.score is None or new.score is None else new.score - old.score,
        recommendations=_compare_recommendations(old, new),
        on_new_messages=[each for each in came if not _held(each, old.chat)],
        found_anew=[each for each in came if _held(each, old.chat)],
        gone=[each for each in went if _held(each, new.chat)],
        out_of_view=[each for each in went if not _held(each, new.chat)],
    )


def tell_direction(old: Verdict | None, new: Verdict | None) -> Direction:
    """Say whether a change of verdict is for the better; one that nobody could check is neither better nor worse."""
    if old == new:
        return "same"
    before, after = SCORE_OF.get(old or ""), SCORE_OF.get(new or "")
    if before is None or after is None:
        return "undecided"
    return "better" if after > before else "worse"


def _compare_recommendations(old: Snapshot, new: Snapshot) -> list[RecommendationChange]:
    before, after = ({each.number: each for each in side.recommendations} for side in (old, new))
    return [_change(number, before.get(number), after.get(number)) for number in sorted(before.keys() | after.keys())]


def _change(number: int, old: SnapshotRecommendation | None, new: SnapshotRecommendation | None) -> RecommendationChange:
    known = new or old
    assert known is not None
    was, now = (each.measures if each else _NO_MEASURES for each in (old, new))
    changed = [name for name in dict.fromkeys([*was, *now]) if was.get(name) != now.get(name)]
    old_verdict, new_verdict = (each.verdict if each else None for each in (old, new))
    return RecommendationChange(
        number=number,
        title=known.title,
        direction=tell_direction(old_verdict, new_verdict),
        old_verdict=old_verdict,
        new_verdict=new_verdict,
        old_reason=old.reason if old else None,
        new_reason=new.reason if new else None,
        old_findings=old.findings if old else 0,
        new_findings=new.findings if new else 0,
        measures={name: (was.get(name), now.get(name)) for name in changed},
    )


def _missing_from(here: Snapshot, there: Snapshot) -> list[Finding]:
    """Return the findings of one report that the other does not have; of twins as many as it has fewer."""
    known = Counter(_identities(there))
    missing = []
    for finding, identity in zip(here.findings, _identities(here), strict=True):
        if known[identity]:
            known[identity] -= 1
        else:
            missing.append(finding)
    return missing


def _identities(side: Snapshot) -> list[Identity]:
    # The chat is left out: two reports are compared as of one, whatever it is called now.
    return [identify(each, platform=side.chat.platform, chat="") for each in side.findings]


def _held(finding: Finding, chat: SnapshotChat) -> bool:
    """Say whether an export spans a finding's time; what has no message belongs to the chat as a whole."""
    if finding.at is None:
        return True
    if chat.first_message_at is None or chat.last_message_at is None:
        return False
    return not _is_before(finding.at, chat.first_message_at) and not _is_before(chat.last_message_at, finding.at)


def _is_before(one: str, other: str) -> bool:
    """Compare two moments; where one of them has no offset, by the clock on the wall."""
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if first.tzinfo is None or second.tzinfo is None:
        first, second = first.replace(tzinfo=None), second.replace(tzinfo=None)
    return first < second


def _side(side: Snapshot) -> Side:
    chat = side.chat
    return Side(
        title=chat.title,
        source=chat.source,
        generated_at=side.generated_at,
        message_count=chat.message_count,
        first_message_at=chat.first_message_at,
        last_message_at=chat.last_message_at,
        score=side.score,
        checked=side.checked,
        recommendations=len(side.recommendations),
    )


def _notes(old: Snapshot, new: Snapshot, language: Language) -> list[str]:
    notes = []
    if old.chat.platform != new.chat.platform or (old.chat.title and new.chat.title and old.chat.title != new.chat.title):
        notes.append(wording(language, "compare.note.chat"))
    ends = (old.chat.last_message_at, new.chat.last_message_at)
    if ends[0] and ends[1] and _is_before(ends[1], ends[0]):
        notes.append(wording(language, "compare.note.order"))
    if {each.number for each in old.recommendations if each.verdict in SCORE_OF} != _scored(new):
        notes.append(wording(language, "compare.note.checked", old=old.checked, new=new.checked))
    return notes + tell_versions(
        (old.rulebook.name, old.rulebook.version), (new.rulebook.name, new.rulebook.version), (old.chataudit, new.chataudit), language
    )


def _scored(side: Snapshot) -> Collection[int]:
    return {each.number for each in side.recommendations if each.verdict in SCORE_OF}


def tell_versions(old_rules: tuple[str, str], new_rules: tuple[str, str], programs: tuple[str, str], language: Language) -> list[str]:
    """Return a note for the rulebooks and one for the program, where they differ: a change may be theirs rather than the chat's."""
    notes = []
    if old_rules != new_rules:
        notes.append(wording(language, "compare.note.rules", old=" ".join(old_rules), new=" ".join(new_rules)))
    if programs[0] != programs[1]:
        notes.append(wording(language, "compare.note.program", old=programs[0], new=programs[1]))
    return notes
