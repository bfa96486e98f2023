"""Ids of findings → anchors: unique within a page, made of safe characters only."""

import hashlib
import re
from collections import Counter
from typing import Final

_SAFE: Final = re.compile(r"f-[0-9a-f]{6,40}")


class Anchors:
    """Gives each finding its anchor. Findings of one id (two silences of one teacher) are told apart by their order."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def make(self, finding_id: str) -> str:
        """Return an anchor that was not given before."""
        safe = bool(_SAFE.fullmatch(finding_id))
        anchor = finding_id if safe else "f-" + hashlib.blake2b(finding_id.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
        self._seen[anchor] += 1
        return anchor if self._seen[anchor] == 1 else f"{anchor}-{self._seen[anchor]}"
