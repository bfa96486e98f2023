"""The reporters by name; each is imported only when asked for, so that a JSON report loads no terminal library."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from chataudit.errors import ConfigError
from chataudit.reporters.base import Reporter
from chataudit.reporters.plugged import plugged_names, plugged_reporter


def _load_console() -> Reporter:
    from chataudit.reporters.console import ConsoleReporter

    return ConsoleReporter()


def _load_json() -> Reporter:
    from chataudit.reporters.json import JsonReporter

    return JsonReporter()


def _load_html() -> Reporter:
    from chataudit.reporters.html.reporter import HtmlReporter

    return HtmlReporter()


def _load_xlsx() -> Reporter:
    from chataudit.reporters.xlsx.reporter import XlsxReporter

    return XlsxReporter()


def _load_csv() -> Reporter:
    from chataudit.reporters.csv import CsvReporter

    return CsvReporter()


def _load_markdown() -> Reporter:
    from chataudit.reporters.markdown import MarkdownReporter

    return MarkdownReporter()


def _load_junit() -> Reporter:
    from chataudit.reporters.junit import JunitReporter

    return JunitReporter()


def _load_sarif() -> Reporter:
    from chataudit.reporters.sarif import SarifReporter

    return SarifReporter()


def _load_github() -> Reporter:
    from chataudit.reporters.github import GithubReporter

    return GithubReporter()


REPORTERS: Final[Mapping[str, Callable[[], Reporter]]] = {
    "terminal": _load_console,
    "json": _load_json,
    "html": _load_html,
    "xlsx": _load_xlsx,
    "csv": _load_csv,
    "markdown": _load_markdown,
    "junit": _load_junit,
    "sarif": _load_sarif,
    "github": _load_github,
}


def find_reporter(name: str, *, known: Collection[str] = REPORTERS) -> Reporter:
    """Return a reporter by its name: one of `known` of ours, else what another package offers under a name that is none of ours.

    Raises:
        ConfigError: there is no such reporter.
    """
    if name in known:
        return REPORTERS[name]()
    found = None if name in REPORTERS else plugged_reporter(name)
    if found is None:
        raise ConfigError("cli.bad_format", value=name, known=", ".join(dict.fromkeys([*known, *plugged_names()])))
    return found
