"""Parts of a text with their styles → wrapped and indented lines on a terminal; the only place that knows rich.

Whatever is written here passes the gate of `terminal_text` first, so that no section can forget it.
"""

import io
from typing import BinaryIO, Final

from rich.console import Console
from rich.text import Text

from chataudit.reporters.terminal_text import log_line
from chataudit.streams import ERRORS
from chataudit.wording import Language, wording

Part = str | tuple[str, str]  # words, and their style: a named colour, bold or dim. Never bold and a colour: many terminals make that bright

_MIN_BODY: Final = 24  # columns; where less is left beside a lead, the body goes below it
_NARROW_INDENT: Final = 4
_NBSP: Final = "\u00a0"
_GLUE: Final = "\ue000"  # rich breaks lines at non-breaking spaces too; a private character stands for them while it does


class Page:
    """Lines of a report, in one language, on a terminal of so many columns."""

    def __init__(self, out: BinaryIO, *, language: Language, width: int, colour: bool, encoding: str = "utf-8") -> None:
        self.width = width
        self.language = language
        self._out = out
        self._encoding = encoding
        self._buffer = io.StringIO()
        self._console = Console(
            file=self._buffer,
            width=width,
            force_terminal=colour,
            force_interactive=False,
            color_system="standard" if colour else None,  # with NO_COLOR set rich leaves only bold and dim
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def say(self, key: str, /, **values: object) -> str:
        """Return a text of the report's language."""
        return wording(self.language, key, **values)

    def blank(self) -> None:
        """Write an empty line."""
        self._print(Text())

    def heading(self, text: str) -> None:
        """Write the heading of a section."""
        self.blank()
        self.paragraph((text, "bold"))
        self.blank()

    def paragraph(self, *parts: Part, lead: tuple[Part, ...] = ()) -> None:
        """Write parts as a wrapped paragraph; `lead` stands before its first line and indents the others."""
        head = _joined(lead)
        if head.plain.strip() and self.width - head.cell_len < _MIN_BODY:
            head.rstrip()
            self._print(head)
            head = Text(" " * _NARROW_INDENT)
        indent = head.cell_len
        lines = _wrapped(_joined(parts), self._console, max(self.width - indent, 1))
        self._print(head + Text("\n" + " " * indent).join(lines))

    def beside(self, lead: tuple[Part, ...]) -> str:
        """Return the indent under which more paragraphs stand in the body's column of `lead`."""
        width = _joined(lead).cell_len
        return " " * (width if self.width - width >= _MIN_BODY else _NARROW_INDENT)

    def verbatim(self, text: str) -> None:
        """Write a text line by line as it is, neither wrapped nor indented, for it is to be copied."""
        for line in text.split("\n"):
            self._print(_styled(line))

    def clipped(self, *parts: Part, indent: int) -> None:
        """Write parts in one line, cut with `…` where the terminal ends."""
        line = _joined(parts)
        line.truncate(max(self.width - indent, 1), overflow="ellipsis")
        self._print(Text(" " * indent) + line)

    def _print(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True)
        self._out.write(self._buffer.getvalue().encode(self._encoding, ERRORS))
        self._buffer.seek(0)
        self._buffer.truncate()


def _styled(part: Part) -> Text:
    words, style = (part, "") if isinstance(part, str) else part
    return Text(log_line(words), style)


def dotted(*parts: Part | None) -> tuple[Part, ...]:
    """Return the parts that there are, with a dot between them."""
    present = [part for part in parts if part]
    return tuple(each for number, part in enumerate(present) for each in ([(" · ", "dim"), part] if number else [part]))


def _joined(parts: tuple[Part, ...]) -> Text:
    return Text().join([_styled(part) for part in parts])


def _wrapped(text: Text, console: Console, width: int) -> list[Text]:
    if text.cell_len <= width:
        return [text]
    text.plain = text.plain.replace(_NBSP, _GLUE)
    lines = list(text.wrap(console, width))
    for line in lines:
        line.plain = line.plain.replace(_GLUE, _NBSP)
        line.rstrip()
    return lines
