"""A folder beside an entry, opened by its name: in a folder and in a zip alike, and never outside."""

from collections.abc import Callable
from pathlib import Path

import pytest
from vk_archives import pack, write

from chataudit.parsers.base import Entry
from chataudit.parsers.entries import open_entries

FILES = {"list.html": b"list", "a/2.html": b"two", "a/1.html": b"one", "a/picture.jpg": b"\xff", "b/picture.jpg": b"\xff"}


def from_folder(path: Path) -> Entry:
    return next(open_entries(write(path / "x", FILES) / "list.html"))["list.html"]


def from_zip(path: Path) -> Entry:
    return next(open_entries(pack(path / "x.zip", FILES)))["list.html"]


@pytest.fixture(params=[from_folder, from_zip], ids=["folder", "zip"])
def entry(request: pytest.FixtureRequest, tmp_path: Path) -> Entry:
    opened: Callable[[Path], Entry] = request.param
    write(tmp_path, {"1.html": b"outside"})
    return opened(tmp_path)


def test_first_text_of_it_is_opened_with_its_siblings(entry: Entry):
    assert entry.subfolder is not None
    first = entry.subfolder("a")

    assert first is not None
    assert (first.read(), sorted(first.siblings)) == (b"one", ["1.html", "2.html"])


@pytest.mark.parametrize("name", ["b", "c", "", ".", "..", "../x", "a/../..", "/"])
def test_what_holds_no_text_or_lies_elsewhere_is_not_opened(entry: Entry, name: str):
    assert entry.subfolder is not None
    assert entry.subfolder(name) is None


def test_link_is_not_followed(tmp_path: Path):
    folder = write(tmp_path / "x", {"list.html": b"list"})
    write(tmp_path / "elsewhere", {"1.html": b"outside"})
    try:
        (folder / "a").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this system lets users make no links")

    opened = next(open_entries(folder / "list.html"))["list.html"].subfolder

    assert opened is not None
    assert opened("a") is None
