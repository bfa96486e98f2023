"""The words of a chat in, the same without what tells who is who out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from chataudit.messages import KINDS
from chataudit.redaction.masking import Mark, Masker
from chataudit.redaction.mentions import Mentions
from chataudit.redaction.pieces import clean, find_pieces
from chataudit.wording import Language, wording

_MARKS: Final[tuple[Mark, ...]] = ("name", "word", "number", "link", "mail", "nick")
_ALWAYS: Final[dict[str, Mark]] = {"nick": "nick", "initials": "name"}  # pieces that tell of a person, whoever it is
_CUT_FROM: Final = 400  # characters: a shorter quote is whole
_KEPT: Final = 50_000  # texts: the same stand beside many findings
CUT_WORD: Final = re.compile(r"(?<![^\s/])[^\s/]+…(?= / |$)")


@dataclass
class TextRedactor:
    """Redacts texts, each distinct one once.

    Attributes:
        mentions: finds the people of the chat.
        masker: decides about everything else; None where only those people are hidden.
    """

    mentions: Mentions
    masker: Masker | None
    language: Language
    _done: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._marks = {mark: wording(self.language, f"redaction.mark.{mark}") for mark in _MARKS}
        repeated = "|".join(re.escape(mark) for mark in self._marks.values())
        self._repeated = re.compile(rf"({repeated})(?: +\1)+")
        kinds = "|".join(re.escape(wording(self.language, f"kind.{kind}")) for kind in KINDS)
        self._kind = re.compile(rf"\[(?:{kinds})(?: [^\w\]]+)?\]")

    def redact(self, text: str) -> str:
        """Return the text without names and, where there is a masker, without anything that tells of a person."""
        known = self._done.get(text)
        if known is None:
            if len(self._done) > _KEPT:
                self._done.clear()
            known = self._done[text] = text if self._kind.fullmatch(text) else self._redact(text)
        return known

    def _redact(self, text: str) -> str:
        if len(text) >= _CUT_FROM:  # a name cut in two could not be recognised
            text = CUT_WORD.sub("…", text)
        text = clean(text)
        pieces = find_pieces(text)
        masked = self.masker.mask(text, pieces) if self.masker else [_ALWAYS.get(piece.kind) for piece in pieces]
        shown = [self._marks[mark] if mark else None for mark in masked]
        for mention in self.mentions.find(text, pieces):
            shown[mention.first] = mention.label or self._marks["name"]
            shown[mention.first + 1 : mention.last + 1] = [""] * (mention.last - mention.first)
        parts: list[str] = []
        end = 0
        for piece, replacement in zip(pieces, shown, strict=True):
            if replacement != "":
                parts += [text[end : piece.start], piece.words if replacement is None else replacement]
            end = piece.end
        parts.append(text[end:])
        return self._repeated.sub(r"\1", self.mentions.replace_signs("".join(parts)))
