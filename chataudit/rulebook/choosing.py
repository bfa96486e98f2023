"""What `--rules` names in, the folder of the rulebook out: a folder, a built-in rulebook, or one of another package."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from chataudit.errors import Complaint, RulebookError
from chataudit.plugins import find_plugins
from chataudit.rulebook.builtin import builtin_names, builtin_rules
from chataudit.rulebook.plugged import plugged_folder
from chataudit.strict_yaml import read_text

_PACK: Final = re.compile(r"^pack:", re.MULTILINE)


def find_rules(name: str) -> Path | None:
    """Return the folder of a rulebook by its name: ours before another package's; None where there is none.

    Raises:
        PluginError: another package offers it and cannot be used.
    """
    return builtin_rules(name) if name in builtin_names() else plugged_folder(name)


def choose_rules(named: Path | None) -> Path:
    """Return the folder of the rulebook that is named, a folder before a name; of the default one where none is.

    Raises:
        RulebookError: there is neither such a folder nor such a rulebook.
        PluginError: another package offers it and cannot be used.
    """
    if named is None:
        return builtin_rules()
    if names_folder(named):
        return named
    found = find_rules(named.name)
    if found is None:
        raise RulebookError([Complaint(named.name, "rules.no_rulebook", name=named.name, known=", ".join(rulebook_names()))])
    return found


def names_folder(named: Path) -> bool:
    """Say whether a folder is named, not a rulebook that is looked up."""
    return named.is_dir() or len(named.parts) != 1


def rulebook_names() -> list[str]:
    """Return the names that `--rules` knows: built-in rulebooks, then those of other packages."""
    own = [name for name in builtin_names() if has_pack(builtin_rules(name))]
    return list(dict.fromkeys([*own, *(each.name for each in find_plugins("rulebooks"))]))


def has_pack(folder: Path) -> bool:
    """Say whether a folder of rules is a rulebook of its own, not words for others."""
    return any(_PACK.search(read_text(path)) for path in folder.glob("*.yaml"))
