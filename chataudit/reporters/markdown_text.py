"""Text that strangers wrote → Markdown that shows it and is one line of one paragraph, in CommonMark and on GitHub."""

import re
from typing import Final

from chataudit.reporters.terminal_text import one_line

# All that is markup within a line; what is markup only where a line begins cannot stand there: our own words do.
_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&|~#${}]|(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_MENTION: Final = re.compile(r"@(?=\w)")  # GitHub would tell a namesake, and make mail addresses links
_JOINER: Final = "\u2060"  # shows nothing and joins nothing: it only stands between


def plain(text: str) -> str:
    """Return the text with its markup escaped; line ends become blanks."""
    escaped = _MARKUP.sub(lambda found: "\\" + found.group(), one_line(text.strip()))
    return _MENTION.sub("@" + _JOINER, escaped)
