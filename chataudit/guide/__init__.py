"""Longer help: pages of Markdown, a folder a language, printed by `chataudit guide TOPIC`."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from chataudit.errors import ConfigError
from chataudit.wording import Language, wording

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def topics(language: Language) -> list[str]:
    """Return the names of the pages."""
    return sorted(page.name.removesuffix(".md") for page in _pages(language).iterdir() if page.name.endswith(".md"))


def read_page(topic: str, language: Language) -> str:
    """Return a page as Markdown.

    Raises:
        ConfigError: there is no such page.
    """
    if topic not in topics(language):
        raise ConfigError("guide.no_topic", topic=topic, known=", ".join(topics(language)))
    return (_pages(language) / f"{topic}.md").read_text(encoding="utf-8")


def list_topics(language: Language) -> str:
    """Return what pages there are, a line each with its title."""
    lines = [wording(language, "guide.topics")]
    lines += [f"  chataudit guide {topic:<10} {read_page(topic, language).splitlines()[0].lstrip('# ')}" for topic in topics(language)]
    return "\n".join(lines)


def _pages(language: Language) -> Traversable:
    return files("chataudit.guide") / language
