"""Every wording key that the parsers of this package raise has its sentence, and every sentence is used."""

import re
from pathlib import Path

import chataudit.parsers
from chataudit.wording import absent_contents, parsers

TEXTS = parsers.TEXTS | absent_contents.TEXTS
CODE = "".join(path.read_text(encoding="utf-8") for path in Path(chataudit.parsers.__file__).parent.glob("*.py"))


def test_keys_of_code_and_wording_are_the_same() -> None:
    assert set(re.findall(r'"(parsers\.[a-z_]+)"', CODE)) == set(TEXTS)


def test_both_languages_have_the_same_placeholders() -> None:
    for key, texts in TEXTS.items():
        russian, english = (set(re.findall(r"\{(\w+)", text)) for text in texts)
        assert russian == english, key
