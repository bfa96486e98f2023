"""What is kept between runs: given back as it was, and never trusted when it may be anything else."""

import os
from pathlib import Path

import pytest

from chataudit import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "kept"
    monkeypatch.setenv(cache.VARIABLE, str(place))
    return place


def _only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_kept_is_given_back() -> None:
    cache.keep("rulebook", "a1", b"content")
    assert cache.recall("rulebook", "a1") == b"content"


def test_another_key_or_kind_gives_nothing() -> None:
    cache.keep("rulebook", "a1", b"content")
    assert cache.recall("rulebook", "b2") is None
    assert cache.recall("words", "a1") is None


def test_a_damaged_file_gives_nothing(folder: Path) -> None:
    cache.keep("rulebook", "a1", b"content")
    path = _only_file(folder)
    path.write_bytes(path.read_bytes()[:-1] + b"X")
    assert cache.recall("rulebook", "a1") is None


def test_an_empty_file_gives_nothing(folder: Path) -> None:
    cache.keep("rulebook", "a1", b"content")
    _only_file(folder).write_bytes(b"")
    assert cache.recall("rulebook", "a1") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are POSIX's")
def test_a_file_that_others_may_write_gives_nothing(folder: Path) -> None:
    cache.keep("rulebook", "a1", b"content")
    _only_file(folder).chmod(0o666)
    assert cache.recall("rulebook", "a1") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are POSIX's")
def test_a_folder_that_others_may_write_gives_nothing(folder: Path) -> None:
    cache.keep("rulebook", "a1", b"content")
    folder.chmod(0o777)
    assert cache.recall("rulebook", "a1") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are POSIX's")
def test_only_the_user_may_read_what_is_kept(folder: Path) -> None:
    cache.keep("rulebook", "a1", b"content")
    assert folder.stat().st_mode & 0o077 == 0
    assert _only_file(folder).stat().st_mode & 0o077 == 0


def test_old_files_make_room_for_new_ones(folder: Path) -> None:
    for number in range(9):
        cache.keep("rulebook", str(number), b"content")
    assert len(list(folder.iterdir())) < 9
    assert cache.recall("rulebook", "8") == b"content"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "file" / "inside"))
    cache.keep("rulebook", "a1", b"content")
    assert cache.recall("rulebook", "a1") is None


def test_off_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, "off")
    cache.keep("rulebook", "a1", b"content")
    assert cache.recall("rulebook", "a1") is None
    assert not folder.exists()
