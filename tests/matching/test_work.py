"""Regular expressions of rules: what could take more than time in proportion to a text is refused when the rule is read."""

import json
import subprocess
import sys

import pytest

from chataudit.matching.patterns import MAX_GAP, parse_pattern
from chataudit.matching.scalars import SCALARS, Expression, Regex, parse_expression, parse_regex
from chataudit.matching.work import MAX_LENGTH
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.loader import load_rulebook
from chataudit.strict_yaml import BadScalar

GROWS_WITH_THE_TEXT = {
    "a repeat of a repeat": "абв(?:а+)+$",
    "a repeat of a choice that overlaps": "абв(?:а|а)*г",
    "a repeat of what may be empty": "абв(?:а?)*г",
    "two repeats that share signs": r"абв.*.*г",
    "a repeat at the beginning": r"\w+@абв",
    "a repeat in the middle": r"абв\d*г",
    "a lazy repeat in the middle": r"абв.*?г",
    "a repeat before an assertion": r"абв\w+(?!г)",
    "a possessive repeat in the middle": r"абв\w*+г",
    "a repeat in a lookahead": r"абв(?=\w+@)г",
    "a repeat of a repeat with ends": "абв(?:а{1,30}){1,30}г",
    "many that may be absent": "абв" + "а?" * 30 + "а" * 30,
    "a repeat in a branch": r"абв(?:\d*|г)д",
    "a repeat in a group that another refers to": r"абв(а*)г\1",
}


@pytest.mark.parametrize("text", GROWS_WITH_THE_TEXT.values(), ids=GROWS_WITH_THE_TEXT)
@pytest.mark.parametrize("parse", [parse_regex, parse_expression])
def test_expression_whose_work_could_grow_is_refused(parse, text: str):
    with pytest.raises(BadScalar) as caught:
        parse(text)

    assert caught.value.key == "yaml.slow_regex"


@pytest.mark.parametrize(
    "text",
    [
        r"t\.me/joinchat/[\w-]+",
        "хамы|хамка",
        r"абв\d{1,20}г",
        r"абв(?:г\d{1,2})?\w{4,}",
        "«[^»]{0,80}абв[^»]{0,80}»",
        r"(?<![\w-])абв(?! ?г)",
        r"абв(?:а{0,30}г){1,2}+д",
        "абв" + "(?:а|б|в|г)" * 30,
        "абв" + "а?б" * 30,
    ],
    ids=str,
)
def test_expression_whose_work_has_an_end_is_taken(text: str):
    assert parse_regex(text).compiled.pattern == text


def test_length_of_an_expression_has_a_limit():
    assert parse_expression("а" * MAX_LENGTH)
    with pytest.raises(BadScalar) as caught:
        parse_expression("а" * (MAX_LENGTH + 1))

    assert caught.value.key == "yaml.long_regex"


@pytest.mark.parametrize("text", ["(" * 900 + ")" * 900, "а{99999999999999999999}"], ids=["brackets", "a huge number"])
def test_expression_that_cannot_be_compiled_is_told(text: str):
    with pytest.raises(BadScalar) as caught:
        parse_expression(text)

    assert caught.value.key in {"yaml.bad_regex", "yaml.slow_regex"}


def test_gap_has_a_limit():
    assert parse_pattern(f"мама ..{MAX_GAP} мыть")
    for width in (MAX_GAP + 1, 10**30):
        with pytest.raises(BadScalar) as caught:
            parse_pattern(f"мама ..{width} мыть")
        assert caught.value.key == "pattern.wide_gap"


HOSTILE = [
    "«" * 60_000 + "праздник",
    "«праздник" * 8_000,
    "1 , " * 16_000 + "кв",
    "с 8 час" * 9_000,
    "20:00-20:00 до 8 утра и " * 3_000,
    "закрывается " * 6_000 + " в ",
    "правила " + ". " * 30_000,
]


@pytest.fixture
def shipped_expressions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What every `regex`, and every expression for hours, of the built-in rulebook says."""
    seen: list[str] = []
    for kind in (Regex, Expression):

        def remember(text: str, parse=SCALARS[kind]) -> object:
            seen.append(text)
            return parse(text)

        monkeypatch.setitem(SCALARS, kind, remember)
    load_rulebook(builtin_rules())
    return seen


_SEARCH = """
import json, re, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
expressions, texts = json.load(sys.stdin)
print([len([each for each in expressions if re.search(each, text)]) for text in texts])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_CPU there")
def test_shipped_expressions_do_not_hang_at_hostile_texts(shipped_expressions: list[str]):
    given = json.dumps([shipped_expressions, HOSTILE])
    searched = subprocess.run([sys.executable, "-c", _SEARCH], input=given, capture_output=True, text=True, check=False)

    assert (searched.returncode, searched.stderr) == (0, "")
    assert len(shipped_expressions) > 40
