"""The pieces of a message in, which of them must be masked out: a word stays only where it is known to tell nobody.

An allow-list: what the dictionary does not hold, what it knows as a name of a person, a place or an organisation, and long
numbers go, whatever they are. «‹имя› в больнице» is still understood; a name that slipped through could not be called back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

from chataudit.redaction.pieces import Piece
from chataudit.russian.identifying import IdentifyingWords
from chataudit.russian.morphology import morphology
from chataudit.russian.name_forms import declined_given_forms
from chataudit.russian.name_spelling import fold, is_latin, sound_of
from chataudit.russian.name_words import NameWords
from chataudit.russian.tokens import collapse

Mark = Literal["name", "word", "number", "link", "mail", "nick"]

_TELLING: Final = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_LIKELY: Final = 0.1
_NAMELESS: Final = frozenset({"VERB", "INFN", "ADVB", "PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR", "PRED", "GRND", "COMP"})
_TIMES: Final = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?:\s?[-–—]\s?(?:[01]?\d|2[0-4])[:.][0-5]\d)?")
_SPANS: Final = re.compile(r"\d{1,2}\s?[-–—/.]\s?\d{1,2}")
_MOST_DIGITS: Final = 2  # of a number that stays
_PHONE_WORDS: Final = 3  # numbers in words, one after another
_DIALLED_DIGITS: Final = 7  # of numbers that only signs or words like «и» divide
_SURE_DIGITS: Final = 10  # of numbers that any short words divide
_SHORT_WORD: Final = 4  # letters
_WORD_DIGITS: Final = 2  # that a number in words stands for
_STREET_REACH: Final = 4  # pieces between a street and its house
_HYPHEN: Final = re.compile(r"[-‑]")
_INITIAL: Final = re.compile(r"[A-ZА-ЯЁ]\.")
_QUOTES: Final = "«\"“„'"
_SENTENCE_ENDS: Final = re.compile(r"[.!?…\n:;(]|[\U0001f000-\U0001faff\u2600-\u27bf]")


@dataclass
class Masker:
    """Decides about pieces that mention nobody known.

    Attributes:
        words: words that decide where the dictionary cannot; names: words of display names.
        rulebook: forms that the rulebook's own word lists hold: ours, so they tell nobody.
    """

    words: IdentifyingWords
    names: NameWords
    rulebook: frozenset[str]
    _known: dict[tuple[str, bool], Mark | None] = field(default_factory=dict)

    def mask(self, text: str, pieces: Sequence[Piece]) -> list[Mark | None]:
        """Return, per piece, the mark that takes its place, or None where it stays."""
        marks = [self._judge(text, pieces, at) for at in range(len(pieces))]
        for at in range(len(pieces) - 1):
            if f"{fold(pieces[at].words)} {fold(pieces[at + 1].words)}" in self.words.phrases:
                marks[at] = marks[at + 1] = None
        self._mask_addresses(pieces, marks)
        self._mask_spoken_numbers(pieces, marks)
        self._mask_divided_numbers(pieces, marks)
        return marks

    def _judge(self, text: str, pieces: Sequence[Piece], at: int) -> Mark | None:
        piece = pieces[at]
        match piece.kind:
            case "link" | "mail" | "nick":
                return piece.kind
            case "number":
                return self._judge_number(piece.words)
            case "mixed":
                return self._judge_mixed(piece.words)
            case "spaced":
                return self._judge_spaced(piece.words)
            case "initials":
                return "name"
            case "word":
                return self._judge_placed_word(text, pieces, at)
        return "word"

    def _judge_number(self, number: str) -> Mark | None:
        digits = sum(each.isdigit() for each in number)
        stays = digits <= _MOST_DIGITS or _TIMES.fullmatch(number) or _SPANS.fullmatch(number)
        return None if stays else "number"

    def _judge_mixed(self, words: str) -> Mark | None:
        digits, letters = re.match(r"(\d*)-?(.*)", words, re.DOTALL).groups()  # type: ignore[union-attr]
        return None if digits and len(digits) <= _MOST_DIGITS and letters in self.words.number_endings else "number"

    def _judge_spaced(self, words: str) -> Mark | None:
        """Tell «а я и в …» from «В о в а» and «А. Б. В»."""
        letters = re.findall(r"[^\W_]", words)
        stays = all(fold(letter) in self.words.stays for letter in letters) and not _INITIAL.search(words)
        return None if stays and not self._may_be_name(fold("".join(letters))) else "word"

    def _judge_placed_word(self, text: str, pieces: Sequence[Piece], at: int) -> Mark | None:
        piece = pieces[at]
        before = text[pieces[at - 1].end if at else 0 : piece.start]
        quoted = before.endswith(tuple(_QUOTES))
        begins = at == 0 or (bool(_SENTENCE_ENDS.search(before)) and not quoted and not self._is_abbreviation(pieces[at - 1].words, before))
        shouted = len(piece.words) > 1 and piece.words.isupper()
        if len(piece.words) == 1 and ((quoted and piece.words.isupper()) or self._is_class_letter(text, pieces, at)):
            return "word"  # 3 «Б»
        inside = piece.words[0].isupper() and not begins and not shouted
        key = (piece.words, inside)
        if key not in self._known:
            self._known[key] = self._judge_word(fold(piece.words), inside=inside, capital=piece.words[0].isupper())
        return self._known[key]

    def _judge_word(self, word: str, *, inside: bool, capital: bool) -> Mark | None:
        if not morphology().knows(word):  # «спасибооо», and «машааа»
            word = next((each for each in collapse(word) if each in self.words.stays or morphology().knows(each)), word)
        if inside and word not in self.words.polite and not self._is_nameless(word):
            return "name" if self._may_be_name(word) or _guess(word) else "word"
        if word in self.words.stays and not (capital and self.names.full_names(word)):
            return None
        if self._may_be_name(word):
            return "name"
        telling = morphology().chance_of(word, _TELLING)
        if telling and (capital or telling >= _LIKELY):
            return "name"
        return None if self._is_known(word, capital=capital) else "word"

    def _is_class_letter(self, text: str, pieces: Sequence[Piece], at: int) -> bool:
        """Say whether a single letter follows a number and ends what is said: «из 2 а», but not «приду в 5 а потом уйду»."""
        after_number = at > 0 and pieces[at - 1].kind == "number" and text[pieces[at - 1].end : pieces[at].start] in (" ", "-")
        of_class = at + 1 < len(pieces) and self._is_one_of(pieces[at + 1].words, self.words.classes)
        ends = text[pieces[at].end : pieces[at].end + 1] not in (" ", "\u00a0") and fold(pieces[at].words) not in self.words.number_endings
        return after_number and (of_class or ends)

    def _is_abbreviation(self, words: str, after: str) -> bool:
        """Say whether a point belongs to a word rather than ends the sentence: «г. Озёрный», «пос. Лесной»."""
        return after.strip() == "." and (len(words) == 1 or fold(words) in self.words.streets | self.words.numbered)

    def _is_nameless(self, word: str) -> bool:
        """Say whether a word can be no noun and no adjective, which names are made of."""
        if not morphology().knows(word):
            return False
        return all(parse.grammemes & _NAMELESS for parse in morphology().parses(word))

    def _may_be_name(self, word: str) -> bool:
        if len(word) < 2:
            return False
        listed = self.names.full_names(word) or self.names.owner_of(word)
        return bool(listed) or any(form in self._full_names for form in declined_given_forms(word, self.names) - {sound_of(word)})

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(sound_of(fold(name)) for source in (self.names.women, self.names.men) for name in source)

    def _is_known(self, word: str, *, capital: bool) -> bool:
        if is_latin(word):
            return False
        if morphology().knows(word) or (word in self.rulebook and not capital and not _guess(word)):
            return True
        parts = [part for part in _HYPHEN.split(word) if part]
        return len(parts) > 1 and all(self._judge_word(part, inside=False, capital=capital) is None for part in parts)

    def _mask_addresses(self, pieces: Sequence[Piece], marks: list[Mark | None]) -> None:
        """Mask small numbers beside words that make them tell a place, and what stands between a street and its house."""
        for at, piece in enumerate(pieces):
            if piece.kind != "word":
                continue
            if self._is_one_of(piece.words, self.words.streets):
                ahead = range(at + 1, min(at + 1 + _STREET_REACH, len(pieces)))
                house = next((place for place in ahead if self._is_number(pieces[place])), None)
                if house is not None:
                    before = [at - 1] if at and pieces[at - 1].words[0].isupper() else []  # «Садовая улица, 5»
                    self._mask_places(pieces, marks, [*before, *range(at + 1, house + 1)])
            if self._is_one_of(piece.words, self.words.numbered):
                near = [place for place in (at - 1, at + 1, at + 2) if 0 <= place < len(pieces) and self._is_number(pieces[place])]
                self._mask_places(pieces, marks, near)

    def _mask_places(self, pieces: Sequence[Piece], marks: list[Mark | None], places: Sequence[int]) -> None:
        for place in places:
            if not self._is_one_of(pieces[place].words, self.words.numbered):
                marks[place] = marks[place] or ("number" if self._is_number(pieces[place]) else "word")

    def _mask_spoken_numbers(self, pieces: Sequence[Piece], marks: list[Mark | None]) -> None:
        """Mask runs of numbers in words: «восемь девятьсот три …», «восемь-девятьсот-три»."""
        run: list[int] = []
        numbers = 0
        for at in range(len(pieces) + 1):
            found = self._count_numbers(pieces[at]) if at < len(pieces) else 0
            if found:
                run.append(at)
                numbers += found
                continue
            if numbers >= _PHONE_WORDS:
                self._mask_places(pieces, marks, run)
            run, numbers = [], 0

    def _mask_divided_numbers(self, pieces: Sequence[Piece], marks: list[Mark | None]) -> None:
        """Mask small numbers that make a long one together: «91 и 05 и 55 …», «8, потом 910, потом 555, 73 и 19»."""
        digits = [self._count_digits(piece) for piece in pieces]
        for row in _rows(pieces, digits, lambda word: len(word) == 1 or fold(word) in self.words.between):
            total = sum(digits[place] for place in row)
            clocks = all(_TIMES.fullmatch(pieces[place].words) or _SPANS.fullmatch(pieces[place].words) for place in row)
            if total >= (_SURE_DIGITS if clocks else _DIALLED_DIGITS):
                self._mask_places(pieces, marks, row)
        for row in _rows(pieces, digits, lambda word: len(word) <= _SHORT_WORD or fold(word) in self.words.between):
            if sum(digits[place] for place in row) >= _SURE_DIGITS and any(marks[place] == "number" for place in row):
                self._mask_places(pieces, marks, row)

    def _count_digits(self, piece: Piece) -> int:
        if piece.kind in ("number", "mixed"):
            return sum(each.isdigit() for each in piece.words)
        return _WORD_DIGITS * self._count_numbers(piece)

    def _is_number(self, piece: Piece) -> bool:
        return piece.kind == "mixed" or self._count_numbers(piece) > 0

    def _count_numbers(self, piece: Piece) -> int:
        """Return how many numbers a piece is, in digits or in words; 0 if it is anything else."""
        if piece.kind == "number":
            return 1
        parts = _HYPHEN.split(fold(piece.words))
        return len(parts) if all(part in self.words.numerals for part in parts) else 0

    def _is_one_of(self, words: str, listed: frozenset[str]) -> bool:
        word = fold(words)
        return word in listed or (morphology().knows(word) and morphology().parses(word)[0].lemma in listed)


def _guess(word: str) -> bool:
    """Say whether a word may be read as a name, even one that the dictionary lacks: by its ending."""
    return any(parse.grammemes & _TELLING for parse in morphology().parses(word))


def _rows(pieces: Sequence[Piece], digits: Sequence[int], divides: Callable[[str], bool]) -> Iterator[list[int]]:
    """Yield the places of numbers that follow each other with at most one word between two of them, one that may divide them."""
    row: list[int] = []
    divided = False
    for at, piece in enumerate(pieces):
        if digits[at]:
            row.append(at)
            divided = False
        elif row and not divided and piece.kind == "word" and divides(piece.words):
            divided = True
        else:
            yield row
            row, divided = [], False
    yield row
