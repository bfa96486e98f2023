"""A package's name in, what tells it as it is installed from any other out: its modules and data, their sizes and times; nothing is imported."""

import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

Trace = tuple[str, int, int]

_TELLING: Final = (".py", ".json", ".yaml", ".toml")


def traces(package: str) -> Iterator[Trace]:
    """Yield name, bytes and time of change (nanoseconds) of each file of a package, or of the one file that it is; nothing where there is none."""
    spec = find_spec(package)
    if spec is None:
        return
    for place in spec.submodule_search_locations or ():
        for folder, folders, files in os.walk(place):
            folders.sort()
            yield from (_trace(Path(folder, name)) for name in sorted(files) if name.endswith(_TELLING))
    if spec.submodule_search_locations is None and spec.has_location and spec.origin:
        yield _trace(Path(spec.origin))


def _trace(path: Path) -> Trace:
    seen = path.stat()
    return path.name, seen.st_size, seen.st_mtime_ns
