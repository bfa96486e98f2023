"""The lists of `rules/words/names.yaml` in, `NameWords` out: what a word of a display name is known to be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from chataudit.russian.morphology import morphology
from chataudit.russian.name_spelling import fold, is_latin, sound_of, spell_in_cyrillic

Gender = Literal["masc", "femn"]


@dataclass(frozen=True)
class NameWords:
    """Words of display names, folded (`name_spelling.fold`).

    Attributes:
        mothers: women whom a child's name follows («мама Пети»).
        fathers: men whom a child's name follows.
        families: others whom a child's name follows («родители Пети»).
        titles: words beside which the participant's own name stands («тётя Люба»).
        roles: what somebody is in the school or in the chat («кл», «рук», «родком»).
        nicknames: trades, nicks and places that are no names («маникюр», «солнышко»).
        conjunctions: words that join two names.
        patronymic_particles: words after the father's name («оглы»).
        patronymic_prefixes: words before the father's name («ибн»).
        patronymic_endings: endings of patronymics by gender.
        patronymics: patronymics without such an ending, or spoken ones («Палыч», «Иванна»), by gender.
        surname_pairs: feminine endings of surnames and the masculine ones they go with.
        surname_endings: further endings of surnames.
        surnames: surnames that no ending shows («Ким», «Оюн»).
        short_endings: endings put to the stem of a short name («Лен-уся»).
        women: full names of women and their short and foreign forms.
        men: the same of men.
    """

    mothers: frozenset[str]
    fathers: frozenset[str]
    families: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    nicknames: frozenset[str]
    conjunctions: frozenset[str]
    patronymic_particles: frozenset[str]
    patronymic_prefixes: frozenset[str]
    patronymic_endings: Mapping[Gender, tuple[str, ...]]
    patronymics: Mapping[Gender, frozenset[str]]
    surname_pairs: Mapping[str, str]
    surname_endings: tuple[str, ...]
    surnames: frozenset[str]
    short_endings: tuple[str, ...]
    women: Mapping[str, frozenset[str]]
    men: Mapping[str, frozenset[str]]

    @classmethod
    def from_lists(cls, lists: Mapping[str, Any]) -> "NameWords":
        """Build the words from the lists under `names:`, one for each attribute.

        Raises:
            KeyError: a list is absent.
        """
        sets = (
            "mothers",
            "fathers",
            "families",
            "titles",
            "roles",
            "nicknames",
            "conjunctions",
            "patronymic_particles",
            "patronymic_prefixes",
            "surnames",
        )
        genders: tuple[Gender, Gender] = ("masc", "femn")
        return cls(
            **{name: _folded(lists[name]) for name in sets},
            patronymic_endings={gender: tuple(sorted(_folded(lists["patronymic_endings"][gender]))) for gender in genders},
            patronymics={gender: _folded(lists["patronymics"][gender]) for gender in genders},
            surname_pairs={fold(feminine): fold(masculine) for feminine, masculine in lists["surname_pairs"].items()},
            surname_endings=tuple(sorted(_folded(lists["surname_endings"]))),
            short_endings=tuple(sorted(_folded(lists["short_endings"]), key=len, reverse=True)),
            women={fold(name): _folded(forms) for name, forms in lists["women"].items()},
            men={fold(name): _folded(forms) for name, forms in lists["men"].items()},
        )

    @cached_property
    def given_names(self) -> frozenset[str]:
        """All listed given names: full ones and their other forms."""
        return frozenset(form for full in (self.women, self.men) for name, forms in full.items() for form in (name, *forms))

    @cached_property
    def nicks(self) -> frozenset[str]:
        """Words that tell what their owner is or does: titles, roles and nicknames."""
        return self.titles | self.roles | self.nicknames

    def full_names(self, word: str) -> frozenset[str]:
        """Return the full given names that a word, folded or in Latin letters, may stand for; none if the lists do not know it."""
        found = self._full_of.get(word)
        if found is None and is_latin(word):
            found = self._full_of_sound.get(sound_of(word))
        return found or self._full_names_by_ending(word)

    def gender_of(self, full_name: str) -> frozenset[Gender]:
        """Return the genders of a full name of the lists."""
        women: frozenset[Gender] = frozenset({"femn"} if full_name in self.women else ())
        return women | ({"masc"} if full_name in self.men else set())

    def owner_of(self, word: str) -> str | None:
        """Return the name that a possessive adjective is made of («настина» of «настя»), None of other words."""
        stems = [reading.lemma[:-2] for reading in morphology().parses(word) if reading.grammemes >= {"Poss", "nomn"}]
        return next((stem + vowel for stem in stems for vowel in "ая" if stem + vowel in self._full_of), None)

    def is_listed(self, word: str, words: frozenset[str]) -> bool:
        """Say whether a word, in any of its forms, is one of `words`."""
        if word in words:
            return True
        return any(reading.known and reading.lemma in words and reading.grammemes & {"NOUN", "ADJF"} for reading in morphology().parses(word))

    @cached_property
    def _full_of(self) -> dict[str, frozenset[str]]:
        full: dict[str, set[str]] = {}
        for names in (self.women, self.men):
            for name, forms in names.items():
                for form in (name, *forms):
                    full.setdefault(form, set()).add(name)
        return {form: frozenset(names) for form, names in full.items()}

    @cached_property
    def _full_of_sound(self) -> dict[str, frozenset[str]]:
        full: dict[str, frozenset[str]] = {}
        for form, names in self._full_of.items():
            sound = sound_of(form)
            full[sound] = full.get(sound, frozenset()) | names
        return full

    @cached_property
    def _full_of_stem(self) -> dict[str, frozenset[str]]:
        """What short names in -а and -я lose before a further ending: «лен» of «Лена»."""
        full: dict[str, frozenset[str]] = {}
        for form, names in self._full_of.items():
            if form not in names and form[-1] in "ая" and len(form) in range(4, 7):
                full[form[:-1]] = full.get(form[:-1], frozenset()) | names
        return full

    def _full_names_by_ending(self, word: str) -> frozenset[str]:
        cyrillic = spell_in_cyrillic(word) if is_latin(word) else word
        if not cyrillic.endswith(self.short_endings):
            return frozenset()
        stems = (cyrillic[: -len(ending)] for ending in self.short_endings if cyrillic.endswith(ending))
        names = next((self._full_of_stem[stem] for stem in stems if stem in self._full_of_stem), frozenset())
        if not names:  # of most words: they need not be read
            return names
        known = [reading.grammemes for reading in morphology().parses(cyrillic) if reading.known and "plur" not in reading.grammemes]
        if any("Name" not in grammemes for grammemes in known):
            return frozenset()
        return frozenset(name for name in names if not known or any(self.gender_of(name) & grammemes for grammemes in known))  # «Симон» is no «Сима»


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
