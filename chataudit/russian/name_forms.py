"""Names in whatever form they are written, comparable forms out: declined, short, foreign and Latin spellings of one name meet."""

import re
import unicodedata
from typing import Final

from chataudit.russian.display_names import NameParts, Part
from chataudit.russian.morphology import morphology
from chataudit.russian.name_roles import full_names_of_oblique, nominatives_of, read_roles
from chataudit.russian.name_spelling import fold, is_latin, sound_of, spell_in_cyrillic
from chataudit.russian.name_tokens import split_name
from chataudit.russian.name_words import NameWords

Forms = frozenset[str]

_INITIAL: Final = re.compile(r"(?<!\w)[^\W\d_](?=[.\s]|$)")


def surname_forms(text: str, words: NameWords) -> Forms:
    """Return the forms of a surname; the masculine, the feminine and the declined surname share one."""
    word = _in_cyrillic(text)
    lemmas = {reading.lemma for reading in morphology().parses(word) if "Surn" in reading.grammemes}
    for feminine, masculine in words.surname_pairs.items():
        if word.endswith(feminine):
            lemmas.add(word.removesuffix(feminine) + masculine)
    return frozenset(map(sound_of, {word, *lemmas}))


def given_forms(text: str, words: NameWords) -> Forms:
    """Return the forms of a given name: itself and every full name that it may be short for."""
    word = _in_cyrillic(text)
    full_names = words.full_names(fold(text)) or words.full_names(word)
    return frozenset(map(sound_of, {word, *full_names}))


def declined_given_forms(text: str, words: NameWords) -> Forms:
    """Return the forms of a given name that may stand in any case («Пети», «Тимура»)."""
    word = _in_cyrillic(text)
    readings = morphology().parses(word)
    lemmas = {reading.lemma for reading in readings if "Name" in reading.grammemes}
    nominatives = full_names_of_oblique(word, words) or (() if any(reading.known for reading in readings) else nominatives_of(word))
    return given_forms(text, words) | frozenset(map(sound_of, lemmas.union(nominatives)))


def patronymic_forms(text: str) -> Forms:
    """Return the forms of a patronymic; the spoken one («Палыч») shares one with the full."""
    word = _in_cyrillic(text)
    return frozenset(map(sound_of, {word, *(reading.lemma for reading in morphology().parses(word) if "Patr" in reading.grammemes)}))


def is_declined_surname(text: str, words: NameWords) -> bool:
    """Say whether a word in some case is a surname and no given name («Смирновой»)."""
    word = _in_cyrillic(text)
    if words.full_names(word) or full_names_of_oblique(word, words):
        return False
    grammemes = [reading.grammemes for reading in morphology().parses(word)]
    return any("Surn" in each for each in grammemes) and not any("Name" in each for each in grammemes)


def genders_of_given(text: str, words: NameWords) -> Forms:
    """Return the genders that a given name may have: «masc», «femn»."""
    return frozenset(gender for token in split_name(text) for gender in read_roles(token, words).genders)


def any_forms(text: str, words: NameWords) -> Forms:
    """Return the forms of a word of a name whose part and case are not known."""
    return surname_forms(text, words) | declined_given_forms(text, words) | patronymic_forms(text)


def forms_of_parts(parts: NameParts, words: NameWords) -> dict[str, Forms]:
    """Return the forms of every part that a name holds or may hold."""
    forms: dict[str, Forms] = {}
    if parts.surname.token:
        forms["surname"] = surname_forms(parts.surname.token, words)
    if parts.given.token:
        forms["given"] = given_forms(parts.given.token, words)
    if parts.patronymic.token:
        forms["patronymic"] = patronymic_forms(parts.patronymic.token)
    return forms


def initials_of(name: str) -> tuple[str, ...]:
    """Return the initials of a name, folded: «Зотов В.С.» has в and с."""
    return tuple(_in_cyrillic(letter) for letter in _INITIAL.findall(unicodedata.normalize("NFKC", name)))


def agrees_with_initials(part: Part, initials: tuple[str, ...]) -> bool:
    """Say whether a part may be what one of the initials stands for; without initials every part may."""
    return not initials or part.word is None or part.word[0] in initials


def _in_cyrillic(text: str) -> str:
    return fold(spell_in_cyrillic(text) if is_latin(text) else text)
