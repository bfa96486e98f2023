"""How the roster's families stand to the chat: who is in it, who is outside, whom nobody reached (definitions, 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from chataudit.conditions.scene import Scene
from chataudit.config import RosterRow
from chataudit.matching.spans import Flags
from chataudit.russian.family_matching import Family, match_families, named_in
from chataudit.russian.name_words import NameWords

RECENT_DAYS = 30  # definitions, 4: a contact in the 30 days before the last message


@dataclass(frozen=True)
class FamiliesStanding:
    """Families of the roster, by their child's name.

    Attributes:
        count: how many families the roster has.
        outside: surely not in the chat at its end; unreached: those of them with no recent contact.
        not_established: not matched, while somebody is in the chat whom nothing identifies; the same of them unreached.
    """

    count: int
    outside: tuple[str, ...]
    unreached: tuple[str, ...]
    not_established: tuple[str, ...]
    not_established_unreached: tuple[str, ...]


def establish_families(scene: Scene, roster: Sequence[RosterRow], contact: Flags, words: NameWords, excluded: Sequence[str]) -> FamiliesStanding:
    """Match the roster with the chat.

    Args:
        contact: rows in which the teacher says that she reached families outside; a row that names some counts for those, else for all.
        excluded: display names that are no family's: teachers, bots, channels.
    """
    parents: dict[str, list[str]] = {}
    contacted: dict[str, list[date]] = {}
    for row in roster:
        parents.setdefault(row.child, []).append(row.parent)
        if row.contacted_on is not None:
            contacted.setdefault(row.child, []).append(row.contacted_on)
    families = [Family(child, tuple(names)) for child, names in parents.items()]
    people = scene.chat.participants
    present = people.loc[people["left_at"].isna() & ~people["kind"].isin(["bot", "channel"]) & ~people["name"].isin(list(excluded)), "name"]
    matched = match_families(families, [str(name) for name in present], words)
    last_day = datetime.fromtimestamp(int(scene.seconds.max(initial=0)), tz=UTC).date()
    since = last_day - timedelta(days=RECENT_DAYS)
    for child, days in _told_contacts(scene, contact, families, words).items():
        contacted.setdefault(child, []).extend(days)
    unmatched = [family.child for family in matched.unmatched]
    unreached = [child for child in unmatched if not any(since <= day <= last_day for day in contacted.get(child, ()))]
    if matched.unidentified:
        return FamiliesStanding(len(families), (), (), tuple(unmatched), tuple(unreached))
    return FamiliesStanding(len(families), tuple(unmatched), tuple(unreached), (), ())


def _told_contacts(scene: Scene, contact: Flags, families: Sequence[Family], words: NameWords) -> dict[str, list[date]]:
    """Return, per child, the days on which a message says that its family was reached."""
    told: dict[str, list[date]] = {}
    for row in contact.nonzero()[0].tolist():
        text = scene.texts[scene.text_id[row]]
        day = datetime.fromtimestamp(int(scene.seconds[row]), tz=UTC).date()
        named = [family.child for family in families if named_in(text, family, words)]
        for child in named or [family.child for family in families]:
            told.setdefault(child, []).append(day)
    return told
