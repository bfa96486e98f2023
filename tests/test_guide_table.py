"""The guide's example of Viber's CSV works as it is written."""

import re
from pathlib import Path

import pytest

from chataudit.guide import read_page
from chataudit.parsers import read_chat
from chataudit.parsers.base import ReadOptions


def block(page: str, language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_lines_of_viber_become_a_chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str):
    page = read_page("table", language)  # type: ignore[arg-type]
    monkeypatch.chdir(tmp_path)
    Path("viber.csv").write_text(block(page, "csv"), encoding="utf-8")
    Path("chat.json").write_text(block(page, "json"), encoding="utf-8")

    exec(block(page, "python"), {})  # our own page

    chat = read_chat(tmp_path, ReadOptions())
    assert (chat.platform, chat.title) == ("Viber", "2Б родители")
    assert chat.messages["author"].tolist() == ["Ирина Павловна Лазарева", "Ольга Краснова"]
    assert chat.messages["author_id"].tolist() == ["+79000000001", "+79000000002"]
    assert [str(each) for each in chat.messages["sent_at"]] == ["2024-08-17 10:15:07", "2024-08-17 10:17:40"]
    assert chat.messages["text"].tolist() == ["Добрый день! Собрание в среду, в 18:30", "Спасибо, будем"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_example_is_the_same_in_both_languages_but_for_its_remark(language: str):
    ours, theirs = (re.sub(r"#.*", "", block(read_page("table", each), "python")) for each in ("ru", language))  # type: ignore[arg-type]

    assert ours == theirs
