"""Every text of the report has declared what it is: a field that nobody thought of cannot leave with a redacted report."""

import types
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from chataudit.findings import Finding, Report
from chataudit.redaction.policies import POLICIES, Policy, fields_to_redact, texts_of


def structures_in(hint: Any) -> Iterator[type[msgspec.Struct]]:
    """Return the structures that a type may hold, a report's findings among them."""
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias) and issubclass(hint, msgspec.Struct):
        yield hint
        for inner in get_type_hints(hint).values():
            yield from structures_in(inner)
    for inner in get_args(hint):
        yield from structures_in(inner)


STRUCTURES = sorted({*structures_in(Report), *structures_in(Finding)}, key=lambda each: each.__name__)


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda each: each.__name__)
def test_every_text_of_the_report_has_a_policy(structure: type[msgspec.Struct]) -> None:
    assert texts_of(structure) == set(POLICIES.get(structure, {}))


def test_a_text_without_a_policy_is_refused_rather_than_passed_on() -> None:
    class Letter(msgspec.Struct):
        words: list[str]

    with pytest.raises(LookupError, match="words"):
        fields_to_redact(Letter)


def test_figures_and_closed_choices_need_no_policy() -> None:
    assert "severity" not in texts_of(Finding)
    assert "recommendation" not in texts_of(Finding)


def test_our_own_words_are_not_touched() -> None:
    assert all(policy is not Policy.OURS for structure in STRUCTURES for _, policy in fields_to_redact(structure))
