"""Real-looking files in, files that are nearly such out: the same source of chance gives the same bytes."""

import io
import json
import random
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Final

MAX_BYTES: Final = 256 * 1024  # of an input: what is doubled again and again stays cheap

_TOKEN = re.compile(rb'"(?:[^"\\\n]|\\.)*"|<[^<>\n]*>|-?\d+(?:\.\d+)?|\w+|[^\w\s]')
_NUMBERS: Final = (
    *(b"0", b"-1", b"1e999", b"-0", b"9" * 25, b"9" * 5000, b"NaN", b"Infinity", b"2147483648", b"9223372036854775808", b"0x1F", b"1_000"),
)
_VALUES: Final = (
    *(b"null", b"true", b"[]", b"{}", b'""', b'"x"', b"[[]]", b'{"a": {}}', b"~", b"!!python/name:os.system", b"&a [*a]", b"=1+1", b"- x"),
)
_SIGNS: Final = tuple(
    sign.encode("utf-8", "surrogatepass")
    for sign in (
        *("\x00", "\x1b[2J", "\x85", "\u2028", "\u202e", "\u200e", "\u202f", "\u00a0", "\ufeff", "\uffff", "\ud83d", "\udc00", "😀", "👨‍👩‍👧"),
        *("ё", "İ", "ı", "ß", "ﬀ", "٣", "۵", "²", "Ⅷ", "١٢", "⁄", "；", "：", "〇", "𝟙", "a\u0300" * 40, "\u0345"),
        *("\r", "\r\n", "\n", "\t", "\\", '"', "'", "`", "<", ">", "&"),
    )
)  # fmt: skip
_BYTES: Final = (
    *(b"\x80", b"\xff\xfe", b"\xfe\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"PK\x03\x04", b"\xef\xbb\xbf"),
    *(b"\\ud800", b"\\x0b", b"\\u0000"),
)
_DEPTHS: Final = (3, 30, 300, 3000)

Change = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


def mutate(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return one of the seeds, changed in a few places."""
    content = chance.choice(seeds)
    if content.startswith(b"PK"):
        return _mutate_zip(content, chance, seeds)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 5, 8))):
        content = chance.choice(_CHANGES)(content, chance, seeds)[:MAX_BYTES]
    return content


def _spot(content: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(content))


def _span(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = _spot(content, chance)
    return start, min(len(content), start + chance.choice((1, 2, 8, 40, 300, 3000)))


def _flip(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return content[: _spot(content, chance)]


def _drop(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(content, chance)
    return content[:start] + content[end:]


def _double(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(content, chance)
    return content[:end] + content[start:end] * chance.choice((1, 1, 2, 50)) + content[end:]


def _insert(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = _spot(content, chance)
    return content[:at] + chance.choice(chance.choice((_SIGNS, _BYTES, _NUMBERS, _VALUES))) * chance.choice((1, 1, 1, 5, 500)) + content[at:]


def _splice(content: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    start, end = _span(other, chance)
    at = _spot(content, chance)
    return content[:at] + other[start:end] + content[at:]


def _swap_lines(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    lines = content.splitlines(keepends=True)
    if len(lines) < 2:
        return content
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _replace_token(content: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Put another number, value, word or sign of the format in the place of one."""
    found = _tokens(content, chance)
    if found is None:
        return content
    old = found[0]
    alike = [token[0] for token in _TOKEN.finditer(chance.choice(seeds)[:20_000])]
    choices: Sequence[bytes] = _NUMBERS if old.lstrip(b"-")[:1].isdigit() and chance.random() < 0.7 else (*_VALUES, *_NUMBERS, *alike)
    return content[: found.start()] + chance.choice(choices) + content[found.end() :]


def _open_token(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Put a sign into the midst of a token."""
    found = _tokens(content, chance)
    if found is None:
        return content
    at = chance.randint(found.start(), found.end())
    return content[:at] + chance.choice(_SIGNS + _BYTES) + content[at:]


def _nest(content: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    """Wrap a token in brackets or tags, deep."""
    found = _tokens(content, chance)
    if found is None:
        return content
    before, after = chance.choice(((b"[", b"]"), (b'{"text":', b"}"), (b"<div>", b"</div>"), (b"(", b")"), (b"- ", b""), (b"any: [{", b"}]")))
    depth = chance.choice(_DEPTHS)
    return content[: found.start()] + before * depth + found[0] + after * chance.choice((depth, 0)) + content[found.end() :]


def _tokens(content: bytes, chance: random.Random) -> re.Match[bytes] | None:
    return _TOKEN.search(content, _spot(content, chance)) or _TOKEN.search(content)


def _change_json(content: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Give a key of a JSON another value, take it away or double what it holds; other files stay as they are."""
    try:
        root = json.loads(content)
    except (ValueError, RecursionError):
        return _replace_token(content, chance, seeds)
    holders = [root] if isinstance(root, dict | list) and root else []
    for holder in holders:
        holders += [each for each in (holder.values() if isinstance(holder, dict) else holder) if isinstance(each, dict | list) and each]
    for _ in range(chance.randint(1, 3)):
        if holders:
            _change_holder(chance.choice(holders), chance)
    return json.dumps(root, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1))).encode("utf-8", "surrogatepass")


def _change_holder(holder: Any, chance: random.Random) -> None:
    keys: Any = list(holder) if isinstance(holder, dict) else range(len(holder))
    if not keys:
        return
    key = chance.choice(keys)
    texts = ("", "x", "\ud800", "9" * 400)
    values: tuple[Any, ...] = (None, True, -1, 0, 10**30, 1.5, *texts, [], {}, [[]], [None], {"text": {}}, ["x", 1], holder[key])
    deed = chance.randrange(4)
    if deed == 0:
        del holder[key]
    elif deed == 1 and isinstance(holder, list):
        holder.extend([holder[key]] * chance.choice((1, 20)))
    elif deed == 2 and isinstance(holder, dict):
        holder[chance.choice((*keys, "новое", ""))] = holder[chance.choice(keys)]
    else:
        holder[key] = chance.choice(values)


_CHANGES: Final[tuple[Change, ...]] = (
    *(_flip, _cut, _drop, _double, _insert, _splice, _swap_lines, _nest),
    *(_replace_token, _replace_token, _open_token, _open_token, _change_json, _change_json),
)  # fmt: skip


def _mutate_zip(content: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Change what lies in a zip, under which name and how often; or the bytes of the zip itself, as of one that is broken already."""
    if chance.random() >= 0.3:
        with suppress(zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError):
            return _mutate_members(content, chance)
    return chance.choice((_flip, _cut, _drop, _double, _insert))(content, chance, seeds)[:MAX_BYTES]


def _mutate_members(content: bytes, chance: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        members = old.infolist()
        changed = {chance.randrange(len(members)) for _ in range(chance.choice((0, 1, 1, 1, 2)))} if members else set()
        for number, member in enumerate(members):
            if chance.random() < 0.2 / len(members):
                continue
            name = chance.choice(_NAMES) if chance.random() < 0.3 / len(members) else member.filename
            text = old.read(member)
            if number in changed and not text.startswith(b"PK"):
                text = mutate([text], chance)
            for _ in range(2 if chance.random() < 0.2 / len(members) else 1):
                with warnings.catch_warnings(action="ignore", category=UserWarning):  # a name may well come twice
                    new.writestr(zipfile.ZipInfo(name), text, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    return packed.getvalue()


_NAMES: Final = (
    *("../../result.json", "/etc/passwd.txt", "C:\\result.json", "a/b/c/messages2.html", "messages.html", "._chat.txt", "_chat.txt", "x.zip"),
    *("\u202e.txt", "чат.TXT", "result.json/", "a\\..\\messages.html", "x" * 300 + ".txt", "con.txt"),
    *( " .json", ".txt", "messages99999999999.html", "messages٣.html"),
)  # fmt: skip
