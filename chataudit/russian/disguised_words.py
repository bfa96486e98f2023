"""A word as somebody disguised it in, the word that its readers see out: letters of other alphabets, digits, signs and dividers within it.

What could be a class, a number or an interjection is left alone unless the dictionary knows the word that comes out.
"""

import re
import unicodedata
from itertools import product
from typing import Final

from chataudit.russian.morphology import morphology

_LOOK_ALIKES: Final = str.maketrans(
    dict(zip("іїєґўѕјԁꙫ", "ииегусйдо", strict=True))  # of other Cyrillic alphabets
    | dict(zip("αβγεκμνορτυχπλδφօ", "авгекмпортухплдфо", strict=True))  # Greek and Armenian
    | dict(zip("ᴀʙᴄᴅᴇʜᴋᴍᴏᴘᴛᴜᴢᴦᴧᴨʏ", "авсденкмортизглпу", strict=True))  # small capitals
)
_STAND_INS: Final = {"@": "а", "$": "с", "0": "о", "1": "ил", "3": "зе", "4": "ча", "6": "б"}
_CYRILLIC: Final = re.compile("[а-яё]")
_STRANGER: Final = re.compile(r"[^\W\d_a-zа-яё]")
_SIGN_WITHIN: Final = re.compile("[а-яё](?:[@$]|[01346]+[а-яё])")  # «3б» and «каб4» are no words
_WITH_SIGNS: Final = re.compile("[а-яё][а-яё@$01346]{2,24}")
_MOST_STAND_INS: Final = 4
_DIVIDED: Final = re.compile(r"(?:[^\W\d_]{1,4}-){2,12}[^\W\d_]{1,4}")
_LONE_LETTERS: Final = re.compile(r"[^\W\d_](?:-[^\W\d_]){3,}")
_CUTTING: Final = "._*~"  # a full stop, and the marks by which messengers set letters in bold, italics or strike them out
_CUT: Final = re.compile(r"(?<![^\W_]|\.)([а-яё]{2,12})([._*~])([а-яё]{2,12})(?![^\W_]|\.)", re.IGNORECASE)


def undisguise(word: str) -> str:
    """Return a word in lower case with its disguise undone, or as it is."""
    if _STRANGER.search(word):
        word = _in_russian_letters(word)
    if _SIGN_WITHIN.search(word) and _WITH_SIGNS.fullmatch(word):
        word = _with_letters_for_signs(word)
    if _DIVIDED.fullmatch(word):
        whole = word.replace("-", "")
        if _LONE_LETTERS.fullmatch(word) or morphology().knows(whole):
            return whole
    return word


def join_cut_words(text: str) -> str:
    """Return a text without signs that cut a word of the dictionary («воро.вка», «воро*вка*») in pieces that are none."""
    return _CUT.sub(_join, text) if any(sign in text for sign in _CUTTING) else text


def _in_russian_letters(word: str) -> str:
    plain = unicodedata.normalize("NFKC", word).lower().translate(_LOOK_ALIKES)
    return plain if _CYRILLIC.search(plain) and not _STRANGER.search(plain) else word


def _with_letters_for_signs(word: str) -> str:
    signs = [sign for sign in word if sign in _STAND_INS]
    if len(signs) > _MOST_STAND_INS:
        return word
    for letters in product(*(_STAND_INS[sign] for sign in signs)):
        left = iter(letters)
        whole = "".join(next(left) if sign in _STAND_INS else sign for sign in word)
        if morphology().knows(whole):
            return whole
    return word


def _join(found: re.Match[str]) -> str:
    """Join the pieces of a word; a full stop between two words ends a sentence, with or without a blank."""
    first, sign, second = found.groups()
    knows = morphology().knows
    is_sentence_end = sign == "." and knows(first) and knows(second)
    return first + second if second.islower() and knows(first + second) and not is_sentence_end else found.group()
