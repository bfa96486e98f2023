"""Ready texts: messages that a rulebook offers to whoever has to mend something, to be filled with a chat's facts and pasted.

They stand beside a recommendation's advice:

    ready:
      - to: class_chat
        title: {ru: Напоминание о подписях, en: A reminder about names}
        when: {found: [R06.name], messenger: [telegram]}
        text:
          ru: |
            Уважаемые родители! Пока не полностью подписаны {R06_name:участник|участника|участников}…
            С уважением, {teacher}

Placeholders of every recommendation are CHAT_FACTS; each of its rules gives `{R06_name}` (how many were found),
`{R06_name_first}` and `{R06_name_last}` (the day of the first and the last), `{R06_name_people}` (who, teachers aside); a verdict by
`reported` gives `{episodes}`, the quarrels that were not reported, one by `teacher_active` gives `{rumour}`, the day of the last
hearsay that was not rebutted. What is not known leaves a line to be filled in by hand.
`creator`, `episodes` and all `…_people` name people, so only texts `to: private` and `to: administration` may use them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from chataudit.conditions.condition import Texts
from chataudit.findings import Audience
from chataudit.verdicts.base import Policy
from chataudit.verdicts.following import Reported
from chataudit.verdicts.teacher import TeacherActive
from chataudit.wording.template import template

# The teacher as she signs herself, the chat's title, its working and quiet hours, the day of the report, the creator's name.
CHAT_FACTS: Final = ("teacher", "chat", "hours", "quiet", "today", "creator")
RULE_FACTS: Final = ("", "_first", "_last", "_people")
EPISODES: Final = "episodes"
POLICY_FACTS: Final[dict[type[Policy], str]] = {Reported: EPISODES, TeacherActive: "rumour"}

OpenVerdict = Literal["violated", "partly", "unknown"]

_NOT_MET: Final[tuple[OpenVerdict, ...]] = ("violated", "partly")
_DISCREET: Final[tuple[Audience, ...]] = ("private", "administration")


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a text is offered.

    Attributes:
        verdicts: the recommendation's verdict is one of these; unless told otherwise `violated` and `partly`.
        found: one of these rules of the recommendation found something.
        known, lacking: all of these facts are known (are not).
        messenger: the chat is in one of these.
    """

    verdicts: list[OpenVerdict] = msgspec.field(default_factory=lambda: list(_NOT_MET))
    found: list[str] = []
    known: list[str] = []
    lacking: list[str] = []
    messenger: list[Literal["telegram", "whatsapp", "vk"]] = []


class ReadyWording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A message to be pasted, with placeholders.

    Attributes:
        to: where it goes: the chat that all read, one person, the administration, parents outside the chat or apart from it.
        title: what it is, for whoever sends it; when: when it is offered.
    """

    to: Audience
    title: Texts
    text: Texts
    when: When = When()


def facts_of_rule(rule: str) -> list[str]:
    """Return the placeholders that a rule gives."""
    return [rule.replace(".", "_") + ending for ending in RULE_FACTS]


def find_mistakes(ready: Iterable[ReadyWording], policy: Policy, rules: Iterable[str]) -> Iterator[tuple[ReadyWording, str, dict[str, str]]]:
    """Yield what is wrong with the texts of a recommendation: the text, the wording key, its details.

    Args:
        rules: the ids of the recommendation's rules.
    """
    own = list(rules)
    facts = [
        *CHAT_FACTS,
        *(fact for rule in own for fact in facts_of_rule(rule)),
        *(fact for known, fact in POLICY_FACTS.items() if isinstance(policy, known)),
    ]
    for each in ready:
        used = {name for text in [*each.title.values(), *each.text.values()] for name in template(text).names}
        for name in sorted((used | set(each.when.known) | set(each.when.lacking)) - set(facts)):
            yield each, "rules.unknown_placeholder", {"name": name, "known": ", ".join(facts)}
        for name in sorted(used if each.to not in _DISCREET else ()):
            if _is_personal(name):
                yield each, "ready.personal", {"name": name, "discreet": ", ".join(_DISCREET)}
        for rule in sorted(set(each.when.found) - set(own)):
            yield each, "ready.foreign_rule", {"name": rule, "known": ", ".join(own)}
        if not all(text.strip() for texts in (each.title, each.text) for text in texts.values() or [""]):
            yield each, "ready.empty", {}
        if any(set(_without_placeholders(text)) & set("{}") for text in [*each.title.values(), *each.text.values()]):
            yield each, "ready.brace", {"example": CHAT_FACTS[0]}


def _is_personal(fact: str) -> bool:
    return fact in ("creator", EPISODES) or fact.endswith("_people")


def _without_placeholders(text: str) -> str:
    made = template(text)
    return made.fill(dict.fromkeys(made.names, ""))
