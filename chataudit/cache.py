"""What one run works out and the next may use again, kept in the user's cache folder: bytes under a name in, the same bytes out, or nothing.

Only for what is the program's own: nothing of anybody's chat is kept. CHATAUDIT_CACHE names another folder, `off` keeps nothing. A cache is never a
reason to fail: what is damaged, cannot be read or may have been written by somebody else is as if it were not there.
"""

import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

VARIABLE: Final = "CHATAUDIT_CACHE"
_CHECK_BYTES: Final = 16
_KEPT_OF_KIND: Final = 4  # older ones are of rules or programs that have changed since
_WRITABLE_BY_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH


def recall(kind: str, key: str) -> bytes | None:
    """Return what was kept under a kind and a key."""
    folder = _folder()
    if folder is None:
        return None
    path = folder / f"{kind}-{key}"
    try:
        if not (_is_own(folder) and _is_own(path)):
            return None
        content = path.read_bytes()
    except OSError:
        return None
    check, kept = content[:_CHECK_BYTES], content[_CHECK_BYTES:]
    return kept if check == _check(kept) else None


def keep(kind: str, key: str, content: bytes) -> None:
    """Keep bytes under a kind and a key, instead of the oldest of the kind."""
    folder = _folder()
    if folder is None:
        return
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(_check(content) + content)
            Path(temporary).replace(folder / f"{kind}-{key}")
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        for old in sorted(folder.glob(f"{kind}-*"), key=lambda path: -path.stat().st_mtime_ns)[_KEPT_OF_KIND:]:
            old.unlink(missing_ok=True)


def _folder() -> Path | None:
    asked = os.environ.get(VARIABLE)
    if asked == "off":
        return None
    if asked:
        return Path(asked)
    from platformdirs import user_cache_path

    return user_cache_path("chataudit", appauthor=False)


def _is_own(path: Path) -> bool:
    """Say whether nobody but the user may have written a file or folder; on Windows the folder's own rights see to that."""
    if not hasattr(os, "getuid"):
        return True
    seen = path.lstat()
    return seen.st_uid == os.getuid() and not seen.st_mode & _WRITABLE_BY_OTHERS and not stat.S_ISLNK(seen.st_mode)


def _check(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECK_BYTES).digest()
