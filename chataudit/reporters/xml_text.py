"""Text that strangers wrote → text that XML 1.0 can hold and that acts nowhere."""

import re
from typing import Final

from chataudit.reporters.terminal_text import visible

_NO_CHARACTERS: Final = re.compile("[\ufffe\uffff]")  # the only ones outside XML 1.0 that are neither controls nor halves


def xml_text(text: str) -> str:
    r"""Return the text with what acts rather than shows, and all that XML 1.0 lacks, written as `\uXXXX`."""
    return _NO_CHARACTERS.sub(lambda found: f"\\u{ord(found.group()):04x}", visible(text))
