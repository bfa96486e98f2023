"""The name of a WhatsApp chat: from the pseudo-sender of iOS's events, or from the name of the file."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from chataudit.parsers.whatsapp_senders import display_name
from chataudit.parsers.whatsapp_strings import table


def find_pseudo_sender(spoken: Sequence[tuple[str, str]]) -> str | None:
    """Find the sender that is the chat's own name: iOS puts it before what the messenger says of the group.

    Args:
        spoken: sender and body, as written, of the entries in which the messenger speaks behind the name of somebody
            who never typed anything.

    Returns:
        The most frequent sender whose sentences do not begin with that name, as an actor's do; None where there is none,
        as in a talk of two.
    """
    of_group = Counter(sender for sender, body in spoken if sender and not display_name(body).startswith(display_name(sender)))
    return of_group.most_common(1)[0][0] if of_group else None


def title_of_file(name: str) -> str | None:
    """Return the chat's name that the export's file name tells, None where it tells none.

    Examples:
        >>> title_of_file("WhatsApp Chat with 2B parents.txt")
        '2B parents'
    """
    stem = re.sub(r"(?i)\.(?:txt|zip)$", "", name)
    for pattern in _file_names():
        found = pattern.fullmatch(stem)
        if found:
            return found["title"]
    return None


@cache
def _file_names() -> tuple[re.Pattern[str], ...]:
    rows = table("file_names", "patterns")
    return tuple(re.compile(row.replace(" ", r"\s").replace("{title}", r"(?P<title>.+?)(?:\s\(\d+\))?")) for row in rows)
