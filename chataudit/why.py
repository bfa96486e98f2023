"""One message under a glass: what every rule saw in it, with which words and weights, and which exception spared it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import numpy as np

from chataudit.chat import Chat
from chataudit.conditions.condition import Condition
from chataudit.conditions.evaluate import holds, weigh, weight_of
from chataudit.conditions.scene import Scene
from chataudit.config import Settings
from chataudit.detectors.base import BaseRule
from chataudit.errors import ConfigError
from chataudit.establish import prepare_answers
from chataudit.quoting import Quotes
from chataudit.reporters.terminal_text import one_line
from chataudit.rulebook.rulebook import Rulebook
from chataudit.rulebook.structures import patterns_of
from chataudit.wording import Language, choose, wording

_INDENT = "    "
_WORDS_SHOWN = 6


def tell_why(chat: Chat, rulebook: Rulebook, settings: Settings, message_id: str, language: Language) -> str:
    """Return what the rules saw in a message: those that found or spared it in full, the silent ones by name.

    Args:
        message_id: as reports show it.

    Raises:
        ConfigError: the chat has no such message, or a teacher whom the settings name is not in it.
    """
    rows = np.flatnonzero(chat.messages["id"].eq(message_id) & chat.messages["kind"].ne("service"))
    if not len(rows):
        raise ConfigError("cli.no_message", id=message_id)
    row = int(rows[0])
    answers = prepare_answers(chat, rulebook, settings)
    context = answers.context
    assert context is not None
    for code in rulebook.rules:
        answers.matches_of(code)
    for recommendation in rulebook.recommendations.values():
        answers.decide(recommendation)
    quote = Quotes(context.scene, language).quote(row)
    moment = f"{datetime.fromisoformat(quote.at):%d.%m.%Y %H:%M}"
    head = (wording(language, "report.message", id=quote.id), one_line(quote.author or ""), moment)
    parts = [" · ".join(filter(None, head)), f"«{one_line(quote.text)}»"]
    silent = []
    for rule in rulebook.rules.values():
        lines = _Glass(rule, context.scene, row, language).lines(found=bool(answers.matches_of(rule.id).flags(context.scene.size)[row]))
        if lines:
            parts += ["", f"{rule.id} · {choose(rule.title, language)}: {lines[0]}", *(_INDENT + line for line in lines[1:])]
        else:
            silent.append(rule.id)
    return "\n".join([*parts, "", wording(language, "why.silent", rules=", ".join(silent) or "—")])


class _Glass:
    """One rule looking at one message."""

    def __init__(self, rule: BaseRule, scene: Scene, row: int, language: Language) -> None:
        self._rule, self._scene, self._row, self._language = rule, scene, row, language

    def lines(self, *, found: bool) -> list[str]:
        """Return the outcome and what it rests on; nothing where the rule saw nothing."""
        condition = self._rule.signs()
        signs = list(self._signs(condition)) if condition is not None else []
        exceptions = [each for each in self._rule.unless if self._holds(each)]
        matched = condition is not None and self._holds(condition)
        if found:
            return [self._say("why.found"), *signs]
        if matched and exceptions:
            spared = [self._say("why.exception", name=each.name, because=choose(each.because, self._language)) for each in exceptions]
            return [self._say("why.spared"), *spared, *signs]
        if matched:
            return [self._say("why.elsewhere"), *signs]
        return [self._say("why.not_enough"), *signs] if signs else []

    def _signs(self, condition: Condition) -> Iterator[str]:
        """Tell the named parts of a condition that hold, and the sums of weights."""
        if condition.sign is not None and self._holds(condition):
            yield choose(condition.sign, self._language) + self._words(condition)
        for part in [*(condition.all or ()), *(condition.any or ()), *(condition.at_least.of if condition.at_least else ())]:
            yield from self._signs(part)
        if condition.signs:
            yield from self._weighed(condition, condition.signs)
        if condition.is_ is not None:
            yield from self._signs(self._scene.conditions[condition.is_])

    def _weighed(self, condition: Condition, signs: list[Condition]) -> Iterator[str]:
        seen = [sign for sign in signs if self._holds(sign) and weight_of(sign, condition, self._scene)]
        if not seen:
            return
        total = float(weigh(condition, self._scene)[self._row])
        yield self._say("why.sum", sum=f"{total:.2f}", threshold=f"{condition.threshold:g}")
        for sign in seen:
            whole = self._scene.conditions[sign.is_] if sign.is_ else sign
            named = sign.sign or whole.sign
            told = choose(named, self._language) if named else sign.is_ or "…"
            yield f"  {weight_of(sign, condition, self._scene):+.2f}  {told}{self._words(whole)}"

    def _words(self, condition: Condition) -> str:
        """Return the words of the message that a condition's patterns see, in brackets."""
        parts = [condition, *(condition.any or ()), *(condition.all or ())]
        index, text = self._scene.index, self._scene.text_id[self._row]
        seen: dict[str, None] = {}
        for pattern in (pattern for part in parts for pattern in patterns_of(part)):
            spans = self._scene.search.find(pattern)
            for at in np.flatnonzero(index.text_of[spans.first] == text).tolist():
                words = index.type_at[int(spans.first[at]) : int(spans.last[at]) + 1]
                seen[" ".join(index.types[number] for number in words.tolist())] = None
        shown = list(seen)[:_WORDS_SHOWN]
        return f" ({', '.join(f'«{words}»' for words in shown)})" if shown else ""

    def _holds(self, condition: Condition) -> bool:
        return bool(holds(condition, self._scene)[self._row])

    def _say(self, key: str, **values: object) -> str:
        return wording(self._language, key, **values)
