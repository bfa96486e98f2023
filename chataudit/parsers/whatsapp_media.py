"""What a WhatsApp entry holds: its body in, the kind of the message, its text or caption, the file's name and the edit mark out.

Android puts a placeholder or a file's name on the first line and the caption below; iOS puts the caption first, then
U+200E and the placeholder. The words are looked for only there, and only where they fill the place wholly.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from chataudit.parsers.whatsapp_senders import display_name
from chataudit.parsers.whatsapp_strings import LTR, MARKS, any_of, drop_marks, table

_HAS_ENDING: Final = re.compile(r"\.\w{1,5}$")
_NOT_IN_NAMES: Final = re.compile(r"[\n/\\•]")
_PAGES: Final = re.compile(r" • \d{1,6}\s(?:стр\w{0,6}|сторін\w{1,2}|pages?)\s*$")
_ORDINAL: Final = re.compile(r"^\d{8}-")  # iOS numbers the files; what follows is the file's own name, or tells the kind
_MANY_DIGITS: Final = 7  # of an option with its votes, more than «класс 12 (30 голосов)» has: they may be a phone's
_LONGEST_NAME: Final = 300  # a file's name has at most 255 characters; looking for one in longer texts, from every place on, would be slow
_LONGEST_MARK: Final = 100  # of an edited message, with the marks of direction before it
_PLACE_PAGE: Final = "https://foursquare.com/v/"
_MAP: Final = re.compile(r"https://maps\.google\.com/\?q=-?\d{1,3}(?:\.\d{1,20})?,-?\d{1,3}(?:\.\d{1,20})?")
_PLACE: Final = re.compile(r"\S.*\s" + re.escape(_PLACE_PAGE) + r"\S+", re.DOTALL)  # name and address of the place, then its page


class Body(NamedTuple):
    """What an entry holds.

    Attributes:
        kind: one of `chataudit.messages.KINDS`.
        text: what the author wrote, verbatim.
        file: the attachment's name.
        edited: the entry bears the mark of an edited message.
        by_self: the entry tells that its author made the export («Вы удалили данное сообщение»).
        absent: the chat showed what the export does not hold: media shown once, or a message that had not come yet.
    """

    kind: str
    text: str
    file: str | None = None
    edited: bool = False
    by_self: bool = False
    absent: bool = False


def find_special(bodies: Sequence[str]) -> list[int]:
    """Return the places of the bodies that may be anything but typed text, so that most need not be looked at closely."""
    whole, beginnings, attachment = _gate(), _gate_beginnings(), _android_attachment()
    special = {
        body
        for body in set(bodies)  # they repeat
        if not body
        or LTR in body
        or body[0] == "<"
        or body[-1] == ">"
        or body.rstrip(".") in whole
        or (")" in body and attachment.match(body))
        or body.startswith(beginnings)
        or _PLACE_PAGE in body
        or body.isspace()
    }
    return [place for place, body in enumerate(bodies) if body in special]


def read_body(body: str, *, ios: bool, needs_mark: bool, people: frozenset[str] = frozenset()) -> Body:
    """Read the body of an entry that has a sender.

    Args:
        body: what stands behind the sender.
        ios: the export was made by iOS.
        needs_mark: the file holds U+200E, so what bears none was typed (iOS only; on Android it proves nothing).
        people: who writes in the chat, by display name: one of them may have deleted a message of another.
    """
    edited = _edited().search(body, max(0, len(body) - _LONGEST_MARK)) if body.endswith(">") else None
    text = body[: edited.start()] if edited else body
    found = _read_special(text, people, ios=ios, needs_mark=needs_mark) or Body("text", text)
    return found._replace(edited=True) if edited else found


def kind_of_file(name: str) -> str:
    """Tell the kind of an attachment by its name: by how it begins, else by how it ends; «document» where neither is known."""
    beginning = re.split(r"[-_]", _ORDINAL.sub("", name), maxsplit=1)[0]
    if _ORDINAL.match(name):
        known: str | None = table("file_kinds", "names").get(beginning)
    else:
        known = table("file_kinds", "beginnings").get(beginning)
    return known or _kind_by_ending().get(name.rpartition(".")[2].lower(), "document")


def read_attachment(raw: str, caption: str) -> Body:
    """Tell what a file is by its name as written; one that iOS numbered has its own name behind the number."""
    name = drop_marks(raw).strip()
    kind = kind_of_file(name)
    own_name = name.split("-", 1)[1] if _ORDINAL.match(name) and kind in {"document", "contact"} else name
    return Body(kind, caption, own_name)


def _read_special(text: str, people: frozenset[str], *, ios: bool, needs_mark: bool) -> Body | None:
    if not drop_marks(text).strip():
        return Body("hidden", "", absent=True)
    if not ios:
        found = _read_attached(text) or _read_android(text) or _read_whole(text) or _read_deleted(text, people)
    else:
        found = _read_attached(text)
        if found is None and (LTR in text or not needs_mark):
            found = _read_ios(text)
        if found is None and (text.startswith(LTR) or not needs_mark):
            found = _read_whole(text) or _read_deleted(text, people) or _read_call(text)
    return found or (Body("location", text) if _PLACE.fullmatch(text) else None)


def _read_attached(text: str) -> Body | None:
    """Read `NAME (file attached)` with the caption below, or a caption with `<attached: NAME>` behind it."""
    android = _android_attachment().match(text)
    if android:
        return read_attachment(android["name"], text[android.end() :].removeprefix("\n"))
    start = max(0, text.rfind("<") - _LONGEST_NAME) if text.endswith(">") else -1
    ios = _ios_attachment().search(text, start) if start >= 0 and "<" in text else None
    if ios:
        return read_attachment(ios["name"] or ios["old_name"], text[: ios.start()])
    return None


def _read_android(text: str) -> Body | None:
    first, _, caption = text.partition("\n")
    kind = _kinds_of("android").get(_key(first))
    return Body(kind, caption) if kind else None


def _read_ios(text: str) -> Body | None:
    caption, _, placeholder = text.rpartition(LTR)
    kind = _kinds_of("ios").get(_key(placeholder).removeprefix("<").removesuffix(">"))
    if kind == "document":
        return _document(caption)
    return Body(kind, "" if caption == "<" else caption.rstrip(LTR + " ")) if kind else None


def _read_call(text: str) -> Body | None:
    return Body("call", "") if text.startswith(LTR) and _ios_call().fullmatch(_key(text)) else None


def _document(before: str) -> Body:
    """Read what stands before «document omitted»: the file's name, perhaps with its number of pages, or a caption."""
    name = _PAGES.sub("", drop_marks(before)).strip()
    is_name = _HAS_ENDING.search(name) and not _NOT_IN_NAMES.search(name)
    return Body("document", "", name) if is_name else Body("document", before.rstrip(LTR + " "))


