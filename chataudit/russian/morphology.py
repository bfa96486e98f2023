"""A Russian word in, its possible dictionary forms and grammemes out: pymorphy3, asked once a word."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

_PARTICIPLE: Final = "PRTF"  # many forms that tell no more than one


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
    """A dictionary form that a word may stand for.

    Attributes:
        text: the form, in lower case, ё folded to е.
        known: the dictionary holds it.
        forms: of one that the dictionary lacks («заскринить»), how it is inflected like a word that it resembles; none that the dictionary holds.
    """

    text: str
    known: bool
    forms: tuple[str, ...] = ()


class Morphology:
    """Reads words through pymorphy3 and remembers every answer, as a chat repeats its words."""

    def __init__(self) -> None:
        # 90 ms: not before the first word is asked. Told where the dictionary lies, pymorphy3 asks no metadata of installed packages.
        import pymorphy3_dicts_ru
        from pymorphy3 import MorphAnalyzer

        self._analyzer = MorphAnalyzer(path=pymorphy3_dicts_ru.get_path(), lang="ru", result_type=None)
        self._answers: dict[str, tuple[Parse, ...]] = {}
        self._known: dict[str, bool] = {}
        self._chances: dict[tuple[str, frozenset[str]], float] = {}
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
        chance = self._chances.get((word, grammemes))
        if chance is None:
            readings = self._analyzer.parse(word) if self.knows(word) else ()
            chance = self._chances[word, grammemes] = float(sum(score for _, tag, _, score, *_ in readings if tag.grammemes & grammemes))
        return chance

    def lemmas(self, word: str) -> tuple[Lemma, ...]:
        """Return what a word stands for: itself if it is a dictionary form, else the dictionary forms of all its readings."""
        lemmas = self._lemmas.get(word)
        if lemmas is None:
            of_readings = dict.fromkeys(parse.lemma for parse in self.parses(word))
            forms = [word] if word in of_readings else list(of_readings)
            lemmas = self._lemmas[word] = tuple(self._describe(form, word) for form in forms)
        return lemmas

    def learn(self, lemmas: Mapping[str, tuple[Lemma, ...]]) -> None:
        """Take answers of `lemmas` that an earlier process found."""
        self._lemmas.update(lemmas)

    def _parse(self, word: str) -> tuple[Parse, ...]:
        known = self.knows(word)
        readings = self._analyzer.parse(word)
        return tuple(dict.fromkeys(Parse(_fold(lemma), tag.grammemes, known) for _, tag, lemma, *_ in readings))

    def _describe(self, lemma: str, word: str) -> Lemma:
        """Return a lemma of a word; one that the dictionary lacks with the forms of all the paradigms that it may have."""
        if self.knows(lemma):
            return Lemma(lemma, known=True)
        paradigms: set[object] = set()
        forms = self._inflect(word, lemma, paradigms)
        for form in [form for form, tag in forms.items() if tag.POS != _PARTICIPLE]:  # «сфоткать» goes like «ткать», «сфоткал» like «работал»
            forms |= self._inflect(form, lemma, paradigms)
        return Lemma(lemma, known=False, forms=tuple(sorted(form for form in forms if not self.knows(form))))

    def _inflect(self, word: str, lemma: str, paradigms: set[object]) -> dict[str, Any]:
        """Return the forms of a lemma by the readings of one of its forms, with their tags; paradigms that were met before are left out."""
        forms: dict[str, Any] = {}
        for reading in self._analyzer.parse(word):
            paradigm = reading.methods_stack[0][2:3]
            if _fold(reading.normal_form) == lemma and paradigm not in paradigms:
                paradigms.add(paradigm)
                forms |= {_fold(form): tag for form, tag, *_ in self._analyzer.get_lexeme(reading)}
        return forms


def _fold(word: str) -> str:
    return word.replace("ё", "е")


@cache
def morphology() -> Morphology:
    """Return the one `Morphology` of the process: its memory is worth sharing."""
    return Morphology()
