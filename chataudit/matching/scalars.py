"""Values that rule and settings files write as one word: durations, times of day, comparisons, regular expressions."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from re import _parser as sre_parser  # type: ignore[attr-defined]
from typing import Any, Final

from chataudit.errors import BadScalar
from chataudit.matching.patterns import Pattern, parse_pattern
from chataudit.matching.work import MAX_LENGTH, MAX_WAYS, count_ways

_UNIT_S: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DURATION: Final = re.compile(r"(\d+)\s*([smhd])")
_DIGITS: Final = 5  # of a duration: 99999d are 270 years
_CLOCK: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)|(24):(00)")
_COMPARISON: Final = re.compile(r"(==|!=|>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)|(==|!=)\s*(\w+)")  # words have no order


class Duration(int):
    """A span of time in seconds, written «30m», «48h», «7d»."""


class Clock(int):
    """A time of day in minutes after midnight, written «21:00»."""


@dataclass(frozen=True)
class Comparison:
    """A comparison with a number or a word, written «>= 3» or «== teacher»."""

    sign: str
    value: float | str

    def holds(self, measured: float | str) -> bool:
        """Say whether `measured` compares so."""
        if isinstance(self.value, str) or isinstance(measured, str):
            return (str(measured) == str(self.value)) == (self.sign == "==")
        return {
            "==": measured == self.value,
            "!=": measured != self.value,
            ">=": measured >= self.value,
            "<=": measured <= self.value,
            ">": measured > self.value,
            "<": measured < self.value,
        }[self.sign]


@dataclass(frozen=True)
class Regex:
    """A regular expression on the lower-cased text, with a literal that every match of it holds."""

    compiled: re.Pattern[str]
    literals: tuple[str, ...]


@dataclass(frozen=True)
class Expression:
    """A regular expression asked of single texts, in lower case and with ё as е; its named groups are what is read."""

    compiled: re.Pattern[str]


def parse_expression(text: str) -> Expression:
    """Compile an expression."""
    return Expression(_compile(text)[0])


def parse_duration(text: str) -> Duration:
    """Parse «30m»."""
    found = _DURATION.fullmatch(text.strip())
    if not found or len(found.group(1)) > _DIGITS:
        raise BadScalar("yaml.bad_duration", value=text)
    return Duration(int(found.group(1)) * _UNIT_S[found.group(2)])


def parse_clock(text: str) -> Clock:
    """Parse «21:00»; «24:00» is the end of the day."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise BadScalar("yaml.bad_clock", value=text)
    hours, minutes = (part for part in found.groups() if part is not None)
    return Clock(int(hours) * 60 + int(minutes))


def parse_comparison(text: str) -> Comparison:
    """Parse «>= 3»; a bare value means equality."""
    found = _COMPARISON.fullmatch(text.strip()) or _COMPARISON.fullmatch("== " + text.strip())
    if not found:
        raise BadScalar("yaml.bad_comparison", value=text)
    return Comparison(found.group(1), float(found.group(2))) if found.group(1) else Comparison(found.group(3), found.group(4))


def parse_regex(text: str) -> Regex:
    """Compile a regular expression and find the literals one of which every match must hold."""
    compiled, parsed = _compile(text)
    literals = _literals(parsed)
    if not literals:
        raise BadScalar("yaml.regex_without_literal")
    return Regex(compiled, literals)


def _compile(text: str) -> tuple[re.Pattern[str], Sequence[Any]]:
    """Compile an expression whose search takes time in proportion to the text; return it parsed as well."""
    if len(text) > MAX_LENGTH:
        raise BadScalar("yaml.long_regex", limit=MAX_LENGTH)
    try:
        compiled, parsed = re.compile(text), sre_parser.parse(text)
        ways = count_ways(parsed)
    except (re.error, RecursionError, OverflowError) as error:
        raise BadScalar("yaml.bad_regex", problem=str(error)) from error
    if ways > MAX_WAYS:
        raise BadScalar("yaml.slow_regex")
    return compiled, parsed


def _literals(parsed: object) -> tuple[str, ...]:
    """Return literals of three and more characters, one of which stands in every match; of an alternation one a branch."""
    best: tuple[str, ...] = ()
    run = ""
    for operation, argument in [*parsed, (None, None)]:  # type: ignore[misc]
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if len(run) >= 3 and len(run) > min(map(len, best), default=0):
            best = (run,)
        run = ""
        inner: tuple[str, ...] = ()
        if name == "SUBPATTERN":
            inner = _literals(argument[-1])
        elif name == "MAX_REPEAT" and argument[0] >= 1:
            inner = _literals(argument[2])
        elif name == "BRANCH":
            branches = [_literals(branch) for branch in argument[1]]
            inner = tuple(literal for branch in branches for literal in branch) if all(branches) else ()
        if inner and (not best or min(map(len, inner)) > min(map(len, best))):
            best = inner
    return best


SCALARS: Final[dict[type, Callable[[str], object]]] = {
    Duration: parse_duration,
    Clock: parse_clock,
    Comparison: parse_comparison,
    Regex: parse_regex,
    Expression: parse_expression,
    Pattern: parse_pattern,
}
