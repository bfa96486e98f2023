"""Policies that count: findings, shares of messages and of participants, runs."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from chataudit.context.context import Context
from chataudit.messages import KINDS
from chataudit.russian.display_names import NameParts, missing
from chataudit.verdicts.base import Between, Measures, Policy


class Count(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="count"):
    """How many findings each rule of the recommendation has, in all and per 100 messages.

    Attachments of unknown kind may all be findings of a rule that needs `media`.
    """

    MEASURES: ClassVar[tuple[str, ...]] = ("messages", "findings", "per_100")

    def measure(self, context: Context) -> Measures:
        """Return the number of messages and of findings that are not `info`."""
        messages = int(context.scene.judged.sum())
        own = context.findings_of(self)
        findings = sum(context.count(rule) for rule in own)
        measures: Measures = {"messages": messages, "findings": findings, "per_100": 100 * findings / max(1, messages)}
        if any("media" in context.rules[rule].needs for rule in own):
            hidden = int((context.scene.kind == KINDS.index("hidden")).sum())
            if hidden:
                most = findings + hidden
                measures |= {
                    "findings": Between(findings, most, ("media",)),
                    "per_100": Between(100 * findings / messages, 100 * most / messages, ("media",)),
                }
        return measures


class ShareOfMessages(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="share_of_messages"):
    """Which share of the messages has any finding of the recommendation; attachments of unknown kind may all be findings."""

    MEASURES: ClassVar[tuple[str, ...]] = ("messages", "noise", "hidden", "share")

    def measure(self, context: Context) -> Measures:
        """Return counts of messages and the share 0-1."""
        scene = context.scene
        noisy = np.zeros(scene.size, dtype=bool)
        for rule in context.findings_of(self):
            noisy |= context.flags_of(rule)
        messages, noise = int(scene.judged.sum()), int(noisy.sum())
        hidden = int(((scene.kind == KINDS.index("hidden")) & ~noisy).sum())
        low, high = noise / max(1, messages), (noise + hidden) / max(1, messages)
        return {"messages": messages, "noise": noise, "hidden": hidden, "share": Between(low, high, ("media",)) if hidden else low}


class ShareOfParticipants(Policy, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="share_of_participants"):
    """Which share of those who wrote has a finding by display name; a name that cannot be judged may be either."""

    MEASURES: ClassVar[tuple[str, ...]] = ("people", "short", "unsure", "share")

    def measure(self, context: Context) -> Measures:
        """Return counts of participants and the share 0-1."""
        people = len(context.judged_names)
        short = sum(context.count(rule) for rule in context.findings_of(self))
        unsure = sum(not missing(parts) and _is_unsure(parts) for parts in context.judged_names.values())
        low, high = short / max(1, people), (short + unsure) / max(1, people)
        return {"people": people, "short": short, "unsure": unsure, "share": Between(low, high, ("text",)) if unsure else low}


def _is_unsure(parts: NameParts) -> bool:
    return "unsure" in (parts.surname.state, parts.given.state, parts.patronymic.state)
