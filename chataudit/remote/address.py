"""What the user named in, whether it is the address of a storage out; one that cannot or must not be used is refused."""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Final

from chataudit.errors import ConfigError

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://.*", re.DOTALL)  # of one letter is a disk of Windows
_OF_EXTRA: Final = frozenset({"s3", "s3a"})
_SIGNED: Final = frozenset({"http", "https"})  # what follows their question mark may open the file to whoever reads it


def is_address(named: str) -> bool:
    """Say whether this is an address, and no path on this computer."""
    return _ADDRESS.fullmatch(named) is not None


def check_address(address: str) -> None:
    """Refuse an address that holds a secret or no bucket, or whose library is not installed.

    Raises:
        ConfigError: so; the sentence does not repeat a secret.
    """
    protocol, _, rest = address.partition("://")
    protocol = protocol.lower()
    if "@" in rest.partition("/")[0] or (protocol in _SIGNED and "?" in rest):
        raise ConfigError("remote.secret", protocol=protocol)
    if find_spec("fsspec") is None or (protocol in _OF_EXTRA and find_spec("s3fs") is None):
        raise ConfigError("remote.no_extra", protocol=protocol)
    if protocol in _OF_EXTRA and not rest.strip("/"):
        raise ConfigError("remote.no_bucket", path=address)
    import fsspec

    try:
        fsspec.get_filesystem_class(protocol)
    except ImportError as error:
        raise ConfigError("remote.no_library", protocol=protocol) from error
    except ValueError as error:
        raise ConfigError("remote.no_protocol", protocol=protocol) from error
