"""Chat text as tokens: words, numbers, times, addresses, emoji, smiles, and where sentences end; all of a chat in one pass.

Folding for comparison happens once a distinct token, never in the text itself: the text is evidence.
"""

import re
import unicodedata
from typing import Final

from chataudit.russian.disguised_words import undisguise

TEXT_END: Final = "\x00"  # joins the texts of a chat into one buffer

# Latin letters and digits that stand in for Cyrillic ones; a word is folded only if every foreign character has a twin.
_TWINS: Final = str.maketrans("aceopxykmtbhnui3460", "асеорхукмтвнпиизчбо")
_PLAIN: Final = re.compile(r"[а-я]+")
_LATIN: Final = re.compile(r"[a-z]")
_CYRILLIC: Final = re.compile(r"[а-яё]")
_TWINNED: Final = re.compile(r"[а-яёaceopxykmtbhnui3460]+")
_DIGIT_INSIDE: Final = re.compile(r"[а-я][3460]+[а-я]")  # «3б» and «30б» are classes, «х0чу» is a disguise
_REPEATED: Final = re.compile(r"(\w)\1{2,}")

_EMOJI_BASE: Final = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
_EMOJI: Final = (
    rf"[{_EMOJI_BASE}][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[{_EMOJI_BASE}][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)*|[0-9#*]\ufe0f?\u20e3"
)

_DIVIDER: Final = re.compile(rf"[ ._/|·~]|{_EMOJI}")  # of letters spaced out

_TOKEN: Final = re.compile(
    # Spaces go with what follows them, or every shape would be tried on each. Plain words first: nine tokens of ten end here, and trying the rarer
    # shapes on each would triple the time.
    r" *+([а-яА-ЯёЁ]{2,}+(?=[ ,!?\n\x00)])|[^\W\d_]{2,}+(?![\w*#@$%]|[-'’`‑.][^\W_]|://)"
    r"|,|[.!?…\n][.!?…\n;]*+"
    "|"
    + TEXT_END
    + rf"|{_EMOJI}"
    # Parts of 63 signs, as names of sites have: without an end to them a long word with dashes would be tried from each dash on.
    + r"|(?:https?://|www\.)[^\s\x00]+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.(?:ru|com|me|org|net|рф|su|io|link)\b(?:/[^\s\x00]*)?"  # addresses
    + r"|\d{1,2}[:.]\d{2}(?!\d|[.:]\d)"  # times
    + r"|\d+(?:[.,]\d+)*%?"  # numbers; what letters follow is joined below
    + r"(?:-?[^\W\d_]+)?"
    + r"|[^\W\d_](?:\.[^\W\d_]){2,}\b\.?"  # letters spaced by dots
    + r"|[^\W\d_](?: [^\W\d_]){3,}(?![^\W_])"  # letters spaced out: four or more single ones
    + rf"|(?<![\w/])[^\W\d_](?:(?:[_/|·~]|{_EMOJI})[^\W\d_]){{3,}}(?![\w/])"  # the same, divided by signs
    + r"|(?<=[а-яё] )[А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?(?=,| [а-яё])"  # initials inside a sentence
    + r"|[^\W_]+(?:(?:[*#@$%]+|[-'’`‑])[^\W_]+)*[*#@$]*"  # words; masked letters stand inside them
    + r"|[:;=]-?[()DРp3*]+|\)+|\(+"  # smiles
    + r"|\++\d*"  # pluses
    + r"|;[.!?…\n;]*+)",  # ends of sentences that may begin a smile
)

_BREAK: Final = frozenset(".!?…\n;")
COMMA: Final = ","


def find_tokens(joined: str) -> list[str]:
    """Return all tokens of texts joined by TEXT_END, in order; TEXT_END, commas and ends of sentences are among them."""
    return _TOKEN.findall(joined)


def is_break(token: str) -> bool:
    """Say whether a token ends a sentence."""
    return token[0] in _BREAK


def token_class(token: str) -> str:
    """Return the class of a token: word, number, time, link, emoji, smile, plus."""
    if token.isdecimal():
        return "number"
    first = token[0]
    if "\u20e3" in token:
        return "emoji"
    if first.isdigit():
        if re.fullmatch(r"\d{1,2}[:.]\d{2}", token):
            return "time"
        return "number" if not any(each.isalpha() for each in token) else "word"
    if first == "+":
        return "plus"
    if first in "()" or (first in ":;=" and len(token) > 1):
        return "smile"
    if first.isalpha():
        return "link" if "://" in token or re.search(r"\.\w{2,}(?:/|$)", token) or token.startswith("www.") else "word"
    return "emoji"


def fold(token: str) -> str:
    """Return a token as it is compared: lower case, ё as е, foreign twins of Cyrillic letters and spacing undone."""
    if token.isdecimal():
        return token
    folded = token.lower().replace("ё", "е")
    if _PLAIN.fullmatch(folded):  # nearly every word
        return folded
    folded = folded.replace("\u2011", "-").replace("’", "'").replace("`", "'")
    if not folded.isascii() and not folded.isalpha():
        folded = unicodedata.normalize("NFKC", folded) if not folded.isprintable() else folded.replace("\ufe0f", "").replace("\ufe0e", "")
    folded = undisguise(folded)
    if _CYRILLIC.search(folded) and (_LATIN.search(folded) or _DIGIT_INSIDE.search(folded)) and _TWINNED.fullmatch(folded):
        folded = folded.translate(_TWINS)
    if len(folded) > 4 and folded[0].isalpha() and _DIVIDER.match(folded, 1):
        folded = _DIVIDER.sub("", folded)
    return folded


def collapse(word: str) -> tuple[str, ...]:
    """Return a word with runs of three and more letters cut to one and to two («спасибоооо»); nothing if it has none."""
    if not _REPEATED.search(word):
        return ()
    return (_REPEATED.sub(r"\1", word), _REPEATED.sub(r"\1\1", word))
