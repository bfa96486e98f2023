"""A name that somebody gave (to a file, a chat, themselves) in, whether it may say something out: rules judge texts, and a name is none."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from chataudit.chat import Skipped

_MANY_WORDS: Final = 4  # «Анна воровка и дура» has as many as «Список литературы на лето»: no count tells them apart, so both speak
_MANY_WORDS_TOGETHER: Final = 6  # of a performer and his song
_MANY_WORDS_OF_A_PERSON: Final = 8  # «Иванова Мария Петровна, мама Пети и Маши» has six
_MANY_LONG_WORDS: Final = 5  # a document with a date or a class has fewer: «Памятка_по_итогам_собрания_09.09»
_SUFFIX: Final = re.compile(r"\.\w{1,5}$")
_WORD: Final = re.compile(r"(?<![^\W_])[^\W\d_]+(?![^\W_])")  # «4В» is none
_LONG_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_LONGER_WORD: Final = re.compile(r"[^\W\d_]{4,}")  # «photo of the day» has one
_PHONE: Final = re.compile(r"(?<!\d)(?:\+?7|8)[\s_().-]{0,3}\d{3}[\s_().-]{0,3}\d{3}[\s_.-]{0,2}\d{2}[\s_.-]{0,2}\d{2}(?!\d)")
_ADDRESS: Final = re.compile(r"://|(?<!\w)www\.|\w\.[a-z]{2,}/|(?<!\w)@[a-z]\w{4}", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d(?:[\W_]{0,3}\d)+")
_DATE_AND_TIME: Final = re.compile(r"\d{1,2}[._-]\d{1,2}[._-]\d{2,4}[\s_-]{1,3}\d{1,2}[.:_-]\d{2}(?:[.:_-]\d{2})?|20[0-3]\d[\W_]?[01]\d.*")
_PHONE_OR_CARD: Final = re.compile(r"[78]\d{10}|9\d{9}|[2-6]\d{15}")
_NO_DIGIT: Final = re.compile(r"\D")
_KEYCAP: Final = str.maketrans(dict.fromkeys("\ufe0f\u20e3"))


def speaks(*names: str | None) -> bool:
    """Say whether a name, or several that stand together, hold a phrase, the number of a phone or a card, or an address.

    «Расписание_3Б.pdf» and «IMG_2024.jpg» do not.
    """
    plain = _plain(" ".join(filter(None, names)))
    return (
        any(_is_phrase(_SUFFIX.sub("", name)) for name in names if name)
        or (len(names) > 1 and len(_WORD.findall(plain)) >= _MANY_WORDS_TOGETHER)
        or _holds_number(plain)
        or any(name and _ADDRESS.search(name) for name in names)
    )


def warn_of_names(people: Collection[str], origins: Iterable[str]) -> Iterator[Skipped]:
    """Yield a warning of each kind of names that may say something: each name is counted once, however often it is seen.

    Args:
        people: display names of those who take part; full ones with whose parents they are have many words.
        origins: names of the chats and people whose messages were forwarded.
    """
    if n_people := sum(map(_says_more_than_who, set(people))):
        yield Skipped("speaking.people", {"count": n_people})
    if n_origins := sum(map(speaks, set(origins).difference(people))):
        yield Skipped("speaking.origins", {"count": n_origins})


def _says_more_than_who(name: str) -> bool:
    return len(_LONG_WORD.findall(name)) >= _MANY_WORDS_OF_A_PERSON or _holds_number(_plain(name)) or _ADDRESS.search(name) is not None


def _plain(shown: str) -> str:
    return unicodedata.normalize("NFKC", shown.translate(_KEYCAP))  # digits in circles are digits


def _holds_number(plain: str) -> bool:
    return _PHONE.search(plain) is not None or any(map(_is_number, _DIGITS.findall(plain)))


def _is_phrase(name: str) -> bool:
    if len(_LONG_WORD.findall(name)) >= _MANY_LONG_WORDS:
        return True
    return not any(map(str.isdigit, name)) and len(_WORD.findall(name)) >= _MANY_WORDS and len(_LONGER_WORD.findall(name)) > 1


def _is_number(digits: str) -> bool:
    return not _DATE_AND_TIME.fullmatch(digits) and _PHONE_OR_CARD.fullmatch(_NO_DIGIT.sub("", digits)) is not None
