"""How processes of a batch are started: they import nothing from the folder that the program runs in, where strangers' exports may lie."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_SAFE_PATH: Final = "PYTHONSAFEPATH"


@contextmanager
def importing_nothing_here() -> Iterator[None]:
    """Let Python's processes that are started meanwhile leave the working folder out of the places that modules are looked for in.

    Without it a file `multiprocessing.py` among the exports would be run by each of them.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before
