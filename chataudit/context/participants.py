"""Who created and who administers the chat, and whether the export holds its beginning, from the service events."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from chataudit.conditions.scene import Scene
from chataudit.context.rules import ContextRules
from chataudit.matching.spans import Flags


@dataclass(frozen=True)
class Administration:
    """What the service events show of who runs the chat.

    Attributes:
        creator: author code of the creator; None where the creation is not shown.
        work: per author code, how many events of administration are his.
        began_at: local time of the creation in seconds; None where the export does not hold it.
    """

    creator: int | None
    work: np.ndarray[tuple[int], np.dtype[np.int64]]
    began_at: int | None

    @property
    def holds_beginning(self) -> bool:
        """Whether the first messages show the group being created."""
        return self.began_at is not None


def establish_administration(scene: Scene, rules: ContextRules) -> Administration:
    """Read who created the group and who did an administrator's work.

    What stands behind somebody's message is no creation: in WhatsApp's text anybody may type the sentence.

    Reads: event, author, sent_at, id.
    """
    messages = scene.chat.messages
    events = messages["event"].dropna()
    actors = scene.author[events.index[events.isin(rules.administration)]]
    work = np.bincount(actors[actors >= 0], minlength=len(scene.author_names))
    created = [row for row in events.index[events == "create_group"][:1].tolist() if _nothing_said_before(scene, row)]
    creator = int(scene.author[created[0]]) if created and scene.author[created[0]] >= 0 else None
    began_at = int(scene.seconds[created[0]]) if created and created[0] < rules.first_rows else None
    if began_at is None and len(messages) and scene.chat.platform == "telegram" and str(messages["id"].iat[0]) == "1":
        began_at = int(scene.seconds[0])  # a supergroup numbers its messages from its own first one
    return Administration(creator, work, began_at)


def _nothing_said_before(scene: Scene, row: int) -> bool:
    return not scene.judged[:row].any()


def role_flags(scene: Scene, names: set[str]) -> Flags:
    """Return, per author code, whether the display name is one of `names`."""
    return np.fromiter((name in names for name in scene.author_names), dtype=bool, count=len(scene.author_names))
