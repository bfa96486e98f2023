"""A rulebook asked about a chat: each rule once, in whatever order they refer to each other; then each verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chataudit.context.context import Context
from chataudit.detectors.base import Matches
from chataudit.detectors.by_verdict import ByVerdict
from chataudit.rulebook.rulebook import Recommendation, Rulebook
from chataudit.verdicts.base import Between, Decision, Measures, Missing, Policy, decide


@dataclass
class Answers:
    """What the rules found; a rule is run when it is first asked for."""

    rulebook: Rulebook
    context: Context | None = None
    found: dict[str, Matches] = field(default_factory=dict)

    def matches_of(self, rule: str) -> Matches:
        """Return a rule's matches."""
        matches = self.found.get(rule)
        if matches is None:
            assert self.context is not None
            matches = self.found[rule] = self.rulebook.rules[rule].find(self.context)
            self.context.scene.search.forget()
        return matches

    def findings_of(self, policy: Policy) -> Sequence[str]:
        """Return the ids of the rules with findings of the recommendation whose verdict the policy gives."""
        number = next(number for number, each in self.rulebook.recommendations.items() if each.verdict is policy)
        return self.rulebook.findings_of(number)

    def decide(self, recommendation: Recommendation) -> tuple[Decision, Measures]:
        """Return a recommendation's verdict and what it rests on; findings that stand because of the verdict are added."""
        assert self.context is not None
        policy = recommendation.verdict
        measures = policy.measure(self.context)
        own = [rule for rule, number in self.rulebook.recommendation_of.items() if number == recommendation.number]
        counts = {rule: self.context.count(rule) for rule in own}
        decision = decide(policy.cases, counts | measures)
        known = {name: value for name, value in measures.items() if not isinstance(value, Missing | Between)}
        for rule in own:
            described = self.rulebook.rules[rule]
            if isinstance(described, ByVerdict):
                self.found[rule] = described.find_after(decision.verdict, known)
        return decision, measures
