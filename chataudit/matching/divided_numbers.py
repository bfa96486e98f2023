"""A text in, the numbers of phones and cards out that somebody divided so that no usual reader of numbers sees them.

«8_910_…», «8 / 910 / …», «8 и 910 и …», «8-9lO-…»: whoever reads the chat dials them all the same. What divides numbers divides
prices, marks, dates and lists of classes, too, so the less usual the divider, the more the groups must look like those of a number.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_LIKE_DIGITS: Final = {"oOоО": "0", "lI": "1", "Зз": "3", "чЧ": "4", "sS": "5", "бБ": "6", "вВB": "8"}
_TWINS: Final = {ord(letter): digit for letters, digit in _LIKE_DIGITS.items() for letter in letters}
_TWIN: Final = "".join(_LIKE_DIGITS)
_TWINNED: Final = re.compile(
    rf"(?<![^\W_])(?!\d{{1,2}}[бБвВчЧ](?![^\W_]))(?=[{_TWIN}]{{0,10}}\d)[\d{_TWIN}]{{2,19}}(?![^\W_])"  # «9lO»; «5б» is a class, «5ч» five hours
    r"|(?<=[\doOоО][ \-_./*])[oOоО]{1,4}(?=[ \-_./*][\doOоО])"
)
_LINK: Final = re.compile(r"(?:https?://|www\.|[\w-]{1,40}\.[a-zа-я]{2,10}/)[^\s\x00]*+", re.IGNORECASE)
_GROUP: Final = re.compile(r"\d+")
_USUAL_GAP: Final = re.compile(r"[ \-.()]?|\) |\)-| \(|-\(")
_PLAIN_GAP: Final = re.compile(r"[ \t\-_.·•~|()]{1,4}")  # divides no list
_SIGN_GAP: Final = re.compile(r"[\W_]{1,6}")
_COUNTING_GAP: Final = re.compile(r"[,;\n]")  # divides nearly nothing but lists
_FILE_END: Final = re.compile(r"\.[a-z]\w{1,3}\b", re.IGNORECASE)
_LONGEST_GAP: Final = 9  # « пробел »
_MOST_GROUPS: Final = 16

_PHONE: Final = re.compile(r"(?P<prefix>[78]?)9\d{9}")
_PHONE_GROUPS: Final = frozenset({(10,), (3, 7), (3, 3, 4), (3, 3, 2, 2), (3, 2, 2, 3), (3, 2, 3, 2), (6, 4)})
_PASSPORT_GROUPS: Final = frozenset({(4, 6), (2, 2, 6)})
_CARD: Final = re.compile(r"(?:22|[456]\d)\d{14}")

_PAIRS: Final = (2,) * 5
_SINGLES: Final = (1,) * 10


class _Run(NamedTuple):
    """Groups of digits that follow each other, what stands between them, and what behind them."""

    groups: tuple[str, ...]
    gaps: tuple[str, ...]
    behind: str

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(map(len, self.groups))

    @property
    def is_plain(self) -> bool:
        return all(_PLAIN_GAP.fullmatch(gap) for gap in self.gaps)

    @property
    def is_usual(self) -> bool:
        return all(_USUAL_GAP.fullmatch(gap) for gap in self.gaps)

    @property
    def is_even(self) -> bool:
        """Whether signs divide the groups, or the same words: «8 тире 910 тире …»."""
        return all(_SIGN_GAP.fullmatch(gap) for gap in self.gaps) or len(set(self.gaps)) == 1

    @property
    def begins_with_zero(self) -> bool:
        """Whether one of the groups does: nothing that is counted is written so."""
        return any(group[0] == "0" for group in self.groups)


def undisguise_digits(text: str) -> str:
    """Return a text with letters that stand in for digits, within numbers, as those digits: «9lO» is 910."""
    return _TWINNED.sub(lambda found: found.group().translate(_TWINS), text)


def holds_divided_phone(text: str) -> bool:
    """Say whether a text holds a mobile number that is divided unusually."""
    return any(_is_phone(run) for run in _runs(text, (10, 11)))


def divided_cards(text: str) -> Iterator[str]:
    """Yield the digits of card numbers that are divided unusually."""
    for run in _runs(text, (16,)):
        digits = "".join(run.groups)
        if _CARD.fullmatch(digits) and not is_rising(run.groups) and _are_groups_of_card(run, valid=luhn_is_valid(digits)):
            yield digits


def _are_groups_of_card(run: _Run, *, valid: bool) -> bool:
    """Say whether groups of digits are a card's rather than marks, times («22.05 23.05 24.05 25.05») or sums."""
    sure = valid or run.begins_with_zero
    if run.sizes == (4,) * 4:
        return run.is_plain or run.begins_with_zero or (run.is_even and valid)
    if len(set(run.gaps)) > 1:
        return valid and run.is_plain and max(run.sizes) > 2
    return (run.is_plain and sure) or (run.begins_with_zero and len(set(run.sizes)) == 1)


