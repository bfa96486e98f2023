"""A name as it is spelled in, one spelling to compare out: look-alike letters, Latin spelling, letters of other Cyrillic alphabets."""

import re
from functools import cache
from typing import Final

_TWINS: Final = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
_TWINLESS: Final = re.compile("[A-Za-z]")
_LATIN: Final = re.compile("[A-Za-z]")
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")

# ё and the letters of Tatar, Kazakh, Kyrgyz, Uzbek, Tajik, Buryat and Ukrainian, as people without them on the keyboard write them.
_FOLDED: Final = str.maketrans("ёәөүұқңғһҳўҷӣӯіїєґ", "еаоуукнгххужиуииег")

# Latin groups, longest first, by the passport's tables and by habit.
_GROUPS: Final = (
    dict(zip("abcdefghijklmnopqrstuvwyz'", "абкдефгхийклмнопкрстуввызь", strict=True))
    | {
        "x": "кс",
        "kh": "х",
        "zh": "ж",
        "ts": "ц",
        "tz": "ц",
        "ch": "ч",
        "tch": "ч",
        "sh": "ш",
        "sch": "щ",
        "shch": "щ",
        "ph": "ф",
        "th": "т",
        "ck": "к",
    }
    | {"yu": "ю", "ju": "ю", "iu": "ю", "ya": "я", "ja": "я", "yo": "е", "jo": "е", "ye": "е", "je": "е"}
    | {"ia": "ия", "iya": "ия", "iia": "ия", "ii": "ий", "iy": "ий", "ij": "ий"}
)
_GROUP: Final = re.compile("|".join(sorted(map(re.escape, _GROUPS), key=len, reverse=True)))

# What a group alone does not tell: «sky» and «y» close an adjective, y and i are й after a vowel.
_ENDINGS: Final = ((re.compile("ski$"), "skiy"), (re.compile("(?<=[aeou])(?:y(?![aeou])|i$)"), "j"), (re.compile("(?<=[^aeiou])y$"), "iy"))

# One spelling for the several ways to write a Russian name in Latin letters.
_TO_LATIN: Final = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ь": "", "ъ": ""}
)
_SAME_SOUND: Final = (
    (re.compile("shch|sch"), "sh"),
    (re.compile("kh"), "h"),
    (re.compile("x"), "ks"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("q|c(?!h)"), "k"),
    (re.compile("[yj]"), "i"),
    (re.compile("^ie|(?<=i)e"), "e"),
    (re.compile("[^a-z]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(word: str) -> str:
    """Return the word as it is compared: lower case, ё as е, letters of other Cyrillic alphabets as their Russian neighbours."""
    return word.lower().translate(_FOLDED)


def is_latin(word: str) -> bool:
    """Say whether the word is written in Latin letters alone."""
    return bool(_LATIN.search(word)) and not _CYRILLIC.search(word)


def fold_twins(word: str) -> str:
    """Return a word of mixed scripts in Cyrillic if every Latin letter of it looks like a Cyrillic one, else the word itself."""
    if not (_LATIN.search(word) and _CYRILLIC.search(word)):
        return word
    folded = word.translate(_TWINS)
    return word if _TWINLESS.search(folded) else folded


@cache
def spell_in_cyrillic(word: str) -> str:
    """Return a Latin word in Cyrillic, in lower case: «Petrovna» gives «петровна», «Sokolovsky» «соколовский»."""
    lower = word.lower()
    for pattern, replacement in _ENDINGS:
        lower = pattern.sub(replacement, lower)
    return _GROUP.sub(lambda group: _GROUPS[group[0]], lower)


@cache
def sound_of(word: str) -> str:
    """Return what several Latin spellings of one name share: «Evgeniya», «Yevgenia» and «Евгения» give the same."""
    sound = fold(word).translate(_TO_LATIN)
    for pattern, replacement in _SAME_SOUND:
        sound = pattern.sub(replacement, sound)
    return sound
