"""A name that a sender gave (of a file, a song, a contact) in, whether it may say something out: rules judge texts, and a name is none."""

import re
from typing import Final

_MANY_WORDS: Final = 5  # «Список литературы на лето» has fewer, since short words do not count
_SUFFIX: Final = re.compile(r"\.\w{1,5}$")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_PHONE: Final = re.compile(r"(?<!\d)(?:\+?7|8)[\s_().-]{0,3}\d{3}[\s_().-]{0,3}\d{3}[\s_.-]{0,2}\d{2}[\s_.-]{0,2}\d{2}(?!\d)")
_ADDRESS: Final = re.compile(r"://|(?<!\w)www\.|\w\.[a-z]{2,}/|(?<!\w)@[a-z]\w{4}", re.IGNORECASE)


def speaks(name: str | None) -> bool:
    """Say whether a name holds a phrase, a phone number, or an address: «Расписание_3Б.pdf» and «IMG_2024.jpg» do not."""
    if not name:
        return False
    return len(_WORD.findall(_SUFFIX.sub("", name))) >= _MANY_WORDS or _PHONE.search(name) is not None or _ADDRESS.search(name) is not None
