"""Names of people in, where a text mentions them out: in whatever form the language, the keyboard or tenderness gives a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from chataudit.redaction.pieces import Piece, clean, find_pieces
from chataudit.russian.display_names import read_display_name
from chataudit.russian.identifying import IdentifyingWords
from chataudit.russian.morphology import morphology
from chataudit.russian.name_forms import any_forms, declined_given_forms, forms_of_parts, surname_forms
from chataudit.russian.name_spelling import fold, fold_twins
from chataudit.russian.name_words import NameWords
from chataudit.russian.tokens import collapse

NAMES: Final = frozenset({"Name", "Surn", "Patr"})
_LIKELY: Final = 0.25  # a word in small letters is taken for a name from this chance on: «вера» is, «света» is not
_PHONE_DIGITS: Final = 10  # without the country's code
_NO_DIGIT: Final = re.compile(r"\D")
_LETTERS: Final = re.compile(r"[^\W\d_]+")

Owners = frozenset[str]
_NOBODY: Final[Owners] = frozenset()


@dataclass(frozen=True)
class Mention:
    """Pieces `first` to `last` name somebody; `label` where it is clear whom."""

    first: int
    last: int
    label: str | None


@dataclass(frozen=True)
class _Whole:
    """A display name to be found as it stands; `exact`: in its own capitals only, for a word that everybody uses."""

    pattern: re.Pattern[str]
    label: str
    exact: str | None


@dataclass
class Mentions:
    """Finds people by their names.

    Attributes:
        labels: what each name is called.
        names: words of display names; words: what else a name may be.
        wary: a word that may be a name is taken for one, however it is written.
    """

    labels: Mapping[str, str]
    names: NameWords
    words: IdentifyingWords
    wary: bool
    _owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _wholes: dict[str, list[_Whole]] = field(default_factory=lambda: defaultdict(list))
    _phones: dict[str, str] = field(default_factory=dict)
    _signs: list[tuple[str, str]] = field(default_factory=list)
    _known: dict[str, Owners] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, label in self.labels.items():
            self._enter(clean(name), label)
        self._signs.sort(key=lambda sign: -len(sign[0]))
        for wholes in self._wholes.values():
            wholes.sort(key=lambda whole: -len(whole.pattern.pattern))

    def _enter(self, name: str, label: str) -> None:
        parts = read_display_name(name, self.names)
        forms = [*forms_of_parts(parts, self.names).values()]
        forms += [declined_given_forms(word, self.names) | surname_forms(word, self.names) for word in parts.child]
        pieces = find_pieces(name)
        nicks = [fold_twins(piece.words) for piece in pieces if piece.kind == "word" and len(piece.words) > 2]
        forms += [any_forms(nick, self.names) for nick in nicks if not morphology().knows(nick) and not self._is_everyday(nick)]
        for form in frozenset[str]().union(*forms):
            if len(form) > 1:
                self._owners[form].add(label)
        digits = _NO_DIGIT.sub("", name)
        if len(digits) >= _PHONE_DIGITS:
            self._phones[digits[-_PHONE_DIGITS:]] = label
        elif pieces and not (len(pieces) == 1 and self._is_given(pieces[0].words)):  # «Маша» alone may be a child in the chat's words
            self._wholes[fold(pieces[0].words)].append(self._whole(name[pieces[0].start : pieces[-1].end], pieces, label))
        elif not pieces and len(name.strip()) > 2:
            self._signs.append((name.strip(), label))

    def _is_given(self, word: str) -> bool:
        return bool(self.names.full_names(fold(word))) or morphology().chance_of(word, NAMES) >= _LIKELY

    def _whole(self, name: str, pieces: Sequence[Piece], label: str) -> _Whole:
        pattern = re.compile(r"\s+".join(map(re.escape, name.split())) + (r"(?!\w)" if name[-1].isalnum() else ""), re.IGNORECASE)
        common = len(pieces) == 1 and pieces[0].kind == "word" and morphology().knows(name)
        return _Whole(pattern, label, name if common else None)

    def replace_signs(self, text: str) -> str:
        """Return a text with names that hold no letters (a row of emoji) replaced."""
        for sign, label in self._signs:
            text = text.replace(sign, label)
        return text

    def find(self, text: str, pieces: Sequence[Piece]) -> list[Mention]:
        """Return the mentions in a text, in order, none within another."""
        found: list[Mention] = []
        at = 0
        while at < len(pieces):
            mention = self._find_whole(text, pieces, at) or self._find_parts(text, pieces, at) or self._find_phone(pieces, at)
            if mention is not None:
                found.append(mention)
            at = mention.last + 1 if mention else at + 1
        return found

    def _find_whole(self, text: str, pieces: Sequence[Piece], at: int) -> Mention | None:
        for whole in self._wholes.get(fold(pieces[at].words), ()):
            match = whole.pattern.match(text, pieces[at].start)
            if match and (whole.exact is None or (match.group() == whole.exact and not self._is_everyday(whole.exact))):
                last = max(place for place in range(at, len(pieces)) if pieces[place].start < match.end())
                return Mention(at, last, whole.label)
        return None

    def _is_everyday(self, word: str) -> bool:
        names = self.names
        return names.is_listed(fold(word), names.mothers | names.fathers | names.families | names.titles | names.roles)

    def _find_parts(self, text: str, pieces: Sequence[Piece], at: int) -> Mention | None:
        owners = self.owners_of(pieces[at])
        if not owners:
            return None
        last = at
        while last + 1 < len(pieces) and text[pieces[last].end : pieces[last + 1].start] in (" ", "  ", "\u00a0"):
            further = self.owners_of(pieces[last + 1])
            if not further:
                break
            owners, last = owners & further, last + 1
        sure = last > at and len(owners) == 1
        if last + 1 < len(pieces) and pieces[last + 1].kind == "initials":
            last += 1
        return Mention(at, last, next(iter(owners)) if sure else None)

    def _find_phone(self, pieces: Sequence[Piece], at: int) -> Mention | None:
        digits = _NO_DIGIT.sub("", pieces[at].words) if self._phones else ""
        if len(digits) < _PHONE_DIGITS:
            return None
        label = next((label for phone, label in self._phones.items() if phone in digits), None)  # `wa.me/79161234567?text=1`
        return Mention(at, at, label) if label else None

    def owners_of(self, piece: Piece) -> Owners:
        """Return the labels of those whose name a piece may be a part of."""
        if piece.kind in ("number", "initials", "nick", "other"):
            return _NOBODY
        known = self._known.get(piece.words)
        if known is None:
            words = "".join(_LETTERS.findall(piece.words)) if piece.kind == "spaced" else piece.words
            known = self._known[piece.words] = self._look_up(words)
        return known

    def _look_up(self, surface: str) -> Owners:
        word = fold_twins(surface)
        for spelling in (word, *collapse(word)):
            found = self._share_form(spelling)
            if found and (word[0].isupper() or self._is_name(fold(spelling))):
                return found
        parts = [part for part in _LETTERS.findall(word) if len(part) > 1]
        return frozenset[str]().union(*map(self._look_up, parts)) if parts and parts != [word] else _NOBODY

    def _share_form(self, word: str) -> Owners:
        if len(word) < 2:
            return _NOBODY
        owner = self.names.owner_of(fold(word))  # «настина» is Настя's
        forms = any_forms(word, self.names) | (declined_given_forms(owner, self.names) if owner else frozenset())
        return frozenset(label for form in forms if form in self._owners for label in self._owners[form])

    def _is_name(self, word: str) -> bool:
        """Say whether a word in small letters, a form of somebody's name, is taken for it."""
        if word in self.words.stays:
            return False
        return self.wary or not morphology().knows(word) or morphology().chance_of(word, NAMES) >= _LIKELY
