"""Where the built-in rules are: beside the package in a checkout, inside it in an installed wheel. Nothing else knows."""

from pathlib import Path

import chataudit

DEFAULT = "kaluga-16"


def builtin_rules(name: str = DEFAULT) -> Path:
    """Return the folder of a built-in rulebook."""
    package = Path(chataudit.__file__).parent
    installed = package / "_rules" / name
    return installed if installed.is_dir() else package.parent / "rules" / name


def builtin_names() -> list[str]:
    """Return the names of the built-in rulebooks, shared words among them."""
    return sorted(each.name for each in builtin_rules().parent.iterdir() if each.is_dir())
