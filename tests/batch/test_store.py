"""What a batch keeps: a result is known again as long as its key and its reports are the same."""

from pathlib import Path

import pytest

from chataudit.batch.store import Store, report_name, report_place
from chataudit.batch.summary import ChatResult


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def keep(store: Store, key: str | None = "k1") -> ChatResult:
    place = report_place("2А", ".json")
    with store.open_report(place) as out:
        out.write(b"{}\n")
    return store.keep("2А", key, ChatResult(status="audited", title="2А \ud800", score=70, reports={"json": place}))


def test_result_is_recalled_as_it_was_returned(store: Store):
    assert store.recall("2А", "k1") is None
    kept = keep(store)
    assert store.recall("2А", "k1") == kept


def test_result_of_another_key_is_not_recalled(store: Store):
    keep(store)
    assert store.recall("2А", "k2") is None


def test_result_without_a_key_is_not_kept(store: Store):
    keep(store, key=None)
    assert store.recall("2А", None) is None


@pytest.mark.parametrize("content", [b"{}", None])
def test_result_whose_report_is_changed_or_gone_is_not_recalled(store: Store, tmp_path: Path, content: bytes | None):
    keep(store)
    report = tmp_path / "chats" / "2А.json"
    report.unlink()
    if content is not None:
        report.write_bytes(content)

    assert store.recall("2А", "k1") is None


def test_damaged_state_is_as_none(store: Store, tmp_path: Path):
    keep(store)
    (tmp_path / ".state" / "2А.json").write_bytes(b'{"key": "k1", "resu')

    assert store.recall("2А", "k1") is None


@pytest.mark.parametrize(
    "place", ["../../etc/passwd", "a\x1b[2J\n.json", "CON", "<script>.json", "школа №5/2А/result.json", "x" * 300, "\udcff", "…"]
)
def test_name_of_reports_is_safe_everywhere(place: str):
    name = report_name(place)

    assert all(char.isalnum() or char == "-" for char in name)
    assert not name.startswith("-")
    assert 10 <= len(name) <= 80


def test_places_that_read_alike_have_names_of_their_own():
    assert report_name("2А/чат.txt") != report_name("2А_чат.txt")
