"""What `--format` and `--output` say → which report goes where; the reports written there."""

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from chataudit.errors import ConfigError, PluginError
from chataudit.findings import Report
from chataudit.reporters import REPORTERS, find_reporter
from chataudit.reporters.base import ReportOptions, encoding_of, make_folder, open_output, wants_colour

_STDOUT: Final = "-"


def parse_formats(asked: str) -> list[str]:
    """Return the names of the reports that are asked for with commas between, each once.

    Raises:
        ConfigError: there is no such report.
    """
    names = list(dict.fromkeys(name.strip() for name in asked.split(",")))
    for name in names:
        if name not in REPORTERS:
            find_reporter(name)
    return names


def place_reports(formats: Collection[str], output: Path | None, export: Path) -> dict[str, Path | None]:
    """Return the file of each report, None for standard output; several are named like the export, in the folder `output`.

    Raises:
        ConfigError: several reports and no folder for them, or a report that no terminal can show on one.
    """
    to_stdout = output is None or str(output) == _STDOUT
    if len(formats) == 1:
        (only,) = formats
        if to_stdout and find_reporter(only).binary and sys.stdout.isatty():
            raise ConfigError("cli.binary_report", format=only)
        return {only: output}
    if output is None or to_stdout:
        raise ConfigError("cli.several_reports")
    if output.exists() and not output.is_dir():
        raise ConfigError("cli.several_in_file", file=output.name)
    whole = export.resolve()
    name = whole.name if whole.is_dir() else whole.stem
    return {each: output / f"{name}{find_reporter(each).suffix}" for each in formats}


def write_reports(report: Report, places: Mapping[str, Path | None], *, show_all: bool, protected: Collection[Path]) -> None:
    """Write a report in each of its forms, making the folder for several; another package's reporter that breaks keeps none of the others back.

    Raises:
        ConfigError: a file cannot be written or is one of the protected.
        PluginError: a reporter of another package broke.
    """
    broken: PluginError | None = None
    for name, place in places.items():
        if place is not None and len(places) > 1:
            make_folder(place.parent)
        options = ReportOptions(show_all=show_all, colour=wants_colour(place), encoding=encoding_of(place))
        try:
            with open_output(place, protected=protected) as out:
                find_reporter(name).write(report, out, options)
        except PluginError as error:
            broken = broken or error
    if broken is not None:
        raise broken
