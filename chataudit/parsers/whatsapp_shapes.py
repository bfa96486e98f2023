"""Attachments whose wording no table knows, told by their shape: what nobody could read in, what it holds out.

WhatsApp speaks more languages than the tables do, but the same words each time, and it names its files alike in all of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

from chataudit.parsers.whatsapp_media import Body, read_attachment
from chataudit.parsers.whatsapp_strings import LTR, MARKS, any_of, drop_marks

_OFTEN: Final = 3  # the same words so often, and of several people, are the messenger's: nobody's own words are lost with them
_PLACEHOLDER: Final = re.compile(rf'[{MARKS}]*[<‹](?P<words>[^<>‹›\n\d/\\=":;_@#&!?*+(){{}}\[\]~^|$%]{{4,60}})[>›][{MARKS}]*(?=\n|$)')
_ANDROID_FILE: Final = re.compile(rf"(?=[^\n]*\.)(?P<name>[^\n/\\]{{2,300}}\.\w{{0,10}}) ?[(（](?P<words>[^()（）\n]{{2,60}})[)）][{MARKS}]*(?=\n|$)")
_IOS_FILE: Final = re.compile(r"<(?P<words>[^<>:\n\d]{2,40}): ?(?P<name>\d{8}-[^\n/\\<>]{1,300})>$")
_LONGEST_IOS_FILE: Final = 400
_WITHOUT_SPACES: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4}")


class _Shape(NamedTuple):
    """A whole body, and what it holds if its words are the messenger's; `tells`: it has a shape that a person would hardly give it."""

    whole: str
    words: str
    body: Body
    tells: bool


def read_shapes(bodies: Iterable[tuple[int, str]], senders: Sequence[str | None], *, knows_language: bool) -> dict[int, Body]:
    """Read attachments by their shape.

    Args:
        bodies: what no table could read, each with its row.
        senders: who sent each row.
        knows_language: the messenger was understood elsewhere in the file, so that other words of one single message are a person's.

    Returns:
        The attachments by row, `hidden` where no name of a file tells the kind. The text is the whole body where its words
        may be a person's after all.
    """
    shapes = {row: shape for row, body in bodies if (shape := _shape_of(body))}
    sent_by: dict[str, list[str | None]] = defaultdict(list)
    for row, shape in shapes.items():
        if shape.tells:
            sent_by[shape.words].append(senders[row])
    found: dict[int, Body] = {}
    for row, shape in shapes.items():
        people = sent_by.get(shape.words, [])
        if len(people) >= _OFTEN and len(set(people)) > 1:
            found[row] = shape.body
        elif shape.tells and (len(people) > 1 or not knows_language):
            found[row] = shape.body._replace(text=shape.whole)
    return found


def _shape_of(body: str) -> _Shape | None:
    ios = _IOS_FILE.search(body, max(0, len(body) - _LONGEST_IOS_FILE)) if body.endswith(">") else None
    if ios:
        return _shape_of_file(ios, body[: ios.start()].rstrip(LTR + " "), is_made=_ios_name().fullmatch(ios["name"]) is not None)
    android = _ANDROID_FILE.match(body) if ")" in body or "）" in body else None
    if android:
        return _shape_of_file(android, body[android.end() :].removeprefix("\n"), is_made=_android_name().fullmatch(android["name"]) is not None)
    placeholder = _PLACEHOLDER.match(body)
    if placeholder and _is_sentence(placeholder["words"]):
        return _Shape(body, _key(placeholder), Body("hidden", body[placeholder.end() :].removeprefix("\n")), tells=True)
    return None


def _shape_of_file(found: re.Match[str], caption: str, *, is_made: bool) -> _Shape:
    return _Shape(found.string, _key(found), read_attachment(found["name"], caption), tells=is_made)


def _key(found: re.Match[str]) -> str:
    return drop_marks(found["words"]).strip().casefold()


def _is_sentence(words: str) -> bool:
    """Say whether there are two words, as in no «<b>» and no «<сарказм>», or some letters of a script that writes none apart."""
    several = sum(len(word) > 1 and any(map(str.isalpha, word)) for word in words.split()) > 1
    return several or _WITHOUT_SPACES.search(words) is not None


@cache
def _android_name() -> re.Pattern[str]:
    return re.compile(rf"[{MARKS}]*{any_of('file_kinds', 'beginnings')}-\d{{8}}-WA\d{{4,6}}\.\w{{0,10}}")


@cache
def _ios_name() -> re.Pattern[str]:
    return re.compile(rf"\d{{8}}-{any_of('file_kinds', 'names')}-\d{{4}}(?:-\d\d){{5}}\.\w{{1,5}}")
