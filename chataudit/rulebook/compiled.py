"""A folder of rule files in, its rulebook out: the same that `load_rulebook` gives, read from the cache where the same files were read before.

Kept are the files as read and checked, their expressions, and the dictionary forms that their words stand for: reading YAML, parsing patterns and
asking the dictionary take most of the time of a small chat's scan. What rests on other packages is read anew each time: their kinds of rules are
not known before they are asked, and their words may change without ours.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, get_args

import msgspec

import chataudit
from chataudit import cache
from chataudit.detectors import Rule
from chataudit.installed import traces
from chataudit.matching.patterns import Item, Pattern
from chataudit.matching.scalars import Clock, Duration, Regex
from chataudit.rulebook.builtin import builtin_names, builtin_rules
from chataudit.rulebook.rulebook import Rulebook, RuleFile
from chataudit.rulebook.structures import own_patterns, structures
from chataudit.russian.morphology import Lemma, morphology

_KIND: Final = "rulebook"
_READERS: Final = ("chataudit", "pymorphy3", "pymorphy3_dicts_ru")  # packages that decide what a rule file comes to


class _Compiled(msgspec.Struct, frozen=True, array_like=True):
    files: list[RuleFile]
    lent: list[RuleFile]
    expressions: list[Regex]
    lemmas: dict[str, tuple[Lemma, ...]]


def load_compiled(folder: Path) -> Rulebook:
    """Return the rulebook of a folder.

    Raises:
        RulebookError: everything that is wrong in it; such a rulebook is not kept.
    """
    key = _key(folder)
    kept = cache.recall(_KIND, key)
    compiled = _decode(kept) if kept is not None else None
    if compiled is None:
        from chataudit.rulebook.loader import read_rule_files  # YAML and its checks are not needed otherwise

        compiled = _compile(*read_rule_files(folder))
        if _is_ours(compiled.files):
            cache.keep(_KIND, key, msgspec.msgpack.encode(compiled, enc_hook=_encode_scalar))
    morphology().learn(compiled.lemmas)
    return Rulebook.of(compiled.files, compiled.lent, compiled.expressions)


def digest_rules(folder: Path) -> str:
    """Return the digest of a rulebook's files, and of the built-in ones whose words it may use."""
    digest = hashlib.blake2b(digest_size=20)
    for each in dict.fromkeys([folder, builtin_rules().parent]):
        for path in sorted(each.rglob("*.yaml")):
            content = _read(path)
            digest.update(f"{path.relative_to(each).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:  # the loader tells it; such a rulebook is not kept
        return b""


def _key(folder: Path) -> str:
    read_by = [(name, *traces(name)) for name in _READERS]
    return hashlib.blake2b(repr([digest_rules(folder), chataudit.__version__, read_by]).encode(), digest_size=20).hexdigest()


def _is_ours(files: Sequence[RuleFile]) -> bool:
    """Say whether a rulebook looks only in the program's own ways and uses only its words."""
    kinds = get_args(Rule)
    used = {name for file in files if file.pack for name in file.pack.uses}
    return used <= set(builtin_names()) and all(type(rule) in kinds for file in files for rule in file.rules)


def _compile(files: list[RuleFile], lent: list[RuleFile]) -> _Compiled:
    rulebook = Rulebook.of(files, lent)
    found = {word.body for pattern in _patterns([*files, *lent]) for word in _words(pattern)}
    found |= {form for form in rulebook.names.given_names if not morphology().knows(form)}
    return _Compiled(files, lent, rulebook.expressions, {word: morphology().lemmas(word) for word in sorted(found)})


def _patterns(files: list[RuleFile]) -> Iterator[Pattern]:
    for file in files:
        for structure in structures(file, msgspec.Struct):
            yield from own_patterns(structure)


def _words(pattern: Pattern) -> Iterator[Any]:
    for item in pattern.parts:
        if isinstance(item, Item):
            yield from (word for word in item.words if word.kind == "lemma")
            for phrase in item.phrases:
                yield from _words(phrase)


def _decode(kept: bytes) -> _Compiled | None:
    try:
        return msgspec.msgpack.decode(kept, type=_Compiled, dec_hook=_decode_scalar)
    except (msgspec.DecodeError, re.error):
        return None


def _encode_scalar(value: object) -> object:
    if isinstance(value, int):  # a duration, a time of day
        return int(value)
    assert isinstance(value, re.Pattern), type(value)
    return value.pattern


def _decode_scalar(wanted: Any, value: Any) -> Any:
    return wanted(value) if wanted in (Clock, Duration) else re.compile(value)
