"""Bytes of a text that people and spreadsheets keep in; the text out, and how many of its signs are damaged."""

import re
from typing import Final, NamedTuple

_OF_WINDOWS_AND_DOS: Final = ("cp1251", "cp866", "koi8-r", "mac_cyrillic")  # the first is what a Russian spreadsheet saves by default
_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_FREQUENT: Final = re.compile("[оеаинтср]", re.IGNORECASE)  # more than half the letters of any Russian text
_DAMAGED: Final = "\ufffd"


class Decoded(NamedTuple):
    """A text, and the number of its signs that stand for bytes that are none."""

    text: str
    n_bad: int = 0
    in_utf8: bool = True


def decode_russian(data: bytes) -> Decoded:
    """Decode UTF-8, some of whose bytes may be damaged, or whichever older encoding gives the most Russian."""
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", errors="replace")
    n_bad = text.count(_DAMAGED) - data.count(_DAMAGED.encode())
    if n_bad < len(_CYRILLIC.findall(text)):  # older encodings give letters that UTF-8 lets stand hardly ever
        return Decoded(text, n_bad)
    readings = (data.decode(encoding, errors="replace") for encoding in _OF_WINDOWS_AND_DOS)
    likeliest = max(readings, key=lambda reading: len(_FREQUENT.findall(reading)))
    return Decoded(likeliest, likeliest.count(_DAMAGED), in_utf8=False)
