"""Every text that a user reads and that belongs to no rule, in Russian and English, found by key.

Each area of the program keeps its texts in a module of its own here: `TEXTS = {key: (Russian, English)}`. Rule files
carry their own texts, chosen by `choose`; both are filled by the same templates.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Final, Literal

from chataudit.wording.template import template

Language = Literal["ru", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "en")


_AREAS: Final = (
    "absent_contents",
    "batch",
    "batch_page",
    "batch_tables",
    "cli",
    "cluster",
    "comparison",
    "config",
    "evaluation",
    "formats",
    "gate",
    "html",
    "init",
    "limits",
    "newrules",
    "parsers",
    "plugins",
    "ready",
    "redaction",
    "remote",
    "report",
    "rules",
    "speaking",
    "start",
    "table",
    "telegram",
    "vk",
    "whatsapp",
)


@cache
def _texts() -> dict[str, tuple[str, str]]:
    merged: dict[str, tuple[str, str]] = {}
    for area in (import_module(f"{__name__}.{name}") for name in _AREAS):
        repeated = merged.keys() & area.TEXTS.keys()
        assert not repeated, f"wording keys defined twice: {sorted(repeated)}"
        merged |= area.TEXTS
    return merged


def wording(language: Language, key: str, /, **values: object) -> str:
    """Return the text of `key` in `language`, its placeholders filled with `values`.

    Raises:
        KeyError: no such key (a bug: keys are constants of the program).
    """
    return template(_texts()[key][LANGUAGES.index(language)]).fill(values)


def knows(key: str) -> bool:
    """Say whether there is a text of this key."""
    return key in _texts()


def platform_name(language: Language, platform: str) -> str:
    """Return a messenger's name; of one that the program has no word for, the name that the export bears, as strangers wrote it."""
    key = f"report.platform.{platform}"
    return wording(language, key) if knows(key) else platform


def choose(texts: Mapping[str, str], language: Language) -> str:
    """Return a rule file's text in `language`, else in the first language that it has."""
    return texts.get(language) or next(iter(texts.values()), "")
