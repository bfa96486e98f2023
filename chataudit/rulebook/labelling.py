"""How labelled chats are read against a rulebook, and what was measured on them."""

from __future__ import annotations

import msgspec

from chataudit.messages import Kind


class Labelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which rules readers label, and where a label is a matter of taste.

    Attributes:
        codes: rules whose code readers give to messages.
        kinds: rules that every message of some kinds falls under, labelled or not.
        alike_without_words: pairs of rules either of which is right about a message without words.
        may_also_be: rule → another whose labelled messages may fall under it, too.
    """

    codes: list[str] = []
    kinds: dict[str, list[Kind]] = {}
    alike_without_words: list[list[str]] = []
    may_also_be: dict[str, str] = {}


class Reliability(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a rule did on labelled chats: messages found rightly, found wrongly, labelled but missed."""

    right: int
    wrong: int
    missed: int


class Measured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was measured on labelled chats that the rules had not been tended on; written by a command.

    Attributes:
        on: the day, ISO 8601; version: of the rulebook.
        chats, messages: how many were read.
        rules: per rule, how it did.
    """

    on: str
    version: str
    chats: int
    messages: int
    rules: dict[str, Reliability]


class FittedWeights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of a rule's signs fitted to labelled chats; written by a command.

    Attributes:
        on: the day, ISO 8601.
        chats, messages, labelled: what they were fitted to.
        held_back_chats: chats kept out of the fit, and how the weights did there.
        held_back: how the rule did on them.
        weights: per condition named by a sign, its weight; together they must reach 1.
    """

    on: str
    chats: int
    messages: int
    labelled: int
    held_back_chats: int
    held_back: Reliability
    weights: dict[str, float]
