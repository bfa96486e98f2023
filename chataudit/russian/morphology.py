"""A Russian word in, its possible dictionary forms and grammemes out: pymorphy3, asked once a word."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple


class Parse(NamedTuple):
    """One reading of a word.

    Attributes:
        lemma: the dictionary form, in lower case, ё folded to е.
        grammemes: what the reading is, in OpenCorpora's notation («NOUN», «Surn», «gent», …).
        known: the dictionary holds the word; otherwise the reading is guessed from the word's ending.
    """

    lemma: str
    grammemes: frozenset[str]
    known: bool


class Lemma(NamedTuple):
    """A dictionary form that a word may stand for; `known` where the dictionary holds it."""

    text: str
    known: bool


class Morphology:
    """Reads words through pymorphy3 and remembers every answer, as a chat repeats its words."""

    def __init__(self) -> None:
        from pymorphy3 import MorphAnalyzer  # 90 ms: not before the first word is asked

        self._analyzer = MorphAnalyzer(lang="ru", result_type=None)
        self._answers: dict[str, tuple[Parse, ...]] = {}
        self._known: dict[str, bool] = {}
        self._lemmas: dict[str, tuple[Lemma, ...]] = {}

    def parses(self, word: str) -> tuple[Parse, ...]:
        """Return the readings of a word, the likeliest first; case does not matter, ё may be written е.

        Any text without spaces is read («3Б», «Kate», «:)»): there is always at least one reading.
        """
        answer = self._answers.get(word)
        if answer is None:
            answer = self._answers[word] = self._parse(word)
        return answer

    def knows(self, word: str) -> bool:
        """Say whether the dictionary holds the word."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = bool(self._analyzer.word_is_known(word.lower()))
        return known

    def chance_of(self, word: str, grammemes: frozenset[str]) -> float:
        """Return how likely (0-1) a word of the dictionary is read with any of the grammemes; 0 of a word that it lacks."""
        if not self.knows(word):
            return 0.0
        return float(sum(score for _, tag, _, score, *_ in self._analyzer.parse(word) if tag.grammemes & grammemes))

    def lemmas(self, word: str) -> tuple[Lemma, ...]:
        """Return what a word stands for: itself if it is a dictionary form, else the dictionary forms of all its readings."""
        lemmas = self._lemmas.get(word)
        if lemmas is None:
            of_readings = dict.fromkeys(parse.lemma for parse in self.parses(word))
            forms = [word] if word in of_readings else list(of_readings)
            lemmas = self._lemmas[word] = tuple(Lemma(form, self.knows(form)) for form in forms)
        return lemmas

    def learn(self, lemmas: Mapping[str, tuple[Lemma, ...]]) -> None:
        """Take answers of `lemmas` that an earlier process found."""
        self._lemmas.update(lemmas)

    def _parse(self, word: str) -> tuple[Parse, ...]:
        known = self.knows(word)
        readings = self._analyzer.parse(word)
        return tuple(dict.fromkeys(Parse(lemma.replace("ё", "е"), tag.grammemes, known) for _, tag, lemma, *_ in readings))


@cache
def morphology() -> Morphology:
    """Return the one `Morphology` of the process: its memory is worth sharing."""
    return Morphology()
