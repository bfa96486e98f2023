"""How many examples a law is tried on: few and the same ones in the suite, as many as LAW_EXAMPLES says in the long run."""

import os
from typing import Final

from hypothesis import HealthCheck, settings

_LONG: Final = os.environ.get("LAW_EXAMPLES")
IS_LONG: Final = _LONG is not None


def examples(few: int) -> settings:
    """Return the profile of a law: `few` examples in the suite, 10,000 (or whatever is asked for) in the long run."""
    return settings(
        max_examples=int(_LONG) if _LONG else few,
        derandomize=not _LONG,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
