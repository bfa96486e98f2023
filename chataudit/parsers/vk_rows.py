"""A page of VK's data archive in, a row a message out, newest first as VK writes them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from chataudit.parsers.speaking_names import speaks
from chataudit.parsers.vk_events import Person, VkEvent, page_of, read_event
from chataudit.parsers.vk_strings import attachment_kinds, date_patterns, months, pattern, words

_MENTION: Final = re.compile(r"\[(?:id|club|public|event)\d+\|([^\[\]|\n]+)\]")  # the app shows the words only
_NOON: Final = 12
_ATTACHED: Final = "attached"  # others' messages: a reply or forwarded ones, and the archive does not hold their words
_BARE: Final = ("other", "hidden")  # of these attachments the archive has an address at most


@dataclass
class VkRow:
    """A message; `author` is None of the archive's own owner, `sent_at` None where no date can be read."""

    id: str
    author: Person | None
    sent_at: datetime | None
    edited: bool
    kind: str = "text"
    text: str = ""
    links: str | None = None
    forwarded_from: str | None = None
    event: VkEvent | None = None


@dataclass
class PageReader:
    """Reads page after page.

    Attributes:
        rows: messages, newest first.
        title: the conversation's name as the pages head it.
        strange: counts of (wording key, name) of what was not understood.
    """

    rows: list[VkRow] = field(default_factory=list)
    title: str | None = None
    strange: Counter[tuple[str, str]] = field(default_factory=Counter)

    def read(self, page: str) -> None:
        """Read one more page, an older one than those before it."""
        from lxml import etree

        root = etree.HTML(page.encode(), etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
        if root is None:
            return
        crumbs = [" ".join("".join(each.itertext()).split()) for each in root.iter("div") if each.get("class") == "ui_crumb"]
        self.title = self.title or next(reversed(crumbs), None)
        for message in root.iterfind(".//div[@data-id]"):
            if message.get("class") == "message":
                self._add(message)

    def _add(self, message: Any) -> None:
        parts = message.findall("div")
        if not parts or parts[0].get("class") != "message__header":
            self.strange["vk.headless", ""] += 1
            return
        row = _read_header(parts[0], message.get("data-id", ""))
        if len(parts) > 1:
            self._read_body(parts[1], row)
        else:
            self._read_attachments([], row, [])
        self.rows.append(row)

    def _read_body(self, body: Any, row: VkRow) -> None:
        kludges = next((each for each in body.iterdescendants("div") if each.get("class") == "kludges"), None)
        row.text = _MENTION.sub(r"\1", "".join(_iterate_text(body, kludges)).strip())
        of_text = [each for each in body.iter("a") if kludges is None or each not in kludges.iter("a")]
        links = [link for link in map(_hidden_link, of_text) if link]
        attachments = [] if kludges is None else [each for each in kludges.iter("div") if each.get("class") == "attachment"]
        event = None if kludges is None else read_event(kludges)
        if event is not None and not attachments:
            row.kind, row.event = "service", event
            row.text = "" if event.known else event.sentence
            if not event.known:
                self.strange["vk.unknown_events", ""] += 1
            if speaks(event.title):
                self.strange["telegram.speaking_events", ""] += 1
            return
        if event is not None:
            self.strange["vk.unknown_parts", ""] += 1
        self._read_attachments(attachments, row, links)

    def _read_attachments(self, attachments: list[Any], row: VkRow, links: list[str]) -> None:
        kinds = []
        for attachment in attachments:
            name, address = _describe(attachment)
            kind = self._kind_of(name, address)
            kinds.append(kind)
            if kind in _BARE and address and address not in row.text:
                links.append(address)
        row.links = "\n".join(dict.fromkeys(links)) or None
        row.kind = _kind_of_row(row.text, kinds)
        if set(kinds) == {_ATTACHED} and not row.text:
            row.forwarded_from = ""
        absent = {"vk.attached": _ATTACHED in kinds, "vk.cards": "hidden" in kinds, "parsers.contents_absent": not kinds and not row.text}
        self.strange.update((key, "") for key, is_so in absent.items() if is_so)

    def _kind_of(self, name: str, address: str | None) -> str:
        """Return the kind of an attachment."""
        if pattern("attachments", "attached").fullmatch(name):
            return _ATTACHED
        kind = attachment_kinds().get(name)
        if kind is None:
            self.strange["parsers.unknown_media_type", name] += 1
            return "other"
        is_voice = kind == "document" and address is not None and pattern("attachments", "voice_links").search(address)
        return "voice" if is_voice else kind


def _kind_of_row(text: str, kinds: Sequence[str]) -> str:
    """Return the kind of a message with these attachments; `hidden` of one whose contents the archive does not hold."""
    media = next((kind for kind in kinds if kind not in (*_BARE, _ATTACHED)), None)
    if media or text:
        return media or "text"
    return "other" if set(kinds) == {"other"} else "hidden"


def read_date(text: str) -> tuple[datetime | None, int]:
    """Return the last date in a text, and where it begins; None and the text's length where there is none."""
    for form in date_patterns():
        found = next(reversed(list(form.finditer(text))), None)
        if found is None:
            continue
        parts = found.groupdict()
        hour = int(parts["hour"])
        if parts.get("half"):
            hour = hour % _NOON + _NOON * (parts["half"].lower() == "pm")
        month = months().get(parts["month"].lower(), 0)
        try:
            return datetime(int(parts["year"]), month, int(parts["day"]), hour, int(parts["minute"]), int(parts["second"] or 0)), found.start()  # noqa: DTZ001
        except ValueError:
            return None, found.start()
    return None, len(text)


def _read_header(header: Any, message_id: str) -> VkRow:
    link = header.find("a")
    marked = next((each for each in header.iter("span") if each.get("class") == "message-edited"), None)
    whole = "".join(_iterate_text(header, marked)).strip()
    sent_at, begins = read_date(whole)
    edited = marked is not None or any(whole.endswith(mark) for mark in words("edited", "marks"))
    if link is not None:
        return VkRow(message_id, Person("".join(link.itertext()).strip(), page_of(link)), sent_at, edited)
    name = (whole[:begins] if begins < len(whole) else whole.rpartition(",")[0] or whole).strip().rstrip(",")
    return VkRow(message_id, None if name in words("self", "words") else Person(name), sent_at, edited)


def _iterate_text(element: Any, skipped: Any) -> Iterator[str]:
    """Yield the text of an element without one part of it: `<br>` is a line break, a picture is what stands for it."""
    yield element.text or ""
    for inner in element:
        if inner.tag == "br":
            yield "\n"
        elif inner.tag == "img":
            yield inner.get("alt", "")
        elif inner is not skipped:
            yield from _iterate_text(inner, skipped)
        yield inner.tail or ""


def _describe(attachment: Any) -> tuple[str, str | None]:
    """Return what VK calls an attachment, and its address."""
    description = next((each for each in attachment.iter("div") if each.get("class") == "attachment__description"), None)
    link = next((each for each in attachment.iter("a") if each.get("class") == "attachment__link"), None)
    name = "" if description is None else " ".join("".join(description.itertext()).split())
    return name, None if link is None else link.get("href") or None


def _hidden_link(anchor: Any) -> str | None:
    """Return the address of a link whose words do not show it."""
    address, shown = anchor.get("href", ""), "".join(anchor.itertext()).strip()
    return address if address and shown.rstrip("/") not in (address.rstrip("/"), address.split("://")[-1].rstrip("/")) else None
