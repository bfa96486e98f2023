"""No test reaches a network: whatever opens a connection or asks for an address fails its test. Only the driver of Chromium is talked to, and
a cluster within `loopback`.

As `sitecustomize` it guards a child process too: `guarded_environment` tells how.
"""

import ipaddress
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

BARRED = frozenset(
    {
        "socket.bind",
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "socket.sendmsg",
        "socket.sendto",
    }
)


_open: list[bool] = []


class NetworkReachedError(BaseException):
    """A connection was tried. No `except Exception` of the program hides it."""


def guard() -> None:
    """Guard this process till its end."""
    sys.addaudithook(_refuse)


@contextmanager
def loopback() -> Iterator[None]:
    """Let whoever likes talk within this computer meanwhile: a cluster's own threads do."""
    _open.append(True)
    try:
        yield
    finally:
        _open.pop()


def guarded_environment(folder: Path) -> dict[str, str]:
    """Write a `sitecustomize` into a folder and return the environment in which Python, and what it starts, is guarded by it."""
    place = Path(__file__).parent
    (folder / "sitecustomize.py").write_text(f"import sys\nsys.path.append({str(place)!r})\nimport network_guard\nnetwork_guard.guard()\n")
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(folder), str(place.parent)])}


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in BARRED:
        return
    address = next((each for each in arguments if isinstance(each, tuple)), arguments)
    if any(isinstance(each, str | bytes) and each[:1] in ("/", b"/", "\0", b"\0") for each in arguments):
        return  # a socket of this computer's own, with a path
    if _is_loopback(address[0]) and (_open or _asked_by_selenium(sys._getframe())):
        return
    raise NetworkReachedError(f"{event} {address!r}")


def _is_loopback(host: object) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _asked_by_selenium(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_globals.get("__name__", "").startswith("selenium."):
            return True
        frame = frame.f_back
    return False
