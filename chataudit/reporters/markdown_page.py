"""Our own Markdown → a terminal: headings, lists and bold shown as such; plain text where it is not a terminal."""

import sys
from typing import Final

from rich.console import Console
from rich.markdown import Markdown
from rich.theme import Theme

_THEME: Final = Theme({"markdown.code": "bold"})  # the library's own puts a black ground under it


def print_page(page: str) -> None:
    """Print a page of help; through a pipe as the Markdown that it is."""
    if sys.stdout.isatty():
        Console(highlight=False, theme=_THEME).print(Markdown(page))
    else:
        sys.stdout.write(page)
