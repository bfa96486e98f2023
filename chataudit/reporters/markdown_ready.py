"""A recommendation's ready texts → Markdown in which each stands in a block of code: it is shown and copied as it is."""

import re
from collections.abc import Iterator
from typing import Final

from chataudit.findings import RecommendationResult
from chataudit.reporters.markdown_text import plain
from chataudit.reporters.terminal_text import visible
from chataudit.wording import Language, wording

_TICKS: Final = re.compile("`+")
_FEWEST: Final = 3


def ready_of(result: RecommendationResult, language: Language, *, level: int) -> Iterator[str]:
    """Return the lines of a recommendation's texts, under headings of a level."""
    for text in result.ready_texts:
        yield f"{'#' * level} {plain(text.title)}"
        yield ""
        yield plain(wording(language, f"ready.to.{text.audience}"))
        yield ""
        # A name may hold backticks; only a longer row of them ends the block.
        fence = "`" * max(_FEWEST, *(len(row) + 1 for row in _TICKS.findall(text.text)), _FEWEST)
        yield f"{fence}text"
        yield visible(text.text)
        yield fence
        yield ""
