"""All distinct texts of a chat as one positional index: which words stand where, in which sentence of which text.

Each distinct word is parsed once; a rule's word then finds its positions by a look-up instead of a pass over the chat.
This takes the place of a pass of an automaton for candidates: the index answers for inflected words and phrases at once,
and its cost grows with what is found rather than with the number of rules.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from functools import cached_property

import numpy as np

from chataudit.matching.spans import EMPTY, Flags, Positions, Spans, of_positions
from chataudit.matching.token_table import TokenTable
from chataudit.russian.morphology import Morphology, Parse
from chataudit.russian.tokens import collapse

NO_TYPES: frozenset[int] = frozenset()
_FEW = 20  # types in so many are few: their positions are gathered one by one
_MASK_CHARS = "*#@$%"

_GRAMMEME_OF_CLASS = {"given_name": "Name", "surname": "Surn", "patronymic": "Patr"}
_NEVER_NAMES = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADJF", "ADVB", "PRED", "NUMR", "INTJ", "PRTF", "PRTS", "COMP"})  # parts of speech


class TextIndex(TokenTable):
    """The words of distinct texts, found by lemma, form, beginning or class."""

    def __init__(self, texts: Sequence[str], morphology: Morphology, classes: dict[str, frozenset[str]] | None = None) -> None:
        """Index `texts`; `classes` names words (folded) that belong to further classes, such as `participant`."""
        super().__init__(texts)
        self._morphology = morphology
        self._extra_classes = dict(classes or {})
        self._of_class: dict[str, set[int]] = {}
        self._order: Positions = _stable_order(self.type_at)
        self._first_of_type = np.append(0, np.cumsum(np.bincount(self.type_at, minlength=len(self.types)))).tolist()

    @cached_property
    def _spellings(self) -> list[tuple[int, str]]:
        """Types that are words, as written, and stretched ones («спасибоооо») also as cut."""
        words = ((number, word) for number, word in enumerate(self.types) if self.class_of_type[number] == "word")
        return [(number, form) for number, word in words for form in (word, *collapse(word))]

    @cached_property
    def _lemmas(self) -> dict[str, list[tuple[int, Parse]]]:
        """Types of the dictionary's words by lemma, with the parse that gave it."""
        found: dict[str, list[tuple[int, Parse]]] = defaultdict(list)
        for number, form in self._spellings:
            if self._morphology.knows(form):
                for parse in self._morphology.parses(form):
                    found[parse.lemma].append((number, parse))
        return found

    @cached_property
    def _types_by_grammemes(self) -> dict[frozenset[str], set[int]]:
        """Types of the dictionary's words by all the grammemes of a parse: of those there are some hundreds, however many words."""
        found: dict[frozenset[str], set[int]] = defaultdict(set)
        for pairs in self._lemmas.values():
            for number, parse in pairs:
                found[parse.grammemes].add(number)
        return found

    @cached_property
    def _sorted_types(self) -> tuple[list[str], list[int]]:
        pairs = sorted((word, number) for number, word in enumerate(self.types))
        return [word for word, _ in pairs], [number for _, number in pairs]

    @cached_property
    def _types_of_form(self) -> dict[str, frozenset[int]]:
        """Types by the forms that they are, or that their runs of letters are cut to."""
        found: dict[str, frozenset[int]] = {word: frozenset({number}) for number, word in enumerate(self.types)}
        for number, word in enumerate(self.types):
            for form in collapse(word):
                found[form] = found.get(form, NO_TYPES) | {number}
        return found

    def lemmas_of(self, number: int) -> list[str]:
        """Return the lemmas of a type, the likeliest first; a word that the dictionary lacks is its own."""
        word = self.types[number]
        return [parse.lemma for parse in self._morphology.parses(word)] if self._morphology.knows(word) else [word]

    def knows(self, word: str) -> bool:
        """Say whether the dictionary holds a word."""
        return self._morphology.knows(word)

    def with_lemma(self, lemma: str, grammemes: frozenset[str] = frozenset(), forms: Collection[str] = ()) -> Set[int]:
        """Return the types any parse of which has the lemma and the grammemes.

        Args:
            forms: of a lemma that the dictionary lacks, as `Lemma.forms`: its types are told by them, as guessing every type's lemma is dear.
        """
        found = {number for number, parse in self._lemmas.get(lemma, ()) if grammemes <= parse.grammemes}
        for form in forms:
            types = self.with_form(form)
            if types and any(parse.lemma == lemma and grammemes <= parse.grammemes for parse in self._morphology.parses(form)):
                found |= types
        return found

    def with_form(self, form: str) -> frozenset[int]:
        """Return the types equal to the form, stretched spellings included."""
        return self._types_of_form.get(form, NO_TYPES)

    def with_prefix(self, prefix: str) -> set[int]:
        """Return the types that begin with the prefix."""
        words, numbers = self._sorted_types
        low, high = bisect_left(words, prefix), bisect_left(words, prefix + "\uffff")
        return set(numbers[low:high])

    def with_mask(self, stem: str) -> set[int]:
        """Return the types that begin with the stem, letters of which may be masked by `*`, `#`, `@`, `$` or `%`."""
        return self.with_prefix(stem) | {number for number in self._masked if _fits(self.types[number], stem)}

    @cached_property
    def _masked(self) -> list[int]:
        return [n for n, word in enumerate(self.types) if self.class_of_type[n] == "word" and any(mask in word for mask in _MASK_CHARS)]

    def with_grammemes(self, grammemes: frozenset[str]) -> set[int]:
        """Return the types any parse of which, from the dictionary, has all the grammemes."""
        return set().union(*(types for of_parse, types in self._types_by_grammemes.items() if grammemes <= of_parse))

    def of_class(self, name: str) -> set[int]:
        """Return the types of a class of words, those named when the index was made included."""
        types = self._of_class.get(name)
        if types is None:
            types = self._of_class[name] = self._find_class(name)
        return types

    def define_class(self, name: str, words: frozenset[str]) -> None:
        """Name the words (folded) of a further class."""
        self._extra_classes[name] = words
        self._of_class.pop(name, None)

    def _find_class(self, name: str) -> set[int]:
        if name == "unknown":
            cyrillic = (number for number, word in enumerate(self.types) if len(word) > 3 and word.isalpha() and not word.isascii())
            return {number for number in cyrillic if not self.knows(self.types[number])}
        if name == "word":
            return {number for number, each in enumerate(self.class_of_type) if each in ("word", "number", "time")}
        grammeme = _GRAMMEME_OF_CLASS.get(name)
        named = self._extra_classes.get(name)
        if named is None and grammeme is None:
            return {number for number, each in enumerate(self.class_of_type) if each == name}
        of_words = {number for word in named or () for number in self.with_form(word) | self._inflected(word)}
        if name != "given_name":
            return of_words | (self.with_grammemes(frozenset({grammeme})) if grammeme else set())
        return {number for number in of_words | self.with_grammemes(frozenset({"Name"})) if not self._is_function_word(number)}

    def _inflected(self, word: str) -> Set[int]:
        """Return the types that are forms of a word which is a dictionary form itself."""
        if self.knows(word):
            return self.with_lemma(word)
        return NO_TYPES.union(*(self.with_lemma(word, forms=lemma.forms) for lemma in self._morphology.lemmas(word) if lemma.text == word))

    def _is_function_word(self, number: int) -> bool:
        """Say whether a type is likeliest a preposition, a pronoun and the like: «из» is a form of the name Иза, too."""
        word = self.types[number]
        return self._morphology.knows(word) and bool(self._morphology.parses(word)[0].grammemes & _NEVER_NAMES)

    def positions(self, numbers: Collection[int], *, capital: bool = False) -> Positions:
        """Return where types stand, in order; with `capital` only where they begin with a capital letter."""
        if not numbers:
            return EMPTY.first
        if len(numbers) * _FEW > len(self.types):
            wanted = np.zeros(len(self.types), dtype=bool)
            wanted[list(numbers)] = True
            positions = np.flatnonzero(wanted[self.type_at]).astype(np.int32)
        else:
            order, first = self._order, self._first_of_type
            slices = [order[first[number] : first[number + 1]] for number in numbers]
            positions = slices[0] if len(slices) == 1 else np.sort(np.concatenate(slices))
        return positions[self.capital_at[positions]] if capital else positions

    def spans(self, numbers: Collection[int], *, capital: bool = False) -> Spans:
        """Return where types stand, as spans of one word."""
        return of_positions(self.positions(numbers, capital=capital))

    def texts_of(self, spans: Spans) -> Flags:
        """Return, per text, whether one of the spans lies in it."""
        flags = np.zeros(len(self.texts), dtype=bool)
        flags[self.text_of[spans.first]] = True
        return flags

    @cached_property
    def sentence_start(self) -> Positions:
        """Per position, the first position of its sentence."""
        numbers = np.arange(len(self.sentence), dtype=np.int32)
        begins = np.append(True, self.sentence[1:] != self.sentence[:-1])[: len(numbers)]
        return np.maximum.accumulate(np.where(begins, numbers, 0)).astype(np.int32) if len(numbers) else numbers

    @cached_property
    def asked(self) -> Flags:
        """Per position, whether its sentence ends with a question mark."""
        return np.isin(self.sentence, self.asked_sentences)


def _stable_order(numbers: Positions) -> Positions:
    """Return the order that sorts small numbers, equal ones as they stand; by halves of 16 bits, which numpy sorts by counting."""
    order = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    if len(numbers) and numbers.max() > 0xFFFF:
        order = order[np.argsort((numbers[order] >> 16).astype(np.uint16), kind="stable")]
    return order.astype(np.int32)


def _fits(masked: str, stem: str) -> bool:
    """Say whether a masked word may begin with the stem: at least two letters agree and the rest is masked."""
    if len(masked) < len(stem):
        return False
    pairs = list(zip(masked, stem, strict=False))
    return all(a == b or a in _MASK_CHARS for a, b in pairs) and sum(a == b for a, b in pairs) >= 2
