"""Signs that show nothing hide no word; what is drawn stays as it is."""

import pytest

from chataudit.russian.seen_text import as_seen

UNSEEN = ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u202d", "\u200e", "\u034f", "\u3164", "\x00", "\x1f", "\ufe0f", "\U000e0041"]
ACCENTS = ["\u0301", "\u0308", "\u0336", "\u0489", "\u20dd", "\u0336\u200d\u0336"]


@pytest.mark.parametrize("sign", UNSEEN + ACCENTS)
def test_word_is_read_through_signs_between_its_letters(sign: str) -> None:
    assert as_seen(sign.join("дура")) == "дура"


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("за\u0301мок", "замок"),
        ("и\u0306 е\u0308 i\u0308", "й ё ï"),
        ("cafe\u0301", "café"),
        ("ѐсть ӑ", "есть а"),
        ("８９１０ \U0001d7d7", "8910 9"),
        ("8\u202f910\u00a0123", "8 910 123"),
        ("раз\u2028два", "раз\nдва"),
    ],
)
def test_letters_are_whole_and_plain(written: str, seen: str) -> None:
    assert as_seen(written) == seen


@pytest.mark.parametrize("text", ["Ещё чай, йод; їжак", "👨‍👩‍👧 ❤️ 1️⃣ 👁️‍🗨️", "café", "строка\nдругая\tтретья", "5 м² № 7 ½", "salut ça va"])
def test_what_is_drawn_stays(text: str) -> None:
    assert as_seen(text) == text
