"""Every wording key of VK's parser and of the table has its sentence, and every sentence is used."""

import re
from pathlib import Path

import pytest

import chataudit
from chataudit.table_schema import MESSAGE_FIELDS, PARTICIPANT_FIELDS
from chataudit.wording import table, vk

CODE = "".join(path.read_text(encoding="utf-8") for path in Path(chataudit.__file__).parent.rglob("*.py") if path.parent.name != "wording")
OF_CELLS = {f"table.bad_{field.type}" for field in (*MESSAGE_FIELDS.values(), *PARTICIPANT_FIELDS.values())}
OF_HELP = {key for key in table.TEXTS if key.startswith("table.help.")}


def test_keys_of_vk_and_their_sentences_are_the_same():
    assert set(re.findall(r'"(vk\.[a-z_0-9]+)"', CODE)) == {key for key in vk.TEXTS if key.startswith("vk.")}


def test_keys_of_the_table_and_their_sentences_are_the_same():
    named = set(re.findall(r'"(table\.[a-z_]+)"', CODE)) | OF_CELLS | OF_HELP

    assert named == {key for key in table.TEXTS if key.startswith("table.")}


@pytest.mark.parametrize("texts", [vk.TEXTS, table.TEXTS], ids=["vk", "table"])
def test_both_languages_have_the_same_placeholders(texts: dict[str, tuple[str, str]]):
    for key, pair in texts.items():
        russian, english = (set(re.findall(r"\{(\w+)", text)) for text in pair)
        assert russian == english, key
