"""Entry points of other packages in, the parsers, detectors, reporters and rulebooks that they name out.

Nothing is looked up until a format, a file, a rule's kind or a rulebook is met that the program does not know itself: the
look-up takes milliseconds, and most runs need none. What a package offers is called by its entry point's name.
"""

from __future__ import annotations

import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

from chataudit.error_sentences import tell_error
from chataudit.errors import PluginError, PluginWarning
from chataudit.installed import Trace, traces

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint

PluginKind = Literal["parsers", "detectors", "reporters", "rulebooks"]
PLUGIN_KINDS: Final[tuple[PluginKind, ...]] = get_args(PluginKind)

API: Final = 1  # version of the protocols of parsers, detectors and reporters; a rulebook's is the `chataudit:` of its files
FAILURES: Final = (Exception, SystemExit)  # what may come of a stranger's code, which must not end ours
_listener: ContextVar[Callable[[PluginError], None] | None] = ContextVar("_listener", default=None)


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

    def __str__(self) -> str:
        return f"{self.kind} {self.name} {self.package} {self.version}"

    def traces(self) -> list[Trace]:
        """Return what tells its code as it is installed from any other, also where a package being written keeps its version."""
        with suppress(AttributeError, ImportError, ValueError):  # the entry names no module
            return list(traces(self.entry.module.partition(".")[0]))
        return []

    def error(self, key: str, **details: object) -> PluginError:
        """Return the error that names this plug-in."""
        return PluginError(key, group=self.entry.group, name=self.name, package=f"{self.package} {self.version}", **details)


@cache
def find_plugins(kind: PluginKind) -> tuple[Plugin, ...]:
    """Return what the installed packages offer of a kind, by name, then by package; a package whose list is damaged is told of."""
    from importlib.metadata import distributions

    found: dict[tuple[str, str], Plugin] = {}
    for distribution in distributions():
        try:
            entries = distribution.entry_points.select(group=f"chataudit.{kind}")
        except FAILURES:
            warn_of(PluginError("plugins.damaged_list", package=" ".join(_identify(distribution))))
            continue
        for entry in entries:
            package, version = _identify(distribution)
            found.setdefault((entry.name, package), Plugin(kind, entry.name, package, version, entry))  # the first on the path is the one imported
    return tuple(found[each] for each in sorted(found))


def _identify(distribution: Distribution) -> tuple[str, str]:
    try:
        return distribution.name or "?", distribution.version or "?"
    except FAILURES:  # what says so is missing
        return "?", "?"


def plugin_named(kind: PluginKind, name: str) -> Plugin | None:
    """Return what is offered under a name; of several packages that offer it, the first by name."""
    return next((each for each in find_plugins(kind) if each.name == name), None)


def all_plugins() -> list[Plugin]:
    """Return what the installed packages offer of all kinds."""
    return [each for kind in PLUGIN_KINDS for each in find_plugins(kind)]


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
    except FAILURES as error:
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


def broke(plugin: Plugin, error: BaseException) -> PluginError:
    """Return the error of a plug-in that raised: what and where, without the message, which may quote a chat."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return plugin.error("plugins.broke", error=type(error).__name__, place=f"{Path(frame.filename).name}:{frame.lineno}")


def warn_of(error: PluginError) -> None:
    """Tell of a plug-in that is skipped: whoever listens, else by a warning."""
    listener = _listener.get()
    if listener is not None:
        listener(error)
    else:
        warnings.warn(PluginWarning(error, tell_error(error, "en")), stacklevel=2)


@contextmanager
def listening(tell: Callable[[PluginError], None]) -> Iterator[None]:
    """Hand each plug-in that is skipped to `tell` instead of warning of it."""
    token = _listener.set(tell)
    try:
        yield
    finally:
        _listener.reset(token)
