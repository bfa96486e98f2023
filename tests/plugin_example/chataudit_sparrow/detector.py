"""Messages too long to be read on the go."""

from typing import ClassVar

import numpy as np

from chataudit.context.context import Context
from chataudit.detectors.base import BaseRule, Matches


class LongMessage(BaseRule, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="long_message"):
    """Messages of more than `most` characters.

    Attributes:
        most: characters that still may stand in a message.
    """

    API: ClassVar[int] = 1  # of the protocol of detectors
    PLACEHOLDERS: ClassVar[tuple[str, ...]] = ("author", "time", "count")

    most: int = 500

    def find(self, context: Context) -> Matches:
        """Return a match a message."""
        scene = context.scene
        lengths = scene.chat.messages["text"].str.len().to_numpy()
        rows = np.flatnonzero((lengths > self.most) & scene.judged & ~self.spared(scene))
        return Matches([(int(row),) for row in rows], details=[{"count": int(lengths[row])} for row in rows])
