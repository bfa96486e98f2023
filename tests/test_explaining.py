"""`chataudit explain`: a rule, a recommendation or a finding that only a manifest can give, told in full."""

import pytest

from tests.command_line import run


def test_a_recommendation_is_explained_by_its_number() -> None:
    told = run("explain", "7").out
    assert told.startswith("7. ")
    assert "R07.acknowledgement" in told
    assert "R08.purpose" not in told


def test_a_rule_is_explained_with_what_it_finds_and_spares() -> None:
    told = run("explain", "R14.burst").out
    assert told.startswith("R14.burst")
    assert "Находит" in told
    assert "Не трогает" in told


def test_a_finding_that_a_manifest_gives_is_explained_though_no_rule_bears_its_name() -> None:
    told = run("explain", "R15.open_group").out
    assert told.startswith("R15.open_group")
    assert "манифест" in told


@pytest.mark.parametrize("code", ["0", "17", "R15.open_groups", ""])
def test_what_is_neither_rule_nor_recommendation_is_refused_with_what_is_like_it(code: str) -> None:
    result = run("explain", code)
    assert result.code == 2
    assert "R" in result.err or "rules list" in result.err