def _read_whole(text: str) -> Body | None:
    key = _key(text)
    kind = _kinds_of("whole").get(key) or ("location" if _is_point(key) else None)
    if kind == "deleted_by_self":
        return Body("deleted", "", by_self=True)
    return Body(kind, "", absent=kind == "hidden") if kind else _read_poll(drop_marks(text))


def _is_point(key: str) -> bool:
    return any(_MAP.fullmatch(key.removeprefix(beginning)) for beginning in _beginnings("beginning", "location") if key.startswith(beginning))


def _read_deleted(text: str, people: frozenset[str]) -> Body | None:
    """Read «deleted by admin NAME»; where NAME is nobody's, it may be anything that a person typed."""
    key = _key(text)
    told = next((row for row in _beginnings("beginning", "deleted") if key.startswith(row)), None)
    name = display_name(key.removeprefix(told)) if told else None
    return Body("deleted", "") if name == "" or name in _keys(people) else None


def _read_poll(text: str) -> Body | None:
    if not text.startswith(tuple(table("poll", "question"))):
        return None
    question, *options = re.split(rf"(?m)^{any_of('poll', 'option')}[^\S\n]*", text)
    if not options:
        return None
    asked = re.sub(rf"^{any_of('poll', 'question')}\s*", "", question).strip()
    return Body("poll", "\n".join([asked, *map(_drop_votes, options)]))


def _drop_votes(option: str) -> str:
    found = _votes().search(option)
    return option[: found.start()].strip() if found and sum(map(str.isdigit, option)) < _MANY_DIGITS else option.strip()


def _key(text: str) -> str:
    """Return the form in which strings of the messenger are compared: no marks, no full stop, plain spaces, no case."""
    return drop_marks(text).replace("\u00a0", " ").strip().removesuffix(".").casefold()


@lru_cache(maxsize=1)
def _keys(people: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_key, people))


@cache
def _kinds_of(place: str) -> dict[str, str]:
    return {_key(row): kind for kind, rows in table(place).items() for row in rows}


@cache
def _gate() -> frozenset[str]:
    return frozenset(row for rows in [*table("whole").values(), *table("ios").values()] for row in rows)


@cache
def _gate_beginnings() -> tuple[str, ...]:
    rows = [*(row for rows in table("beginning").values() for row in rows), *table("poll", "question")]
    return tuple({form for row in rows for form in (row, row[0].upper() + row[1:])})


@cache
def _beginnings(place: str, kind: str) -> tuple[str, ...]:
    return tuple(row.casefold() for row in table(place, kind))


@cache
def _kind_by_ending() -> dict[str, str]:
    return {ending: kind for kind, endings in table("file_kinds", "endings").items() for ending in endings}


@cache
def _votes() -> re.Pattern[str]:
    return re.compile(rf"\(\d{{1,4}}\s{{1,9}}{any_of('poll', 'votes')}\)\s*$", re.IGNORECASE)


@cache
def _edited() -> re.Pattern[str]:
    return re.compile(rf"\s?[{MARKS}]*<{any_of('suffix', 'edited')}>$")


@cache
def _ios_call() -> re.Pattern[str]:
    call = "|".join(re.escape(row.casefold()) for place in ("ios_beginning", "whole") for row in table(place, "call"))
    length = rf"(?:\d{{1,3}} ?{any_of('ios_behind_call', 'units')}\.? ?){{1,3}}"
    return re.compile(rf"(?:{call})(?:[,.] (?:{any_of('ios_behind_call', 'whole')}|{length}))?")


@cache
def _android_attachment() -> re.Pattern[str]:
    return re.compile(rf"(?=[^\n]*\.)(?P<name>[^\n/\\]{{2,{_LONGEST_NAME}}}\.\w{{0,10}}) \({any_of('attached', 'android')}\)[{MARKS}]*(?=\n|$)")


@cache
def _ios_attachment() -> re.Pattern[str]:
    old = rf"(?P<old_name>[^\n/\\<>{MARKS}]+\.\w{{1,5}}) [{MARKS}]*<{any_of('attached', 'ios_old')}>"
    return re.compile(rf"\s?[{MARKS}]*(?:<{any_of('attached', 'ios')}: ?(?P<name>[^\n/\\]+)>|{old})$")
