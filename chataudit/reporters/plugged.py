"""Entry points of the group `chataudit.reporters` in, reporters out whose failing is told in one sentence."""

from __future__ import annotations

from typing import BinaryIO, Final

from chataudit.errors import ChatAuditError, PluginError
from chataudit.findings import Report
from chataudit.plugins import FAILURES, Plugin, broke, find_plugins, load_plugin, plugin_named
from chataudit.reporters.base import Reporter, ReportOptions

_NEEDED: Final = ("suffix", "binary", "write")


def plugged_names() -> list[str]:
    """Return the names of the reporters that other packages offer."""
    return list(dict.fromkeys(each.name for each in find_plugins("reporters")))


def plugged_reporter(name: str) -> Reporter | None:
    """Return the reporter that another package offers under a name, if only to say that it cannot be used; None where none does."""
    plugin = plugin_named("reporters", name)
    if plugin is None:
        return None
    try:
        return load_reporter(plugin)
    except PluginError as error:
        return BrokenReporter(name, error)


def load_reporter(plugin: Plugin) -> PluggedReporter:
    """Import a reporter: the entry point names its class, which is called without arguments.

    Raises:
        PluginError: it is none, or written for another version.
    """
    loaded = load_plugin(plugin)
    missing = [name for name in _NEEDED if not hasattr(loaded, name)]
    if missing or not isinstance(loaded, type):
        raise plugin.error("plugins.wrong_protocol", missing=", ".join(missing) or "class")
    try:
        return PluggedReporter(plugin, loaded())
    except FAILURES as error:
        raise broke(plugin, error) from error


class BrokenReporter:
    """A reporter that cannot be used, which is told where it would write: as of one that breaks in writing, the others are none the worse."""

    suffix = ".broken"  # of a file that there will not be
    binary = False

    def __init__(self, name: str, error: PluginError) -> None:
        self.name = name
        self._error = error

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:  # noqa: ARG002  - the protocol's
        """Say why it cannot.

        Raises:
            PluginError: always.
        """
        raise self._error


class PluggedReporter:
    """A reporter of another package, under the name of its entry point."""

    def __init__(self, plugin: Plugin, reporter: Reporter) -> None:
        self.name = plugin.name
        self.suffix = str(reporter.suffix)
        self.binary = bool(reporter.binary)
        self._plugin = plugin
        self._reporter = reporter

    def write(self, report: Report, out: BinaryIO, options: ReportOptions) -> None:
        """Write the report.

        Raises:
            OSError: `out` takes no more.
            PluginError: it raised anything else.
        """
        try:
            self._reporter.write(report, out, options)
        except (OSError, ChatAuditError, MemoryError):
            raise
        except FAILURES as error:
            raise broke(self._plugin, error) from error
