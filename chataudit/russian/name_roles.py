"""A word of a display name in, what part of a name it may be out: surname, given name, patronymic, and how surely."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from chataudit.russian.morphology import Parse, morphology
from chataudit.russian.name_tokens import Token
from chataudit.russian.name_words import Gender, NameWords

_OBLIQUE: Final = frozenset({"gent", "datv", "accs", "ablt", "loct", "gen2"})
_NO_SURNAMES: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "NUMR", "Apro", "Abbr"})  # verbs and adverbs are surnames of many
_SHORTEST_BY_ENDING: Final = 5  # shorter words have these endings by chance


class Likelihood(IntEnum):
    """How surely a word is a part of a name."""

    NO = 0
    POSSIBLE = 1
    SURE = 2


@dataclass(frozen=True)
class Roles:
    """What a word may be.

    Attributes:
        surname: whether it is a surname.
        given: whether it is a given name, full or short.
        patronymic: whether it is a patronymic.
        genders: of the given name or patronymic; both where it is not told.
        common: it is a word of the language that no dictionary lists as a name («Заяц»).
        noun: it has a reading as a noun in the nominative.
        unknown: neither the dictionary nor the lists know it.
        nominative: it is a name in the nominative.
        oblique: it is a name in another case («Пети»).
    """

    surname: Likelihood
    given: Likelihood
    patronymic: Likelihood
    genders: frozenset[Gender]
    common: bool
    noun: bool
    unknown: bool
    nominative: bool
    oblique: bool


def read_roles(token: Token, words: NameWords) -> Roles:
    """Return what a word may be, taken alone."""
    parses = _parses(token.word)
    known = any(parse.known for parse in parses)
    full_names = words.full_names(token.listed_as) or words.full_names(token.word)
    names = [parse for parse in parses if parse.known and parse.grammemes & {"Name", "Surn", "Patr"}]
    unknown = not known and not full_names
    listed_oblique = not full_names and bool(full_names_of_oblique(token.word, words))
    common = known and not names and not full_names and not listed_oblique
    patronymic, patronymic_gender = _patronymic(token, parses, words, known=known)
    given = _given(token, parses, words, full=bool(full_names), unknown=unknown)
    surname = _surname(token, parses, words, short=bool(full_names) and token.word not in full_names, common=common, unknown=unknown)
    if listed_oblique or (surname is Likelihood.SURE and not full_names):  # «Артёма», «Ильина» are names of women in the dictionary
        given = min(given, Likelihood.POSSIBLE)
    given_genders = frozenset(gender for name in full_names for gender in words.gender_of(name)) or _genders(parses, "Name")
    return Roles(
        surname=surname,
        given=given,
        patronymic=patronymic,
        genders=patronymic_gender if patronymic > given else given_genders,
        common=common,
        noun=any(parse.grammemes >= {"NOUN", "nomn"} for parse in parses),
        unknown=unknown,
        nominative=bool(full_names) or _has(parses, "Surn") or _has(parses, "Patr") or (_has(parses, "Name") and not listed_oblique),
        oblique=listed_oblique or any(parse.grammemes & _OBLIQUE and not parse.grammemes & {"Fixd", "plur"} for parse in names),
    )


def full_names_of_oblique(word: str, words: NameWords) -> frozenset[str]:
    """Return the full names whose short or full form, put in the genitive or dative, may be the word («Кирюши»)."""
    lemmas = [parse.lemma for parse in _parses(word) if parse.known and "Name" in parse.grammemes and parse.grammemes & _OBLIQUE]
    return frozenset[str]().union(*(words.full_names(nominative) for nominative in (*nominatives_of(word), *lemmas)))


def nominatives_of(word: str) -> tuple[str, ...]:
    """Return the words that a given name in the genitive or dative may be made of, by its ending alone («аюра»: «аюр», «аюрь», «аюрй»)."""
    stem, ending = word[:-1], word[-1:]
    if ending in tuple("иыеую"):
        return (stem + "а", stem + "я")
    return (stem, stem + "ь", stem + "й") if ending in tuple("ая") else ()


def _parses(word: str) -> tuple[Parse, ...]:
    return tuple(parse for parse in morphology().parses(word) if not parse.grammemes & {"Init"})


def _genders(parses: tuple[Parse, ...], grammeme: str) -> frozenset[Gender]:
    genders: tuple[Gender, Gender] = ("masc", "femn")
    told = {
        gender for parse in parses if grammeme in parse.grammemes for gender in genders if gender in parse.grammemes and "plur" not in parse.grammemes
    }
    return frozenset(told or genders)


def _has(parses: tuple[Parse, ...], grammeme: str) -> bool:
    return any(parse.known and parse.grammemes >= {grammeme, "nomn", "sing"} for parse in parses)


def _given(token: Token, parses: tuple[Parse, ...], words: NameWords, *, full: bool, unknown: bool) -> Likelihood:
    if full or _has(parses, "Name"):
        return Likelihood.SURE
    if "-" in token.word and all(words.full_names(part) or _has(_parses(part), "Name") for part in token.word.split("-") if part):
        return Likelihood.SURE
    return Likelihood.POSSIBLE if unknown and token.capital else Likelihood.NO


def _patronymic(token: Token, parses: tuple[Parse, ...], words: NameWords, *, known: bool) -> tuple[Likelihood, frozenset[Gender]]:
    if _has(parses, "Patr"):
        return Likelihood.SURE, _genders(parses, "Patr")
    genders: tuple[Gender, Gender] = ("masc", "femn")
    for gender in genders:
        if token.word in words.patronymics[gender]:
            return Likelihood.SURE, frozenset({gender})
        if len(token.word) >= _SHORTEST_BY_ENDING and token.word.endswith(words.patronymic_endings[gender]):
            if not known:
                return Likelihood.SURE, frozenset({gender})
            if _has(parses, "Surn"):
                return Likelihood.POSSIBLE, frozenset({gender})
    return Likelihood.NO, frozenset(genders)


def _surname(token: Token, parses: tuple[Parse, ...], words: NameWords, *, short: bool, common: bool, unknown: bool) -> Likelihood:
    if _has(parses, "Surn") or (token.capital and token.word in words.surnames):
        return Likelihood.SURE
    if short or not (token.capital or unknown) or (_has(parses, "Patr") and "masc" not in _genders(parses, "Patr")):
        return Likelihood.NO
    noun = any(parse.known and parse.grammemes >= {"NOUN", "nomn"} for parse in parses)
    if not noun and _ends_like_surname(token, words):
        return Likelihood.SURE
    excluded = common and not noun and any(parse.grammemes & _NO_SURNAMES for parse in parses)
    return Likelihood.POSSIBLE if token.capital and not excluded else Likelihood.NO


def _ends_like_surname(token: Token, words: NameWords) -> bool:
    """Say whether the ending shows a surname; only of a word that is no noun in the nominative: «Хлопов», but not «Калина»."""
    paired = (*words.surname_pairs, *words.surname_pairs.values())
    endings = (*paired, *words.surname_endings) if token.capital else paired
    parts = token.word.split("-")
    return any(len(part) >= _SHORTEST_BY_ENDING - 1 and (part.endswith(endings) or _has(_parses(part), "Surn")) for part in parts)
