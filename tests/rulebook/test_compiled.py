"""A rulebook kept between runs is the one that its files give, and no other."""

import os
import shutil
from pathlib import Path

import msgspec
import pytest
from plugged import Site, site

from chataudit import cache
from chataudit.errors import RulebookError
from chataudit.rulebook import loader
from chataudit.rulebook.builtin import builtin_rules
from chataudit.rulebook.compiled import digest_rules, load_compiled
from chataudit.rulebook.loader import load_rulebook

__all__ = ["site"]  # a fixture

MEMO = Path(__file__).parents[1] / "rulebooks" / "kindergarten_memo"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MEMO, tmp_path / "rules"))


def _forbid_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise AssertionError(folder)

    monkeypatch.setattr(loader, "read_rule_files", refuse)


def test_the_builtin_rulebook_is_the_same_when_it_comes_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    load_compiled(builtin_rules())
    expected = load_rulebook(builtin_rules())
    _forbid_reading(monkeypatch)
    assert load_compiled(builtin_rules()) == expected


def test_a_rulebook_that_borrows_is_the_same_when_it_comes_from_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    borrowing = builtin_rules("volgograd-43")
    load_compiled(borrowing)
    expected = load_rulebook(borrowing)
    _forbid_reading(monkeypatch)
    assert load_compiled(borrowing) == expected
    assert expected.borrowed


def test_a_rulebook_that_looks_in_another_package_s_way_is_read_anew(site: Site, kept: Path) -> None:
    rules = site.folder / "chataudit_sparrow" / "rules"
    assert load_compiled(rules) == load_rulebook(rules)
    assert not kept.exists()
    site.change("detector.py", "    most: int = 500", "    most: int = 500\n    least: int = 7")
    assert msgspec.to_builtins(load_compiled(rules).rules["S01.long"])["least"] == 7


def test_a_rulebook_with_words_of_another_package_is_read_anew(site: Site, kept: Path, rules: Path) -> None:
    pack = rules / "memo.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("uses: [russian]", "uses: [russian, sparrow-school]"), encoding="utf-8")
    assert load_compiled(rules) == load_rulebook(rules)
    assert not kept.exists()


def test_a_changed_file_is_read_anew(rules: Path) -> None:
    before = load_compiled(rules)
    path = next(path for path in sorted(rules.rglob("*.yaml")) if "version:" in path.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace(before.pack.version, "99.0", 1), encoding="utf-8")
    assert load_compiled(rules).pack.version == "99.0"


def test_a_file_with_another_name_is_another_rulebook(rules: Path) -> None:
    before = digest_rules(rules)
    path = min(rules.rglob("*.yaml"))
    path.rename(path.with_name("renamed.yaml"))
    assert digest_rules(rules) != before


def test_what_cannot_be_made_out_is_read_anew(rules: Path, kept: Path) -> None:
    before = load_compiled(rules)
    (path,) = kept.iterdir()
    kind, _, key = path.name.partition("-")
    cache.keep(kind, key, b"\x93\x01\x02\x03")
    assert load_compiled(rules) == before


def test_a_wrong_rulebook_is_told_every_time_and_not_kept(rules: Path, kept: Path) -> None:
    (rules / "wrong.yaml").write_text("chataudit: 1\nwordz: {}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RulebookError):
            load_compiled(rules)
    assert not kept.exists()


def test_what_cannot_be_read_is_told(rules: Path) -> None:
    (rules / "folder.yaml").mkdir()
    with pytest.raises(RulebookError):
        load_compiled(rules)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RulebookError):
        load_compiled(tmp_path / "nowhere")


def test_rule_file_that_never_ends_is_refused(rules: Path) -> None:
    os.mkfifo(rules / "pipe.yaml")

    with pytest.raises(RulebookError) as refused:
        load_compiled(rules)

    assert [each.key for each in refused.value.complaints] == ["rules.unreadable"]
