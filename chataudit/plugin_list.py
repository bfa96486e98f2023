"""What other packages offer in, a table for people out: kind, name, package, version, and whether it works."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from chataudit.detectors.plugged import OWN_KINDS, load_detector
from chataudit.error_sentences import tell_error
from chataudit.errors import PluginError
from chataudit.parsers import PARSERS
from chataudit.parsers.plugged import load_parser
from chataudit.plugins import PLUGIN_KINDS, Plugin, PluginKind, find_plugins
from chataudit.reporters import REPORTERS
from chataudit.reporters.plugged import load_reporter
from chataudit.rulebook.builtin import builtin_names
from chataudit.rulebook.plugged import load_folder
from chataudit.wording import Language, wording

_LOAD: Final[Mapping[PluginKind, Callable[[Plugin], object]]] = {
    "parsers": load_parser,
    "detectors": load_detector,
    "reporters": load_reporter,
    "rulebooks": load_folder,
}


def list_plugins(language: Language) -> str:
    """Return a line a plug-in, and under the table a sentence for each that is broken."""
    rows = [tuple(wording(language, f"plugins.column.{name}") for name in ("kind", "name", "package", "version", "state"))]
    problems: list[str] = []
    for kind in PLUGIN_KINDS:
        taken: set[str] = set(_own_names(kind))
        for plugin in find_plugins(kind):
            state = "shadowed" if plugin.name in taken else "works"
            taken.add(plugin.name)
            try:
                _LOAD[kind](plugin)
            except PluginError as error:
                state = "broken"
                problems.append(tell_error(error, language))
            told = wording(language, f"plugins.state.{state}")
            rows.append((wording(language, f"plugins.kind.{kind}"), plugin.name, plugin.package, plugin.version, told))
    if len(rows) == 1:
        return wording(language, "plugins.none")
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([*lines, *(["", *problems] if problems else [])])


def _own_names(kind: PluginKind) -> Collection[str]:
    return {"parsers": [each.name for each in PARSERS], "detectors": OWN_KINDS, "reporters": list(REPORTERS), "rulebooks": builtin_names()}[kind]