def luhn_is_valid(digits: str) -> bool:
    """Say whether the check digit of a card number is right."""
    doubled = [int(digit) * (1 + position % 2) for position, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_rising(groups: Sequence[str]) -> bool:
    """Say whether groups of digits, none of them long, only grow: lists of classes, pages and years do, numbers to dial do not."""
    numbers = [*map(int, groups)]
    return len(numbers) > 3 and numbers == sorted(numbers) and max(map(len, groups)) < 5


def _runs(text: str, totals: tuple[int, ...]) -> Iterator[_Run]:
    """Yield the runs of so many digits that begin or end no longer row of the like."""
    text = _LINK.sub(" " * (_LONGEST_GAP + 1), text)
    found = list(_GROUP.finditer(text))
    gaps = [text[one.end() : next_one.start()] for one, next_one in pairwise(found)]
    for first, group in enumerate(found):
        total = 0
        if group.start() and text[group.start() - 1].isalpha() and text[group.start() - 1].isascii():
            continue  # «id8910…»
        goes_on = 0 < first < len(gaps) and gaps[first - 1] == gaps[first]  # a longer row of the like, of which this is no beginning
        for last in range(first, min(first + (1 if goes_on else _MOST_GROUPS), len(found))):
            total += len(found[last].group())
            if total > totals[-1] or (last > first and len(gaps[last - 1]) > _LONGEST_GAP):
                break
            if total not in totals:
                continue
            between, beside = gaps[first:last], [*gaps[max(first - 1, 0) : first], *gaps[last : last + 1]]
            behind = text[found[last].end() : found[last].end() + _LONGEST_GAP]
            if set(between).isdisjoint(beside) and not _FILE_END.match(behind):
                yield _Run(tuple(each.group() for each in found[first : last + 1]), tuple(between), behind)


def _is_phone(run: _Run) -> bool:
    phone = _PHONE.fullmatch("".join(run.groups))
    if phone is None or run.is_usual or is_rising(run.groups):
        return False
    if phone["prefix"]:
        return run.is_plain or (run.is_even and _are_phone_groups(run))
    return run.sizes not in _PASSPORT_GROUPS and run.is_even and _are_groups_of_bare_phone(run)


def _are_phone_groups(run: _Run) -> bool:
    """Say whether the groups behind the «8» are a phone's: an operator's three digits and then no single ones, pairs, or all single."""
    if run.sizes[0] > 1:
        own = (run.sizes[0] - 1, *run.sizes[1:])
        return own in _PHONE_GROUPS or own == (1, *_PAIRS[1:], 1)
    own = run.sizes[1:]
    return own == _PAIRS or (own == _SINGLES and run.begins_with_zero) or own == (10,) or (own[0] == 3 and min(own) > 1)


def _are_groups_of_bare_phone(run: _Run) -> bool:
    """Say whether groups without an «8» are a phone's rather than prices, marks or sizes."""
    if run.begins_with_zero:
        return run.sizes in _PHONE_GROUPS or run.sizes in (_PAIRS, _SINGLES)
    if run.is_plain:
        return run.sizes in _PHONE_GROUPS or run.sizes == _PAIRS
    of_unit = run.behind.startswith(run.gaps[0].rstrip() or run.gaps[0])  # «900 р 850 р 75 р 50 р»
    counted = of_unit or all(group[-1] == "0" for group in run.groups) or any(_COUNTING_GAP.search(gap) for gap in run.gaps)
    return run.sizes == (3, 3, 2, 2) and not counted
