"""Tables: a display name and its surname, given name and patronymic; «-» where it has none, «?» where nobody can tell."""

import csv
from pathlib import Path

import pytest

from chataudit.russian.display_names import PARTS, missing, read_display_name
from chataudit.russian.name_words import NameWords


def table(file: str) -> list[tuple[str, dict[str, str]]]:
    with Path(__file__).with_name(file).open(encoding="utf-8", newline="") as lines:
        return [(row["name"], {part: row[part] for part in PARTS}) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def found(name: str, words: NameWords) -> dict[str, str]:
    parts = read_display_name(name, words)
    return {part: {"yes": str(getattr(parts, part).token), "no": "-", "unsure": "?"}[getattr(parts, part).state] for part in PARTS}


@pytest.mark.parametrize(("name", "expected"), table("display_names.tsv"), ids=lambda value: value if isinstance(value, str) else "")
def test_parts_of_a_display_name(name: str, expected: dict[str, str], words: NameWords) -> None:
    told = {part for part in PARTS if expected[part] != "?"}
    assert {part: value for part, value in found(name, words).items() if part in told} == {part: expected[part] for part in told}


def test_no_full_name_is_called_incomplete(words: NameWords) -> None:
    full = [name for name, parts in table("display_names_unseen.tsv") if not {"-", "?"} & set(parts.values())]
    assert [name for name in full if missing(read_display_name(name, words))] == []


def test_nearly_every_incomplete_name_is_found(words: NameWords) -> None:
    incomplete = [name for name, parts in table("display_names_unseen.tsv") if "-" in parts.values()]
    passed = [name for name in incomplete if not missing(read_display_name(name, words))]
    assert len(passed) <= 0.05 * len(incomplete), passed


def hundred(verdict: str) -> list[str]:
    """Names of all sorts by somebody who knows nothing of the code, each told to be full or incomplete."""
    with Path(__file__).with_name("display_names_hundred.tsv").open(encoding="utf-8", newline="") as lines:
        return [row["name"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["verdict"] == verdict]


def test_of_a_hundred_names_no_full_one_is_called_incomplete(words: NameWords) -> None:
    assert [name for name in hundred("full") if missing(read_display_name(name, words))] == []


def test_of_a_hundred_names_nearly_every_incomplete_one_is_found(words: NameWords) -> None:
    incomplete = hundred("incomplete")
    passed = [name for name in incomplete if not missing(read_display_name(name, words))]
    assert len(passed) <= 0.05 * len(incomplete), passed


def test_surname_between_a_childs_name_and_ones_own_is_ones_own(words: NameWords) -> None:
    assert read_display_name("папа Кати Гордеев Олег Ильич", words).surname.token == "Гордеев"


def test_surname_behind_a_childs_name_and_before_a_comma_is_the_childs(words: NameWords) -> None:
    assert read_display_name("мама Пети Иванова, Ольга", words).child == ("пети", "иванова")


def test_missing_names_the_parts_in_their_order(words: NameWords) -> None:
    assert missing(read_display_name("Лариса", words)) == ("surname", "patronymic")


def test_part_that_is_unsure_is_not_missing(words: NameWords) -> None:
    assert missing(read_display_name("Нгуен Тхи Хоа", words)) == ()


def test_word_of_a_part_is_cyrillic_and_folded(words: NameWords) -> None:
    parts = read_display_name("Kovalyova Алёна", words)
    assert (parts.surname.token, parts.surname.word, parts.given.word) == ("Kovalyova", "ковалева", "алена")


@pytest.mark.parametrize(
    ("name", "child"),
    [
        ("мама Пети 3Б", ("пети",)),
        ("Евгения мама Насти", ("насти",)),
        ("Настина мама", ("настя",)),
        ("Мама Тимура и Алины", ("тимура", "алины")),
        ("Ирина, мама Кости Белова", ("кости", "белова")),
        ("Евгения Настина", ()),
        ("Тётя Люба", ()),
    ],
)
def test_name_of_the_child_is_told_apart(name: str, child: tuple[str, ...], words: NameWords) -> None:
    assert read_display_name(name, words).child == child
