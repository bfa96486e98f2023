"""A report to be looked at in the browser: where it is written, and the browser asked to open it."""

import tempfile
import webbrowser
from pathlib import Path
from typing import Final

from chataudit.errors import ConfigError

_FORM: Final = "html"


def place_to_open(output: Path | None, *, form: str, why: str | None) -> Path:
    """Return the file that the report is written to: the one asked for, else one in a new folder that nobody else may read.

    Raises:
        ConfigError: the report is no page, goes to standard output, or is not written at all.
    """
    if form != _FORM or why is not None or str(output) == "-":
        raise ConfigError("cli.open_what")
    return output or Path(tempfile.mkdtemp(prefix="chataudit-")) / "report.html"


def open_in_browser(path: Path) -> bool:
    """Open a file in the user's browser; say whether one was found."""
    return webbrowser.open(path.resolve().as_uri())
