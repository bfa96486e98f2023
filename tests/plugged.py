"""The example package put on the path of this process, as an installation would, and changed where a test wants it broken."""

import shutil
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import ROOT

from chataudit.detectors.plugged import plugged_detector
from chataudit.parsers.plugged import plugged_parsers
from chataudit.plugins import find_plugins

EXAMPLE = ROOT / "tests" / "plugin_example"
PACKAGE = "chataudit_sparrow"

CHAT = """SPARROW 1 2 «Б»
2024-09-02 10:00:05 | Ольга Краснова | Кто идёт на экскурсию?
2024-09-02 10:05:00 | Ирина Лунёва | Дорогие родители, завтра мы все вместе идём в музей, потом в кафе, потом по домам
"""


@dataclass(frozen=True)
class Site:
    """A folder of installed packages that holds the example."""

    folder: Path

    def change(self, module: str, old: str, new: str) -> None:
        """Replace words of one of its modules."""
        path = self.folder / PACKAGE / module
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        forget()

    def change_entry(self, old: str, new: str) -> None:
        """Replace words of its entry points."""
        (path,) = self.folder.glob("*.dist-info/entry_points.txt")
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        forget()


def install(folder: Path) -> Site:
    """Put the example package into a folder of packages."""
    shutil.copytree(EXAMPLE / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    info = folder / f"{PACKAGE}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n", encoding="utf-8")
    groups = [[f"[{group}]", *(f"{name} = {place}" for name, place in each.items())] for group, each in project["entry-points"].items()]
    (info / "entry_points.txt").write_text("\n".join(line for group in groups for line in group) + "\n", encoding="utf-8")
    return Site(folder)


def forget() -> None:
    """Let the next look-up read the packages again."""
    for each in (find_plugins, plugged_parsers, plugged_detector):
        each.cache_clear()
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The example package, installed for this process."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)  # a change within the same second would not be seen
    monkeypatch.syspath_prepend(str(folder))
    forget()
    yield install(folder)
    forget()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "воробей.txt"
    path.write_text(CHAT, encoding="utf-8")
    return path
