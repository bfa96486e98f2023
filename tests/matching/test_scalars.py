"""Durations, times of day, comparisons and regular expressions of rule files."""

from collections.abc import Callable

import pytest

from chataudit.errors import BadScalar
from chataudit.matching.scalars import SCALARS, Regex, parse_clock, parse_comparison, parse_duration, parse_expression, parse_regex


@pytest.mark.parametrize(("text", "seconds"), [("30s", 30), ("30m", 1800), ("48 h", 172800), ("7d", 604800), ("0m", 0)])
def test_duration_is_read_in_seconds(text: str, seconds: int) -> None:
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(("text", "minutes"), [("00:00", 0), ("7:05", 425), ("21:00", 1260), ("23:59", 1439), ("24:00", 1440)])
def test_clock_is_read_in_minutes(text: str, minutes: int) -> None:
    assert parse_clock(text) == minutes


@pytest.mark.parametrize(
    ("text", "measured", "holds"),
    [
        (">= 3", 3, True),
        (">= 3", 2, False),
        ("> 0.5", 0.5, False),
        ("<= 1", 1, True),
        ("< 1", 1, False),
        ("== 0", 0, True),
        ("!= 0", 0, False),
        ("5", 5, True),
        ("teacher", "teacher", True),
        ("== teacher", "other", False),
        ("!= teacher", "other", True),
        ("!= teacher", "teacher", False),
    ],
)
def test_comparison_holds(text: str, measured: float | str, *, holds: bool) -> None:
    assert parse_comparison(text).holds(measured) is holds


@pytest.mark.parametrize(
    ("parse", "text", "key"),
    [
        (parse_duration, "30", "yaml.bad_duration"),
        (parse_duration, "полчаса", "yaml.bad_duration"),
        (parse_duration, "-1h", "yaml.bad_duration"),
        (parse_clock, "2100", "yaml.bad_clock"),
        (parse_clock, "25:00", "yaml.bad_clock"),
        (parse_clock, "24:01", "yaml.bad_clock"),
        (parse_clock, "21:60", "yaml.bad_clock"),
        (parse_comparison, "", "yaml.bad_comparison"),
        (parse_comparison, "=> 3", "yaml.bad_comparison"),
        (parse_comparison, ">=", "yaml.bad_comparison"),
        (parse_comparison, ">= teacher", "yaml.bad_comparison"),
        (parse_regex, "(abc", "yaml.bad_regex"),
        (parse_regex, r"\d+", "yaml.regex_without_literal"),
        (parse_regex, "абв|г", "yaml.regex_without_literal"),
        (parse_regex, "(?:абв)?", "yaml.regex_without_literal"),
        (parse_expression, "(abc", "yaml.bad_regex"),
    ],
)
def test_bad_value_is_refused(parse: Callable[[str], object], text: str, key: str) -> None:
    with pytest.raises(BadScalar) as refused:
        parse(text)

    assert refused.value.key == key


@pytest.mark.parametrize(
    ("text", "literals"),
    [
        (r"t\.me/\+\w+", {"t.me/+"}),
        (r"(?:https?://)?vk\.me/join/\w+", {"vk.me/join/"}),
        ("прода(?:м|ю)", {"прода"}),
        ("красн|желт", {"красн", "желт"}),
        ("(?:абвг){2}", {"абвг"}),
    ],
)
def test_regex_knows_a_literal_that_every_match_holds(text: str, literals: set[str]) -> None:
    assert set(parse_regex(text).literals) == literals


@pytest.mark.parametrize("kind", SCALARS)
def test_every_scalar_says_what_it_is(kind: type) -> None:
    """Editors show it: the docstring goes to the JSON Schema."""
    assert kind.__doc__


def test_regex_is_compiled_as_written() -> None:
    regex = parse_regex(r"кв\. ?\d{1,4} этаж")

    assert isinstance(regex, Regex)
    assert regex.compiled.search("наша кв. 12 этаж 3")
