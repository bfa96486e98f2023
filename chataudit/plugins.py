"""Entry points of other packages in, the parsers, detectors, reporters and rulebooks that they name out.

Nothing is looked up until a format, a file, a rule's kind or a rulebook is met that the program does not know itself: the
look-up takes milliseconds, and most runs need none. What a package offers is called by its entry point's name.
"""

from __future__ import annotations

import traceback
import warnings
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from chataudit.error_sentences import tell_error
from chataudit.errors import PluginError, PluginWarning

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PluginKind = Literal["parsers", "detectors", "reporters", "rulebooks"]
PLUGIN_KINDS: Final[tuple[PluginKind, ...]] = get_args(PluginKind)

API: Final = 1  # version of the protocols of parsers, detectors and reporters; a rulebook's is the `chataudit:` of its files


@dataclass(frozen=True)
class Plugin:
    """What a package says that it offers; nothing of it is imported yet.

    Attributes:
        name: the entry point's, by which it is asked for.
        package, version: the distribution that it comes with.
    """

    kind: PluginKind
    name: str
    package: str
    version: str
    entry: EntryPoint

    def error(self, key: str, **details: object) -> PluginError:
        """Return the error that names this plug-in."""
        return PluginError(key, group=self.entry.group, name=self.name, package=f"{self.package} {self.version}".strip(), **details)


@cache
def find_plugins(kind: PluginKind) -> tuple[Plugin, ...]:
    """Return what the installed packages offer of a kind, by name, then by package."""
    from importlib.metadata import entry_points

    found = {
        Plugin(kind, each.name, each.dist.name if each.dist else "", each.dist.version if each.dist else "", each)
        for each in entry_points(group=f"chataudit.{kind}")
    }
    return tuple(sorted(found, key=lambda plugin: (plugin.name, plugin.package)))


def plugin_named(kind: PluginKind, name: str) -> Plugin | None:
    """Return what is offered under a name; of several packages that offer it, the first by name."""
    return next((each for each in find_plugins(kind) if each.name == name), None)


def load_plugin(plugin: Plugin) -> object:
    """Import what an entry point names, and check which version of the protocol it was written for.

    Raises:
        PluginError: it cannot be imported, or speaks another version.
    """
    loaded = _import(plugin)
    version = vars(loaded).get("API") if isinstance(loaded, type) else getattr(loaded, "API", None)
    if version != API:
        key = "plugins.no_version" if version is None else "plugins.other_version"
        raise plugin.error(key, version=version, known=API)
    return loaded


def _import(plugin: Plugin) -> object:
    try:
        return plugin.entry.load()
    except Exception as error:
        raise plugin.error("plugins.not_imported", error=f"{type(error).__name__}: {error}") from error


def load_package_folder(plugin: Plugin) -> Path | None:
    """Import the package that an entry point names and return its folder; None where it has none on disk.

    Raises:
        PluginError: it cannot be imported.
    """
    package = _import(plugin)
    places = getattr(package, "__path__", None)
    folder = Path(next(iter(places))) if places else None
    return folder if folder and folder.is_dir() else None


def broke(plugin: Plugin, error: Exception) -> PluginError:
    """Return the error of a plug-in that raised: what and where, without the message, which may quote a chat."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return plugin.error("plugins.broke", error=type(error).__name__, place=f"{Path(frame.filename).name}:{frame.lineno}")


def warn_of(error: PluginError) -> None:
    """Tell of a plug-in that is skipped; the command line says it in the user's language."""
    warnings.warn(PluginWarning(error, tell_error(error, "en")), stacklevel=2)
