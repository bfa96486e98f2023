"""The form of a condition on messages: what a rule may ask of a message, its author and its neighbours.

A condition is a set of keys, all of which must hold. It is data: `chataudit.conditions.evaluate` answers it for all
messages of a chat at once.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from chataudit.matching.patterns import Pattern
from chataudit.matching.scalars import Duration, Regex
from chataudit.messages import Kind

Texts = dict[str, str]  # a text for people by language: {ru: …, en: …}

Role = Literal["teacher", "parent", "creator", "administrator", "outsider"]
Feature = Literal[
    "phone",
    "card",
    "valid_card",
    "snils",
    "valid_snils",
    "printed_snils",
    "passport",
    "email",
    "link",
    "list",
    "several_numbers",
    "starred",
    "emphasised",
    "emoji_only",
    "shouting",
]


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At least `min`, at most `max`."""

    min: int = 0
    max: int = 1_000_000


class Nearby(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A neighbouring message: at most `messages` away and `within` that time, by whom, and what holds of it."""

    within: Duration
    is_: Condition = msgspec.field(name="that")
    messages: int = 10
    by: Literal["any", "other", "same"] = "any"


class AtLeast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At least `count` of several conditions."""

    count: int
    of: list[Condition]


class Only(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text consists of words covered by the patterns, save at most `spare` words."""

    of: list[Pattern]
    spare: int = 0


class Together(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of every group stand in one sentence (with `within`: at most that many words apart, in any order)."""

    groups: list[list[Pattern]]
    within: int | None = None


class Respelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a word of another is set right: `within` that time, in a first sentence of at most so many `words`."""

    within: Duration
    words: int = 3


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a message must satisfy: all of the keys given.

    Attributes:
        sign: what to call it in a finding that rests on it.
        weight: how much it counts among `signs`.
        say: any of the patterns stands in the text.
        begins, ends: the text begins (ends) with one of the patterns, smiles and emoji aside.
        opens: a sentence of the text begins with one of the patterns, smiles and emoji aside.
        only: nothing but the patterns stands in the text.
        each_sentence: every sentence of the text holds one of the patterns.
        respells: a word of its first sentence is nearly a word that no dictionary holds, of a message before it by another.
        quotes: one of the patterns stands between quotation marks; so does a first word that a laugh follows.
        echoes: what stands between them stood, word for word, in a message before it by another, so long ago at most.
        together: groups of patterns stand in one sentence.
        question: a sentence of the text ends with «?»; `asks`: one of the patterns stands in such a sentence.
        regex: any of the expressions is found in the lower-cased text or in an address hidden behind it.
        words: how many words the text has.
        has: features of the text that are no matter of language.
        kind, role, forwarded, reply: the message's kind, its author's role, whether it is a forward, a reply.
        replied: what holds of the message that it replies to.
        before, after: a neighbour before (after) it.
        quiet_before: no message stands in that time before it.
        rule: it is matched by one of these rules.
        is: a condition of the rulebook holds, by its name.
        all, any, not, at_least: conditions combined; signs: the weights of those that hold add up to `threshold`.
        weights: the set of fitted weights that stand for those of the signs (which are then all `is: …`).
    """

    sign: Texts | None = None
    weight: float = 1.0
    say: list[Pattern] | None = None
    begins: list[Pattern] | None = None
    ends: list[Pattern] | None = None
    opens: list[Pattern] | None = None
    only: Only | None = None
    each_sentence: list[Pattern] | None = None
    respells: Respelling | None = None
    quotes: list[Pattern] | None = None
    echoes: Duration | None = None
    together: Together | None = None
    question: bool | None = None
    asks: list[Pattern] | None = None
    regex: list[Regex] | None = None
    words: Range | None = None
    has: list[Feature] | None = None
    kind: list[Kind] | None = None
    role: list[Role] | None = None
    forwarded: bool | None = None
    reply: bool | None = None
    replied: Condition | None = None
    before: Nearby | None = None
    after: Nearby | None = None
    quiet_before: Duration | None = None
    rule: list[str] | None = None
    is_: str | None = msgspec.field(name="is", default=None)
    all: list[Condition] | None = None
    any: list[Condition] | None = None
    not_: Condition | None = msgspec.field(name="not", default=None)
    at_least: AtLeast | None = None
    signs: list[Condition] | None = None
    threshold: float = 1.0
    weights: str | None = None


NOT_ASKING: Final = ("sign", "weight", "threshold", "weights")  # keys that ask nothing of a message


class Exception_(Condition, frozen=True, forbid_unknown_fields=True, kw_only=True):  # noqa: N801  - the name of a builtin
    """A named exception: a condition that spares a message, and why."""

    name: str
    because: Texts
