"""What VK itself says in a group (the part of a message that is no attachment) in, an event of the message table out."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from chataudit.parsers.vk_strings import QUOTE, TITLE, USER, event_patterns

_QUOTED: Final = re.compile("«([^«»]+)»")


@dataclass(frozen=True)
class Person:
    """Who is named, and by which page; the page is None where the name is no link."""

    name: str
    page: str | None = None


@dataclass(frozen=True)
class VkEvent:
    """An event: who did it, to whom, which title it sets; `sentence` as VK wrote it; `known` if its wording is."""

    event: str
    sentence: str
    actor: Person | None
    members: tuple[Person, ...] = ()
    title: str | None = None
    known: bool = True


@dataclass
class _Sentence:
    """A sentence in the making: its pattern with marks for names, and the names."""

    shape: str = ""
    words: str = ""
    people: list[Person] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    def add(self, text: str | None, mark: str | None = None) -> None:
        self.shape += (text or "") if mark is None else mark
        self.words += text or ""


def read_event(kludges: Any) -> VkEvent | None:
    """Return the event that stands beside the attachments of a message; None where nothing stands there."""
    sentence = _Sentence()
    sentence.add(kludges.text)
    for part in kludges:
        if part.get("class") != "attachment":
            _add_part(sentence, part)
        sentence.add(part.tail)
    shape = " ".join(sentence.shape.split())
    return _understand(sentence, shape) if shape else None


def page_of(link: Any) -> str | None:
    """Return the last word of a page's address: `id1`, `club2`; None of no link."""
    return link.get("href", "").rstrip("/").rpartition("/")[2] or None


def _add_part(sentence: _Sentence, part: Any) -> None:
    text = "".join(part.itertext())
    if part.tag == "b":
        sentence.titles.append(text.strip())
        sentence.add(text, TITLE)
    elif "im_srv_mess_link" in part.get("class", ""):
        sentence.add(text, QUOTE)
    elif "im_srv_lnk" in part.get("class", ""):
        sentence.people.append(Person(text.strip(), page_of(part)))
        sentence.add(text, USER)
    else:
        sentence.add(text)


def _understand(sentence: _Sentence, shape: str) -> VkEvent:
    words = " ".join(sentence.words.split())
    actor = sentence.people[0] if shape.startswith(USER) else None
    event = next((event for event, whole in event_patterns() if whole.fullmatch(shape)), None)
    if event is None:
        return VkEvent("other", words, actor, known=False)
    titles = sentence.titles or _QUOTED.findall(words)
    return VkEvent(
        event,
        words,
        actor,
        tuple(sentence.people[1:]) if event in ("invite", "remove") else (),
        titles[-1] if titles and event in ("create_group", "rename") else None,
    )
