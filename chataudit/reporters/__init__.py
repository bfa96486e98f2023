"""The reporters by name; each is imported only when asked for, so that a JSON report loads no terminal library."""

from collections.abc import Callable, Mapping
from typing import Final

from chataudit.reporters.base import Reporter


def _load_console() -> Reporter:
    from chataudit.reporters.console import ConsoleReporter

    return ConsoleReporter()


def _load_json() -> Reporter:
    from chataudit.reporters.json import JsonReporter

    return JsonReporter()


REPORTERS: Final[Mapping[str, Callable[[], Reporter]]] = {
    "terminal": _load_console,
    "json": _load_json,
}
