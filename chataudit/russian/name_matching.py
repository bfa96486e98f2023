"""A teacher's name as the user gives it and the display names of a chat in, the one display name that is meant out."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from chataudit.russian.display_names import NameParts, read_display_name
from chataudit.russian.name_assignment import is_nick
from chataudit.russian.name_children import tell_child_from_participant
from chataudit.russian.name_forms import Forms, agrees_with_initials, any_forms, forms_of_parts, initials_of
from chataudit.russian.name_spelling import fold, sound_of
from chataudit.russian.name_tokens import split_name
from chataudit.russian.name_words import NameWords

_MOST_NEAREST: Final = 3
_CLOSE_ENOUGH: Final = 0.5  # a typing mistake or two in a name of usual length


@dataclass(frozen=True)
class Match:
    """Which display name a given name means.

    Attributes:
        kind: «exact»: written the same; «parts»: alone in having its parts; «ambiguous»: several have them; «none».
        name: the display name; None where ambiguous or none.
        nearest: where ambiguous, the display names that have the parts; where none, those most like it, the likest first.
    """

    kind: Literal["exact", "parts", "ambiguous", "none"]
    name: str | None
    nearest: tuple[str, ...] = ()


def match_teacher(given: str, display_names: Sequence[str], words: NameWords) -> Match:
    """Find the display name that a given name means.

    An exact match wins; else one display name alone must have all parts of the given name, in any order and case: first
    as written, then with short, foreign or declined forms; else it alone must lack some of them and contradict none.
    """
    if given in display_names:
        return Match("exact", given)
    wanted = _Wanted(given, words)
    read = [(name, read_display_name(name, words)) for name in display_names]
    for has in (wanted.has_words, wanted.has_forms, wanted.is_shortened):
        found = [name for name, parts in read if has(name, parts)]
        if len(found) == 1:
            return Match("parts", found[0])
        if found:
            return Match("ambiguous", None, tuple(found))
    return Match("none", None, _nearest(given, display_names))


class _Wanted:
    """A given name laid out for comparing."""

    def __init__(self, given: str, words: NameWords) -> None:
        self._words = words
        own = tell_child_from_participant(split_name(given), words).own
        tokens = [token for token in own if not is_nick(token, words)]
        self._spelled = [sound_of(token.word) for token in tokens]
        self._forms = [any_forms(token.text, words) for token in tokens]
        self._initials = initials_of(given)
        self._parts = read_display_name(given, words)

    def has_words(self, name: str, parts: NameParts) -> bool:
        """Say whether a display name has every word of the given name as written."""
        spelled = [sound_of(part.word) for part in (parts.surname, parts.given, parts.patronymic) if part.word]
        return bool(self._spelled) and set(self._spelled) <= set(spelled) and self._initials_agree(name, parts)

    def has_forms(self, name: str, parts: NameParts) -> bool:
        """Say whether a display name has every word of the given name, in some form of it."""
        forms = forms_of_parts(parts, self._words)
        matched = _pair(self._forms, list(forms.values()))
        if matched is None or not self._initials_agree(name, parts):
            return False
        # «Иванов» alone is not «Иванова»
        return len(matched) > 1 or "surname" not in forms or forms["surname"] is not list(forms.values())[matched[0]]

    def is_shortened(self, name: str, parts: NameParts) -> bool:
        """Say whether a display name lacks some of the given name, but has two words of it or a word and the initials of others."""
        forms = list(forms_of_parts(parts, self._words).values())
        matched = _pair(forms, self._forms)
        if matched is None or not self._initials_agree(name, parts):
            return False
        return len(matched) > 1 or bool(initials_of(name))

    def _initials_agree(self, name: str, parts: NameParts) -> bool:
        theirs = initials_of(name)
        ours = all(agrees_with_initials(part, theirs) for part in (self._parts.given, self._parts.patronymic))
        return ours and all(agrees_with_initials(part, self._initials) for part in (parts.given, parts.patronymic))


def _pair(wanted: Sequence[Forms], offered: Sequence[Forms]) -> list[int] | None:
    """Return for each wanted word the index of a word offered that shares a form, each once; None if one has no partner."""
    pairs: list[int] = []
    for forms in wanted:
        partner = next((index for index, others in enumerate(offered) if index not in pairs and forms & others), None)
        if partner is None:
            return None
        pairs.append(partner)
    return pairs or None


def _nearest(given: str, display_names: Sequence[str]) -> tuple[str, ...]:
    """Return the display names most like the given one; a word in common counts as much as the whole."""

    def likeness(name: str) -> float:
        ours, theirs = fold(given), fold(name)
        whole = difflib.SequenceMatcher(None, ours, theirs).ratio()
        by_word = max(
            (difflib.SequenceMatcher(None, one, other).ratio() for one in ours.split() for other in theirs.split() if len(one) > 1), default=0.0
        )
        return (whole + by_word) / 2

    ranked = sorted(((likeness(name), name) for name in display_names), key=lambda pair: (-pair[0], pair[1]))
    return tuple(name for value, name in ranked[:_MOST_NEAREST] if value >= _CLOSE_ENOUGH)
