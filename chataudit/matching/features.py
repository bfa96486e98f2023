"""Features of texts that are no matter of language: numbers of phones, cards and papers, addresses, lists.

Each function takes distinct texts and returns a flag for each. What surrounds a number (a school's phone, a sum) is the
rules' concern: here is only what the digits themselves tell.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from chataudit.matching.divided_numbers import divided_cards, holds_divided_phone, is_rising, luhn_is_valid, undisguise_digits
from chataudit.matching.spans import Flags

# Dashes of every length divide digits, and each may stand on a key of its own: «8–910–…», «8️⃣9️⃣…».
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_KEYCAP: Final = "\ufe0f\u20e3"
_SMALL_DIGITS: Final = "²³¹⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪❶-❾➀-➈➊-➒"  # raised, lowered, in circles, in brackets, with a full stop
_TO_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_KEYCAP),
        "\t": " ",
        **{sign: str(unicodedata.digit(sign)) for sign in map(chr, range(0x80, 0x2800)) if sign.isdigit() and not sign.isdecimal()},
    }
)
_MANY_DIGITS: Final = re.compile(
    rf"[\d{_SMALL_DIGITS}](?:[^\d{_SMALL_DIGITS}\x00]{{0,9}}[\d{_SMALL_DIGITS}]){{6}}"
)  # of a phone three more may be letters that look like digits
_TEN_DIGITS: Final = re.compile(r"\d(?:[ \t\-().]*\d){9,}")
_CARD: Final = re.compile(r"(?<!\d)\d{4}([ \-\u00a0]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?(?!\d)")
_DIVIDERS: Final = r" \-_./,*•~|\u00a0"
_SNILS: Final = re.compile(rf"(?<!\d)\d{{3}}([{_DIVIDERS}]{{1,2}})\d{{3}}\1\d{{3}}[{_DIVIDERS}]{{1,2}}\d{{2}}(?![\-.]?\d)|(?<!\d)\d{{11}}(?!\d)")
_SNILS_AS_PRINTED: Final = re.compile(r"(?<![\d\-])\d{3}-\d{3}-\d{3} \d{2}(?![\-.]?\d| \d)")
_PASSPORT: Final = re.compile(r"(?<!\d)\d{2} ?\d{2} ?(?:№ ?)?\d{6}(?!\d)")
_DIVIDED_PASSPORT: Final = re.compile(rf"(?<!\d)\d{{2}}[{_DIVIDERS}]{{0,3}}\d{{2}}[{_DIVIDERS}]{{0,3}}(?:№ ?)?\d{{6}}(?!\d)")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")  # from its beginning on: within a long word each letter would be one
_LINK: Final = re.compile(r"https?://|www\.|\b(?:t\.me|vk\.com|vk\.me|chat\.whatsapp\.com|wa\.me|youtu\.be)/", re.IGNORECASE)
_SLASH_OR_WWW: Final = re.compile(r"[/.](?:(?<=/)|(?<=[wW]\.))")  # begins with a set of characters: six times as fast as a choice
_LIST: Final = re.compile(r"(?:^|\n)[^\S\n]*+(?:\d{1,2}[.)]|[-–—•*✅▪️])\s*+\S.*+\n\s*+(?:\d{1,2}[.)]|[-–—•*✅▪️])\s*+\S")
_STARRED: Final = re.compile(r"(?<!\S)(?:\*[^\W\d_-][^\W\d_]{2,}|[^\W\d_]{4,}\*)(?![\w*])")  # the star of a correction; «бл*» is a disguise
# A letter of a word that is made large to set it right: «темпЕратура», «пишеТСя»; «СПАСИБо» is a slip, «СберБанк» a name.
# A vowel made large within a word, or the end of one: «джазакиЛлах» and «МашаАллах» are no corrections.
_EMPHASISED: Final = re.compile(r"(?<![\w@.])(?:[а-яё]+[АЕЁИОУЫЭЮЯЬЪ][А-ЯЁ]{0,2}[а-яё]*|[А-ЯЁ][а-яё]+[ЕЁИОЫЭЮЯЬЪ][а-яё]*)(?![\w.]\w)")
_NUMBER: Final = re.compile(r"\d+")
_NO_DIGIT: Final = re.compile(r"\D")
_LAST_SNILS_UNCHECKED: Final = 1_001_998
_ENCODED_PLUS: Final = re.compile("%2b", re.IGNORECASE)  # within links: «number=%2B79…»
_CALLED_ABROAD: Final = re.compile(r"(?<![\w.,:+\-])00(?=[1-9]\d)")  # «0049 …» is «+49 …»
_DATE: Final = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2}:\d{2}\b")


def mark_of(feature: str) -> re.Pattern[str]:
    """Return a cheap mark that every text with the feature bears; several features share one."""
    return _CHECKS[feature][0]


def find_features(texts: Sequence[str], feature: str, marked: Iterable[int]) -> Flags:
    """Return, per text, whether it has the feature.

    Args:
        marked: numbers of the texts that bear the feature's mark.

    Raises:
        KeyError: no such feature (the rulebook's schema admits only known ones).
    """
    mark, check = _CHECKS[feature]
    flags = np.zeros(len(texts), dtype=bool)
    for number in marked:
        text = texts[number]
        flags[number] = check(_plain_digits(text) if mark is _MANY_DIGITS else text)
    return flags


def _plain_digits(text: str) -> str:
    return undisguise_digits(_ENCODED_PLUS.sub(" +", text).translate(_TO_PLAIN))


def _has_phone(text: str) -> bool:
    undated = _DATE.sub(" ; ", _CARD.sub(" ; ", text))  # «18:30 12.05.2024» would read as a phone
    if holds_divided_phone(undated):
        return True
    return bool(_TEN_DIGITS.search(undated)) and (_holds_usual_phone(undated) or _holds_foreign_phone(undated))


def _holds_usual_phone(undated: str) -> bool:
    import phonenumbers

    tries = len(undated)  # by default it gives up after so many that a flood of digits would hide a number behind it
    matches = phonenumbers.PhoneNumberMatcher(undated, "RU", leniency=phonenumbers.Leniency.POSSIBLE, max_tries=tries)
    return any(10 <= len(_NO_DIGIT.sub("", match.raw_string)) <= 12 and not _is_no_phone(match.raw_string) for match in matches)


def _holds_foreign_phone(undated: str) -> bool:
    """Say whether a text holds a number of any country, dialled as from another one, and one that is given out."""
    import phonenumbers

    return any(phonenumbers.PhoneNumberMatcher(_CALLED_ABROAD.sub("+", undated), None, max_tries=len(undated)))


def _is_no_phone(number: str) -> bool:
    return bool(_PASSPORT.fullmatch(number)) or is_rising(_NUMBER.findall(number))  # «уроки 8-9 10-11 12-13»


def snils_is_valid(digits: str) -> bool:
    """Say whether the two check digits of an insurance number (11 digits) are right: weighted sum modulo 101.

    Numbers up to 001-001-998 were given without check digits, so none of them is right.
    """
    if int(digits[:9]) <= _LAST_SNILS_UNCHECKED:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(9, 0, -1), strict=True))
    return int(digits[9:]) == total % 101 % 100


def _cards(text: str) -> Iterator[str]:
    yield from (_NO_DIGIT.sub("", found.group()) for found in _CARD.finditer(text))
    yield from divided_cards(text)


def _has_valid_snils(text: str) -> bool:
    return any(snils_is_valid(_NO_DIGIT.sub("", found.group())) for found in _SNILS.finditer(text))


# A cheap mark that every text with the feature bears, then the check itself.
_CHECKS: Final[dict[str, tuple[re.Pattern[str], Callable[[str], bool]]]] = {
    "phone": (_MANY_DIGITS, _has_phone),
    "card": (_MANY_DIGITS, lambda text: any(_cards(text))),
    "valid_card": (_MANY_DIGITS, lambda text: any(map(luhn_is_valid, _cards(text)))),
    "snils": (_MANY_DIGITS, lambda text: bool(_SNILS.search(text))),
    "valid_snils": (_MANY_DIGITS, _has_valid_snils),
    "printed_snils": (_MANY_DIGITS, lambda text: bool(_SNILS_AS_PRINTED.search(text))),
    "passport": (_MANY_DIGITS, lambda text: bool(_DIVIDED_PASSPORT.search(text))),
    "email": (re.compile("@"), lambda text: bool(_EMAIL.search(text))),
    "link": (_SLASH_OR_WWW, lambda text: bool(_LINK.search(text))),
    "starred": (re.compile(r"\*"), lambda text: bool(_STARRED.search(text))),
    "emphasised": (re.compile(r"[А-ЯЁ](?<=[а-яё].)"), lambda text: any(len(found.group()) > 3 for found in _EMPHASISED.finditer(text))),
    "list": (re.compile(r"\n"), lambda text: bool(_LIST.search(text))),
    "several_numbers": (_NUMBER, lambda text: len(_NUMBER.findall(text)) >= 3),
}

MARKS: Final = tuple(dict.fromkeys(mark for mark, _ in _CHECKS.values()))
