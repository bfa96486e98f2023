"""The secret key of a baseline: found where it was given, else in the file beside the baseline, else made there."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from chataudit.errors import ConfigError
from chataudit.gate.baseline import Digester

KEY_VARIABLE: Final = "CHATAUDIT_BASELINE_KEY"
KEY_NAME: Final = ".chataudit-key"
_BYTES: Final = 32
_MOST: Final = 4096  # characters
_LEAST: Final = 16  # characters: what is shorter can be guessed


def find_key(baseline: Path, named: Path | None) -> Digester:
    """Return what makes digests by the key of the option, of the environment or of the file beside the baseline, in this order.

    Raises:
        ConfigError: there is none, or it is too short to keep a secret.
    """
    given = os.environ.get(KEY_VARIABLE, "")
    if named is None and given.strip():
        return _digester(given, KEY_VARIABLE)
    path = named or baseline.parent / KEY_NAME
    try:
        if path.exists() and not path.is_file():  # a device has no end
            raise ConfigError("gate.no_key", path=str(path), variable=KEY_VARIABLE)
        with path.open(encoding="utf-8") as file:
            return _digester(file.read(_MOST), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("gate.no_key", path=str(path), variable=KEY_VARIABLE) from error


def find_or_make_key(baseline: Path, named: Path | None) -> tuple[Digester, Path | None]:
    """Return the same, and the file of a key that had to be made, readable to its owner alone; None where there was one.

    Raises:
        ConfigError: the key is too short, or the file cannot be written.
    """
    path = named or baseline.parent / KEY_NAME
    if (os.environ.get(KEY_VARIABLE, "").strip() and named is None) or path.exists():
        return find_key(baseline, named), None
    key = secrets.token_hex(_BYTES)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{key}\n")
    except OSError as error:
        raise ConfigError("report.output.failed", file=str(path), reason=error.strerror or "") from error
    return _digester(key, path.name), path


def check_key(key_id: str, digester: Digester, baseline: Path) -> None:
    """Refuse a key that is not the baseline's: all its entries would seem stale.

    Raises:
        ConfigError: it is another one.
    """
    if key_id != digester.key_id:
        raise ConfigError("gate.other_key", path=baseline.name)


def _digester(text: str, place: str) -> Digester:
    key = text.strip()
    if len(key) < _LEAST:
        raise ConfigError("gate.short_key", place=place, least=_LEAST)
    return Digester(key.encode())
