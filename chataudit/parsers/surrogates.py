"""JSON in, the same with U+FFFD for each half of a surrogate pair that its other half does not follow: no file can hold such a half."""

import re
from typing import Final

# A backslash before it would escape the backslash.
_HALF: Final = re.compile(rb"(?<!\\)((?:\\\\)*)(?:(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[dD][89a-fA-F][0-9a-fA-F]{2})")


def replace_halves(json: bytes) -> bytes:
    """Return the JSON with whole pairs only."""
    if b"\\ud" in json or b"\\uD" in json:  # the pattern is slow and the fault rare
        return _HALF.sub(lambda found: found[0] if found[2] else found[1] + rb"\ufffd", json)
    return json
