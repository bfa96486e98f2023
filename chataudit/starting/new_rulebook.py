"""A folder's name in, a rulebook of one point there out: commented, and passing its own examples."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Final

from chataudit.errors import ConfigError
from chataudit.reporters.base import make_folder, open_output

_TEMPLATES: Final = ("pack.yaml", "01_voice.yaml")
_NOT_OF_A_NAME: Final = re.compile(r"[^\w.-]+")


def write_rulebook(folder: Path) -> list[Path]:
    """Write the files of a new rulebook; return them.

    Raises:
        ConfigError: the folder is there and not empty, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError("newrules.not_empty", path=str(folder))
    make_folder(folder)
    name = _NOT_OF_A_NAME.sub("-", folder.resolve().name).strip("-.") or "rules"
    for template in _TEMPLATES:
        text = (files("chataudit.starting") / "rulebook" / template).read_text(encoding="utf-8")
        with open_output(folder / template) as out:
            out.write(text.replace("{name}", name).replace("{path}", " ".join(str(folder).splitlines())).encode())
    return [folder / template for template in _TEMPLATES]
