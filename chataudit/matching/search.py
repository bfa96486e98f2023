"""Patterns looked up in a text index: a pattern and the rulebook's lists in, spans of words out, each computed once."""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from chataudit.matching.patterns import Gap, Item, Pattern, Word
from chataudit.matching.spans import EMPTY, Spans, follow, union, without_after, without_before
from chataudit.matching.text_index import NO_TYPES, TextIndex
from chataudit.russian.morphology import Morphology

Lists = Mapping[str, Sequence[Pattern]]

_REMEMBERED: Final = 500_000  # spans: 4 MB


class Search:
    """Looks patterns up in one index and remembers what it found."""

    def __init__(self, index: TextIndex, lists: Lists, morphology: Morphology) -> None:
        self.index = index
        self._lists = lists
        self._morphology = morphology
        self._of_pattern: dict[str, Spans] = {}
        self._of_list: dict[str, Spans] = {}
        self._of_words: dict[tuple[Word, ...], Spans] = {}
        self._n_remembered = 0  # spans, those of patterns and lists and words together
        self._of_word: dict[Word, Set[int]] = {}  # small, and asked again and again

    def forget(self) -> None:
        """Forget what was found, if it has grown large: few patterns serve several rules, and in a large chat their spans are many."""
        if self._n_remembered <= _REMEMBERED:
            return
        self._n_remembered = 0
        self._of_pattern.clear()
        self._of_list.clear()
        self._of_words.clear()

    def find(self, pattern: Pattern) -> Spans:
        """Return every span of the pattern."""
        found = self._of_pattern.get(pattern.text)
        if found is None:
            found = self._of_pattern[pattern.text] = self._find(pattern)
            self._n_remembered += len(found.first)
        return found

    def find_any(self, patterns: Sequence[Pattern]) -> Spans:
        """Return every span of any of the patterns."""
        words = tuple(word for pattern in patterns for word in pattern.single)
        longer = [self.find(pattern) for pattern in patterns if not pattern.single]
        return union([self._find_words(words), *longer]) if words else union(longer)

    def find_list(self, name: str) -> Spans:
        """Return every span of any entry of a list."""
        found = self._of_list.get(name)
        if found is None:
            found = self._of_list[name] = self.find_any(self._lists[name])
            self._n_remembered += len(found.first)
        return found

    def _find(self, pattern: Pattern) -> Spans:
        found: Spans | None = None
        gap = 0
        may_begin_here = True  # nothing but optional items so far
        barred: list[Item] = []
        for part in pattern.parts:
            if isinstance(part, Gap):
                gap += part.most
                continue
            if part.negative:
                barred.append(part)
                continue
            here = self._find_item(part)
            for bar in barred:
                here = without_before(here, self._find_item(bar), self.index.sentence)
            barred.clear()
            joined = here if found is None else follow(found, here, gap, self.index.sentence)
            if found is not None and may_begin_here:
                joined = union([joined, here])
            found = union([found, joined]) if part.optional and found is not None else joined
            if not part.optional:
                gap, may_begin_here = 0, False
                if not len(found.first):
                    return EMPTY
        assert found is not None
        for bar in barred:
            found = without_after(found, self._find_item(bar), self.index.sentence)
        return found

    def _find_item(self, item: Item) -> Spans:
        found = self.find_list(item.list_name) if item.list_name else self._find_words(item.words)
        if item.phrases:
            found = union([found, *(self.find(phrase) for phrase in item.phrases)])
        if not (item.comma or item.no_comma):
            return found
        followed = self.index.comma_after[found.last] == item.comma
        return Spans(found.first[followed], found.last[followed])

    def _find_words(self, words: tuple[Word, ...]) -> Spans:
        found = self._of_words.get(words)
        if found is None:
            plain: set[int] = set()
            capital: set[int] = set()
            for word in words:
                types = self._types(word)
                if types:
                    (capital if word.capital else plain).update(types)
            found = self.index.spans(plain)
            if capital:
                found = union([found, self.index.spans(capital, capital=True)])
            self._of_words[words] = found
            self._n_remembered += len(found.first)
        return found

    def _types(self, word: Word) -> Set[int]:
        if word.kind == "form":  # the commonest, and as quick to look up as to remember
            return self.index.with_form(word.body)
        types = self._of_word.get(word)
        if types is None:
            types = self._of_word[word] = self._look_up(word)
        return types

    def _look_up(self, word: Word) -> Set[int]:
        grammemes = frozenset(word.grammemes)
        if word.kind == "lemma":
            types = self.index.with_form(word.body) if not grammemes else NO_TYPES
            for lemma in self._morphology.lemmas(word.body):
                types |= self.index.with_lemma(lemma.text, grammemes, lemma.forms)
            return types
        if word.kind == "prefix":
            return self.index.with_prefix(word.body)
        if word.kind == "mask":
            return self.index.with_mask(word.body)
        if word.kind == "grammemes":
            return self.index.with_grammemes(grammemes)
        if word.body == "outsider":
            return self.index.of_class("given_name") - self.index.of_class("participant")
        return self.index.of_class(word.body)
