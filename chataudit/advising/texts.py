"""A rulebook's ready texts filled with what is known of a chat: a recommendation and its verdict in, messages to paste out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from chataudit.advising.facts import facts_of_chat, facts_of_policy, facts_of_rules
from chataudit.asking import Answers
from chataudit.findings import ReadyText, Verdict
from chataudit.rulebook.ready import ReadyWording, When
from chataudit.rulebook.rulebook import Recommendation
from chataudit.wording import Language, choose
from chataudit.wording.template import template

BLANK: Final = "________"  # to be filled in by hand


class Advisor:
    """Fills the texts of one chat's recommendations; a fact is looked up when a text asks for it."""

    def __init__(self, answers: Answers, language: Language, today: str) -> None:
        assert answers.context is not None
        self._answers, self._context, self._language = answers, answers.context, language
        self._of_chat = facts_of_chat(answers.context, language, today)

    def texts_for(self, recommendation: Recommendation, verdict: Verdict) -> list[ReadyText]:
        """Return the texts that a recommendation offers at its verdict, in the order of the rule file."""
        if not recommendation.ready:
            return []
        rules = [rule for rule, number in self._answers.rulebook.recommendation_of.items() if number == recommendation.number]
        facts = {
            **self._of_chat,
            **facts_of_rules(self._answers, rules, self._language),
            **facts_of_policy(recommendation.verdict, self._context, self._language),
        }
        known = _Known(facts)
        return [self._fill(each, known) for each in recommendation.ready if self._is_offered(each.when, verdict, known)]

    def _is_offered(self, when: When, verdict: Verdict, known: _Known) -> bool:
        return (
            verdict in when.verdicts
            and (not when.found or any(len(self._answers.found[rule]) for rule in when.found))
            and (not when.messenger or self._context.scene.chat.platform in when.messenger)
            and all(known.value(fact) is not None for fact in when.known)
            and all(known.value(fact) is None for fact in when.lacking)
        )

    def _fill(self, ready: ReadyWording, known: _Known) -> ReadyText:
        return ReadyText(known.filled(choose(ready.title, self._language)), known.filled(choose(ready.text, self._language)), ready.to)


class _Known:
    """Facts looked up at most once."""

    def __init__(self, facts: Mapping[str, Callable[[], object]]) -> None:
        self._facts = facts
        self._values: dict[str, object] = {}

    def value(self, fact: str) -> object:
        if fact not in self._values:
            self._values[fact] = self._facts[fact]()
        return self._values[fact]

    def filled(self, text: str) -> str:
        made = template(text.strip())
        values = {name: self.value(name) for name in made.names}
        return made.fill({name: BLANK if value is None else value for name, value in values.items()})
