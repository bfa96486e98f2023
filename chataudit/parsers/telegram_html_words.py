"""An element of Telegram's HTML export in, the words that it shows out."""

from collections.abc import Collection, Iterator
from typing import Any, Final

_DESCRIBED: Final = frozenset({"media_venue", "media_game", "media_invoice"})  # what the sender chose, and everybody reads


def plain_text(element: Any) -> str:
    """Return the text of an element: `<br>` is a line break, the exporter's own indentation is none of it."""
    return "".join(_iterate_text(element)).strip(" \t\r\n")


def _iterate_text(element: Any) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        yield from "\n" if inner.tag == "br" else _iterate_text(inner)
        yield inner.tail or ""


def find_text(element: Any, kind: str) -> str:
    """Return the text of the first part of a class; empty where there is none."""
    return next((plain_text(each) for each in element.iter("div", "span") if each.get("class") == kind), "")


def media_lines(media: Any, words: Collection[str], kind: str) -> list[str]:
    """Return what a poll, a place, a game, an invoice or a giveaway says, a line each; some may be empty.

    Args:
        media: the element.
        words: its classes.
        kind: the kind of the message.
    """
    if kind == "poll":
        return _read_poll(media)
    if "media_giveaway" in words:
        return [_read_prize(media)]
    return [] if _DESCRIBED.isdisjoint(words) else [find_text(media, "title bold"), find_text(media, "description")]


def _read_poll(media: Any) -> list[str]:
    lines = [find_text(media, "question bold")]
    for answer in media.iter("div"):
        if answer.get("class") == "answer":
            for votes in answer.findall("span[@class='details']"):
                answer.remove(votes)
            lines.append(plain_text(answer).removeprefix("- "))
    return lines


def _read_prize(giveaway: Any) -> str:
    """Return what a giveaway gives beside subscriptions, in its author's words: they stand behind the number of prizes."""
    body = next((each for each in giveaway.iter("div") if each.get("class") == "section_body"), None)
    number = None if body is None else body.find("b")
    return "" if number is None else plain_text(body).removeprefix(plain_text(number)).strip()
