"""Regular expressions over many texts at once: each text answers for itself alone."""

import re

from chataudit.matching.scalars import parse_regex
from chataudit.matching.scanning import scan_texts


def _found(expression: str, texts: list[str]) -> list[bool]:
    regex = parse_regex(expression)
    return scan_texts(texts, [regex]).expressions[regex].tolist()


def test_an_expression_is_found_in_any_case() -> None:
    assert _found("собрани[ея]", ["Собрание", "СОБРАНИЯ нет", "собрано"]) == [True, True, False]


def test_an_expression_does_not_reach_into_the_next_text() -> None:
    assert _found("завтра.{0,20}собрание", ["завтра", "собрание", "завтра же собрание"]) == [False, False, True]


def test_a_literal_within_another_is_seen() -> None:
    assert _found("хлебный|хлеб", ["чёрный хлеб", "хлебный", "хлебец", "мука"]) == [True, True, True, False]


def test_a_letter_that_grows_in_lower_case_moves_nothing() -> None:
    assert _found("рынок", ["İİİİ", "рынок", "лес", "Рынок İ"]) == [False, True, False, True]


def test_no_text_holds_nothing() -> None:
    assert _found("рынок", []) == []


def test_a_mark_tells_the_texts_that_bear_it() -> None:
    texts = ["раз", "№ 5", "", "два", "№ 7"] * 9_000  # more than a block
    mark = re.compile("№")
    assert scan_texts(texts, marks=[mark]).marked[mark].tolist() == [at for at, text in enumerate(texts) if text.startswith("№")]


def test_expressions_and_marks_are_found_together() -> None:
    regex, mark = parse_regex("рынок"), re.compile("№")
    found = scan_texts(["рынок", "№ 5", "Рынок № 7"], [regex], [mark])
    assert found.expressions[regex].tolist() == [True, False, True]
    assert found.marked[mark].tolist() == [1, 2]
