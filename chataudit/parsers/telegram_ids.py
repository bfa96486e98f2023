"""Message ids made unique: a merged history, or a damaged file, can hold one twice."""

from collections import Counter


def make_unique(ids: list[str]) -> int:
    """Give ids that repeat a suffix `#2`, `#3`, … in place.

    Returns:
        How many were changed.
    """
    taken = set(ids)
    if len(taken) == len(ids):
        return 0
    seen: Counter[str] = Counter()
    n_changed = 0
    for at, entry in enumerate(ids):
        seen[entry] += 1
        if seen[entry] == 1:
            continue
        while (unique := f"{entry}#{seen[entry]}") in taken:
            seen[entry] += 1
        taken.add(unique)
        ids[at] = unique
        n_changed += 1
    return n_changed
