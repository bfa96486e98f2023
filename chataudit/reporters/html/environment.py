"""Templates → pages: everything is escaped, nothing that acts passes; the pages' styles and scripts as they are."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from chataudit.reporters.terminal_text import visible
from chataudit.reporters.times import show_date, show_moment

_CHUNK: Final = 64  # pieces of the template written at once


@cache
def environment() -> Environment:
    """Return the environment that all pages share."""
    made = Environment(
        loader=PackageLoader("chataudit.reporters.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters.update(date=show_date, moment=show_moment)
    return made


def read_source(name: str) -> str:
    """Return a file of the templates' folder; browsers read any line end as a line feed, and so must the policy's digest."""
    loader = environment().loader
    assert loader is not None
    return loader.get_source(environment(), name)[0].replace("\r\n", "\n")


def join_pieces(pieces: Iterable[str]) -> Iterator[bytes]:
    """Join the template's many small pieces to fewer larger ones, as UTF-8."""
    gathered: list[str] = []
    for piece in pieces:
        gathered.append(piece)
        if len(gathered) >= _CHUNK:
            yield "".join(gathered).encode()
            gathered.clear()
    yield "".join(gathered).encode()


def _shown(value: object) -> object:
    """Let no text through that acts rather than shows: controls, signs that turn the direction of writing, half characters."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
